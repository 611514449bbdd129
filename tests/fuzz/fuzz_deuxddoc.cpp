// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a symbol holds: parsing, facts, comparison and verification never fail but with an
// error.
#include "shared/deuxddoc/base32.h"
#include "shared/deuxddoc/compare.h"
#include "shared/deuxddoc/verify.h"

#include <cstdlib>
#include <string_view>

using namespace escale;
using namespace escale::deuxddoc;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto message = parse(text);
    if (!message)
        return 0;
    std::size_t read = 0;
    for (const Field& field : message->fields)
        read += field.id.size() + field.value.size();
    if (read > message->signedText.size() || message->signedText.size() > size)
        std::abort();
    const CertificateBundle bundle;
    const Verification verification = verify(*message, {&bundle, Date{2026, 11, 26}, true});
    if (verification.verdict != Verdict::unverifiable)
        std::abort();
    const DocumentFacts facts = factsOf(*message);
    TypedFacts typed;
    typed.people.push_back({message->signature.substr(0, 40), facts.birth, "a", "b"});
    typed.incomes.push_back({1, facts.incomeYear.value_or(0), "c", 0});
    typed.postcode = "75001";
    compare(facts, typed);
    // What decodes encodes back to itself: a signature has one spelling.
    const auto signature = fromBase32(message->signature);
    if (signature && toBase32(*signature) != message->signature)
        std::abort();
    return 0;
}
