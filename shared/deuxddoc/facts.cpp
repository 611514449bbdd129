// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/facts.h"

#include "shared/dossier/text.h"

#include <algorithm>
#include <charconv>

namespace escale::deuxddoc {
namespace {

constexpr std::int64_t kMostEuros = 10'000'000;

/// Value of a field that reads whole, or "".
std::string valueOf(const Message& message, std::string_view id) {
    const Field* field = message.field(id);
    return field != nullptr && field->wellFormed && !field->cut ? readable(field->value)
                                                                : std::string();
}

std::string withoutSlashes(std::string name) {
    std::replace(name.begin(), name.end(), '/', ' ');
    return name;
}

void addPerson(DocumentFacts& facts, std::string name) {
    name = withoutSlashes(std::move(name));
    if (name.find_first_not_of(' ') != std::string::npos)
        facts.people.push_back(std::move(name));
}

void addParts(DocumentFacts& facts, const Message& message, std::string_view last,
              std::string_view first) {
    const std::string name = valueOf(message, last);
    if (!name.empty())
        addPerson(facts, name + " " + valueOf(message, first));
}

void readPeople(DocumentFacts& facts, const Message& message) {
    for (const char* id : {"46", "48", "10", "1I", "30"})
        addPerson(facts, valueOf(message, id));
    addParts(facts, message, "13", "12");
    addParts(facts, message, "1L", "1K");
    addParts(facts, message, "62", message.field("60") != nullptr ? "60" : "61");
    addParts(facts, message, "B2", "B0");
    for (const char* id : {"69", "B7"}) {
        if (!facts.birth)
            facts.birth = dayOf(valueOf(message, id));
    }
}

bool isPostcode(std::string_view text) {
    return text.size() == 5 && std::all_of(text.begin(), text.end(), [](char letter) {
               return letter >= '0' && letter <= '9';
           });
}

/// "12 RUE DES SPECIMENS/75000 PARIS" and "…/75000/PARIS": the part that starts with a postcode.
void readWholeAddress(DocumentFacts& facts, std::string_view whole) {
    for (std::size_t at = 0; at < whole.size();) {
        const std::size_t end = std::min(whole.find('/', at), whole.size());
        const std::string_view part = whole.substr(at, end - at);
        if (facts.postcode.empty() && part.size() >= 5 && isPostcode(part.substr(0, 5))) {
            facts.postcode = part.substr(0, 5);
            facts.town =
                part.size() > 6 ? part.substr(6) : whole.substr(std::min(end + 1, whole.size()));
        } else if (at == 0) {
            facts.street = part;
        }
        at = end + 1;
    }
}

void readAddress(DocumentFacts& facts, const Message& message) {
    struct Ids {
        const char* street;
        const char* postcode;
        const char* town;
    };
    for (const Ids& ids : {Ids{"22", "24", "25"}, Ids{"6U", "6W", "6X"}}) {
        const std::string postcode = valueOf(message, ids.postcode);
        if (!isPostcode(postcode))
            continue;
        facts.street = valueOf(message, ids.street);
        facts.postcode = postcode;
        facts.town = valueOf(message, ids.town);
        return;
    }
    readWholeAddress(facts, valueOf(message, "4Y"));
}

} // namespace

DocumentFacts factsOf(const Message& message) {
    DocumentFacts facts;
    if (const std::string zone = valueOf(message, "6F"); !zone.empty()) {
        const auto& day = message.header.signedOn ? message.header.signedOn : message.header.issued;
        facts = factsOfMachineZone(zone, day ? day->year : 0);
    }
    readPeople(facts, message);
    readAddress(facts, message);
    facts.taxIncome = eurosIn(valueOf(message, "41"));
    int year = 0;
    const std::string written = valueOf(message, "45");
    const auto [end, error] =
        std::from_chars(written.data(), written.data() + written.size(), year);
    if (error == std::errc() && end == written.data() + written.size() && year >= 2000)
        facts.incomeYear = year;
    facts.issued = message.header.issued;
    return facts;
}

std::string readable(std::string_view bytes) {
    const bool utf8 = decodeUtf8(bytes).has_value();
    std::string text;
    for (const char letter : bytes) {
        const auto code = static_cast<unsigned char>(letter);
        if (code < 0x20 || code == 0x7F) {
            text += ' ';
        } else if (utf8 || code < 0x80) {
            text += letter;
        } else {
            text += static_cast<char>(0xC0 | code >> 6);
            text += static_cast<char>(0x80 | (code & 0x3F));
        }
    }
    return text;
}

std::optional<std::int64_t> eurosIn(std::string_view text) {
    std::int64_t euros = 0;
    bool any = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (letter >= '0' && letter <= '9') {
            euros = euros * 10 + (letter - '0');
            any = true;
            if (euros > kMostEuros)
                return std::nullopt;
        } else if (letter == ',' && any) {
            break;
        } else if (letter != ' ' && text.substr(at) != "€") {
            return std::nullopt;
        } else if (letter != ' ') {
            break;
        }
    }
    return any ? std::optional(euros) : std::nullopt;
}

} // namespace escale::deuxddoc
