// SPDX-License-Identifier: GPL-3.0-or-later
// Remembers the first warning of the pages: the self-test fails on any.
#pragma once

#include <QString>

namespace escale {

/// One at a time. Warnings are still written on the error output.
class WarningWatch {
public:
    WarningWatch();
    ~WarningWatch();
    WarningWatch(const WarningWatch&) = delete;
    WarningWatch& operator=(const WarningWatch&) = delete;

    /// Empty: none so far.
    [[nodiscard]] QString first() const;
};

} // namespace escale
