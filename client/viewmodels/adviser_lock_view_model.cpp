// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/adviser_lock_view_model.h"

#include "client/dossier/device_lock.h"
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/preferences.h"
#include "shared/crypto/secret.h"

namespace escale {

namespace {

constexpr int kMinDigits = 6;
constexpr std::size_t kMaxDigits = 32;
constexpr int kSecondMs = 1000;
constexpr int kMinuteSeconds = 60;

} // namespace

AdviserLockViewModel::AdviserLockViewModel(client::DeviceLock* lock, QObject* parent)
    : QObject(parent)
    , m_lock(lock) {
    m_typed.reserve(kMaxDigits); // never moved, so that what is wiped is all there was
    m_second.setInterval(kSecondMs);
    connect(&m_second, &QTimer::timeout, this, &AdviserLockViewModel::check);
    if (!m_lock)
        return;
    connect(m_lock, &client::DeviceLock::refused, this, &AdviserLockViewModel::refused);
    connect(m_lock, &client::DeviceLock::opened, this, &AdviserLockViewModel::clear);
    check(); // a wait may run since before the program started
    if (m_waitSeconds > 0)
        m_reason = QStringLiteral("attendre");
}

AdviserLockViewModel::~AdviserLockViewModel() {
    wipe();
}

bool AdviserLockViewModel::busy() const {
    return m_lock && m_lock->isOpening();
}

QString AdviserLockViewModel::error() const {
    if (m_reason == QLatin1String("attendre")) {
        const int minutes = (m_waitSeconds + kMinuteSeconds - 1) / kMinuteSeconds;
        return m_waitSeconds > kMinuteSeconds
                   ? Preferences::text("code_pin.attendre.minutes").arg(minutes)
                   : Preferences::text("code_pin.attendre").arg(m_waitSeconds);
    }
    if (m_reason.isEmpty())
        return {};
    return Preferences::text(m_reason.startsWith(QLatin1String("errc."))
                                 ? m_reason
                                 : QStringLiteral("code_pin.") + m_reason);
}

void AdviserLockViewModel::type(const QString& digit) {
    if (busy() || digit.size() != 1 || !digit[0].isDigit() || m_typed.size() >= kMaxDigits)
        return;
    m_typed += digit[0].toLatin1();
    if (m_waitSeconds == 0)
        m_reason.clear();
    emit changed();
}

void AdviserLockViewModel::erase() {
    if (busy() || m_typed.empty())
        return;
    m_typed.back() = '\0';
    m_typed.pop_back();
    emit changed();
}

void AdviserLockViewModel::open() {
    if (!m_lock || busy())
        return;
    check();
    if (m_waitSeconds > 0) {
        m_reason = QStringLiteral("attendre");
    } else if (count() < kMinDigits) {
        m_reason = QStringLiteral("court");
    } else {
        m_reason.clear();
        m_lock->open(m_typed);
        wipe();
    }
    emit changed();
}

void AdviserLockViewModel::refused(const Error& error) {
    m_reason = error.code == Errc::wrongCode   ? QStringLiteral("faux")
               : error.code == Errc::throttled ? QStringLiteral("attendre")
                                               : QStringLiteral("errc.") + errorName(error);
    check();
    if (m_waitSeconds > 0)
        m_reason = QStringLiteral("attendre");
    emit changed();
}

void AdviserLockViewModel::check() {
    const auto left = m_lock ? m_lock->waitMs() : 0;
    m_waitSeconds = static_cast<int>((left + kSecondMs - 1) / kSecondMs);
    if (m_waitSeconds == 0 && m_reason == QLatin1String("attendre"))
        m_reason.clear();
    if (m_waitSeconds > 0 && !m_second.isActive())
        m_second.start();
    else if (m_waitSeconds == 0)
        m_second.stop();
    emit changed();
}

void AdviserLockViewModel::clear() {
    wipe();
    m_reason.clear();
    check();
}

void AdviserLockViewModel::wipe() {
    crypto::wipe(m_typed);
    m_typed.clear();
    m_typed.reserve(kMaxDigits);
}

} // namespace escale
