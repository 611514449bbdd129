// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/return_view_model.h"

#include "client/viewmodels/preferences.h"

#include <QStringList>

namespace escale {

namespace {

constexpr int kMinuteSeconds = 60;
constexpr int kSecondMs = 1000;

/// The server could not be asked.
bool isOutOfReach(Errc reason) {
    switch (reason) {
    case Errc::networkUnavailable:
    case Errc::timeout:
    case Errc::peerRefused:
    case Errc::unauthorized:
    case Errc::serverFailure:
        return true;
    default:
        return false;
    }
}

} // namespace

ReturnViewModel::ReturnViewModel(QObject* parent)
    : QObject(parent) {
    m_second.setInterval(kSecondMs);
    connect(&m_second, &QTimer::timeout, this, &ReturnViewModel::countDown);
}

QString ReturnViewModel::code() const {
    QStringList groups;
    for (qsizetype at = 0; at < m_digits.size(); at += 4)
        groups.append(m_digits.mid(at, 4));
    return groups.join(QLatin1Char(' '));
}

bool ReturnViewModel::elsewhere() const {
    return m_reason == Errc::wrongCode || isOutOfReach(m_reason);
}

QString ReturnViewModel::error() const {
    if (isOutOfReach(m_reason))
        return Preferences::text("reprise.ailleurs");
    switch (m_reason) {
    case Errc::internal:
        return {};
    case Errc::invalidArgument:
        return Preferences::sentence(
            QStringLiteral("reprise.court:%1").arg(kDigits - m_digits.size()));
    case Errc::wrongCode:
        return Preferences::text("reprise.inconnu");
    case Errc::throttled: {
        const int minutes = (m_waitSeconds + kMinuteSeconds - 1) / kMinuteSeconds;
        return m_waitSeconds > kMinuteSeconds
                   ? Preferences::text("reprise.attendre.minutes").arg(minutes)
                   : Preferences::text("reprise.attendre.secondes").arg(m_waitSeconds);
    }
    default:
        return Preferences::text(QStringLiteral("errc.%1").arg(
            QString::fromUtf8(errcName(m_reason).data(), qsizetype(errcName(m_reason).size()))));
    }
}

void ReturnViewModel::search() {
    m_searching = true;
    m_reason = Errc::internal;
    emit changed();
}

void ReturnViewModel::type(const QString& letters) {
    if (m_searching)
        return;
    for (const QChar letter : letters)
        if (letter >= QLatin1Char('0') && letter <= QLatin1Char('9') && !complete())
            m_digits.append(letter);
    if (m_reason != Errc::throttled)
        m_reason = Errc::internal;
    emit changed();
}

void ReturnViewModel::erase() {
    if (m_searching)
        return;
    m_digits.chop(1);
    if (m_reason != Errc::throttled)
        m_reason = Errc::internal;
    emit changed();
}

void ReturnViewModel::refuse(Errc reason) {
    m_searching = false;
    m_reason = reason;
    if (reason == Errc::throttled) {
        m_second.start();
        countDown();
    }
    emit changed();
}

void ReturnViewModel::countDown() {
    const qint64 left = m_waitMs ? m_waitMs() : 0;
    m_waitSeconds = static_cast<int>((left + kSecondMs - 1) / kSecondMs);
    if (m_waitSeconds <= 0) {
        m_second.stop();
        m_reason = Errc::internal;
    }
    emit changed();
}

void ReturnViewModel::clear() {
    m_digits.fill(QLatin1Char('0'));
    m_digits.clear();
    m_searching = false;
    m_second.stop();
    m_reason = Errc::internal;
    emit changed();
}

} // namespace escale
