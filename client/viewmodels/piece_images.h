// SPDX-License-Identifier: GPL-3.0-or-later
// The image that the pages show under image://escale-piece/…: the live frame or the page taken.
#pragma once

#include <QImage>
#include <QMutex>

namespace escale {

/// Shared by the view-model (which writes, on the interface's thread) and the engine's provider
/// (which may read on its loader's thread).
class PieceImages {
public:
    void set(QImage image);
    [[nodiscard]] QImage get() const;
    /// Overwrites the pixels, then drops them.
    void wipe();

private:
    mutable QMutex m_mutex;
    QImage m_image;
};

} // namespace escale
