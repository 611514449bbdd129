// SPDX-License-Identifier: GPL-3.0-or-later
// Which questions a document leaves, in the order in which they are asked.
#include "client/viewmodels/read_piece.h"
#include "shared/deuxddoc/names.h"
#include "shared/deuxddoc/typed.h"
#include "shared/pieces/given.h"
#include "shared/pieces/needs.h"

#include <algorithm>
#include <array>

namespace escale {

namespace {

using deuxddoc::Verdict;
using reading::Subject;
using Kind = ReadAsk::Kind;

// A paper with the name of its person alone. Others bear the names of a landlord, of a doctor…
constexpr std::array<std::string_view, 4> kPersonal{"identite", "titre_sejour", "avis_imposition",
                                                    "bulletin_salaire"};

bool isOpen(const Value& value) {
    return isEmpty(value) || std::holds_alternative<Marker>(value);
}

class Asks {
public:
    Asks(const ReadPiece& piece, const Dossier& dossier, const std::vector<std::string>& visible,
         const Date& today)
        : m_piece(piece)
        , m_dossier(dossier)
        , m_visible(visible)
        , m_today(today)
        , m_needs(pieces::neededPieces(dossier, today))
        , m_base(FieldPath{"pieces", ItemId(piece.id.str()), {}}.str())
        , m_type(textOf(dossier.answer(m_base + ".type")))
        , m_person(textOf(dossier.answer(m_base + ".pour")))
        , m_facts(piece.facts()) {
        for (const auto& need : m_needs)
            if (need.accepts(m_type) && (m_person.empty() || need.person() == m_person))
                m_need = &need;
        if (!m_facts.incomeYear && m_need && m_need->incomeYear(today) != 0)
            m_facts.incomeYear =
                m_facts.issued ? m_facts.issued->year - 1 : m_need->incomeYear(today);
    }

    std::optional<ReadAsk> first() {
        for (const auto make : {&Asks::type, &Asks::code, &Asks::owner, &Asks::name, &Asks::income,
                                &Asks::birth, &Asks::issued, &Asks::expires}) {
            auto ask = (this->*make)();
            if (ask && !m_piece.answered.contains(ask->code))
                return ask;
        }
        return std::nullopt;
    }

private:
    ReadAsk about(Kind kind, const char* code, Subject subject) const {
        ReadAsk ask;
        ask.kind = kind;
        ask.code = QLatin1String(code);
        ask.field = QLatin1String(code);
        if (const auto found = m_piece.find(subject)) {
            ask.read = found->value;
            ask.place = found->place;
            ask.fromCode = found->fromCode;
        }
        const auto* coded = m_piece.withCode();
        ask.verified =
            ask.fromCode && coded && coded->read.code->verification.verdict == Verdict::verified;
        return ask;
    }

    /// Only a type that the demande calls for, for anybody.
    std::optional<ReadAsk> type() {
        const std::string kind = m_piece.kind();
        if (kind.empty() || kind == m_type)
            return std::nullopt;
        const pieces::Need* need = nullptr;
        for (const auto& one : m_needs)
            if (one.accepts(kind) && (!need || one.person() == m_person))
                need = &one;
        if (!need)
            return std::nullopt;
        ReadAsk ask;
        ask.kind = Kind::type;
        ask.code = QStringLiteral("type");
        ask.read = kind;
        ask.typed = m_type;
        const std::string whose = need->person();
        ask.changes = {{m_base + ".type", kind},
                       {m_base + ".pour", whose.empty() ? Value() : Value(whose)}};
        return ask;
    }

    std::optional<ReadAsk> code() {
        const auto* coded = m_piece.withCode();
        if (!coded)
            return std::nullopt;
        ReadAsk ask;
        ask.kind = Kind::code;
        ask.code = QStringLiteral("code");
        ask.place = coded->code;
        ask.fromCode = true;
        const auto verdict = coded->read.code->verification.verdict;
        ask.verified = verdict == Verdict::verified;
        const auto& doubts = coded->read.disagreements;
        ask.doubted = std::any_of(doubts.begin(), doubts.end(), [](Subject subject) {
            return subject == Subject::taxIncome || subject == Subject::birth;
        });
        if (verdict == Verdict::altered || ask.doubted)
            ask.changes = {{m_base + ".a_verifier", true}};
        return ask;
    }

    std::optional<deuxddoc::Question> question(deuxddoc::Subject subject) {
        const auto typed = deuxddoc::typedFactsOf(m_dossier, m_today.year);
        for (auto& one : deuxddoc::compare(m_facts, typed))
            if (one.subject == subject)
                return one;
        return std::nullopt;
    }

    std::optional<ReadAsk> owner() {
        const bool personal =
            std::find(kPersonal.begin(), kPersonal.end(), m_type) != kPersonal.end();
        const auto asked = question(deuxddoc::Subject::name);
        if (!asked || asked->close || !personal)
            return std::nullopt;
        ReadAsk ask = about(Kind::owner, "nom", Subject::name);
        ask.read = asked->read;
        ask.typed = asked->typed;
        return ask;
    }

    std::optional<ReadAsk> name() {
        const auto asked = question(deuxddoc::Subject::name);
        if (!asked || !asked->close || !asked->path.ends_with(".nom"))
            return std::nullopt;
        ReadAsk ask = about(Kind::differ, "nom", Subject::name);
        ask.read = asked->read;
        ask.typed = asked->typed;
        const std::string person = asked->path.substr(0, asked->path.size() - 4);
        for (const char* field : {".nom", ".nom_usage", ".prenom"}) {
            const std::string before = textOf(m_dossier.answer(person + field));
            const std::string after = nameAsRead(before, asked->read);
            if (after != before)
                ask.changes.emplace_back(person + field, after);
        }
        return ask.changes.empty() ? std::nullopt : std::optional(ask);
    }

