// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/catalogue.h"

#include "shared/dossier/catalogue_parse.h"
#include "shared/dossier/catalogue_templates.h"

namespace escale::data {
extern const std::string_view demande;
} // namespace escale::data

namespace escale {
namespace {

Error malformed(std::string_view what, std::string_view id) {
    return fail(Errc::malformed,
                "catalogue : " + std::string(what) + " « " + std::string(id) + " »");
}

} // namespace

Result<Catalogue> Catalogue::load(std::string_view text) {
    ESCALE_TRY_ASSIGN(root, expandCatalogue(text));
    Catalogue catalogue;
    ESCALE_TRY_ASSIGN(schema, jsonInt(root, "schema"));
    catalogue.m_schema = static_cast<int>(schema);
    ESCALE_TRY_ASSIGN(lists, jsonObject(root, "listes"));
    for (const auto& [name, entries] : *lists) {
        ESCALE_TRY_ASSIGN(list, parseCodeList(name, entries));
        catalogue.m_codeLists.emplace(name, std::move(list));
    }
    ESCALE_TRY_ASSIGN(collections, jsonArray(root, "collections"));
    for (const json::value& entry : *collections) {
        ESCALE_TRY_ASSIGN(collection, parseCollection(entry));
        if (catalogue.findCollection(collection.name))
            return malformed("collection en double", collection.name);
        catalogue.m_collections.push_back(std::move(collection));
    }
    ESCALE_TRY_ASSIGN(fields, jsonArray(root, "champs"));
    for (const json::value& entry : *fields) {
        ESCALE_TRY_ASSIGN(field, parseField(entry));
        if (!field.codeList.empty() && !catalogue.codeList(field.codeList))
            return malformed("liste inconnue", field.id);
        const auto open = field.id.find("[]");
        if (open != std::string::npos && !catalogue.findCollection(field.id.substr(0, open)))
            return malformed("collection inconnue", field.id);
        if (!catalogue.m_byPattern.emplace(field.id, catalogue.m_fields.size()).second)
            return malformed("champ en double", field.id);
        catalogue.m_fields.push_back(std::move(field));
    }
    return catalogue;
}

const FieldSpec* Catalogue::find(const FieldPath& path) const {
    return path.isItem() ? nullptr : find(path.pattern());
}

const FieldSpec* Catalogue::find(std::string_view pattern) const {
    const auto it = m_byPattern.find(pattern);
    return it == m_byPattern.end() ? nullptr : &m_fields[it->second];
}

const CollectionSpec* Catalogue::findCollection(std::string_view name) const {
    for (const CollectionSpec& collection : m_collections)
        if (collection.name == name)
            return &collection;
    return nullptr;
}

const std::vector<CodeEntry>* Catalogue::codeList(std::string_view name) const {
    const auto it = m_codeLists.find(name);
    return it == m_codeLists.end() ? nullptr : &it->second;
}

const CodeEntry* Catalogue::findCode(std::string_view list, std::string_view code) const {
    if (const auto* entries = codeList(list))
        for (const CodeEntry& entry : *entries)
            if (entry.code == code)
                return &entry;
    return nullptr;
}

const Catalogue& catalogue() {
    static const Catalogue kCatalogue = Catalogue::load(data::demande).value();
    return kCatalogue;
}

std::string_view catalogueSource() {
    return data::demande;
}

} // namespace escale
