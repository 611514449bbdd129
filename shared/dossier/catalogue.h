// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of fields (shared/data/demande.json): one entry drives pages, validation, recap,
// SNE mapping, merge and facts of the cotation. Format: shared/data/README.md.
#pragma once

#include "shared/dossier/condition.h"
#include "shared/dossier/path.h"
#include "shared/dossier/value.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace escale {

enum class FieldType {
    text,
    longText,
    integer,
    amount,
    date,
    boolean,
    code,
    codes,
    list,
    phone,
    email,
    nir,
    commune,
    postcode
};

/// Who may hear or see it: decides what the loudspeaker may say and what logs may hold (nothing).
enum class Sensitivity { ordinary, personal, secret };

/// What the merge does when two people gave different values (architecture D4).
enum class ConflictPolicy {
    arrival,   // the value already on the server stays provisionally; a person decides
    authority, // the author with the most authority wins provisionally; a person decides
    unionSet,  // both sets are kept together: no conflict
    harmless,  // the latest arrival wins and closes by itself; the loser stays in the history
};

struct CodeEntry {
    std::string code;     // ours, stable
    std::string labelKey; // translation key
    std::string picto;    // name of a pictogram, may be empty
    std::string sneCode;  // code of the interface 02.01, may be empty
    std::string box;      // box of the Cerfa 14069*05 of the demandeur ("F2"), may be empty
};

struct FieldSpec {
    std::string id; // path pattern: "demandeur.nom", "localisations[].commune"
    FieldType type = FieldType::text;
    std::string codeList; // name of a list of codes, for code and codes
    std::string box;      // box of the Cerfa 14069*05 ("A2"), may be empty
    std::string part;     // vous, famille, logement, argent, souhait, documents, depot
    Condition visible;    // asked only when true
    Condition mandatory;  // needed to register only when true
    Sensitivity sensitivity = Sensitivity::personal;
    ConflictPolicy policy = ConflictPolicy::arrival;
    std::string sneElement;          // path of elements in interfaceNuu, may be empty
    std::string sneCode;             // of a line of resources: its nature ("SAL"), else empty
    std::vector<std::string> pieces; // types of pièces that prove it
    bool allowDoNotKnow = false;
    bool allowNone = false;
    std::int64_t min = 0;    // bounds: length of a text, or value of a number
    std::int64_t max = 0;    // 0: none
    bool personName = false; // a text of letters, apostrophes, hyphens and spaces only
    bool past = false;       // a date that cannot be after today
    bool luhn = false;       // a text of digits with a key: SIRET, SIREN
    std::string source;      // where the rule comes from
};

struct CollectionSpec {
    std::string name; // "localisations"
    int maxItems = 0;
    std::string labelKey;
    Condition visible; // its items are asked for only when true
};

class Catalogue {
public:
    /// Errc::malformed, naming the entry, when the data do not follow the format.
    static Result<Catalogue> load(std::string_view json);

    /// Schema number written in every edit.
    [[nodiscard]] int schema() const { return m_schema; }
    /// In the order of the form.
    [[nodiscard]] const std::vector<FieldSpec>& fields() const { return m_fields; }
    [[nodiscard]] const std::vector<CollectionSpec>& collections() const { return m_collections; }
    /// nullptr when the catalogue does not know that path. An item path ("localisations[ID]") has
    /// no FieldSpec: see findCollection.
    [[nodiscard]] const FieldSpec* find(const FieldPath& path) const;
    [[nodiscard]] const FieldSpec* find(std::string_view pattern) const;
    [[nodiscard]] const CollectionSpec* findCollection(std::string_view name) const;
    /// nullptr for an unknown list.
    [[nodiscard]] const std::vector<CodeEntry>* codeList(std::string_view name) const;
    [[nodiscard]] const CodeEntry* findCode(std::string_view list, std::string_view code) const;

private:
    int m_schema = 0;
    std::vector<FieldSpec> m_fields;
    std::vector<CollectionSpec> m_collections;
    std::map<std::string, std::vector<CodeEntry>, std::less<>> m_codeLists;
    std::map<std::string, std::size_t, std::less<>> m_byPattern;
};

/// The catalogue built into the program. Loaded at first use; thread-safe, read-only.
const Catalogue& catalogue();

/// The text of shared/data/demande.json, whose list of pages shared/rules/questions.h reads.
std::string_view catalogueSource();

} // namespace escale
