// SPDX-License-Identifier: GPL-3.0-or-later
// The files that may be a document: a USB stick, a scanner's folder. Some at a time: a folder of a
// thousand files is turned like a book.
#pragma once

#include <QFileInfoList>
#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class PieceFiles : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by PieceViewModel")
    /// In front of the person: [{name, kind}]; kind is "image" or "pdf".
    Q_PROPERTY(QVariantList shown READ shown NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// Numbers of the first and the last one shown, from 1; 0 when there is none.
    Q_PROPERTY(int first READ first NOTIFY changed)
    Q_PROPERTY(int last READ last NOTIFY changed)
    Q_PROPERTY(int perPage READ perPage WRITE setPerPage NOTIFY changed)

public:
    using QObject::QObject;
    /// Folders of the site, besides what is plugged in under /media.
    void setFolders(QStringList folders) { m_folders = std::move(folders); }
    /// Reads the folders again, the newest files first.
    void read();
    void clear();
    /// Path of a file of this list; empty for another name.
    [[nodiscard]] QString pathOf(const QString& name) const;

    [[nodiscard]] QVariantList shown() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_files.size()); }
    [[nodiscard]] int first() const { return m_files.isEmpty() ? 0 : m_first + 1; }
    [[nodiscard]] int last() const { return std::min(count(), m_first + m_perPage); }
    [[nodiscard]] int perPage() const { return m_perPage; }
    void setPerPage(int perPage);
    /// The next ones, then the first again; the ones before.
    Q_INVOKABLE void showNext();
    Q_INVOKABLE void showPrevious();

signals:
    void changed();

private:
    [[nodiscard]] QStringList roots() const;

    QStringList m_folders;
    QFileInfoList m_files;
    int m_first = 0, m_perPage = 4;
};

} // namespace escale
