// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/case_facts.h"

#include "shared/cotation/case_commune.h"

#include <cmath>

namespace escale::cotation {
namespace {

constexpr double kMostAmount = 1e7; // euros a month, or square metres: a slip of the pen
constexpr std::int64_t kMostPersons = 50;

const json::value* given(const json::object& object, std::string_view member) {
    const json::value* value = object.if_contains(member);
    return value && !value->is_null() ? value : nullptr;
}

std::optional<PieceState> stateNamed(std::string_view name) {
    if (name == "presente")
        return PieceState::present;
    if (name == "validee")
        return PieceState::validated;
    return name == "refusee" ? std::optional(PieceState::refused) : std::nullopt;
}

} // namespace

Facts CaseFacts::read(const json::object& facts, const json::array& pieces) {
    m_facts.depositedOn = date(facts, "date_depot", "date_depot");
    if (!m_facts.depositedOn.empty() && m_facts.depositedOn > m_today) {
        warn("date_depot", "après la date du calcul : l’ancienneté est inconnue");
        m_facts.depositedOn = {};
    }
    readPersons(facts);
    readChildren(facts);
    readOthers(facts);
    readHome(facts);
    readWork(facts);
    m_facts.resourcesCents = amount(facts, "ressources_mensuelles", "ressources_mensuelles");
    readDeclarations(facts);
    readPieces(pieces);
    return std::move(m_facts);
}

void CaseFacts::warn(std::string where, std::string_view reason) {
    m_warnings.push_back(std::move(where) + " : " + std::string(reason));
}

Date CaseFacts::date(const json::object& object, std::string_view member,
                     const std::string& where) {
    const json::value* value = given(object, member);
    if (!value)
        return {};
    if (value->is_string())
        if (const auto day = parseIsoDate(value->get_string()))
            return *day;
    warn(where, "cette date n’existe pas ; elle est laissée inconnue");
    return {};
}

Commune CaseFacts::commune(const json::object& object, std::string_view member,
                           const std::string& where) {
    const NamedCommune named = communeNamed(jsonStringOr(object, member), m_bareme);
    if (!named.found)
        warn(where, "commune inconnue ; elle compte comme hors du territoire");
    return named.commune;
}

std::optional<std::int64_t> CaseFacts::amount(const json::object& object, std::string_view member,
                                              const std::string& where) {
    const json::value* value = given(object, member);
    if (!value)
        return std::nullopt;
    if (value->is_number()) {
        const double number = value->to_number<double>();
        if (number >= 0 && number <= kMostAmount)
            return std::llround(number * 100);
    }
    warn(where, "cette valeur ne peut pas être vraie ; elle est laissée inconnue");
    return std::nullopt;
}

void CaseFacts::addPerson(Role role, const json::value& person, const std::string& where) {
    const json::object* object = person.if_object();
    Date birth = object ? date(*object, "naissance", where + ".naissance") : Date{};
    if (!object)
        warn(where, "une personne est attendue ; sa naissance est laissée inconnue");
    const bool adult = role == Role::demandeur || role == Role::conjoint;
    if (!birth.empty() && birth > m_today) {
        warn(where + ".naissance", adult ? "après la date du calcul ; elle est laissée inconnue"
                                         : "après la date du calcul : cette personne ne compte "
                                           "pas encore");
        birth = adult ? Date{} : birth;
    }
    m_facts.persons.push_back({role, birth});
}

void CaseFacts::readPersons(const json::object& facts) {
    const json::value* applicant = given(facts, "demandeur");
    if (!applicant)
        warn("demandeur", "il manque ; son âge est inconnu");
    addPerson(Role::demandeur, applicant ? *applicant : json::object(), "demandeur");
    complete(Role::demandeur);
    const json::value* spouse = given(facts, "conjoint");
    if (spouse)
        addPerson(Role::conjoint, *spouse, "conjoint");
    if (facts.contains("conjoint"))
        complete(Role::conjoint);
}

void CaseFacts::readChildren(const json::object& facts) {
    const json::value* children = given(facts, "personnes_a_charge");
    if (!children || !children->is_array())
        return;
    std::size_t position = 0;
    for (const json::value& child : children->get_array())
        addPerson(Role::enfantACharge, child,
                  "personnes_a_charge[" + std::to_string(position++) + "]");
    complete(Role::enfantACharge);
    complete(Role::autreACharge);
}

void CaseFacts::readOthers(const json::object& facts) {
    const json::value* others = given(facts, "autres_personnes");
    if (!others)
        return;
    if (!others->is_int64() || others->get_int64() < 0 || others->get_int64() > kMostPersons)
        return warn("autres_personnes", "un nombre de personnes est attendu ; il reste inconnu");
    for (std::int64_t i = 0; i < others->get_int64(); ++i)
        m_facts.persons.push_back({Role::autre, {}});
    complete(Role::autre);
}

void CaseFacts::readHome(const json::object& facts) {
    const json::value* value = given(facts, "logement");
    if (!value || !value->is_object())
        return warn("logement", "il manque ; rien n’en est su");
    const json::object& home = value->get_object();
    const std::string category = jsonStringOr(home, "categorie");
    const auto known = homeFromName(category);
    if (known)
        m_facts.home = *known;
    else
        warn("logement.categorie", "mot inconnu ; le logement actuel est laissé inconnu");
    m_facts.homeCommune = commune(home, "commune", "logement.commune");
    m_facts.surfaceDm2 = amount(home, "surface_m2", "logement.surface_m2");
    m_facts.rentCents = amount(home, "loyer_charges", "logement.loyer_charges");
    m_facts.aidCents = amount(home, "aide_logement", "logement.aide_logement");
    if (const auto rooms = amount(home, "pieces", "logement.pieces"))
        m_facts.rooms = static_cast<std::int32_t>(*rooms / 100);
}

void CaseFacts::readWork(const json::object& facts) {
    const json::value* work = given(facts, "travail");
    if (!work || !work->is_array())
        return;
    m_facts.workComplete = true;
    for (const json::value& item : work->get_array()) {
        const json::object* place = item.if_object();
        const auto who = place ? roleFromName(jsonStringOr(*place, "personne")) : std::nullopt;
        if (!who) {
            warn("travail", "on ne sait pas de qui est ce travail ; il ne compte pas");
            m_facts.workComplete = false;
            continue;
        }
        m_facts.work.push_back({*who, commune(*place, "commune", "travail.commune")});
    }
}

void CaseFacts::readDeclarations(const json::object& facts) {
    if (const json::value* words = given(facts, "declarations"); words && words->is_array()) {
        m_facts.declarations.fill(Tri::no);
        for (const json::value& word : words->get_array()) {
            const auto known =
                word.is_string() ? declarationFromName(word.get_string()) : std::nullopt;
            if (known)
                m_facts.declare(*known);
            else
                warn("declarations", "un mot est inconnu ; il ne compte pas");
        }
    }
    if (const json::value* ticks = given(facts, "activations_guichet"); ticks && ticks->is_array())
        for (const json::value& tick : ticks->get_array())
            if (tick.is_string())
                m_facts.guichet.emplace_back(tick.get_string());
    if (const json::value* dalo = given(facts, "com_dalo"); dalo && dalo->is_bool())
        m_facts.comDalo = dalo->get_bool() ? Tri::yes : Tri::no;
}

void CaseFacts::readPieces(const json::array& pieces) {
    std::size_t position = 0;
    for (const json::value& item : pieces) {
        const std::string where = "pieces[" + std::to_string(position++) + "]";
        const json::object* object = item.if_object();
        const auto state = object ? stateNamed(jsonStringOr(*object, "etat")) : std::nullopt;
        if (!state) {
            warn(where, "etat inconnu ; la pièce ne compte pas");
            continue;
        }
        Piece piece;
        piece.type = jsonStringOr(*object, "type");
        piece.state = *state;
        piece.expiresOn = date(*object, "expire_le", where + ".expire_le");
        if (given(*object, "expire_le") && piece.expiresOn.empty())
            continue; // nobody knows whether it still holds
        if (m_bareme.pieceLabel(piece.type).empty())
            warn(where, "aucune ligne ne demande cette pièce");
        m_facts.pieces.push_back(std::move(piece));
    }
}

} // namespace escale::cotation
