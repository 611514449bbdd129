// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/ecole/registry.h"

#include "shared/nuu/code_lists.h"
#include "shared/nuu/controls.h"
#include "shared/nuu/xml_writer.h"

#include <array>
#include <cstdio>

namespace escale::sne::ecole {
namespace {

constexpr std::string_view kSchema = R"(
CREATE TABLE IF NOT EXISTS demandes (
    numero TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    date TEXT NOT NULL,
    nom TEXT NOT NULL,
    prenom TEXT NOT NULL,
    naissance TEXT NOT NULL,
    nom_recu TEXT NOT NULL,
    prenom_recu TEXT NOT NULL,
    xml TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS demandes_personne ON demandes (nom, prenom, naissance);
CREATE TABLE IF NOT EXISTS fichiers (
    id INTEGER PRIMARY KEY,
    numero TEXT NOT NULL,
    type TEXT NOT NULL,
    nom TEXT NOT NULL,
    recu_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sequences (
    prefixe TEXT PRIMARY KEY,
    dernier INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS radiations (
    numero TEXT PRIMARY KEY,
    motif TEXT NOT NULL,
    sous_motif TEXT NOT NULL,
    jour TEXT NOT NULL,
    le_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS dalos (
    id INTEGER PRIMARY KEY,
    numero TEXT NOT NULL,
    statut TEXT NOT NULL,
    jour TEXT NOT NULL,
    le_ms INTEGER NOT NULL
) STRICT;
)";

/// The element first in a demandeLogement, as the published sample has it.
void setNumUnique(XmlElement& demande, const std::string& numero) {
    if (XmlElement* present = demande.child("numUnique")) {
        present->text = numero;
        return;
    }
    demande.children.insert(demande.children.begin(), {demande.ns, "numUnique", {}, numero, {}});
}

std::string territoryOfDemande(const XmlElement& demande) {
    const XmlElement* wished = demande.at("logementRecherche/listeLocalisationSouhaite");
    return territoryOf(wished->children.front().codeAt("commune"));
}

std::string firstWord(const std::string& name) {
    return name.substr(0, name.find(' '));
}

bool maybeSame(const Person& asked, const Person& held) {
    const std::string nom = normalisedName(asked.nom);
    const std::string prenom = normalisedName(asked.prenom);
    const std::string heldNom = normalisedName(held.nom);
    const std::string heldPrenom = normalisedName(held.prenom);
    const bool turned = nom == heldPrenom && prenom == heldNom;
    return turned || (nom == heldNom && firstWord(prenom) == firstWord(heldPrenom));
}

} // namespace

Registry::Registry(sqlite::Database db, const Clock& clock)
    : m_db(std::move(db))
    , m_clock(clock) {}

Result<std::unique_ptr<Registry>> Registry::open(const std::string& path, const Clock& clock) {
    ESCALE_TRY_ASSIGN(db, sqlite::Database::open(path));
    ESCALE_TRY(db.exec(kSchema));
    return std::unique_ptr<Registry>(new Registry(std::move(db), clock));
}

Result<std::string> Registry::nextNumber(const XmlElement& demande) {
    const std::string created = demande.textAt("dateCreationDemande");
    const std::string prefix =
        territoryOfDemande(demande) + created.substr(5, 2) + created.substr(2, 2);
    ESCALE_TRY_ASSIGN(next, m_db.prepare("INSERT INTO sequences VALUES (?1, 1) ON CONFLICT "
                                         "DO UPDATE SET dernier = dernier + 1 RETURNING dernier"));
    ESCALE_TRY(next.bind(1, prefix).step());
    const std::int64_t order = next.columnInt(0);
    if (order > 999'999)
        return fail(Errc::tooLarge, "plus de numéro libre ce mois-ci");
    std::array<char, 8> digits{};
    std::snprintf(digits.data(), digits.size(), "%06d", static_cast<int>(order));
    return prefix + digits.data() + demande.textAt("numGuichet");
}

Result<void> Registry::keep(const std::string& numero, const XmlElement& interfaceNuu) {
    XmlElement held = interfaceNuu;
    XmlElement& demande = demandeOf(held);
    setNumUnique(demande, numero);
    const Person person = demandeurOf(held);
    ESCALE_TRY_ASSIGN(
        put, m_db.prepare("INSERT OR REPLACE INTO demandes VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)"));
    put.bind(1, numero).bind(2, typeFichierOf(held)).bind(3, demande.textAt("dateCreationDemande"));
    put.bind(4, normalisedName(person.nom)).bind(5, normalisedName(person.prenom));
    put.bind(6, person.naissance).bind(7, person.nom).bind(8, person.prenom);
    return put.bind(9, writeXml(held, "ns1", XmlCharset::utf8)).run();
}

Result<void> Registry::logFile(const std::string& numero, const XmlElement& interfaceNuu,
                               const std::string& fileName) {
    ESCALE_TRY_ASSIGN(
        put,
        m_db.prepare("INSERT INTO fichiers (numero, type, nom, recu_ms) VALUES (?1,?2,?3,?4)"));
    put.bind(1, numero).bind(2, typeFichierOf(interfaceNuu)).bind(3, fileName);
    return put.bind(4, m_clock.nowMs()).run();
}

Result<std::string> Registry::create(const XmlElement& interfaceNuu, const std::string& fileName) {
    const std::lock_guard lock(m_mutex);
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    ESCALE_TRY_ASSIGN(numero, nextNumber(*interfaceNuu.at(kDemandePath)));
    ESCALE_TRY(keep(numero, interfaceNuu));
    ESCALE_TRY(logFile(numero, interfaceNuu, fileName));
    ESCALE_TRY(transaction.commit());
    return numero;
}

Result<void> Registry::replace(const std::string& numero, const XmlElement& interfaceNuu,
                               const std::string& fileName) {
    const std::lock_guard lock(m_mutex);
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    ESCALE_TRY_ASSIGN(back, m_db.prepare("DELETE FROM radiations WHERE numero = ?1"));
    ESCALE_TRY(back.bind(1, numero).run());
    ESCALE_TRY(keep(numero, interfaceNuu));
    ESCALE_TRY(logFile(numero, interfaceNuu, fileName));
    return transaction.commit();
}

Result<std::optional<std::string>> Registry::find(const std::string& numero) {
    const std::lock_guard lock(m_mutex);
    ESCALE_TRY_ASSIGN(select, m_db.prepare("SELECT xml FROM demandes WHERE numero = ?1"));
    ESCALE_TRY_ASSIGN(there, select.bind(1, numero).step());
    if (!there)
        return std::optional<std::string>();
    return std::optional(select.columnText(0));
}

Result<std::vector<Doublon>> Registry::doublons(const Person& person) {
    const std::lock_guard lock(m_mutex);
    ESCALE_TRY_ASSIGN(select, m_db.prepare("SELECT numero, nom_recu, prenom_recu, naissance FROM "
                                           "demandes WHERE naissance = ?3 AND nom IN (?1, ?2) AND "
                                           "numero NOT IN (SELECT numero FROM radiations) "
                                           "ORDER BY numero"));
    select.bind(1, normalisedName(person.nom)).bind(2, normalisedName(person.prenom));
    select.bind(3, person.naissance);
    std::vector<Doublon> found;
    for (;;) {
        ESCALE_TRY_ASSIGN(row, select.step());
        if (!row)
            return found;
        Person held{select.columnText(1), select.columnText(2), select.columnText(3)};
        if (maybeSame(person, held))
            found.push_back({select.columnText(0), std::move(held)});
    }
}

Result<std::vector<HeldDemande>> Registry::all() {
    const std::lock_guard lock(m_mutex);
    ESCALE_TRY_ASSIGN(select,
                      m_db.prepare("SELECT numero, type, date, (SELECT count(*) FROM fichiers f "
                                   "WHERE f.numero = d.numero) FROM demandes d ORDER BY numero"));
    std::vector<HeldDemande> held;
    for (;;) {
        ESCALE_TRY_ASSIGN(row, select.step());
        if (!row)
            return held;
        held.push_back({select.columnText(0), select.columnText(1), select.columnText(2),
                        select.columnInt(3)});
    }
}

} // namespace escale::sne::ecole