    std::optional<ReadAsk> income() {
        if (!m_facts.taxIncome || !m_facts.incomeYear)
            return std::nullopt;
        ReadAsk ask = about(Kind::differ, "revenu", Subject::taxIncome);
        ask.year = *m_facts.incomeYear;
        ask.read = std::to_string(*m_facts.taxIncome);
        const Value amount{*m_facts.taxIncome};
        if (const auto asked = question(deuxddoc::Subject::income)) {
            ask.typed = asked->typed;
            ask.changes = {{asked->path, amount}};
            return ask;
        }
        const std::string path = openIncome(ask.year);
        if (path.empty())
            return std::nullopt;
        ask.kind = Kind::confirm;
        ask.changes = {{path, amount}};
        return ask;
    }

    /// Where the income of that year is asked for and nobody said it yet; "" when nowhere.
    std::string openIncome(int year) const {
        const int ago = m_today.year - year;
        if (ago != 1 && ago != 2)
            return {};
        const std::string field = ago == 1 ? "revenus.rfr_n1" : "revenus.rfr_n2";
        const std::string own =
            m_person.empty() || m_person == "demandeur" ? field : m_person + "." + field;
        const auto typed = deuxddoc::typedFactsOf(m_dossier, m_today.year);
        // A couple may have one together: said once is enough.
        const bool said =
            std::any_of(typed.incomes.begin(), typed.incomes.end(), [&](const auto& one) {
                return one.year == year && one.euros == *m_facts.taxIncome;
            });
        const bool asked = std::find(m_visible.begin(), m_visible.end(), own) != m_visible.end();
        return !said && asked && isOpen(m_dossier.answer(own)) ? own : std::string();
    }

    std::optional<ReadAsk> birth() {
        if (!m_facts.birth)
            return std::nullopt;
        ReadAsk ask = about(Kind::differ, "naissance", Subject::birth);
        ask.read = m_facts.birth->iso();
        if (const auto asked = question(deuxddoc::Subject::birth)) {
            ask.typed = asked->typed;
            ask.changes = {{asked->path, asked->read}};
            return ask;
        }
        const std::string path = (m_person.empty() ? "demandeur" : m_person) + ".naissance";
        if (!isOpen(m_dossier.answer(path)) || !isTheirs())
            return std::nullopt;
        ask.kind = Kind::confirm;
        ask.changes = {{path, ask.read}};
        return ask;
    }

    /// The document bears the name of its person.
    bool isTheirs() const {
        const std::string person = m_person.empty() ? "demandeur" : m_person;
        const std::string name = textOf(m_dossier.answer(person + ".nom")) + " " +
                                 textOf(m_dossier.answer(person + ".prenom"));
        return std::any_of(m_facts.people.begin(), m_facts.people.end(), [&](const auto& read) {
            return deuxddoc::matchNames(read, name) <= deuxddoc::NameMatch::close;
        });
    }

    [[nodiscard]] pieces::Freshness rule() const {
        return m_need ? m_need->accepts(m_type)->freshness : pieces::Freshness();
    }

    std::optional<ReadAsk> issued() {
        const auto fresh = rule();
        if ((fresh.months == 0 && fresh.incomeYear == 0) || isSaid(".emise_le"))
            return std::nullopt;
        const bool past = m_facts.issued && *m_facts.issued <= m_today;
        return dayAsk(Kind::issued, "emise_le", Subject::issued,
                      past ? m_facts.issued : std::nullopt);
    }

    std::optional<ReadAsk> expires() {
        if (!rule().inDate || isSaid(".expire_le"))
            return std::nullopt;
        std::optional<Date> day;
        if (const auto found = m_piece.find(Subject::validUntil))
            if (const auto read = parseIsoDate(found->value))
                day = *read;
        return dayAsk(Kind::expires, "expire_le", Subject::validUntil, day);
    }

    [[nodiscard]] bool isSaid(const char* field) const {
        return !isOpen(m_dossier.answer(m_base + field));
    }

    /// The day that was read is asked about first; refused, or not read, it is asked for.
    ReadAsk dayAsk(Kind kind, const char* field, Subject subject, std::optional<Date> day) const {
        const QString lu = QLatin1String(field) + QStringLiteral(":lu");
        ReadAsk ask = about(kind, field, subject);
        ask.changes = {{m_base + "." + field, Value()}};
        ask.rule = rule();
        if (!day || m_piece.refused.contains(lu)) {
            ask.place = {};
            return ask;
        }
        ask.kind = Kind::confirm;
        ask.code = lu;
        ask.read = day->iso();
        ask.changes.front().second = ask.read;
        if (ask.place.isNull() && m_piece.withCode())
            ask.place = m_piece.withCode()->code;
        return ask;
    }

    const ReadPiece& m_piece;
    const Dossier& m_dossier;
    const std::vector<std::string>& m_visible;
    const Date m_today;
    const std::vector<pieces::Need> m_needs;
    const std::string m_base, m_type, m_person;
    deuxddoc::DocumentFacts m_facts;
    const pieces::Need* m_need = nullptr;
};

} // namespace

std::optional<ReadAsk> nextAsk(const ReadPiece& piece, const Dossier& dossier,
                               const std::vector<std::string>& visible, const Date& today) {
    return Asks(piece, dossier, visible, today).first();
}

} // namespace escale
