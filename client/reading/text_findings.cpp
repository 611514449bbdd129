// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/text_findings.h"

#include "shared/base/json.h"

#include <array>
#include <optional>
#include <utility>

namespace escale::reading {
namespace {

constexpr std::size_t kMaxFindingsBytes = 256U << 10;
constexpr std::size_t kMaxProposals = 64;

constexpr std::array kSubjects{std::pair{Subject::taxIncome, "revenu_fiscal_reference"},
                               std::pair{Subject::name, "nom"},
                               std::pair{Subject::birth, "naissance"},
                               std::pair{Subject::issued, "date_document"},
                               std::pair{Subject::validUntil, "fin_de_validite"},
                               std::pair{Subject::postcode, "code_postal"}};

std::optional<Subject> subjectOf(std::string_view name) {
    for (const auto& [subject, word] : kSubjects) {
        if (name == word)
            return subject;
    }
    return std::nullopt;
}

Result<Proposal> proposalIn(const json::value& value) {
    if (!value.is_object())
        return fail(Errc::malformed, "une proposition est un objet");
    const json::object& object = value.get_object();
    ESCALE_TRY_ASSIGN(name, jsonString(object, "sujet"));
    const auto subject = subjectOf(name);
    if (!subject)
        return fail(Errc::malformed, "sujet inconnu");
    Proposal proposal;
    proposal.subject = *subject;
    ESCALE_TRY_ASSIGN(text, jsonString(object, "valeur"));
    proposal.value = std::move(text);
    proposal.confidence = static_cast<int>(jsonIntOr(object, "confiance", 0));
    for (const auto& [member, place] :
         {std::pair{"x", &proposal.box.x}, std::pair{"y", &proposal.box.y},
          std::pair{"largeur", &proposal.box.width}, std::pair{"hauteur", &proposal.box.height}}) {
        ESCALE_TRY_ASSIGN(number, jsonInt(object, member));
        if (number < 0 || number > 100'000)
            return fail(Errc::malformed, "place hors de la page");
        *place = static_cast<int>(number);
    }
    return proposal;
}

} // namespace

std::string_view subjectName(Subject subject) {
    for (const auto& [known, word] : kSubjects) {
        if (known == subject)
            return word;
    }
    return "nom";
}

std::string encodeFindings(const TextFindings& findings) {
    json::array proposals;
    for (const Proposal& proposal : findings.proposals)
        proposals.push_back(json::object{{"sujet", subjectName(proposal.subject)},
                                         {"valeur", proposal.value},
                                         {"confiance", proposal.confidence},
                                         {"x", proposal.box.x},
                                         {"y", proposal.box.y},
                                         {"largeur", proposal.box.width},
                                         {"hauteur", proposal.box.height}});
    return json::serialize(
        json::object{{"nature", findings.kind}, {"propositions", std::move(proposals)}});
}

Result<TextFindings> decodeFindings(std::string_view text) {
    ESCALE_TRY_ASSIGN(value, parseJson(text, kMaxFindingsBytes));
    if (!value.is_object())
        return fail(Errc::malformed, "ce que le lecteur a trouvé est un objet");
    ESCALE_TRY_ASSIGN(kind, jsonString(value.get_object(), "nature"));
    ESCALE_TRY_ASSIGN(proposals, jsonArray(value.get_object(), "propositions"));
    if (proposals->size() > kMaxProposals)
        return fail(Errc::tooLarge, "trop de propositions");
    TextFindings findings;
    findings.kind = std::move(kind);
    for (const json::value& entry : *proposals) {
        ESCALE_TRY_ASSIGN(proposal, proposalIn(entry));
        findings.proposals.push_back(std::move(proposal));
    }
    return findings;
}

} // namespace escale::reading
