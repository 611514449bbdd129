// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader of printed text brings back: proposals, each with the place it was read at.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/date.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::reading {

/// In points of the page.
struct Box {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    bool operator==(const Box&) const = default;
};

enum class Subject {
    taxIncome,  // revenu fiscal de référence, whole euros
    name,       // of a person, as written
    birth,      // AAAA-MM-JJ
    issued,     // AAAA-MM-JJ: day of the document
    validUntil, // AAAA-MM-JJ
    postcode,   // of the address, five digits
};

enum class Source { code, text };

struct Proposal {
    Subject subject = Subject::name;
    std::string value;
    Box box;            // of the words, for the crop shown beside; of the symbol for a code
    int confidence = 0; // 0 to 100; high proves nothing
    Source source = Source::text;
    bool operator==(const Proposal&) const = default;
};

struct TextFindings {
    std::string kind; // "" when the words do not tell
    std::vector<Proposal> proposals;
    bool operator==(const TextFindings&) const = default;
};

/// "revenu_fiscal_reference", "nom", "naissance", "date_document", "fin_de_validite",
/// "code_postal".
std::string_view subjectName(Subject subject);

/// JSON between the reader's process and this one. Errc::malformed, Errc::tooLarge.
std::string encodeFindings(const TextFindings& findings);
Result<TextFindings> decodeFindings(std::string_view text);

} // namespace escale::reading
