// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a 2D-Doc, taken apart (C40 encoding, versions 01 to 04).
//
//   DC vv AAAA CCCC eeee ssss tt [pp [cc]]  fields  US  signature  [GS annex]
//
// vv version, AAAA authority, CCCC certificate, eeee and ssss days of issue and of signature, tt
// type, pp perimeter (03 on), cc country (04). A field is its identifier (2) and its value; a value
// of fixed length ends by itself, another with GS, with RS when it was cut, or, once its longest
// length is reached, with nothing: writers differ, all are read.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::deuxddoc {

/// More than the largest DataMatrix (144x144) holds in C40.
inline constexpr std::size_t kMaxMessageBytes = 2500;
inline constexpr std::size_t kMaxFields = 200;

struct Header {
    int version = 0;            // 1 to 4
    std::string authority;      // "FR06"
    std::string certificate;    // "FPE6", the common name of the certificate
    std::optional<Date> issued; // of the document; none: FFFF
    std::optional<Date> signedOn;
    std::string type;      // "28"
    std::string perimeter; // "01", what versions 01 and 02 mean too
    std::string country;   // empty before version 04
    bool operator==(const Header&) const = default;
};

struct Field {
    std::string id;         // "41"
    std::string value;      // as written, in whatever bytes the symbol held
    bool cut = false;       // RS: the writer shortened it
    bool wellFormed = true; // false: shorter than its fixed length, or an identifier that is none
    bool operator==(const Field&) const = default;
};

struct Message {
    Header header;
    std::vector<Field> fields; // in the order of the message
    std::string signedText;    // what the signature covers: header and fields, without US
    std::string signature;     // as written: raw bytes in version 01, base32 after; may be empty
    bool hasAnnex = false;     // something follows the signature: signed by nobody, never read

    /// Value of the first field `id`, or nullptr.
    [[nodiscard]] const Field* field(std::string_view id) const;
    /// "avis_imposition"…; "autre" for a type or a perimeter that the table does not have.
    [[nodiscard]] std::string nature() const;
    /// French name of the type, "Document de type XX" when it is not known.
    [[nodiscard]] std::string typeLabel() const;
};

/// Errc::malformed when `text` is not the text of a 2D-Doc (its header does not read),
/// Errc::unsupportedVersion, Errc::tooLarge. Fields that do not read are kept, and say so: what
/// was altered must stay something to verify.
Result<Message> parse(std::string_view text);

/// DDMMYYYY and four hexadecimal digits of days. Empty when no such day exists.
std::optional<Date> dayOf(std::string_view ddmmyyyy);
std::optional<Date> daysSince2000(std::string_view hex);

} // namespace escale::deuxddoc
