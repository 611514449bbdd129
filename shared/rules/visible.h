// SPDX-License-Identifier: GPL-3.0-or-later
// Walks over the fields that are asked for. Inside of the room.
#pragma once

#include "shared/dossier/catalogue.h"
#include "shared/dossier/dossier.h"

#include <string>
#include <vector>

namespace escale {

/// One field of the dossier that is asked for.
struct Asked {
    const FieldSpec* field = nullptr;
    std::string path; // full
    std::string item; // "collection[ID]", or empty
};

/// Name of the collection of a pattern ("localisations[].commune"), or "".
std::string collectionOf(const std::string& pattern);
bool isCollectionAsked(const Dossier& dossier, const CollectionSpec& collection, const Date& today);
/// In the order of the form; all fields of one item together.
std::vector<Asked> askedFields(const Dossier& dossier, const Catalogue& catalogue,
                               const Date& today);

} // namespace escale
