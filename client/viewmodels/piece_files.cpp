// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_files.h"

#include <QDir>

#include <algorithm>

namespace escale {

namespace {

// More than that is no folder of documents.
constexpr qsizetype kMaxFiles = 2000;

QStringList wanted() {
    return {"*.jpg", "*.jpeg", "*.png", "*.pdf", "*.heic", "*.heif"};
}

} // namespace

void PieceFiles::read() {
    m_files.clear();
    m_first = 0;
    for (const QString& root : roots())
        m_files += QDir(root).entryInfoList(wanted(), QDir::Files | QDir::Readable);
    std::stable_sort(m_files.begin(), m_files.end(), [](const auto& left, const auto& right) {
        return left.lastModified() > right.lastModified();
    });
    if (m_files.size() > kMaxFiles)
        m_files.resize(kMaxFiles);
    emit changed();
}

void PieceFiles::clear() {
    m_files.clear();
    m_first = 0;
    emit changed();
}

QString PieceFiles::pathOf(const QString& name) const {
    const auto at = std::find_if(m_files.begin(), m_files.end(),
                                 [&](const QFileInfo& file) { return file.fileName() == name; });
    return at == m_files.end() ? QString() : at->absoluteFilePath();
}

QVariantList PieceFiles::shown() const {
    QVariantList all;
    for (const QFileInfo& file : m_files.mid(m_first, m_perPage)) {
        const bool pdf = file.suffix().toLower() == QLatin1String("pdf");
        all.append(QVariantMap{{"name", file.fileName()},
                               {"kind", pdf ? QStringLiteral("pdf") : QStringLiteral("image")}});
    }
    return all;
}

void PieceFiles::setPerPage(int perPage) {
    if (perPage == m_perPage || perPage < 1)
        return;
    m_perPage = perPage;
    m_first = 0;
    emit changed();
}

void PieceFiles::showNext() {
    m_first = m_first + m_perPage < count() ? m_first + m_perPage : 0;
    emit changed();
}

void PieceFiles::showPrevious() {
    const int before = m_first > 0 ? m_first : (count() + m_perPage - 1) / m_perPage * m_perPage;
    m_first = std::max(0, before - m_perPage);
    emit changed();
}

QStringList PieceFiles::roots() const {
    QStringList all = m_folders;
    // A stick is mounted in /media/NAME or /media/USER/NAME.
    const auto inside = [](const QString& folder) {
        return QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Readable);
    };
    for (const QFileInfo& first : inside("/media")) {
        all.append(first.absoluteFilePath());
        for (const QFileInfo& second : inside(first.absoluteFilePath()))
            all.append(second.absoluteFilePath());
    }
    return all;
}

} // namespace escale
