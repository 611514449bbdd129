// SPDX-License-Identifier: GPL-3.0-or-later
// What a document says beside what the person typed. A difference is a question to ask, never an
// error: a document may be old, a name may have changed, the reader may be wrong.
#pragma once

#include "shared/deuxddoc/facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace escale::deuxddoc {

/// What was typed, with the path of each answer in the demande. An empty value was not typed.
struct TypedFacts {
    struct Person {
        std::string name; // birth name, name of use and first names, in any order
        std::optional<Date> birth;
        std::string namePath;
        std::string birthPath;
    };
    std::vector<Person> people; // demandeur, then codemandeurs
    struct Income {
        std::int64_t euros = 0;
        int year = 0;
        std::string path;
        std::size_t person = 0; // whose: index in `people`
    };
    std::vector<Income> incomes; // of each year that was asked
    std::string postcode;
    std::string postcodePath;
};

enum class Subject { name, birth, income, postcode };

struct Question {
    Subject subject = Subject::name;
    std::string path;   // of the answer, "" when no answer is the one in doubt
    std::string read;   // as in the document; a date as AAAA-MM-JJ
    std::string typed;  // as in the demande
    bool close = false; // nearly the same: a slip of the hand or of the eye is likely
    bool operator==(const Question&) const = default;
};

/// Only what both know is compared: names (somebody of the demande must be in the document), birth
/// of the person of that name, income of the same year (of that person, or of anybody: a couple may
/// have one together), postcode of the home. Empty: they agree.
std::vector<Question> compare(const DocumentFacts& read, const TypedFacts& typed);

/// "nom", "naissance", "revenu", "code_postal".
std::string_view subjectName(Subject subject);

} // namespace escale::deuxddoc
