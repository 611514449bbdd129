// SPDX-License-Identifier: GPL-3.0-or-later
// What the invented person of a walk answers, question by question (parcours_fr.json).
//
//   {"questions": {"ID": ANSWER, …}} where ANSWER is one of
//   {"choix": ["code", …]}  {"ecrire": "lettres"}  {"chiffres": "06…"}  {"date": ["j", "m", "a"]}
//   {"champs": [["chemin", "texte ou INSEE"], …]}  {"commune": ["lettres", "INSEE"]}
//   {"bouton": "je-ne-sais-pas" | "je-nen-ai-pas"}  {"rien": true}: what the page proposes
#pragma once

#include "shared/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace escale {

struct WalkAnswer {
    QStringList choices;
    QString letters;
    QString digits;
    QStringList date; // day, month, year
    QList<std::pair<QString, QString>> fields;
    QString town, insee;
    QString button;
    bool accepted = false; // what the page proposes
};

/// Errc::malformed naming the question.
Result<std::map<QString, WalkAnswer>> loadWalkAnswers(std::string_view json);

/// Several of them, one a household: a list of the same objects.
Result<std::vector<std::map<QString, WalkAnswer>>> loadHouseholds(std::string_view json);

/// Those built into the program (Lina Benarous, invented).
std::string_view frenchWalk();
/// The answers that open every page (foyers.json).
std::string_view walkHouseholds();

} // namespace escale
