// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/together.h"

#include <algorithm>

namespace escale {
namespace {

Date birthOf(const Dossier& dossier, const std::string& person) {
    return dateOf(dossier.answer(person + ".naissance"));
}

/// Birth of the oldest adult; empty when one is not known.
Date oldestAdult(const Dossier& dossier) {
    Date oldest = birthOf(dossier, "demandeur");
    for (const std::string& id : dossier.items("codemandeurs")) {
        const Date birth = birthOf(dossier, "codemandeurs[" + id + "]");
        if (birth.empty())
            return {};
        oldest = std::min(oldest, birth);
    }
    return oldest;
}

/// People who are not children may be of any age: a parent is à charge too.
std::vector<std::string> childrenOf(const Dossier& dossier) {
    std::vector<std::string> children;
    for (const char* collection : {"personnes_a_charge", "autres_enfants"})
        for (const std::string& id : dossier.items(collection)) {
            const std::string person = std::string(collection) + '[' + id + ']';
            const bool isChild = std::string_view(collection) == "autres_enfants" ||
                                 textOf(dossier.answer(person + ".lien")) == "enfant";
            if (isChild)
                children.push_back(person);
        }
    return children;
}

bool isBefore(const Date& child, const Date& adult) {
    return !child.empty() && !adult.empty() && child <= adult;
}

Result<void> refused(const char* key) {
    return fail(Errc::invalidArgument, key);
}

} // namespace

Result<void> checkTogether(const Dossier& dossier, const std::string& path) {
    const bool ofAdult = path == "demandeur.naissance" ||
                         (path.starts_with("codemandeurs[") && path.ends_with("].naissance"));
    const Date adult = oldestAdult(dossier);
    for (const std::string& child : childrenOf(dossier)) {
        if (!isBefore(birthOf(dossier, child), adult))
            continue;
        if (ofAdult)
            return refused("erreur.date.parent");
        if (path == child + ".naissance" || path == child + ".lien")
            return refused("erreur.date.enfant");
    }
    return {};
}

} // namespace escale
