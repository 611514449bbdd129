// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/self_test.h"

#include "client/application.h"
#include "client/movable_clock.h"
#include "client/selftest/photo_samples.h"
#include "client/selftest/specimen.h"
#include "client/selftest/walks.h"
#include "client/trial_device.h"
#include "client/trial_figures.h"
#include "client/trial_people.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <iostream>
#include <memory>

namespace escale {

namespace {

constexpr int kUsage = 2;

int refuse(const Error& error, int code = 1) {
    std::cerr << "escale : " << error.detail << std::endl;
    return code;
}

/// The device of a mode, in `folder`. « pas-pret » is a folder where nothing is enrolled.
Result<void> prepareDevice(AppOptions& options, const QString& mode, const QString& folder) {
    options.data = folder + "/appareil";
    options.photos = folder + "/photos";
    ESCALE_TRY(writeSpecimen(options.photos));
    if (mode == "pas-pret")
        return {};
    const SystemClock clock;
    crypto::SystemRandom random;
    const std::string root = options.data.toStdString();
    if (mode == "photos")
        ESCALE_TRY(writePhotoSamples(options.photos));
    if (mode == "borne" || mode == "retour" || mode == "questions" || mode == "photos" ||
        mode == "lus" || mode == "place")
        return makeTrialDevice(root, clock, random);
    qunsetenv("ESCALE_PIN"); // the walk writes the code by itself
    const auto role = mode == "permanence" ? protocol::Role::permanence : protocol::Role::mediateur;
    ESCALE_TRY(makeTrialDevice(root, clock, random, role));
    const auto photo = options.photos + '/' + kSpecimenName;
    return addTrialPeople(root, photo.toStdString(), clock, random);
}

QStringList languagesOf(const AppOptions& options, Parcours& parcours) {
    if (!options.selfTest.languages.isEmpty())
        return options.selfTest.languages;
    QStringList codes;
    for (const auto& offered : parcours.preferences()->languages())
        codes.append(offered.toMap()["code"].toString());
    return codes;
}

/// The states that no touch gives, for the walk that needs them.
std::function<Result<void>(const QString&)> arrangerOf(const AppOptions& options,
                                                       const crypto::KeyPair& keys,
                                                       client::DossierSession& session) {
    static const SystemClock clock;
    const auto photo = options.photos + '/' + kSpecimenName;
    const auto figures = std::make_shared<TrialFigures>(options.data.toStdString(), keys,
                                                        photo.toStdString(), session, clock);
    return [figures](const QString& what) { return figures->arrange(what.toStdString()); };
}

int walkMode(QGuiApplication& application, AppOptions options, SelfTest test) {
    const QTemporaryDir folder;
    if (const auto ready = prepareDevice(options, test.mode, folder.path()); !ready)
        return refuse(ready.error());
    const auto clock = std::make_shared<MovableClock>();
    options.idleNow = [clock] { return clock->now(); };
    test.passTime = [clock](qint64 ms) { clock->pass(ms); };
    const auto keys = test.mode == "place" ? TrialFigures::prepare(options.data.toStdString())
                                           : Result<crypto::KeyPair>(crypto::KeyPair());
    if (!keys)
        return refuse(keys.error());
    Application escale;
    if (const auto opened = escale.open(options); !opened)
        return refuse(opened.error());
    const WarningWatch warnings; // from the first page on
    if (!escale.show())
        return refuse(fail(Errc::internal, "les pages ne se chargent pas"));
    test.languages = languagesOf(options, escale.parcours());
    test.speaking = [&escale] { return escale.lecture().wordLength() > 0; };
    if (!keys->publicPem.empty())
        test.arrange = arrangerOf(options, *keys, *escale.session());
    int code = 1;
    QTimer::singleShot(0, &application, [&] {
        code = walkSelfTest(*escale.window(), escale.parcours(), warnings, test);
        QCoreApplication::exit(code);
    });
    QGuiApplication::exec();
    return code;
}

} // namespace

int runSelfTest(QGuiApplication& application, const AppOptions& options) {
    const auto looks = looksOf(options.selfTest.sizes, options.selfTest.appearances);
    if (!looks)
        return refuse(looks.error(), kUsage);
    QStringList modes = options.selfTest.modes;
    if (modes.isEmpty())
        modes = selfTestModes();
    int code = 0;
    for (const auto& mode : modes) {
        if (!selfTestModes().contains(mode))
            return refuse(fail(Errc::invalidArgument, "mode inconnu : " + mode.toStdString()),
                          kUsage);
        SelfTest test;
        test.mode = mode;
        test.looks = *looks;
        test.keys = options.selfTest.keys;
        if (!options.captures.isEmpty())
            test.captures = options.captures + "/" + mode;
        code = std::max(code, walkMode(application, options, test));
    }
    return code;
}

} // namespace escale
