// SPDX-License-Identifier: GPL-3.0-or-later
// Pages from files: a USB stick, a scanner's folder, a command line.
#pragma once

#include "client/capture/frame_source.h"

#include <string>

namespace escale::client {

/// Largest file taken: what is sealed must fit in one upload.
inline constexpr std::size_t kMaxPageFileBytes = (8U << 20) - (64U << 10);

/// The file's bytes when they are a JPEG, PNG or PDF by their first bytes. Errc::notFound,
/// storageFailure, tooLarge, unreadableImage.
Result<CapturedPage> readPageFile(const std::string& path);

class FileSource final : public FrameSource {
    Q_OBJECT
public:
    using FrameSource::FrameSource;

    void choose(const QString& path);
    [[nodiscard]] bool isAvailable() const override { return !m_path.isEmpty(); }
    void takePage() override;

private:
    QString m_path;
};

} // namespace escale::client
