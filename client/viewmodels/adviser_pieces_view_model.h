// SPDX-License-Identifier: GPL-3.0-or-later
// The documents that a person gave, and the one that the adviser looks at, page after page, to say
// what it is worth.
#pragma once

#include "client/dossier/dossier_session.h"
#include "client/viewmodels/piece_images.h"
#include "client/viewmodels/row_pager.h"
#include "client/viewmodels/scanner.h"

#include <QObject>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace escale {

class AdviserPiecesViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Adviser")
    /// Those of the page shown: [{icon, name, second, pillText, pillIcon, pillKind}].
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int others READ others NOTIFY changed)
    Q_PROPERTY(int perPage READ perPage WRITE setPerPage NOTIFY changed)
    /// Of the document looked at: its row, and who said what of it; empty before anybody did.
    Q_PROPERTY(QVariantMap shown READ shown NOTIFY changed)
    Q_PROPERTY(QString said READ said NOTIFY changed)
    /// image://escale-piece/… of the page looked at; empty while it is made, or when the photo is
    /// on another device (`elsewhere`).
    Q_PROPERTY(QUrl picture READ picture NOTIFY pictureChanged)
    Q_PROPERTY(bool elsewhere READ elsewhere NOTIFY pictureChanged)
    Q_PROPERTY(int page READ page NOTIFY pictureChanged) // from 1
    Q_PROPERTY(int pageCount READ pageCount NOTIFY pictureChanged)
    /// Why it may be refused: [{value, text, icon}], for ChoiceGrid.
    Q_PROPERTY(QVariantList reasons READ reasons NOTIFY changed)

public:
    using QObject::QObject;
    /// Of the dossier that is open; false when it cannot be read.
    bool show(client::DossierSession& session);
    /// Nothing of a person stays, pictures included.
    void clear();
    /// Back to the list: nothing of the one that was looked at stays.
    void leave();
    /// Where the pictures go: those of the pages of a photo.
    void setImages(std::shared_ptr<PieceImages> images) { m_images = std::move(images); }
    /// Looks at the document `index` of the page shown.
    bool open(client::DossierSession& session, int index);
    void nextPage(client::DossierSession& session);
    /// The document looked at: "validee", or one of `reasons`.
    Result<void> judge(client::DossierSession& session, const QString& verdict);

    [[nodiscard]] QVariantList rows() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int others() const { return m_pager.others(m_rows.size()); }
    [[nodiscard]] int perPage() const { return m_pager.perPage(); }
    void setPerPage(int rows);
    [[nodiscard]] QVariantMap shown() const;
    [[nodiscard]] QString said() const;
    [[nodiscard]] QUrl picture() const;
    [[nodiscard]] bool elsewhere() const { return m_elsewhere; }
    [[nodiscard]] int page() const { return m_page + 1; }
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] static QVariantList reasons();
    Q_INVOKABLE void showOthers();

signals:
    void changed();
    void pictureChanged();

private:
    struct Row {
        PieceId piece;
        QVariantMap words;
        QString said;
    };
    [[nodiscard]] const Row* looked() const;
    void readPage(client::DossierSession& session);
    void receive(const std::shared_ptr<scan::ScannedPage>& page);

    QList<Row> m_rows;
    RowPager m_pager{4};
    PieceId m_piece;
    TextList m_pages;
    int m_page = 0;
    qint64 m_shown = 0; // pictures so far: a new address each time
    bool m_ready = false, m_elsewhere = false;
    std::shared_ptr<PieceImages> m_images;
    std::unique_ptr<Scanner> m_scanner; // its thread only where somebody looks
};

} // namespace escale
