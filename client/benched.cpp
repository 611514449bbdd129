// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/benched.h"

#include "client/application.h"
#include "client/bench/bench.h"
#include "client/bench/frame_meter.h"
#include "client/selftest/walker.h"
#include "client/trial_device.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QTimer>

#include <iostream>

namespace escale {

namespace {

int refuse(const Error& error) {
    std::cerr << "escale : " << userMessage(error.code) << ' ' << error.detail << std::endl;
    return 1;
}

int measurePages(QGuiApplication& application, Application& escale, FrameMeter& meter,
                 const WarningWatch& warnings) {
    Onlooker onlooker(*escale.window(), *escale.parcours().preferences(), {Look()}, {});
    onlooker.setChecking(false);
    Walker walker(*escale.window(), onlooker, warnings);
    QTimer::singleShot(0, &application, [&] {
        print(benchPages(walker, escale.parcours(), meter));
        QCoreApplication::quit();
    });
    return QGuiApplication::exec();
}

} // namespace

int runBench(QGuiApplication& application, const AppOptions& options) {
    if (options.bench == "preparer") {
        crypto::SystemRandom random;
        const auto made = makeTrialDevice(options.data.toStdString(), SystemClock(), random);
        return made ? 0 : refuse(made.error());
    }
    Application escale;
    if (const auto opened = escale.open(options); !opened)
        return refuse(opened.error());
    const WarningWatch warnings;
    if (!escale.show())
        return 1;
    FrameMeter meter(*escale.window());
    if (options.bench == "pages")
        return measurePages(application, escale, meter, warnings);
    QObject::connect(&meter, &FrameMeter::firstFrame, &application, [](qint64 ns) {
        print(startReport(ns));
        QCoreApplication::quit();
    });
    return QGuiApplication::exec();
}

} // namespace escale
