// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/folder_frames.h"

#include <QDir>
#include <QFile>
#include <QImageReader>

namespace escale {

namespace {

// As wide as what a camera shows while one aims.
constexpr QSize kFrameSize(1280, 1280);
constexpr qint64 kMaxBytes = 48LL << 20;

QImage frameOf(const QString& path) {
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && size.width() > kFrameSize.width())
        reader.setScaledSize(size.scaled(kFrameSize, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

FolderFrames::FolderFrames(const QString& folder, int everyMs, QObject* parent)
    : FrameSource(parent) {
    const QDir dir(folder);
    for (const QFileInfo& file :
         dir.entryInfoList({"*.jpg", "*.jpeg", "*.png"}, QDir::Files, QDir::Name))
        m_files.append(file.absoluteFilePath());
    m_timer.setInterval(everyMs);
    if (everyMs > 0)
        connect(&m_timer, &QTimer::timeout, this, &FolderFrames::step);
}

void FolderFrames::start() {
    m_timer.start();
}

void FolderFrames::stop() {
    m_timer.stop();
}

void FolderFrames::step() {
    if (m_at + 1 < m_files.size())
        ++m_at;
    const QImage image = m_at < 0 ? QImage() : frameOf(m_files.at(m_at));
    if (!image.isNull())
        return void(emit frame(image));
    stop();
    emit lost();
}

void FolderFrames::takePhoto() {
    QByteArray bytes;
    QFile file(m_at < 0 ? QString() : m_files.at(m_at));
    if (file.open(QIODevice::ReadOnly) && file.size() <= kMaxBytes)
        bytes = file.readAll();
    emit photo(bytes);
}

} // namespace escale
