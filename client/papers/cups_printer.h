// SPDX-License-Identifier: GPL-3.0-or-later
// Printing through CUPS, on the default printer of the machine (or the one named by the site).
#pragma once

#include "client/papers/printer.h"

#include <chrono>

namespace escale::papers {

/// The document goes to the service by its socket: no file of ours. What the service keeps while
/// the job waits is set by packaging/borne/README.md (PreserveJobFiles No).
class CupsPrinter final : public Printer {
public:
    /// `name`: a queue of CUPS; empty: the default one. `patience`: until a job is given up.
    explicit CupsPrinter(std::string name = {},
                         std::chrono::seconds patience = std::chrono::seconds(90));

    [[nodiscard]] bool isThere() override;
    Result<void> print(ByteView pdf, const std::string& title) override;
    /// Jobs of this program that have not come out are given up, on any queue: those of a program
    /// that was killed wait with what they hold. May block, as the rest.
    static void takeBack(const std::string& title);

private:
    std::string m_name;
    std::chrono::seconds m_patience;
};

} // namespace escale::papers
