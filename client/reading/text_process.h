// SPDX-License-Identifier: GPL-3.0-or-later
// The printed text of a page, read by a process of its own (escale-lecteur): it takes a second and
// a hundred megabytes, which end with it, and whatever happens there happens to nobody else.
#pragma once

#include "client/reading/text_findings.h"
#include "client/scan/geometry.h"

#include <atomic>
#include <filesystem>

namespace escale::reading {

struct TextOptions {
    /// The reader's program; empty: escale-lecteur, beside the running program.
    std::filesystem::path program;
    int timeoutMs = 20'000;
    /// Quarter turns clockwise that put the page upright (ReadPage::turn); places are given on the
    /// page as it is.
    int turn = 0;
    /// Set by another thread to give up; may be null. Looked at every 50 ms.
    const std::atomic<bool>* cancelled = nullptr;
};

/// Blocks until the text is read: call it from a thread that may wait. Errc::notFound when the
/// program or its language data are not there, Errc::timeout when it was cancelled or took too
/// long, Errc::unreadableImage when it ended badly.
Result<TextFindings> readTextApart(const scan::Plane& page, int dpi,
                                   const TextOptions& options = {});

} // namespace escale::reading
