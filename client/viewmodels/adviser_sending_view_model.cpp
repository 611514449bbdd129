// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/adviser_sending_view_model.h"

#include "client/viewmodels/instants.h"
#include "client/viewmodels/preferences.h"

#include <algorithm>

namespace escale {

namespace {

// A photo is kept twice until it is sent: sealed for the server, and the copy to look at.
constexpr std::int64_t kPhotoBytes = 4 << 20;
constexpr std::int64_t kSpareBytes = 256 << 20;
constexpr int kMostPhotos = 999;

bool waits(const PersonRow& row) {
    return row.waitingEdits + row.waitingPages > 0;
}

QString counted(const char* key, int count) {
    return Preferences::sentence(QStringLiteral("%1:%2").arg(QLatin1String(key)).arg(count));
}

} // namespace

void AdviserSendingViewModel::show(const client::SyncStatus& status, QList<PersonRow> people,
                                   std::int64_t freeBytes, std::int64_t nowMs) {
    m_status = status;
    m_people = std::move(people);
    std::stable_partition(m_people.begin(), m_people.end(), waits);
    m_nowMs = nowMs;
    m_photosLeft = static_cast<int>(
        std::clamp<std::int64_t>((freeBytes - kSpareBytes) / kPhotoBytes, 0, kMostPhotos));
    m_pager.fit(m_people.size());
    emit changed();
}

bool AdviserSendingViewModel::online() const {
    return !m_status.lastError && m_status.lastSuccessMs > 0;
}

QString AdviserSendingViewModel::title() const {
    if (online())
        return Preferences::text("envois.reseau");
    if (m_status.lastSuccessMs == 0)
        return Preferences::text("envois.sans_reseau.jamais");
    return Preferences::text("envois.sans_reseau.depuis")
        .arg(momentSince(m_status.lastSuccessMs, m_nowMs));
}

QString AdviserSendingViewModel::advice() const {
    return Preferences::text(!online()              ? "envois.rien_de_perdu"
                             : waitingPeople() == 0 ? "envois.tout_parti"
                                                    : "envois.en_route");
}

QString AdviserSendingViewModel::shortState() const {
    return Preferences::text(online() ? "envois.court.reseau" : "envois.court.sans_reseau");
}

QString AdviserSendingViewModel::shortCount() const {
    const int count = waitingPeople();
    return count == 0 ? Preferences::text("envois.court.rien")
                      : counted(count == 1 ? "envois.court.une" : "envois.court.attend", count);
}

int AdviserSendingViewModel::waitingPeople() const {
    return static_cast<int>(std::count_if(m_people.begin(), m_people.end(), waits));
}

int AdviserSendingViewModel::waitingPages() const {
    std::int64_t pages = 0;
    for (const auto& row : m_people)
        pages += row.waitingPages;
    return static_cast<int>(pages);
}

QString AdviserSendingViewModel::lastSending() const {
    if (m_status.lastSuccessMs == 0)
        return Preferences::text("envois.dernier.jamais");
    return Preferences::text("envois.dernier").arg(momentSince(m_status.lastSuccessMs, m_nowMs));
}

QVariantList AdviserSendingViewModel::rows() const {
    QVariantList shown;
    for (const auto& row : m_people.mid(m_pager.start(), m_pager.perPage())) {
        QVariantMap map = statePill(row);
        map["name"] = row.name;
        map["pages"] = row.pages;
        map["sent"] = std::max(0, row.pages - static_cast<int>(row.waitingPages));
        shown.append(map);
    }
    return shown;
}

void AdviserSendingViewModel::showOthers() {
    m_pager.turn(m_people.size());
    emit changed();
}

void AdviserSendingViewModel::setPerPage(int rows) {
    if (m_pager.setPerPage(rows))
        emit changed();
}

} // namespace escale
