// SPDX-License-Identifier: GPL-3.0-or-later
// Pages from files: a USB stick, a scanner's folder, a command line.
#pragma once

#include "client/capture/captured_page.h"
#include "shared/base/result.h"

#include <string>

namespace escale::client {

/// Largest file kept as it is: what is sealed must fit in one upload.
inline constexpr std::size_t kMaxPageFileBytes = (8U << 20) - (64U << 10);
/// Largest file that is looked at, to make pages of it (the gate of client/scan has the same
/// bound).
inline constexpr std::size_t kMaxDocumentFileBytes = 48U << 20;

/// The file's bytes when they are a JPEG, PNG or PDF by their first bytes. Errc::notFound,
/// storageFailure, tooLarge, unreadableImage.
Result<CapturedPage> readPageFile(const std::string& path);

/// Any file, to be judged by the scan. Errc::notFound, storageFailure, tooLarge.
Result<CapturedPage> readDocumentFile(const std::string& path);

} // namespace escale::client
