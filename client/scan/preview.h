// SPDX-License-Identifier: GPL-3.0-or-later
// Live help while a photo is framed: the outline to draw and one advice, frame after frame.
#pragma once

#include "client/scan/geometry.h"
#include "client/scan/vocabulary.h"
#include "shared/base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace escale::scan {

enum class FrameFormat {
    gray8,
    rgb888,   // R, G, B bytes
    bgrx8888, // B, G, R, unused: QImage::Format_RGB32 on a little-endian machine
    nv12,     // luma, then one plane of Cb and Cr
    i420,     // luma, then Cb, then Cr
    yuyv,
    jpeg, // `data` is a whole JPEG of `bytes` bytes; width, height and stride are not used
};

/// A frame that stays the caller's. `stride` is in bytes, of the first plane; the other planes
/// follow it at once, with the same stride (nv12) or half of it (i420).
struct FrameView {
    FrameFormat format = FrameFormat::gray8;
    const std::uint8_t* data = nullptr;
    std::size_t bytes = 0;
    int width = 0;
    int height = 0;
    int stride = 0;
};

struct Preview {
    Advice advice = Advice::aucunePage;
    std::optional<Quad> coins; // in points of the frame
    int width = 0;             // of the frame
    int height = 0;
    bool still = false; // the outline has not moved for kStillFrames frames
    /// Still, sharp and ok: the photo may be taken by itself.
    [[nodiscard]] bool ready() const { return still && advice == Advice::ok; }
};

inline constexpr int kStillFrames = 4;

/// Remembers the last frames: one for each journey at the camera. One thread at a time.
class PreviewFinder {
public:
    PreviewFinder();
    ~PreviewFinder();
    PreviewFinder(PreviewFinder&&) noexcept;
    PreviewFinder& operator=(PreviewFinder&&) noexcept;

    /// Aims at less than 34 ms a frame. A frame that cannot be read is `aucunePage`.
    Preview look(const FrameView& frame);
    /// Forgets the frames before.
    void reset();

private:
    struct Memory;
    std::unique_ptr<Memory> m_memory;
};

} // namespace escale::scan
