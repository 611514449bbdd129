// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of pictures as if a camera saw them, in the order of their names; the last one stays.
#pragma once

#include "client/viewmodels/frame_source.h"

#include <QStringList>
#include <QTimer>

namespace escale {

class FolderFrames : public FrameSource {
    Q_OBJECT
public:
    /// JPEG and PNG files of `folder`. `everyMs` 0: only step() moves on.
    FolderFrames(const QString& folder, int everyMs, QObject* parent = nullptr);

    void start() override;
    void stop() override;
    void takePhoto() override;
    /// Shows the next picture, or the last one again; `lost` when it is gone.
    void step();
    [[nodiscard]] int count() const { return static_cast<int>(m_files.size()); }

private:
    QStringList m_files;
    qsizetype m_at = -1;
    QTimer m_timer;
};

} // namespace escale
