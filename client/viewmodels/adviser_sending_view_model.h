// SPDX-License-Identifier: GPL-3.0-or-later
// Network and sending, for who holds the device: what waits, since when, how much room is left.
#pragma once

#include "client/sync/sync_status.h"
#include "client/viewmodels/adviser_words.h"
#include "client/viewmodels/row_pager.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class AdviserSendingViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Adviser")
    Q_PROPERTY(bool online READ online NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed) // "Pas de réseau depuis hier, 17 h 40."
    Q_PROPERTY(QString advice READ advice NOTIFY changed)
    Q_PROPERTY(QString shortState READ shortState NOTIFY changed) // "Pas de réseau"
    Q_PROPERTY(QString shortCount READ shortCount NOTIFY changed) // "3 demandes gardées"
    Q_PROPERTY(int waitingPeople READ waitingPeople NOTIFY changed)
    Q_PROPERTY(int waitingPages READ waitingPages NOTIFY changed)
    /// Photos that the disk still holds.
    Q_PROPERTY(int photosLeft READ photosLeft NOTIFY changed)
    Q_PROPERTY(QString lastSending READ lastSending NOTIFY changed)
    /// The people shown: [{name, stateText, stateIcon, stateKind, sent, pages}].
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    Q_PROPERTY(int others READ others NOTIFY changed)
    /// Rows that the page holds: fewer in large letters.
    Q_PROPERTY(int perPage READ perPage WRITE setPerPage NOTIFY changed)

public:
    using QObject::QObject;
    /// `people` as the list has them; `freeBytes` of the disk that holds the documents.
    void show(const client::SyncStatus& status, QList<PersonRow> people, std::int64_t freeBytes,
              std::int64_t nowMs);
    void clear() { show({}, {}, 0, 0); }

    [[nodiscard]] bool online() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString advice() const;
    [[nodiscard]] QString shortState() const;
    [[nodiscard]] QString shortCount() const;
    [[nodiscard]] int waitingPeople() const;
    [[nodiscard]] int waitingPages() const;
    [[nodiscard]] int photosLeft() const { return m_photosLeft; }
    [[nodiscard]] QString lastSending() const;
    [[nodiscard]] QVariantList rows() const;
    [[nodiscard]] int others() const { return m_pager.others(m_people.size()); }
    [[nodiscard]] int perPage() const { return m_pager.perPage(); }
    void setPerPage(int rows);
    Q_INVOKABLE void showOthers();

signals:
    void changed();

private:
    client::SyncStatus m_status;
    QList<PersonRow> m_people; // what waits first
    std::int64_t m_nowMs = 0;
    int m_photosLeft = 0;
    RowPager m_pager{4};
};

} // namespace escale
