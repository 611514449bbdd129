// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the demande share: identifiers, seeded randomness, an edit in one line.
#pragma once

#include "shared/dossier/catalogue.h"
#include "shared/dossier/dossier.h"
#include "shared/sync/merge.h"

#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace escale::test {

inline constexpr Date kToday{2026, 11, 21};

/// A canonical UUID that only depends on `n`.
inline std::string uuid(unsigned n) {
    char text[64];
    std::snprintf(text, sizeof text, "01930000-0000-7000-8000-%012x", n);
    return text;
}

inline DossierId dossierId(unsigned n = 1) {
    return DossierId(uuid(0xD0000 + n));
}
inline DeviceId deviceId(unsigned n) {
    return DeviceId(uuid(0xA0000 + n));
}
inline std::string item(const std::string& collection, unsigned n) {
    return collection + '[' + uuid(n) + ']';
}

/// splitmix64: small, and the same everywhere.
class Seeded {
public:
    explicit Seeded(std::uint64_t seed)
        : m_state(seed) {}
    std::uint64_t next() {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// 0 to n − 1.
    unsigned below(unsigned n) { return static_cast<unsigned>(next() % n); }
    bool oneIn(unsigned n) { return below(n) == 0; }

private:
    std::uint64_t m_state;
};

inline void put(Dossier& dossier, const std::string& path, Value value) {
    dossier.fields[path].value = std::move(value);
}

inline Edit editOf(unsigned device, std::int64_t seq, std::vector<Change> changes,
                   std::string author = "demandeur") {
    Edit edit;
    edit.dossier = dossierId();
    edit.device = deviceId(device);
    edit.seq = seq;
    edit.author = std::move(author);
    edit.at = {1'795'000'000'000 + seq, 0};
    edit.schema = catalogue().schema();
    edit.changes = std::move(changes);
    return edit;
}

/// A dossier with everything that the legal minimum to register asks for.
inline Dossier completeDossier() {
    Dossier dossier;
    dossier.id = dossierId();
    put(dossier, "reference", "482915703642");
    put(dossier, "demande.nature", "premiere");
    put(dossier, "demandeur.civilite", "mme");
    put(dossier, "demandeur.nom", "Benarous");
    put(dossier, "demandeur.prenom", "Nadia");
    put(dossier, "demandeur.naissance", "1988-03-14");
    put(dossier, "demandeur.nationalite", "francaise");
    put(dossier, "demandeur.nir", Marker::none);
    put(dossier, "demandeur.telephone", "0612345678");
    put(dossier, "demandeur.adresse.voie", "rue des Essais");
    put(dossier, "demandeur.adresse.code_postal", "42000");
    put(dossier, "demandeur.adresse.commune", "42218");
    put(dossier, "foyer.conjoint", false);
    put(dossier, "foyer.personnes_a_charge", false);
    put(dossier, "logement_actuel.categorie", "particulier");
    put(dossier, "logement_actuel.personnes", std::int64_t{3});
    put(dossier, "logement_recherche.types", TextList{"t2", "t3"});
    put(dossier, "logement_recherche.personnes", std::int64_t{1});
    put(dossier, "logement_recherche.elargir", true);
    put(dossier, item("localisations", 1) + ".commune", "42218");
    put(dossier, item("pieces", 2) + ".type", "identite");
    put(dossier, item("pieces", 2) + ".pages", TextList{std::string(64, 'a')});
    put(dossier, "depot.confirme", true);
    return dossier;
}

} // namespace escale::test
