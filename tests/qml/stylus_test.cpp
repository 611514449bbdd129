// SPDX-License-Identifier: GPL-3.0-or-later
// A stylus presses as a finger does. Qt turns what a tablet sends, and nothing took as such, into
// events of a mouse that name the stylus: both are sent here.
#include <QGuiApplication>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Escale_UiPlugin)

namespace {

const QPointingDevice* pen() {
    static const auto* kPen = new QPointingDevice(
        QStringLiteral("stylet"), 815, QInputDevice::DeviceType::Stylus,
        QPointingDevice::PointerType::Pen,
        QInputDevice::Capability::Position | QInputDevice::Capability::Pressure |
            QInputDevice::Capability::Hover,
        1, 1, {}, {}, QCoreApplication::instance());
    return kPen;
}

} // namespace

class StylusTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_engine.addImportPath("qrc:/qt/qml");
        QQmlComponent component(&m_engine);
        component.setData("import Escale.Ui\nPrimaryButton { x: 100; y: 100 }",
                          QUrl("qrc:/essai.qml"));
        m_button.reset(qobject_cast<QQuickItem*>(component.create()));
        QVERIFY2(m_button, qPrintable(component.errorString()));
        m_window.resize(800, 600);
        m_button->setParentItem(m_window.contentItem());
        m_window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_window));
    }

    void aTapOfTheStylusActsOnce() {
        QSignalSpy acted(m_button.get(), SIGNAL(activated()));
        tablet(QEvent::TabletPress, {150, 130}, 0.4);
        tablet(QEvent::TabletRelease, {150, 130}, 0);
        QCOMPARE(acted.count(), 1);
    }

    void aStylusMayTrembleByTwelvePixels() {
        QSignalSpy acted(m_button.get(), SIGNAL(activated()));
        tablet(QEvent::TabletPress, {102, 130}, 0.4);
        for (int x = 101; x >= 90; --x)
            tablet(QEvent::TabletMove, {qreal(x), 130}, 0.3);
        tablet(QEvent::TabletRelease, {90, 130}, 0);
        QCOMPARE(acted.count(), 1);
    }

    void aStylusThatHoversDoesNothing() {
        QSignalSpy acted(m_button.get(), SIGNAL(activated()));
        for (int x = 110; x < 200; x += 5)
            tablet(QEvent::TabletMove, {qreal(x), 130}, 0);
        QCOMPARE(acted.count(), 0);
    }

private:
    /// As QGuiApplication does: the tablet first, then a mouse when nothing took it.
    void tablet(QEvent::Type type, const QPointF& where, qreal pressure) {
        const bool down = type == QEvent::TabletPress || (m_down && type == QEvent::TabletMove);
        const QPointF global = m_window.mapToGlobal(where);
        const auto button = type == QEvent::TabletMove ? Qt::NoButton : Qt::LeftButton;
        const auto buttons = down ? Qt::LeftButton : Qt::NoButton;
        m_down = down;
        QTabletEvent event(type, pen(), where, global, pressure, 0, 0, 0, 0, 0, Qt::NoModifier,
                           button, buttons);
        event.setAccepted(false);
        QCoreApplication::sendEvent(&m_window, &event);
        if (event.isAccepted())
            return;
        const auto mouse = type == QEvent::TabletPress     ? QEvent::MouseButtonPress
                           : type == QEvent::TabletRelease ? QEvent::MouseButtonRelease
                                                           : QEvent::MouseMove;
        QMouseEvent copy(mouse, where, where, global, button, buttons, Qt::NoModifier, pen());
        QCoreApplication::sendEvent(&m_window, &copy);
    }

    QQmlEngine m_engine;
    QQuickWindow m_window;
    std::unique_ptr<QQuickItem> m_button;
    bool m_down = false;
};

QTEST_MAIN(StylusTest)

#include "stylus_test.moc"
