// SPDX-License-Identifier: GPL-3.0-or-later
// A page in memory, wiped when it goes.
#pragma once

#include "shared/base/bytes.h"

namespace escale::client {

/// A page as it came: a whole JPEG, PNG or PDF. Never on disk.
struct CapturedPage {
    Bytes bytes;

    CapturedPage() = default;
    explicit CapturedPage(Bytes content);
    CapturedPage(CapturedPage&&) noexcept = default;
    CapturedPage& operator=(CapturedPage&& other) noexcept;
    CapturedPage(const CapturedPage&) = delete;
    CapturedPage& operator=(const CapturedPage&) = delete;
    ~CapturedPage();
};

} // namespace escale::client
