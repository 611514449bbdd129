// SPDX-License-Identifier: GPL-3.0-or-later
// Small structured conditions over the answers, evaluated by one evaluator on every program, so
// that what the borne accepts is what the server and the SNE accept.
//
//   true | false
//   {"all": [C, …]}  {"any": [C, …]}  {"not": C}
//   {"eq": ["chemin", valeur]}      the answer is that value
//   {"in": ["chemin", [v1, v2]]}    the answer is one of them (a set: has one of them)
//   {"gte": ["chemin", n]}  {"lt": ["chemin", n]}
//   {"answered": "chemin"}          a value is there (a marker is not a value)
//   {"given": "chemin"}             a value or a marker is there
//   {"count": ["collection", {"gte"|"lt"|"eq": n}]}   items that are there
//   {"age": ["chemin", {"gte"|"lt": n}]}              full years at the date of evaluation
//   {"some": ["collection", C]}     an item satisfies C, whose paths start with "." for its fields
// Inside a field of a collection, a path that starts with "." names a field of the same item.
#pragma once

#include "shared/base/date.h"
#include "shared/base/json.h"
#include "shared/dossier/value.h"

#include <memory>
#include <string>
#include <vector>

namespace escale {

/// Unknown is not false: an answer that is missing makes a comparison unknown.
enum class Truth { no, unknown, yes };

/// Where a condition reads answers.
class AnswerSource {
public:
    virtual ~AnswerSource() = default;
    /// Empty Value when nothing is answered. `path` is a full path.
    [[nodiscard]] virtual Value answer(const std::string& path) const = 0;
    /// IDs of the items of a collection that are there, in a stable order.
    [[nodiscard]] virtual std::vector<std::string> items(const std::string& collection) const = 0;
};

struct ConditionNode; // condition_node.h

class Condition {
public:
    /// Always `truth`.
    Condition(bool truth = true); // NOLINT: a constant is a condition
    /// Errc::malformed, naming the part, for anything but the grammar above.
    static Result<Condition> parse(const json::value& json);

    /// `item` is "collection[ID]" when the condition belongs to a field of a collection, else "".
    [[nodiscard]] Truth evaluate(const AnswerSource& answers, const Date& today,
                                 const std::string& item = {}) const;
    /// Patterns that the condition reads, for tests of the catalogue: "demandeur.nom",
    /// "localisations[].commune", "localisations[]" (the items), ".commune" (same item).
    [[nodiscard]] std::vector<std::string> reads() const;

private:
    std::shared_ptr<const ConditionNode> m_node; // immutable, shared between copies
};

} // namespace escale
