// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that hold a list: the persons of a household, the towns in order of preference.
#pragma once

#include "client/viewmodels/question_face.h"
#include "shared/dossier/dossier.h"
#include "shared/rules/questions.h"

#include <string>
#include <vector>

namespace escale {

/// Two pages for one question: what is there already, or a new item being looked for (towns).
enum class ListStep { list, search };

/// Towns are ordered by the person (field "rang"); other lists are not.
bool holdsTowns(const Question& question);

/// Puts in `face` the items of the list, who asks, how many they will be, how many may be added.
void fillList(QuestionFace& face, const Question& question, const Dossier& dossier, ListStep step);

/// "Inès Benarous" of an item, from its "prenom" and "nom"; empty when neither is given.
QString nameOfItem(const std::string& item, const Dossier& dossier);

/// Rank of a town added at the end: after the last one.
std::int64_t rankAfterAll(const Dossier& dossier, const std::string& collection);

/// The items of `collection` (ids) with `id` one place earlier; as they are when it is the first or
/// unknown.
std::vector<std::string> raised(const Dossier& dossier, const std::string& collection,
                                const std::string& id);

} // namespace escale
