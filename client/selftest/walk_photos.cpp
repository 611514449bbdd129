// SPDX-License-Identifier: GPL-3.0-or-later
// Every advice of the camera, every photo and every file that cannot be kept as it is: shown one
// after another, as a person would meet them.
#include "client/selftest/photo_samples.h"
#include "client/selftest/specimen.h"
#include "client/selftest/walk.h"
#include "client/viewmodels/folder_frames.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/scan_words.h"

#include <QFileInfo>
#include <QSet>

namespace escale {

namespace {

using Page = Parcours::Page;
using Step = PieceViewModel::Step;

// A photo of a slow machine.
constexpr int kPhotoMs = 60'000;
constexpr int kMostPages = 8;

/// The walk, and the sentences that it took a picture of.
struct Shooting {
    Walk& walk;
    QString folder; // of the samples
    QSet<QString> said;

    [[nodiscard]] PieceViewModel& piece() const { return *walk.parcours.piece(); }
    Result<void> step(const QString& name) {
        said << piece().error() << piece().verdict() << piece().aim()->advice();
        return walk.step(name);
    }
};

Result<void> chooseFile(Walk& walk, const QString& name) {
    const QString button = "fichier:" + name;
    for (int page = 0; page < kMostPages && !walk.walker.isThere(button); ++page)
        ESCALE_TRY(walk.walker.tap("fichiers-suite"));
    return walk.walker.tap(button);
}

Result<void> showRefusals(Shooting& shooting) {
    auto& piece = shooting.piece();
    for (const QString& name : badFiles()) {
        ESCALE_TRY(chooseFile(shooting.walk, name));
        ESCALE_TRY(shooting.walk.walker.waitFor(
            "le refus de " + name,
            [&] {
                return !piece.busy() && !piece.error().isEmpty() && piece.step() == Step::aiming;
            },
            kPhotoMs));
        ESCALE_TRY(shooting.step("refus-" + QFileInfo(name).completeBaseName()));
    }
    return {};
}

/// In front of a camera that sees what is in `frames`; `again`: the same page, once more.
Result<FolderFrames*> aimAt(Shooting& shooting, const QString& frames, bool again = false) {
    auto& piece = shooting.piece();
    FolderFrames* camera = nullptr;
    piece.aim()->stop();
    piece.aim()->setSource([&] {
        auto source = std::make_unique<FolderFrames>(frames, 0);
        camera = source.get();
        return source;
    });
    again ? piece.retake() : piece.addPage();
    piece.aim()->setSource({}); // what it caught does not outlive this photo
    ESCALE_TRY(shooting.walk.waitForPage(Page::Photo, "la caméra"));
    return camera;
}

/// The next frames, until nothing moves any more: one fewer than what takes the photo by itself.
Result<void> holdStill(Shooting& shooting, FolderFrames& camera) {
    auto& aim = *shooting.piece().aim();
    for (int frame = 1; frame < scan::kStillFrames; ++frame) {
        const QUrl before = aim.frame();
        camera.step();
        ESCALE_TRY(shooting.walk.walker.waitFor(
            "une image de plus", [&] { return aim.frame() != before; }, kPhotoMs));
    }
    return shooting.step("conseil-c-est-net");
}

Result<void> showPhoto(Shooting& shooting, const QString& kind, bool again = false) {
    auto& piece = shooting.piece();
    auto& walker = shooting.walk.walker;
    ESCALE_TRY_ASSIGN(camera, aimAt(shooting, shooting.folder + "/camera/" + kind, again));
    camera->step();
    ESCALE_TRY(walker.waitFor(
        "un conseil", [&] { return !piece.aim()->advice().isEmpty(); }, kPhotoMs));
    ESCALE_TRY(shooting.step("conseil-" + kind));
    if (kind == cameraKinds().first())
        ESCALE_TRY(holdStill(shooting, *camera));
    ESCALE_TRY(walker.tap("prendre"));
    ESCALE_TRY(walker.waitFor(
        "la photo prise",
        [&] {
            return !piece.busy() && (!piece.error().isEmpty() || piece.step() == Step::reviewing);
        },
        kPhotoMs));
    return shooting.step((again ? "encore-" : "photo-") + kind);
}

/// After two photos that are not good, the person may keep the second one: an adviser will look.
Result<void> keepAnyway(Shooting& shooting) {
    ESCALE_TRY(showPhoto(shooting, "bougee"));
    ESCALE_TRY(showPhoto(shooting, "bougee", true));
    ESCALE_TRY(shooting.walk.walker.tap("garder-quand-meme"));
    auto& piece = shooting.piece();
    if (piece.step() == Step::aiming) // the other side
        piece.list();
    ESCALE_TRY(shooting.walk.arrive(Page::Feuilles, "feuille-douteuse"));
    if (piece.pages()->rows().first().toMap()["doubtful"].toString().isEmpty())
        return fail(Errc::internal, "la photo douteuse n’est pas marquée");
    return {};
}

/// The camera goes away: the files stay.
Result<void> unplug(Shooting& shooting) {
    ESCALE_TRY_ASSIGN(camera, aimAt(shooting, shooting.folder + "/camera")); // no picture there
    camera->step();
    ESCALE_TRY(shooting.walk.walker.waitFor("la caméra partie",
                                            [&] { return shooting.piece().aim()->unplugged(); }));
    return shooting.step("camera-debranchee");
}

Result<void> nothingWasLeftOut(const Shooting& shooting) {
    QStringList keys;
    for (int i = 0; i <= static_cast<int>(scan::Raison::sombre); ++i)
        keys << keyOf(static_cast<scan::Raison>(i));
    for (int i = 0; i <= static_cast<int>(scan::Advice::neBougezPlus); ++i)
        keys << keyOf(static_cast<scan::Advice>(i));
    for (const QString& key : keys)
        if (!shooting.said.contains(Preferences::text(key)))
            return fail(Errc::internal, "aucune image ne dit « " + key.toStdString() + " »");
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
    Shooting shooting{walk, QFileInfo(path).absolutePath(), {}};
    ESCALE_TRY(showRefusals(shooting));
    for (const QString& kind : cameraKinds()) {
        if (kind == kBlurredCode) // which only an avis has
            walk.parcours.openPhoto({}, "avis_imposition");
        ESCALE_TRY(showPhoto(shooting, kind));
    }
    ESCALE_TRY(keepAnyway(shooting));
    ESCALE_TRY(unplug(shooting));
    ESCALE_TRY(nothingWasLeftOut(shooting));
    walk.parcours.finish();
    return walk.waitForPage(Page::Langue, "l’écran effacé");
}

} // namespace escale
