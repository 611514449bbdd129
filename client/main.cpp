// SPDX-License-Identifier: GPL-3.0-or-later
// escale: the touch application with which a demande is filled in.
#include "client/application.h"
#include "client/benched.h"
#include "client/piloted.h"
#include "client/platform/data_dir.h"
#include "client/self_test.h"
#include "client/selftest/specimen.h"
#include "client/selftest/walks.h"
#include "client/termination.h"
#include "client/trial_device.h"

#include <QFont>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTimer>
#include <QtQml/qqmlextensionplugin.h>

#include <iostream>

Q_IMPORT_QML_PLUGIN(Escale_ClientPlugin)
Q_IMPORT_QML_PLUGIN(Escale_UiPlugin)

namespace {

using escale::AppOptions;

constexpr int kUsage = 2;

int refuse(const escale::Error& error) {
    std::cerr << "escale : " << escale::userMessage(error.code);
    if (!error.detail.empty())
        std::cerr << "\n  " << error.detail;
    std::cerr << std::endl;
    return 1;
}

/// For who started the program (the demo reads these lines): never a value that a person typed.
void sayMilestones(escale::Parcours& parcours) {
    QObject::connect(&parcours, &escale::Parcours::deposited,
                     [] { std::cout << "demande complete" << std::endl; });
    QObject::connect(&parcours, &escale::Parcours::registered, [](const QString& numero) {
        std::cout << "numero_unique " << numero.toStdString() << std::endl;
    });
}

/// A trial has a device and photos of its own; a walk has photos of its own.
escale::Result<void> prepareTrial(AppOptions& options, const QString& folder) {
    if (options.trial) {
        const escale::SystemClock clock;
        escale::crypto::SystemRandom random;
        options.data = folder + "/appareil";
        ESCALE_TRY(escale::makeTrialDevice(options.data.toStdString(), clock, random));
    }
    if (options.photos.isEmpty() && (options.trial || options.walk != AppOptions::Walk::none)) {
        options.photos = folder + "/photos";
        return escale::writeSpecimen(options.photos);
    }
    return {};
}

int start(QGuiApplication& application, const AppOptions& options) {
    const escale::Termination termination;
    escale::Application escale;
    if (const auto opened = escale.open(options); !opened)
        return refuse(opened.error());
    sayMilestones(escale.parcours());
    escale::WarningWatch warnings; // from the first page on
    if (!escale.show())
        return refuse(escale::fail(escale::Errc::internal, "les pages ne se chargent pas"));
    if (options.walk == AppOptions::Walk::none)
        return application.exec();
    int code = 1;
    QTimer::singleShot(0, &application, [&] {
        code =
            escale::walkParcours(*escale.window(), escale.parcours(), warnings, options.captures);
        QCoreApplication::exit(code);
    });
    application.exec();
    return code;
}

} // namespace

int main(int argc, char** argv) {
    escale::client::hardenProcess();
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName("escale");
    QFont font;
    font.setFamilies({"Andika", "Noto Sans Arabic", "Noto Sans"});
    QGuiApplication::setFont(font);
    if (QCoreApplication::arguments().contains("--help")) {
        std::cout << escale::appUsage().toStdString();
        return 0;
    }
    auto options = escale::parseAppOptions(QCoreApplication::arguments());
    if (!options) {
        std::cerr << "escale : " << options.error().detail << "\n"
                  << escale::appUsage().toStdString();
        return kUsage;
    }
    if (options->walk == AppOptions::Walk::selfTest)
        return escale::runSelfTest(application, *options);
    if (options->walk == AppOptions::Walk::bench)
        return escale::runBench(application, *options);
    if (options->walk == AppOptions::Walk::pilot)
        return escale::runPiloted(application, *options);
    const QTemporaryDir folder;
    if (const auto ready = prepareTrial(*options, folder.path()); !ready)
        return refuse(ready.error());
    return start(application, *options);
}
