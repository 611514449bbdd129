// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/onlooker.h"

#include "client/selftest/audit/checks.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QQuickWindow>

#include <utility>

namespace escale {

namespace {

constexpr int kSmallestText = 24;
constexpr int kSmallestLargeText = 40; // 0.7 degree at 40 cm
constexpr int kQuickPng = 80;          // compresses little: the pictures are many
constexpr int kPagesNamed = 3;

/// A frame more: what is laid out just before a frame may move something else.
void settle(QQuickWindow& window) {
    for (int i = 0; i < 2; ++i) {
        QCoreApplication::processEvents();
        window.grabWindow();
    }
}

} // namespace

Onlooker::Onlooker(QQuickWindow& window, Preferences& preferences, QList<Look> looks,
                   QString captures)
    : m_window(window)
    , m_preferences(preferences)
    , m_looks(std::move(looks))
    , m_captures(std::move(captures)) {
    if (!m_captures.isEmpty())
        QDir().mkpath(m_captures);
}

void Onlooker::prepare() {
    show(m_looks.first());
}

void Onlooker::show(const Look& look) {
    m_preferences.setProperty("largeText", look.largeText);
    m_preferences.setProperty("highContrast", look.highContrast);
    if (look.calm)
        m_preferences.setProperty("calm", true);
    if (m_window.size() != look.size)
        m_window.resize(look.size);
    settle(m_window);
}

Result<void> Onlooker::look(const QString& step) {
    ++m_steps;
    for (const auto& one : m_looks) {
        show(one);
        if (m_checking)
            check(step, one);
        ESCALE_TRY(capture(step, one));
    }
    if (m_looks.size() > 1)
        prepare();
    return {};
}

Result<void> Onlooker::capture(const QString& step, const Look& look) {
    if (m_captures.isEmpty())
        return {};
    const QString file = QStringLiteral("%1-%2%3.png")
                             .arg(m_steps, 3, 10, QLatin1Char('0'))
                             .arg(step, look.name.isEmpty() ? QString() : "." + look.name);
    if (!m_window.grabWindow().save(QDir(m_captures).filePath(file), "PNG", kQuickPng))
        return fail(Errc::storageFailure, "image qui ne s’écrit pas : " + file.toStdString());
    return {};
}

void Onlooker::check(const QString& step, const Look& look) {
    audit::Expected expected;
    expected.smallestText = look.largeText ? kSmallestLargeText : kSmallestText;
    const QString page = look.name.isEmpty() ? step : step + "." + look.name;
    for (const auto& fault : audit::faultsOf(audit::lookAt(m_window), expected))
        m_faults[fault].append(page);
}

QStringList Onlooker::report() const {
    QStringList lines;
    for (auto at = m_faults.cbegin(); at != m_faults.cend(); ++at)
        lines.append(QStringLiteral("faute sur %1 page(s) (%2) : %3")
                         .arg(at->size())
                         .arg(at->mid(0, kPagesNamed).join(QStringLiteral(", ")), at.key()));
    return lines;
}

} // namespace escale
