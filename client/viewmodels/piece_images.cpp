// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_images.h"

#include <QMutexLocker>

#include <utility>

namespace escale {

void PieceImages::set(QImage image) {
    const QMutexLocker lock(&m_mutex);
    m_image = std::move(image);
}

QImage PieceImages::get() const {
    const QMutexLocker lock(&m_mutex);
    return m_image;
}

void PieceImages::wipe() {
    const QMutexLocker lock(&m_mutex);
    m_image.fill(Qt::black);
    m_image = {};
}

} // namespace escale
