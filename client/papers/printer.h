// SPDX-License-Identifier: GPL-3.0-or-later
// Who puts a paper on paper.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

#include <string>

namespace escale::papers {

/// The title of a job is read by others, in the list of the printer: it is always the same.
inline constexpr const char* kJobTitle = "Escale";

/// Calls may block for some seconds (a printer that does not answer): not on the thread of the
/// interface. One call at a time.
class Printer {
public:
    virtual ~Printer() = default;

    /// There is a printer that takes jobs now.
    [[nodiscard]] virtual bool isThere() = 0;
    /// Sends `pdf` and waits until it has come out. The title of the job says nothing of the
    /// person. Errc::notFound: no printer; peerRefused: it does not take the job, or stopped in the
    /// middle (no paper, door open…); timeout: it has not come out yet, and the job is cancelled;
    /// networkUnavailable: the printing service does not answer. The detail is for operators.
    virtual Result<void> print(ByteView pdf, const std::string& title) = 0;
};

/// For a device that prints nothing.
class NoPrinter final : public Printer {
public:
    [[nodiscard]] bool isThere() override { return false; }
    Result<void> print(ByteView, const std::string&) override {
        return fail(Errc::notFound, "pas d’imprimante");
    }
};

} // namespace escale::papers
