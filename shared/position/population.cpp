// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/position/population.h"

#include <algorithm>
#include <array>

namespace escale::position {
namespace {

using cotation::Commune;
using cotation::Declaration;
using cotation::Home;
using cotation::PieceState;
using cotation::Role;
using cotation::Tri;

template <class Value>
struct Share {
    Value value;
    double weight;
};

/// One of the shares, by its weight; `at` is from 0 to 1.
template <class Shares>
const auto& drawn(const Shares& shares, double at) {
    double all = 0;
    for (const auto& share : shares)
        all += share.weight;
    at *= all;
    for (const auto& share : shares) {
        if (at < share.weight)
            return share.value;
        at -= share.weight;
    }
    return shares.back().value;
}

// Fiche annexe 2, « Nombre demandes au 31/12/2021 »; the communes that it does not name share the
// rest of the 22,512 demandes.
constexpr double kAllDemandes = 22512;
constexpr std::array<Share<std::string_view>, 23> kCommunes{
    {{"Sarcelles", 4612},       {"Garges-lès-Gonesse", 2930},
     {"Villiers-le-Bel", 2203}, {"Gonesse", 2171},
     {"Villeparisis", 1720},    {"Goussainville", 1527},
     {"Mitry-Mory", 1453},      {"Louvres", 1057},
     {"Claye-Souilly", 821},    {"Dammartin-en-Goële", 556},
     {"Arnouville", 512},       {"Fosses", 420},
     {"Écouen", 327},           {"Othis", 196},
     {"Marly-la-Ville", 180},   {"Vémars", 176},
     {"Moussy-le-Neuf", 159},   {"Survilliers", 149},
     {"Longperrier", 137},      {"Fontenay-en-Parisis", 109},
     {"Saint-Witz", 77},        {"Villeron", 50},
     {"Moussy-le-Vieux", 40}}};
constexpr std::array kTypologies{
    Share<std::string_view>{"T1", 2816}, Share<std::string_view>{"T2", 6382},
    Share<std::string_view>{"T3", 6895}, Share<std::string_view>{"T4", 5405},
    Share<std::string_view>{"T5", 1014}};
constexpr double kMutation = 7154.0 / kAllDemandes;

struct Range {
    int from, to;
};
/// Months since the first deposit.
constexpr std::array kSeniority{Share<Range>{{0, 11}, 8448},   Share<Range>{{12, 23}, 4336},
                                Share<Range>{{24, 35}, 2943},  Share<Range>{{36, 59}, 3284},
                                Share<Range>{{60, 119}, 3068}, Share<Range>{{120, 200}, 433}};
constexpr std::array kAges{
    Share<Range>{{18, 24}, 1604}, Share<Range>{{25, 29}, 2922}, Share<Range>{{30, 34}, 3564},
    Share<Range>{{35, 39}, 3523}, Share<Range>{{40, 44}, 3137}, Share<Range>{{45, 49}, 2344},
    Share<Range>{{50, 54}, 1874}, Share<Range>{{55, 59}, 1354}, Share<Range>{{60, 85}, 2188}};
/// Monthly resources for one unit of consumption, by ceiling (PLAI, PLUS, PLS, above); the last one
/// is not known.
constexpr std::array kResources{Share<Range>{{0, 1100}, 14993}, Share<Range>{{1100, 1800}, 3941},
                                Share<Range>{{1800, 2400}, 533}, Share<Range>{{2400, 4000}, 265},
                                Share<Range>{{-1, -1}, 2780}};
constexpr double kWorks = 15841.0 / kAllDemandes;

struct Household {
    bool couple;
    int fewest, most; // children
    int others;
};
/// From the smallest to the largest: large homes go to large families.
constexpr std::array kFamilies{
    Share<Household>{{false, 0, 0, 0}, 8299}, Share<Household>{{true, 0, 0, 0}, 1884},
    Share<Household>{{false, 1, 2, 0}, 4153}, Share<Household>{{true, 1, 2, 0}, 3427},
    Share<Household>{{false, 0, 0, 2}, 76},   Share<Household>{{false, 3, 5, 0}, 1708},
    Share<Household>{{true, 3, 6, 0}, 2965}};

// Not in the plan.
constexpr std::array kOtherHomes{
    Share<Home>{Home::locatairePrive, 40}, Share<Home>{Home::hebergeTiers, 20},
    Share<Home>{Home::hebergeParents, 18}, Share<Home>{Home::structureHebergement, 10},
    Share<Home>{Home::hotel, 5},           Share<Home>{Home::sansAbri, 3},
    Share<Home>{Home::proprietaire, 3.5},  Share<Home>{Home::act, 0.5}};
struct Rare {
    Declaration declaration;
    double share;
};
constexpr std::array kDeclarations{Rare{Declaration::dalo, 0.06},
                                   Rare{Declaration::nonDecent, 0.07},
                                   Rare{Declaration::indigne, 0.02},
                                   Rare{Declaration::expulsion, 0.03},
                                   Rare{Declaration::ase, 0.005},
                                   Rare{Declaration::handicap, 0.09},
                                   Rare{Declaration::repriseActivite, 0.04},
                                   Rare{Declaration::departPersonnesACharge, 0.05},
                                   Rare{Declaration::inadapteAutonomie, 0.02},
                                   Rare{Declaration::inadapteHandicap, 0.04},
                                   Rare{Declaration::labelPdalhpd, 0.04},
                                   Rare{Declaration::violence, 0.02},
                                   Rare{Declaration::divorce, 0.08},
                                   Rare{Declaration::parentsDivorce, 0.03},
                                   Rare{Declaration::fonctionPubliqueTerritoriale, 0.04}};
constexpr std::array kTicks{"viol", "prostitution", "traite", "caleol", "operation_publique"};
constexpr std::array kPieces{"bail_ou_propriete",
                             "livret_famille",
                             "piece_identite",
                             "contrat_travail",
                             "rapport_social",
                             "attestation_hebergement",
                             "quittance",
                             "justificatif_ressources",
                             "jugement_expulsion",
                             "attestation_ase",
                             "justificatif_adaptation",
                             "carte_invalidite",
                             "avis_imposition",
                             "justificatif_chomage",
                             "arrete_habitat",
                             "labellisation",
                             "plainte",
                             "jugement_divorce"};

} // namespace

std::uint64_t Dice::next() {
    m_state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

Population::Population(const cotation::Bareme& bareme, std::uint64_t seed, const Date& today)
    : m_bareme(bareme)
    , m_today(today)
    , m_dice(seed) {
    double named = 0;
    for (const auto& share : kCommunes) {
        m_communes.emplace_back(commune(share.value), share.weight);
        named += share.weight;
    }
    const auto all = m_bareme.communes();
    const double rest = (kAllDemandes - named) / static_cast<double>(all.size() - kCommunes.size());
    for (const std::string& insee : all)
        if (std::none_of(m_communes.begin(), m_communes.end(),
                         [&](const auto& known) { return known.first == Commune(insee); }))
            m_communes.emplace_back(Commune(insee), rest);
}

Commune Population::commune(std::string_view name) const {
    for (const std::string& insee : m_bareme.communes())
        if (m_bareme.communeName(insee) == name)
            return Commune(insee);
    return {};
}

Commune Population::anyCommune() {
    double at = m_dice.unit() * kAllDemandes;
    for (const auto& [commune, weight] : m_communes) {
        if (at < weight)
            return commune;
        at -= weight;
    }
    return m_communes.front().first;
}

Commune Population::somewhere(Commune asked, double here, double near) {
    const double at = m_dice.unit();
    if (at < here)
        return asked;
    return at < here + near ? anyCommune() : Commune("75056");
}

Date Population::birth(int youngest, int oldest) {
    const int days = youngest * 365 + m_dice.upTo((oldest - youngest + 1) * 365 - 1);
    return addDays(m_today, -days - youngest / 4);
}

void Population::family(Demande& demande, double place) {
    const Household& household = drawn(kFamilies, place);
    const Range& age = drawn(kAges, m_dice.unit());
    demande.facts.rolesComplete.fill(true);
    demande.facts.persons.push_back({Role::demandeur, birth(age.from, age.to)});
    if (household.couple)
        demande.facts.persons.push_back({Role::conjoint, birth(age.from, age.to)});
    const int children = household.fewest + m_dice.upTo(household.most - household.fewest);
    for (int i = 0; i < children; ++i)
        demande.facts.persons.push_back({Role::enfantACharge, birth(0, 20)});
    for (int i = 0; i < household.others; ++i)
        demande.facts.persons.push_back({Role::autre, birth(18, 60)});
}

void Population::home(Demande& demande) {
    cotation::Facts& facts = demande.facts;
    facts.home = m_dice.chance(kMutation) ? Home::locataireHlm : drawn(kOtherHomes, m_dice.unit());
    facts.homeCommune = somewhere(demande.asked, 0.55, 0.20);
    const bool rents = facts.home == Home::locatairePrive || facts.home == Home::locataireHlm;
    if (facts.home == Home::sansAbri)
        return;
    facts.rooms = 1 + m_dice.upTo(4);
    facts.surfaceDm2 = 100 * (10 + *facts.rooms * (12 + m_dice.upTo(6)));
    if (!rents)
        return;
    facts.rentCents = 100 * (300 + m_dice.upTo(600));
    facts.aidCents = m_dice.chance(0.5) ? 100 * m_dice.upTo(300) : 0;
}

void Population::work(Demande& demande) {
    demande.facts.workComplete = true;
    for (const cotation::Person& person : demande.facts.persons)
        if ((person.role == Role::demandeur && m_dice.chance(kWorks)) ||
            (person.role == Role::conjoint && m_dice.chance(0.5)))
            demande.facts.work.push_back({person.role, somewhere(demande.asked, 0.20, 0.30)});
}

void Population::money(Demande& demande) {
    const Range& range = drawn(kResources, m_dice.unit());
    if (range.from < 0)
        return;
    const auto persons = static_cast<int>(demande.facts.persons.size());
    const int tenths = 10 + 4 * (persons - 1); // of a unit of consumption
    const int unit = range.from + m_dice.upTo(range.to - range.from);
    demande.facts.resourcesCents = std::int64_t{unit} * tenths * 10;
}

void Population::situation(Demande& demande) {
    cotation::Facts& facts = demande.facts;
    for (const Rare& rare : kDeclarations)
        facts.declare(rare.declaration, m_dice.chance(rare.share) ? Tri::yes : Tri::no);
    facts.comDalo =
        facts.declared(Declaration::dalo) == Tri::yes && m_dice.chance(0.7) ? Tri::yes : Tri::no;
    for (const char* tick : kTicks)
        if (m_dice.chance(0.005))
            facts.guichet.emplace_back(tick);
}

void Population::pieces(Demande& demande) {
    for (const char* type : kPieces) {
        const double at =
            m_dice.unit(); // absent 35 %, present 35, validated 25, refused or expired 5
        if (at < 0.35)
            continue;
        cotation::Piece piece{type, PieceState::present, {}, {}};
        if (at >= 0.95)
            piece.state = at >= 0.975 ? PieceState::refused : PieceState::validated;
        else if (at >= 0.70)
            piece.state = PieceState::validated;
        if (at >= 0.95 && at < 0.975)
            piece.expiresOn = addDays(m_today, -1 - m_dice.upTo(60));
        demande.facts.pieces.push_back(std::move(piece));
    }
}

Demande Population::next() {
    Demande demande;
    demande.asked = anyCommune();
    const double place = m_dice.unit();
    family(demande, place);
    // Two demandes of three ask for a home that goes with the size of the family.
    demande.typology = drawn(kTypologies, m_dice.chance(0.67) ? place : m_dice.unit());
    const Range& waiting = drawn(kSeniority, m_dice.unit());
    demande.facts.depositedOn =
        addDays(addMonths(m_today, -waiting.from - m_dice.upTo(waiting.to - waiting.from)),
                -m_dice.upTo(27));
    demande.facts.firstChoice = demande.asked;
    home(demande);
    work(demande);
    money(demande);
    situation(demande);
    pieces(demande);
    return demande;
}

} // namespace escale::position
