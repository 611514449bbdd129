// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/visible.h"

#include "shared/rules/rules.h"

namespace escale {
namespace {

void appendIfAsked(const Dossier& dossier, const FieldSpec& field, const std::string& item,
                   const Date& today, std::vector<Asked>& out) {
    if (field.visible.evaluate(dossier, today, item) != Truth::yes)
        return;
    if (item.empty())
        out.push_back({&field, field.id, item});
    else
        out.push_back({&field, item + field.id.substr(field.id.find("[]") + 2), item});
}

} // namespace

std::string collectionOf(const std::string& pattern) {
    const auto brackets = pattern.find("[]");
    return brackets == std::string::npos ? std::string() : pattern.substr(0, brackets);
}

bool isCollectionAsked(const Dossier& dossier, const CollectionSpec& collection,
                       const Date& today) {
    return collection.visible.evaluate(dossier, today) == Truth::yes;
}

std::vector<Asked> askedFields(const Dossier& dossier, const Catalogue& catalogue,
                               const Date& today) {
    std::vector<Asked> asked;
    const auto& fields = catalogue.fields();
    for (std::size_t i = 0; i < fields.size();) {
        const std::string name = collectionOf(fields[i].id);
        if (name.empty()) {
            appendIfAsked(dossier, fields[i++], {}, today, asked);
            continue;
        }
        std::size_t end = i;
        while (end < fields.size() && collectionOf(fields[end].id) == name)
            ++end;
        if (isCollectionAsked(dossier, *catalogue.findCollection(name), today))
            for (const std::string& id : dossier.items(name))
                for (std::size_t k = i; k < end; ++k)
                    appendIfAsked(dossier, fields[k], name + '[' + id + ']', today, asked);
        i = end;
    }
    return asked;
}

std::vector<std::string> visibleFields(const Dossier& dossier, const Catalogue& catalogue,
                                       const Date& today) {
    std::vector<std::string> paths;
    for (const Asked& asked : askedFields(dossier, catalogue, today))
        paths.push_back(asked.path);
    return paths;
}

} // namespace escale
