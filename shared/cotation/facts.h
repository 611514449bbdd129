// SPDX-License-Identifier: GPL-3.0-or-later
// What the cotation knows of a demande. Three-valued: what nobody said is unknown, never false and
// never zero, and an unknown fact gives no point. Facts know no dossier: an adapter fills them in.
#pragma once

#include "shared/base/date.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::cotation {

enum class Tri : std::uint8_t { no, yes, unknown };

/// A commune by its INSEE code ("95585", "2A004"); empty when unknown. Trivially copyable.
class Commune {
public:
    Commune() = default;
    /// Anything but five digits or capital letters gives the unknown commune.
    explicit Commune(std::string_view insee);

    [[nodiscard]] bool empty() const { return m_packed == 0; }
    [[nodiscard]] std::string insee() const;
    /// The code as one number (base 36), for comparisons; 0 when unknown.
    [[nodiscard]] std::int64_t packed() const { return m_packed; }
    static Commune fromPacked(std::int64_t packed);
    auto operator<=>(const Commune&) const = default;

private:
    std::int64_t m_packed = 0;
};

/// The present home. `autre` is a known situation that no line of a bareme names.
enum class Home : std::uint8_t {
    unknown,
    locatairePrive,
    locataireHlm,
    proprietaire,
    sansAbri,
    hebergeParents,
    hebergeTiers,
    act, // appartement de coordination therapeutique
    hotel,
    structureHebergement,
    autre,
};
inline constexpr std::size_t kHomeCount = 11;

/// What the demandeur states in the form (Cerfa 14069), one flag each.
enum class Declaration : std::uint8_t {
    dalo,
    nonDecent,
    indigne,
    expulsion,
    ase,
    handicap,
    repriseActivite,
    departPersonnesACharge,
    inadapteAutonomie,
    inadapteHandicap,
    labelPdalhpd,
    violence,
    divorce,
    parentsDivorce,
    fonctionPubliqueTerritoriale,
};
inline constexpr std::size_t kDeclarationCount = 15;

enum class Role : std::uint8_t { demandeur, conjoint, enfantACharge, autreACharge, autre };
inline constexpr std::size_t kRoleCount = 5;

/// Words of the bareme format and of logs ("locataire_hlm", "reprise_activite", "conjoint").
std::string_view name(Home home);
std::string_view name(Declaration declaration);
std::string_view name(Role role);
std::optional<Home> homeFromName(std::string_view name);
std::optional<Declaration> declarationFromName(std::string_view name);
std::optional<Role> roleFromName(std::string_view name);

struct Person {
    Role role = Role::demandeur;
    /// Empty when unknown. Somebody who is not born yet is not counted before the day of birth.
    Date birth;
};

struct WorkPlace {
    Role who = Role::demandeur; // demandeur or conjoint: others never count (cotation A04)
    Commune commune;            // empty when unknown
};

enum class PieceState : std::uint8_t { absent, refused, expired, present, validated };

struct Piece {
    std::string type;                       // a word of the bareme's `pieces`
    PieceState state = PieceState::present; // present, validated or refused
    Date expiresOn;                         // last valid day; empty: never, or unknown
    Date issuedOn; // empty when unknown: a freshness rule of the bareme is then not applied
};

/// Amounts in cents, surfaces in dm2 (hundredths of a m2), so that no figure is rounded.
struct Facts {
    Date depositedOn; // first deposit, kept through renewals; empty when unknown
    std::vector<Person> persons;
    /// [role]: every person of this role is in `persons`. When false, the absence of such a person
    /// is unknown. The demandeur is one.
    std::array<bool, kRoleCount> rolesComplete{};
    Commune firstChoice; // the commune that the demande names first; empty when unknown
    Home home = Home::unknown;
    Commune homeCommune;
    std::optional<std::int64_t> surfaceDm2;
    std::optional<std::int32_t> rooms;          // habitable rooms of the present home
    std::optional<std::int64_t> rentCents;      // a month, charges included
    std::optional<std::int64_t> aidCents;       // APL or AL, a month
    std::optional<std::int64_t> resourcesCents; // whole household, a month
    std::vector<WorkPlace> work;
    bool workComplete = false; // every workplace of demandeur and conjoint is in `work`
    std::array<Tri, kDeclarationCount> declarations; // all unknown at first
    /// What an agent ticked (manual criteria, exclusions), in the words of the bareme. What is not
    /// here is not ticked: there is no unknown.
    std::vector<std::string> guichet;
    Tri comDalo = Tri::unknown; // the DALO recognition as COM DALO knows it
    std::vector<Piece> pieces;

    Facts() { declarations.fill(Tri::unknown); }
    void declare(Declaration declaration, Tri value = Tri::yes) {
        declarations[static_cast<std::size_t>(declaration)] = value;
    }
    [[nodiscard]] Tri declared(Declaration declaration) const {
        return declarations[static_cast<std::size_t>(declaration)];
    }
    [[nodiscard]] bool ticked(std::string_view code) const;
};

} // namespace escale::cotation
