// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/value.h"

namespace escale {
namespace {

constexpr std::string_view kDoNotKnow = "ne_sait_pas";
constexpr std::string_view kNone = "n_en_a_pas";

std::string_view markerName(Marker marker) {
    return marker == Marker::doNotKnow ? kDoNotKnow : kNone;
}

json::array toArray(const TextList& list) {
    json::array array;
    array.reserve(list.size());
    for (const std::string& text : list)
        array.emplace_back(text);
    return array;
}

std::string joined(const TextList& list) {
    std::string text;
    for (const std::string& part : list) {
        if (!text.empty())
            text += ',';
        text += part;
    }
    return text;
}

Result<Value> listFromJson(const json::array& array) {
    TextList list;
    list.reserve(array.size());
    for (const json::value& element : array) {
        if (!element.is_string())
            return fail(Errc::malformed, "une liste ne contient que des textes");
        list.emplace_back(element.get_string());
    }
    return Value(std::move(list));
}

Result<Value> markerFromJson(const json::object& object) {
    const json::value* state = object.if_contains("etat");
    if (object.size() == 1 && state && state->is_string()) {
        const std::string_view name = state->get_string();
        if (name == kDoNotKnow)
            return Value(Marker::doNotKnow);
        if (name == kNone)
            return Value(Marker::none);
    }
    return fail(Errc::malformed, "objet qui n’est pas une valeur");
}

} // namespace

json::value toJson(const Value& value) {
    struct Writer {
        json::value operator()(std::monostate) const { return nullptr; }
        json::value operator()(bool answer) const { return answer; }
        json::value operator()(std::int64_t number) const { return number; }
        json::value operator()(const std::string& text) const { return json::value(text); }
        json::value operator()(const TextList& list) const { return toArray(list); }
        json::value operator()(Marker marker) const {
            return json::object{{"etat", markerName(marker)}};
        }
    };
    return std::visit(Writer{}, value);
}

Result<Value> valueFromJson(const json::value& value) {
    switch (value.kind()) {
    case json::kind::null:
        return Value();
    case json::kind::bool_:
        return Value(value.get_bool());
    case json::kind::int64:
        return Value(value.get_int64());
    case json::kind::string:
        return Value(std::string(value.get_string()));
    case json::kind::array:
        return listFromJson(value.get_array());
    case json::kind::object:
        return markerFromJson(value.get_object());
    default:
        return fail(Errc::malformed, "nombre qui n’est pas un entier");
    }
}

std::string toText(const Value& value) {
    struct Writer {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(bool answer) const { return answer ? "oui" : "non"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const TextList& list) const { return joined(list); }
        std::string operator()(Marker marker) const { return std::string(markerName(marker)); }
    };
    return std::visit(Writer{}, value);
}

const std::string& textOf(const Value& value) {
    static const std::string kEmpty;
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : kEmpty;
}

Date dateOf(const Value& value) {
    const auto date = parseIsoDate(textOf(value));
    return date ? *date : Date{};
}

} // namespace escale
