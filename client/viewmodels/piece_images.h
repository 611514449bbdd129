// SPDX-License-Identifier: GPL-3.0-or-later
// The images that the pages show under image://escale-piece/SLOT/NUMBER: the live frame, the page
// taken, the small pictures of the pages kept so far.
#pragma once

#include <QHash>
#include <QImage>
#include <QMutex>
#include <QString>

namespace escale {

/// Shared by the view-model (which writes, on the interface's thread) and the engine's provider
/// (which may read on its loader's thread).
class PieceImages {
public:
    static constexpr const char* kMain = "vue";

    void set(QImage image, const QString& slot = QLatin1String(kMain));
    [[nodiscard]] QImage get(const QString& slot = QLatin1String(kMain)) const;
    /// Overwrites the pixels, then drops them.
    void wipe(const QString& slot = QLatin1String(kMain));
    void wipeAll();

private:
    mutable QMutex m_mutex;
    QHash<QString, QImage> m_images;
};

} // namespace escale
