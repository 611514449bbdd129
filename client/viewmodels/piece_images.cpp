// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_images.h"

#include <QMutexLocker>

#include <utility>

namespace escale {

void PieceImages::set(QImage image, const QString& slot) {
    const QMutexLocker lock(&m_mutex);
    m_images[slot] = std::move(image);
}

QImage PieceImages::get(const QString& slot) const {
    const QMutexLocker lock(&m_mutex);
    return m_images.value(slot);
}

void PieceImages::wipe(const QString& slot) {
    const QMutexLocker lock(&m_mutex);
    if (const auto at = m_images.find(slot); at != m_images.end()) {
        at->fill(Qt::black);
        m_images.erase(at);
    }
}

void PieceImages::wipeAll() {
    const QMutexLocker lock(&m_mutex);
    for (QImage& image : m_images)
        image.fill(Qt::black);
    m_images.clear();
}

} // namespace escale
