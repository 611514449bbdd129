// SPDX-License-Identifier: GPL-3.0-or-later
// The pages taken for one document, before it is kept: in order, each with its small picture.
#pragma once

#include "client/capture/captured_page.h"
#include "client/viewmodels/page_reader.h"
#include "client/viewmodels/piece_images.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace escale {

class PiecePages : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by PieceViewModel")
    /// [{rank, label, picture, doubtful}]; rank from 0, picture an image://escale-piece/… address.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed) // "2 pages prises"

public:
    struct Page {
        client::CapturedPage pdf;
        bool doubtful = false;
        std::shared_ptr<const PageReading> reading; // what it says, once that is known
        QString slot;                               // of its picture in the images
    };

    /// `images` is shared with the provider of the pictures.
    explicit PiecePages(std::shared_ptr<PieceImages> images, QObject* parent = nullptr);
    /// Two sides: the first two pages have names of their own.
    void setTwoSided(bool twoSided) { m_twoSided = twoSided; }
    /// Puts the page where replace() asked for it, else last.
    void add(Bytes pdf, const QImage& picture, bool doubtful,
             std::shared_ptr<const PageReading> reading);
    /// The next page takes the place of that one.
    void replace(int rank) { m_replaced = rank; }
    [[nodiscard]] int replaced() const { return m_replaced; }
    /// Copies of all of them, in order: who takes them wipes them.
    [[nodiscard]] std::vector<Bytes> copies() const;
    [[nodiscard]] std::vector<std::shared_ptr<const PageReading>> readings() const;
    /// One of them at least is.
    [[nodiscard]] bool doubtful() const;
    void clear();
    /// "le devant", "page 2": the page of that rank.
    [[nodiscard]] QString nameOf(int rank) const;

    [[nodiscard]] QVariantList rows() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] QString title() const;
    /// One place up; the first one becomes the last.
    Q_INVOKABLE void raise(int rank);
    Q_INVOKABLE void remove(int rank);

signals:
    void changed();

private:
    std::shared_ptr<PieceImages> m_images;
    std::vector<Page> m_pages;
    bool m_twoSided = false;
    int m_replaced = -1;
    int m_made = 0; // slots so far: a new address each time
};

} // namespace escale
