// SPDX-License-Identifier: GPL-3.0-or-later
// escale-temoin: the smallest Qt Quick window, measured as the application is. What it takes is
// what Qt and the machine take.
#include "client/bench/bench.h"
#include "client/bench/frame_meter.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPointingDevice>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QThread>
#include <QTouchEvent>

#include <memory>

namespace {

constexpr const char* kWindow = R"(
import QtQuick
Window {
    id: window
    property int turn: 0
    width: 1280; height: 800; visible: true
    Loader {
        id: loader
        width: 1280; height: 800
        sourceComponent: window.turn % 2 ? second : first
    }
    Component { id: first; Text { text: "Escale"; font.pixelSize: 42 } }
    Component { id: second; Text { text: "Suite"; font.pixelSize: 42 } }
    onTurnChanged: slide.restart()
    NumberAnimation { id: slide; target: loader; property: "x"; from: 40; to: 0; duration: 180 }
})";

constexpr int kTurns = 20;
constexpr int kTurnMs = 300;

void touchEnd(QQuickWindow& window) {
    static const QPointingDevice finger(
        QStringLiteral("doigt"), 1, QInputDevice::DeviceType::TouchScreen,
        QPointingDevice::PointerType::Finger, QInputDevice::Capability::Position, 1, 0);
    QTouchEvent event(QEvent::TouchEnd, &finger);
    QCoreApplication::sendEvent(&window, &event);
}

} // namespace

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData(kWindow, {});
    const std::unique_ptr<QObject> made(component.create());
    auto* window = qobject_cast<QQuickWindow*>(made.get());
    if (!window)
        return 1;
    escale::FrameMeter meter(*window);
    const bool pages = QCoreApplication::arguments().contains("pages");
    QObject::connect(&meter, &escale::FrameMeter::firstFrame, window, [pages](qint64 ns) {
        if (!pages) {
            escale::print(escale::startReport(ns));
            QCoreApplication::quit();
        }
    });
    if (!pages)
        return application.exec();
    // The same turns of the loop as those of the application under its walker.
    QElapsedTimer clock;
    clock.start();
    for (int turn = 0; turn < kTurns;) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QThread::usleep(500);
        if (clock.elapsed() < kTurnMs)
            continue;
        clock.restart();
        touchEnd(*window);
        window->setProperty("turn", ++turn);
        meter.pageMoved();
    }
    escale::print(escale::framesReport(meter));
    return 0;
}
