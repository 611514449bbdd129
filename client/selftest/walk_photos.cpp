// SPDX-License-Identifier: GPL-3.0-or-later
// Every advice of the camera, every photo and every file that cannot be kept as it is: shown one
// after another, as a person would meet them.
#include "client/selftest/photo_samples.h"
#include "client/selftest/specimen.h"
#include "client/selftest/walk.h"
#include "client/viewmodels/folder_frames.h"

#include <QFileInfo>

namespace escale {

namespace {

using Page = Parcours::Page;
using Step = PieceViewModel::Step;

// A photo of a slow machine.
constexpr int kPhotoMs = 60'000;
constexpr int kMostPages = 8;

Result<void> chooseFile(Walk& walk, const QString& name) {
    const QString button = "fichier:" + name;
    for (int page = 0; page < kMostPages && !walk.walker.isThere(button); ++page)
        ESCALE_TRY(walk.walker.tap("fichiers-suite"));
    return walk.walker.tap(button);
}

Result<void> showRefusals(Walk& walk) {
    auto& piece = *walk.parcours.piece();
    for (const QString& name : badFiles()) {
        ESCALE_TRY(chooseFile(walk, name));
        ESCALE_TRY(walk.walker.waitFor(
            "le refus de " + name,
            [&] {
                return !piece.busy() && !piece.error().isEmpty() && piece.step() == Step::aiming;
            },
            kPhotoMs));
        ESCALE_TRY(walk.step("refus-" + QFileInfo(name).completeBaseName()));
    }
    return {};
}

/// In front of a camera that sees that kind; `again`: the same page, once more.
Result<void> showPhoto(Walk& walk, const QString& folder, const QString& kind, bool again = false) {
    auto& piece = *walk.parcours.piece();
    FolderFrames* camera = nullptr;
    piece.aim()->stop();
    piece.aim()->setSource([&] {
        auto source = std::make_unique<FolderFrames>(folder + "/camera/" + kind, 0);
        camera = source.get();
        return source;
    });
    again ? piece.retake() : piece.addPage();
    piece.aim()->setSource({}); // what it caught does not outlive this photo
    ESCALE_TRY(walk.waitForPage(Page::Photo, "la caméra"));
    camera->step();
    ESCALE_TRY(walk.walker.waitFor(
        "un conseil", [&] { return !piece.aim()->advice().isEmpty(); }, kPhotoMs));
    ESCALE_TRY(walk.step("conseil-" + kind));
    ESCALE_TRY(walk.walker.tap("prendre"));
    ESCALE_TRY(walk.walker.waitFor(
        "la photo prise",
        [&] {
            return !piece.busy() && (!piece.error().isEmpty() || piece.step() == Step::reviewing);
        },
        kPhotoMs));
    return walk.step((again ? "encore-" : "photo-") + kind);
}

/// After two photos that are not good, the person may keep the second one: an adviser will look.
Result<void> keepAnyway(Walk& walk, const QString& folder) {
    ESCALE_TRY(showPhoto(walk, folder, "bougee"));
    ESCALE_TRY(showPhoto(walk, folder, "bougee", true));
    ESCALE_TRY(walk.walker.tap("garder-quand-meme"));
    auto& piece = *walk.parcours.piece();
    if (piece.step() == Step::aiming) // the other side
        piece.list();
    ESCALE_TRY(walk.arrive(Page::Feuilles, "feuille-douteuse"));
    if (piece.pages()->rows().first().toMap()["doubtful"].toString().isEmpty())
        return fail(Errc::internal, "la photo douteuse n’est pas marquée");
    return {};
}

} // namespace

Result<void> walkPhotos(Walk& walk) {
    ESCALE_TRY(walk.waitForPage(Page::Langue, "les langues"));
    ESCALE_TRY(walk.chooseLanguage(walk.language));
    ESCALE_TRY(walk.waitForPage(Page::Accueil, "l’accueil"));
    walk.parcours.preferences()->setProperty("calm", true);
    // Straight to the photo: the way there is walked elsewhere.
    walk.parcours.openPhoto();
    ESCALE_TRY(walk.arrive(Page::Photo, "fichiers"));
    const auto path = walk.parcours.piece()->files()->pathOf(kSpecimenName);
    ESCALE_TRY(showRefusals(walk));
    const QString folder = QFileInfo(path).absolutePath();
    for (const QString& kind : cameraKinds()) {
        if (kind == kBlurredCode) // which only an avis has
            walk.parcours.openPhoto({}, "avis_imposition");
        ESCALE_TRY(showPhoto(walk, folder, kind));
    }
    ESCALE_TRY(keepAnyway(walk, folder));
    walk.parcours.finish();
    return walk.waitForPage(Page::Langue, "l’écran effacé");
}

} // namespace escale
