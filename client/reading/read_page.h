// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read on a page: its 2D-Doc, and what its printed text seems to say. Nothing read here
// is an answer: the person says yes first, the picture of the place before their eyes.
#pragma once

#include "client/reading/text_findings.h"
#include "client/scan/geometry.h"
#include "shared/deuxddoc/facts.h"
#include "shared/deuxddoc/verify.h"

#include <optional>
#include <string>
#include <vector>

namespace escale::reading {

struct CodeRead {
    std::string raw; // bytes of the symbol: the evidence, with personal data in it
    deuxddoc::Message message;
    deuxddoc::Verification verification;
    Box box; // around the symbol, in points of the page
};

struct ReadTimes {
    double code = 0; // milliseconds of wall clock
    double text = 0;
};

struct ReadPage {
    std::optional<CodeRead> code;
    /// A DataMatrix is there and is no 2D-Doc that this program reads: why.
    std::optional<Error> refused;
    /// "avis_imposition", "bulletin_salaire"…: from the code, else from the words; "" when nothing
    /// tells. A guess to propose.
    std::string kind;
    std::vector<Proposal> proposals; // at most one of each subject and person
    /// What the printed text says otherwise than the code: the page, or its reading, is in doubt. A
    /// question for a person, once addText() has been called.
    std::vector<Subject> disagreements;
    /// Quarter turns clockwise that put the page upright, as the code stands: 2 when it was
    /// photographed upside down. 0 when no code tells.
    int turn = 0;
    ReadTimes ms;
};

/// The 2D-Doc of `page` (8-bit grey, evenly lit, upright or upside down), `dpi` points an inch.
/// Some tens of milliseconds. Errc::invalidArgument for a page without points or a dpi out of
/// 50–1200.
Result<ReadPage> readPage(const scan::Plane& page, int dpi, const deuxddoc::Trust& trust);

/// Adds what the printed text says, which another process read (text_process.h). What the code says
/// of the same subject wins, and where they disagree is said; unless the code is altered: then both
/// may be wrong, and the text's is proposed alone.
void addText(ReadPage& read, const TextFindings& text);

} // namespace escale::reading
