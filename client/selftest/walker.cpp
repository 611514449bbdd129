// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/walker.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QQuickItem>
#include <QQuickWindow>
#include <QThread>
#include <QTouchEvent>

#include <algorithm>
#include <iostream>

namespace escale {

namespace {

constexpr int kFindMs = 8'000;
constexpr int kStillMs = 250; // a page slides for 180 ms
// A second press on the same thing or place before 500 ms does nothing.
constexpr qint64 kDoublePressMs = 520;
constexpr qreal kSamePlace = 90;
constexpr int kAlphabets = 4;
constexpr unsigned long kRestUs = 500;

/// The item of that name that can be touched, or nullptr.
QQuickItem* search(QQuickItem* root, const QString& name) {
    if (!root->isVisible() || !root->isEnabled())
        return nullptr;
    if (root->objectName() == name)
        return root;
    const auto children = root->childItems();
    // What is drawn last is on top.
    for (auto child = children.crbegin(); child != children.crend(); ++child)
        if (auto* found = search(*child, name))
            return found;
    return nullptr;
}

QRectF placeOf(const QQuickItem* item) {
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

/// A touch screen of our own: Qt keeps the state of its points there.
const QPointingDevice* finger() {
    static const auto* kFinger = new QPointingDevice(
        QStringLiteral("doigt"), 4711, QInputDevice::DeviceType::TouchScreen,
        QPointingDevice::PointerType::Finger,
        QInputDevice::Capability::Position | QInputDevice::Capability::NormalizedPosition, 5, 0, {},
        {}, QCoreApplication::instance()); // whose child it is: devices end before their windows
    return kFinger;
}

/// A point of a touch with its place in the window, which only events of one point can set.
QEventPoint pointAt(QEvent::Type type, const QPointF& where, const QPointF& global) {
    const bool down = type == QEvent::TouchBegin;
    const QMouseEvent carrier(down ? QEvent::MouseButtonPress : QEvent::MouseButtonRelease, where,
                              where, global, Qt::LeftButton, down ? Qt::LeftButton : Qt::NoButton,
                              Qt::NoModifier, finger());
    return carrier.points().first();
}

} // namespace

Walker::Walker(QQuickWindow& window, Onlooker& onlooker, const WarningWatch& warnings)
    : m_window(window)
    , m_onlooker(onlooker)
    , m_warnings(warnings)
    , m_finger(finger()) {
    m_clock.start();
}

Result<void> Walker::tap(const QString& name) {
    ESCALE_TRY_ASSIGN(item, find(name));
    const QPointF middle = placeOf(item).center();
    const bool isKey = name.startsWith("touche:") || name.startsWith("pave:");
    if (isKey)
        return press(item);
    const qint64 before = m_pressed.value(name, -kDoublePressMs);
    const bool samePlace = (middle - m_lastWhere).manhattanLength() < kSamePlace;
    const qint64 since = m_clock.elapsed() - (samePlace ? std::max(before, m_lastMs) : before);
    if (since < kDoublePressMs)
        pass(static_cast<int>(kDoublePressMs - since));
    ESCALE_TRY(press(item));
    m_lastWhere = middle;
    m_lastMs = m_clock.elapsed();
    m_pressed.insert(name, m_lastMs);
    return noWarning();
}

Result<void> Walker::press(QQuickItem* item) {
    if (!m_keys) {
        touch(placeOf(item).center());
        return noWarning();
    }
    ESCALE_TRY(reach(item));
    // Space would be a letter in a field.
    const bool field = m_window.activeFocusItem()->inherits("QQuickTextInput");
    strike(field ? Qt::Key_Return : Qt::Key_Space);
    return noWarning();
}

Result<void> Walker::type(const QString& letters) {
    for (const QChar letter : letters) {
        const QString key = letter == QLatin1Char(' ')
                                ? QStringLiteral("touche:space")
                                : QStringLiteral("touche:") + letter.toLower();
        for (int i = 0; i < kAlphabets && !isThere(key); ++i)
            ESCALE_TRY(tap(isThere("touche:digits") ? "touche:digits" : "touche:other"));
        ESCALE_TRY(tap(key));
    }
    return {};
}

Result<void> Walker::keypad(const QString& digits) {
    for (const QChar digit : digits)
        ESCALE_TRY(tap(QStringLiteral("pave:") + digit));
    return {};
}

Result<void> Walker::waitFor(const QString& what, const std::function<bool()>& holds,
                             int timeoutMs) {
    QElapsedTimer waiting;
    waiting.start();
    while (!holds()) {
        ESCALE_TRY(noWarning());
        if (waiting.elapsed() > timeoutMs)
            return fail(Errc::timeout, "attendu en vain : " + what.toStdString());
        pass(10);
    }
    return noWarning();
}

bool Walker::isThere(const QString& name) const {
    return search(m_window.contentItem(), name) != nullptr;
}

Result<void> Walker::step(const QString& name) {
    if (!m_onlooker.isCalm())
        pass(kStillMs);
    std::cout << "pas " << name.toStdString() << ' ' << m_clock.elapsed() - m_stepStart
              << std::endl;
    m_stepStart = m_clock.elapsed();
    ESCALE_TRY(m_onlooker.look(name));
    return noWarning();
}

Result<QQuickItem*> Walker::find(const QString& name) {
    const QRectF screen(0, 0, m_window.width(), m_window.height());
    QElapsedTimer waiting;
    waiting.start();
    QRectF before;
    while (waiting.elapsed() < kFindMs) {
        if (auto* item = search(m_window.contentItem(), name)) {
            const QRectF place = placeOf(item);
            if (place == before && !place.isEmpty() && screen.contains(place.center()))
                return item;
            before = place;
        }
        ESCALE_TRY(noWarning());
        pass(16);
    }
    return fail(Errc::timeout, "rien à toucher ici : " + name.toStdString());
}

void Walker::touch(const QPointF& where) {
    send(QEvent::TouchBegin, where);
    pass(1);
    send(QEvent::TouchEnd, where);
    pass(1);
}

void Walker::send(QEvent::Type type, const QPointF& where) {
    const QPointF global = m_window.mapToGlobal(where);
    QTouchEvent event(type, m_finger, Qt::NoModifier, {pointAt(type, where, global)});
    QCoreApplication::sendEvent(&m_window, &event);
}

void Walker::pass(int ms) {
    QElapsedTimer waiting;
    waiting.start();
    QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    while (waiting.elapsed() < ms) {
        QThread::usleep(kRestUs); // other programs need the machine too
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
}

Result<void> Walker::noWarning() const {
    const QString warning = m_warnings.first();
    if (warning.isEmpty())
        return {};
    return fail(Errc::internal, "avertissement : " + warning.toStdString());
}

} // namespace escale
