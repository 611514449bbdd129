// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the questionnaire, one question each, in order ("questions" of
// shared/data/demande.json).
#pragma once

#include "shared/dossier/catalogue.h"
#include "shared/dossier/dossier.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace escale {

/// How a page takes its answer ("saisie").
enum class Input {
    text,
    date,
    choice,
    choices,
    yesNo,
    number,
    amount,
    phone,
    email,
    nir,
    address,
    commune,
    people, // adds and removes the items of a collection of persons
    piece,
    consent,
    longText, // several lines, free ("texte_long")
    digits    // a number of fixed length, such as a SIRET ("chiffres")
};

struct Question {
    std::string id;   // "nom"
    std::string part; // one of kParts
    /// As returned by visibleQuestions: full paths. In catalogueQuestions: patterns.
    std::vector<std::string> fields;
    Input input = Input::text;
    std::string picto;
    bool priv = false; // the loudspeaker asks first
    std::string
        collection; // the page holds the items of this collection, or belongs to one of them
    /// "codemandeurs[ID]" when the page asks about one item; empty otherwise.
    std::string item;
    /// Set of keys that the page shares with others ("mots"); empty when it has its own, under id.
    /// In its texts %1 stands for the first name of the person that the item is.
    std::string words;
    /// Year that the page asks about, as %2 in its texts ("annee"); in catalogueQuestions, years
    /// from the year of deposit (-2). 0: none.
    int year = 0;
    std::vector<std::string> glossary; // terms explained on demand: keys glossaire.<term>[.sens]
    bool operator==(const Question&) const = default;

    /// The page that adds and removes the items of `collection`: it has no field of its own.
    [[nodiscard]] bool holdsItems() const { return !collection.empty() && fields.empty(); }
    [[nodiscard]] std::string titleKey() const { return "question." + wordsName(); }
    [[nodiscard]] std::string hintKey() const { return "aide." + wordsName(); }
    [[nodiscard]] std::string recapKey() const { return "recap." + wordsName(); }
    [[nodiscard]] const std::string& wordsName() const { return words.empty() ? id : words; }
};

/// The six parts, in order; keys "partie.vous"…
inline constexpr std::array<std::string_view, 6> kParts{"vous",   "famille", "logement",
                                                        "argent", "souhait", "documents"};
/// 1 to 6; 0 for another word.
int partNumber(std::string_view part);

/// Errc::malformed, naming the page, when the data do not follow the format of
/// shared/data/README.md or name a field that `catalogue` does not have.
Result<std::vector<Question>> loadQuestions(std::string_view json, const Catalogue& catalogue);

/// Every page, in order, of the catalogue built into the program. Thread-safe, read-only.
const std::vector<Question>& catalogueQuestions();

/// The pages to show, in order, for the answers of `dossier`: those with a field to ask for. The
/// pages of an item come once for each item, all pages of one item together.
std::vector<Question> visibleQuestions(const Dossier& dossier, const Date& today);

/// The page that asks for `path` (full path, an item, or the name of a collection), as in
/// visibleQuestions; nullptr in `visible` when none does.
const Question* questionFor(const std::vector<Question>& visible, std::string_view path);

} // namespace escale
