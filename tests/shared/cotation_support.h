// SPDX-License-Identifier: GPL-3.0-or-later
// Facts for the tests of the cotation, and cases read from JSON.
#pragma once

#include "shared/base/json.h"
#include "shared/cotation/builtin.h"
#include "shared/cotation/engine.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <string>

namespace escale::cotation::test {

inline constexpr Date kToday{2026, 3, 10};

inline QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// The Roissy bareme; ends the program with its defects when it cannot be read.
const Bareme& roissy();

/// JSON of a small invented bareme that uses what the plan of Roissy does not: groups of which one
/// line counts, caps, points a month, a malus, fresh pieces, a parameter published late.
QByteArray smallBareme();

/// One person of 40, private flat in Paris, who filed on 1 June 2025 and declares nothing.
Facts basePerson();
/// basePerson() with the members of `faits` (tests/data/cotation/README.md) on top.
Facts factsFrom(const json::object& faits);
void addPieces(const json::array& pieces, Facts& facts);

/// "state" and "points state" by code, of the lines that are declared or give points.
std::map<std::string, std::string> declaredLines(const Note& note);
const LineResult* findLine(const Note& note, std::string_view code);

/// JSON of a file; ends the program when it cannot be read.
json::value readJsonFile(const QString& path);
/// A number of the JSON, in hundredths; nothing for null.
std::optional<std::int64_t> hundredths(const json::value& value);

} // namespace escale::cotation::test
