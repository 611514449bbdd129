// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/vocabulary.h"

#include "shared/base/json.h"

#include <map>

namespace escale::data {
extern const std::string_view deuxddoc;
}

namespace escale::deuxddoc {
namespace {

struct Vocabulary {
    std::map<std::string, FieldShape, std::less<>> fields;
    std::map<std::string, TypeShape, std::less<>> types;
};

FieldKind kindOf(std::string_view word) {
    static const std::map<std::string_view, FieldKind> kKinds{{"texte", FieldKind::text},
                                                              {"nom", FieldKind::name},
                                                              {"adresse", FieldKind::address},
                                                              {"commune", FieldKind::town},
                                                              {"code_postal", FieldKind::postcode},
                                                              {"pays", FieldKind::country},
                                                              {"date", FieldKind::date},
                                                              {"jours", FieldKind::days},
                                                              {"montant", FieldKind::amount},
                                                              {"nombre", FieldKind::number},
                                                              {"oui_non", FieldKind::yesNo},
                                                              {"mrz", FieldKind::machineZone}};
    return kKinds.at(word);
}

FieldShape shapeIn(const json::object& object) {
    FieldShape shape;
    shape.kind = kindOf(jsonString(object, "sorte").value());
    shape.min = static_cast<std::size_t>(jsonIntOr(object, "min", 0));
    if (object.contains("max"))
        shape.max = static_cast<std::size_t>(jsonInt(object, "max").value());
    shape.label = jsonString(object, "libelle").value();
    return shape;
}

/// The data are built in and tested: a fault in them is ours, and stops the program at once.
Vocabulary readVocabulary() {
    const json::value whole = parseJson(data::deuxddoc).value();
    Vocabulary vocabulary;
    for (const auto& [id, shape] : whole.at("champs").as_object())
        vocabulary.fields.emplace(id, shapeIn(shape.as_object()));
    for (const auto& [type, shape] : whole.at("types").as_object()) {
        const json::object& object = shape.as_object();
        vocabulary.types.emplace(type, TypeShape{jsonString(object, "nature").value(),
                                                 jsonString(object, "libelle").value()});
    }
    return vocabulary;
}

const Vocabulary& vocabulary() {
    static const Vocabulary kVocabulary = readVocabulary();
    return kVocabulary;
}

} // namespace

const FieldShape* fieldShape(std::string_view id) {
    const auto found = vocabulary().fields.find(id);
    return found == vocabulary().fields.end() ? nullptr : &found->second;
}

const TypeShape* typeShape(std::string_view type) {
    const auto found = vocabulary().types.find(type);
    return found == vocabulary().types.end() ? nullptr : &found->second;
}

} // namespace escale::deuxddoc
