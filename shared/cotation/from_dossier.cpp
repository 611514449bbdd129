// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/from_dossier.h"

#include "shared/cotation/income.h"
#include "shared/dossier/catalogue.h"
#include "shared/dossier/judgement.h"

#include <algorithm>
#include <utility>

namespace escale::cotation {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr const char* kPostTown = "demandeur.postale.commune";

/// Categories of the Cerfa's box on the present home. Those that no line of a bareme names are
/// `autre`: known, and worth nothing.
Home homeOf(const std::string& category) {
    constexpr std::pair<std::string_view, Home> kHomes[] = {
        {"prive", Home::locatairePrive},
        {"hlm", Home::locataireHlm},
        {"proprietaire", Home::proprietaire},
        {"sans_abri", Home::sansAbri},
        {"squat", Home::sansAbri}, // neither home nor shelter (reading A12 of the baremes)
        {"caravane", Home::sansAbri},
        {"parents", Home::hebergeParents},
        {"particulier", Home::hebergeTiers},
        {"hotel", Home::hotel},
        {"hebergement", Home::structureHebergement},
        {"centre_enfance", Home::structureHebergement},
        {"rhvs", Home::structureHebergement},
    };
    for (const auto& [code, home] : kHomes) {
        if (code == category)
            return home;
    }
    return category.empty() ? Home::unknown : Home::autre;
}

/// "t3" is "T3" for everybody who counts homes; a room has the letter of the SNE.
std::string typologyOf(const std::string& code) {
    if (code == "chambre")
        return "C";
    std::string typology = code;
    std::transform(typology.begin(), typology.end(), typology.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    return typology;
}

class Reader {
public:
    Reader(const Dossier& dossier, const Date& today)
        : m_dossier(dossier)
        , m_today(today) {}

    Facts read() {
        m_facts.depositedOn = dateOf(Value(m_dossier.receivedOn));
        m_facts.firstChoice = soughtBy(m_dossier).town;
        readHome();
        readPersons();
        readWork();
        readDeclarations();
        readPieces();
        return std::move(m_facts);
    }

private:
    std::string text(const std::string& path) const { return textOf(m_dossier.answer(path)); }

    Tri yesNo(const std::string& path) const {
        const Value value = m_dossier.answer(path);
        const FieldSpec* field = catalogue().find(path);
        if (field != nullptr && field->visible.evaluate(m_dossier, m_today) == Truth::no)
            return Tri::no;
        const bool* answer = std::get_if<bool>(&value);
        return answer == nullptr ? Tri::unknown : (*answer ? Tri::yes : Tri::no);
    }

    std::optional<std::int64_t> number(const std::string& path) const {
        const Value value = m_dossier.answer(path);
        const std::int64_t* answer = std::get_if<std::int64_t>(&value);
        return answer == nullptr ? std::nullopt : std::optional(*answer);
    }

    /// Whole euros to cents, square metres to square decimetres.
    std::optional<std::int64_t> hundredths(const std::string& path) const {
        const auto whole = number(path);
        return whole ? std::optional(*whole * 100) : std::nullopt;
    }

    void readHome() {
        m_facts.home = homeOf(text("logement_actuel.categorie"));
        // Who has no home belongs where their letters are kept (domiciliation).
        m_facts.homeCommune = Commune(text(text("logement_actuel.categorie") == "sans_abri"
                                               ? kPostTown
                                               : "demandeur.adresse.commune"));
        m_facts.surfaceDm2 = hundredths("logement_actuel.surface");
        m_facts.rentCents = hundredths("logement_actuel.loyer");
        m_facts.aidCents = hundredths("logement_actuel.aide");
        if (const auto income = monthlyIncome(m_dossier, m_today))
            m_facts.resourcesCents = *income * 100;
        if (const auto rooms = number("logement_actuel.pieces"))
            m_facts.rooms = static_cast<std::int32_t>(*rooms);
    }

    void addPerson(Role role, const std::string& birthPath) {
        m_facts.persons.push_back({role, dateOf(m_dossier.answer(birthPath))});
    }

    void setComplete(Role role, bool complete) {
        m_facts.rolesComplete[static_cast<std::size_t>(role)] = complete;
    }

    void readPersons() {
        addPerson(Role::demandeur, "demandeur.naissance");
        setComplete(Role::demandeur, true);
        bool couplesKnown = true;
        for (const std::string& id : m_dossier.items("codemandeurs")) {
            const std::string base = "codemandeurs[" + id + "]";
            const std::string link = text(base + ".lien");
            const bool spouse = link == "conjoint" || link == "pacs" || link == "concubin";
            couplesKnown = couplesKnown && !link.empty();
            addPerson(spouse ? Role::conjoint : Role::autre, base + ".naissance");
            if (spouse)
                m_spouses.push_back(base);
        }
        const Tri couple = yesNo("foyer.conjoint");
        setComplete(Role::conjoint, couple == Tri::no ||
                                        (couple == Tri::yes && couplesKnown && !m_spouses.empty()));
        setComplete(Role::autre, couplesKnown && couple != Tri::unknown);
        readDependants();
    }

    void readDependants() {
        const auto ids = m_dossier.items("personnes_a_charge");
        bool linksKnown = true;
        for (const std::string& id : ids) {
            const std::string base = "personnes_a_charge[" + id + "]";
            const std::string link = text(base + ".lien");
            linksKnown = linksKnown && !link.empty();
            addPerson(link == "enfant" ? Role::enfantACharge : Role::autreACharge,
                      base + ".naissance");
        }
        const Tri any = yesNo("foyer.personnes_a_charge");
        const bool complete = any == Tri::no || (any == Tri::yes && !ids.empty() && linksKnown);
        setComplete(Role::enfantACharge, complete);
        setComplete(Role::autreACharge, complete);
    }

    /// Whether it is known where (or that) this person works.
    bool readWorkOf(Role who, const std::string& base) {
        const Commune place(text(base + ".travail.commune"));
        if (!place.empty())
            m_facts.work.push_back({who, place});
        const std::string situation = text(base + ".travail.situation");
        const bool idle = situation == "cho" || situation == "ret" || situation == "etu";
        return !place.empty() || idle;
    }

    void readWork() {
        bool complete = readWorkOf(Role::demandeur, "demandeur");
        for (const std::string& base : m_spouses)
            complete = readWorkOf(Role::conjoint, base) && complete;
        m_facts.workComplete =
            complete && m_facts.rolesComplete[static_cast<std::size_t>(Role::conjoint)];
    }

    /// Whether the person gave that reason; unknown while none is given.
    Tri reason(std::string_view motif) const {
        const Value value = m_dossier.answer("motifs");
        const TextList* motifs = std::get_if<TextList>(&value);
        if (motifs == nullptr)
            return Tri::unknown;
        const bool named = std::find(motifs->begin(), motifs->end(), motif) != motifs->end();
        return named ? Tri::yes : Tri::no;
    }

    void declare(Declaration declaration, const std::string& path, std::string_view motif = {}) {
        const bool named = !motif.empty() && reason(motif) == Tri::yes;
        m_facts.declare(declaration, named ? Tri::yes : yesNo(path));
    }

    void readDeclarations() {
        declare(Declaration::dalo, "situation.dalo");
        declare(Declaration::nonDecent, "logement_actuel.non_decent", "non_decent");
        declare(Declaration::indigne, "logement_actuel.indigne");
        declare(Declaration::expulsion, "situation.expulsion", "expulsion");
        declare(Declaration::ase, "situation.ase");
        declare(Declaration::handicap, "situation.handicap");
        declare(Declaration::violence, "situation.violences", "violences");
        declare(Declaration::divorce, "situation.divorce", "separation");
        declare(Declaration::repriseActivite, "demandeur.travail.chomage_long");
        m_facts.declare(Declaration::departPersonnesACharge, reason("depart_personne"));
        m_facts.declare(Declaration::inadapteHandicap, reason("handicap"));
    }

    /// What an agent said of a pièce; until then it is there, as the plan counts it (4.3).
    PieceState stateOf(const std::string& id) const {
        const auto judgement = judgementOf(m_dossier, id);
        if (!judgement)
            return PieceState::present;
        return judgement->verdict == "validee" ? PieceState::validated : PieceState::refused;
    }

    void readPieces() {
        for (const std::string& id : m_dossier.items("pieces")) {
            const std::string base = "pieces[" + id + "]";
            const std::string_view word = baremePieceOf(text(base + ".type"));
            if (!word.empty())
                m_facts.pieces.push_back({std::string(word), stateOf(id),
                                          dateOf(m_dossier.answer(base + ".expire_le")),
                                          dateOf(m_dossier.answer(base + ".emise_le"))});
        }
    }

    const Dossier& m_dossier;
    const Date& m_today;
    Facts m_facts;
    std::vector<std::string> m_spouses; // paths of the codemandeurs that are a couple
};

} // namespace

std::string_view baremePieceOf(std::string_view type) {
    constexpr Words kPieces[] = {
        {"identite", "piece_identite"},
        {"titre_sejour", "piece_identite"},
        {"livret_famille", "livret_famille"},
        {"acte_naissance", "livret_famille"},
        {"avis_imposition", "avis_imposition"},
        {"bulletin_salaire", "justificatif_ressources"},
        {"employeur", "justificatif_ressources"},
        {"attestation_caf", "justificatif_ressources"},
        {"pension", "justificatif_ressources"},
        {"bilan", "justificatif_ressources"},
        {"bourse", "justificatif_ressources"},
        {"contrat_travail", "contrat_travail"},
        {"bail", "bail_ou_propriete"},
        {"quittance", "quittance"},
        {"hebergement", "attestation_hebergement"},
        {"domiciliation", "attestation_hebergement"},
        {"hotel", "attestation_hebergement"},
        {"handicap", "carte_invalidite"},
        {"sante", "justificatif_adaptation"},
        {"rapport", "rapport_social"},
        {"arrete", "arrete_habitat"},
        {"plainte", "plainte"},
        {"jugement", "jugement_divorce"},
        {"expulsion", "jugement_expulsion"},
        {"chomage", "justificatif_chomage"},
        {"ase", "attestation_ase"},
        {"demolition", "declaration_demolition"},
    };
    for (const auto& [ours, theirs] : kPieces) {
        if (ours == type)
            return theirs;
    }
    return {};
}

Sought soughtBy(const Dossier& dossier) {
    Sought sought;
    for (const std::string& id : dossier.items("localisations")) {
        sought.town = Commune(textOf(dossier.answer("localisations[" + id + "].commune")));
        if (!sought.town.empty())
            break;
    }
    const Value types = dossier.answer("logement_recherche.types");
    if (const auto* codes = std::get_if<TextList>(&types))
        for (const std::string& code : *codes)
            sought.typologies.push_back(typologyOf(code));
    return sought;
}

Facts factsFromDossier(const Dossier& dossier, const Date& today) {
    return Reader(dossier, today).read();
}

} // namespace escale::cotation
