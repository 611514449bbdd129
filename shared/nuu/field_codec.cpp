// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/field_codec.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace escale::sne {
namespace {

/// Written by the mapper itself, or with an element that does not mean the same thing: in the
/// sample, `proprietaire` is a boolean about owning, not the name of the bailleur.
constexpr std::array<std::string_view, 3> kNotTold{"demande.nature", "demande.numero_unique",
                                                   "logement_actuel.bailleur"};
constexpr std::string_view kRooms = "logement_actuel.pieces";

std::string roomsCode(std::int64_t rooms) {
    if (rooms < 1)
        return "C";
    return rooms >= 6 ? "T6P" : "T" + std::to_string(rooms);
}

Value roomsOf(std::string_view code) {
    if (code == "T6P")
        return std::int64_t{6};
    if (code.size() == 2 && code[0] == 'T' && code[1] >= '1' && code[1] <= '5')
        return std::int64_t{code[1] - '0'};
    return code == "C" ? Value(std::int64_t{0}) : Value();
}

std::string sneCodeOf(const FieldSpec& field, const std::string& code, const Catalogue& catalogue) {
    const CodeEntry* entry = catalogue.findCode(field.codeList, code);
    return entry ? entry->sneCode : std::string();
}

/// Our first code that has this one of the SNE (several of ours may share it).
std::string ourCodeOf(const FieldSpec& field, const std::string& sneCode,
                      const Catalogue& catalogue) {
    const auto* list = catalogue.codeList(field.codeList);
    if (!list || sneCode.empty())
        return {};
    const auto found = std::ranges::find(*list, sneCode, &CodeEntry::sneCode);
    return found == list->end() ? std::string() : found->code;
}

void writeCode(XmlElement& base, std::string_view path, const std::string& sneCode) {
    if (!sneCode.empty())
        ensure(base, path).setAttribute("code", sneCode);
}

void writeCodes(XmlElement& base, std::string_view path, const FieldSpec& field,
                const TextList& codes, const Catalogue& catalogue) {
    const auto slash = path.rfind('/');
    for (const std::string& code : codes) {
        const std::string sneCode = sneCodeOf(field, code, catalogue);
        if (!sneCode.empty())
            ensure(base, path.substr(0, slash))
                .addCode(std::string(path.substr(slash + 1)), sneCode);
    }
}

void writeScalar(XmlElement& base, std::string_view path, const FieldSpec& field,
                 const Value& value, const Catalogue& catalogue) {
    if (const auto* truth = std::get_if<bool>(&value))
        ensure(base, path).text = *truth ? "true" : "false";
    else if (const auto* number = std::get_if<std::int64_t>(&value); number && field.id == kRooms)
        writeCode(base, path, roomsCode(*number));
    else if (number)
        ensure(base, path).text = std::to_string(*number);
    else if (const std::string& text = textOf(value); field.type == FieldType::code)
        writeCode(base, path, sneCodeOf(field, text, catalogue));
    else if (field.type == FieldType::commune)
        writeCode(base, path, text);
    else if (!text.empty())
        ensure(base, path).text = text;
}

Value readNumber(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return {};
    return number;
}

/// Amount of the line of that nature, as text.
std::string resourceAt(const XmlElement& base, std::string_view path, std::string_view nature) {
    const auto slash = path.rfind('/');
    const XmlElement* list = base.at(path.substr(0, slash));
    for (std::size_t i = 0; list && i < list->children.size(); ++i)
        if (list->children[i].codeAt("ressource") == nature)
            return list->children[i].textAt("montant");
    return {};
}

Value readText(std::string text) {
    return text.empty() ? Value() : Value(std::move(text));
}

Value readCodes(const XmlElement& base, std::string_view path, const FieldSpec& field,
                const Catalogue& catalogue) {
    const auto slash = path.rfind('/');
    const XmlElement* list = base.at(path.substr(0, slash));
    TextList codes;
    for (std::size_t i = 0; list && i < list->children.size(); ++i) {
        std::string code = ourCodeOf(field, list->children[i].attribute("code"), catalogue);
        if (!code.empty() && list->children[i].name == path.substr(slash + 1))
            codes.push_back(std::move(code));
    }
    std::ranges::sort(codes);
    codes.erase(std::ranges::unique(codes).begin(), codes.end());
    return codes.empty() ? Value() : Value(std::move(codes));
}

} // namespace

bool isTold(const FieldSpec& field) {
    return !field.sneElement.empty() && std::ranges::find(kNotTold, field.id) == kNotTold.end();
}

XmlElement& ensure(XmlElement& base, std::string_view path) {
    XmlElement* element = &base;
    while (!path.empty()) {
        const auto slash = path.find('/');
        const std::string local(path.substr(0, slash));
        XmlElement* next = element->child(local);
        element = next ? next : &element->add(local);
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    return *element;
}

void addResource(XmlElement& base, std::string_view path, const std::string& nature,
                 std::int64_t amount) {
    const auto slash = path.rfind('/');
    XmlElement& detail =
        ensure(base, path.substr(0, slash)).add(std::string(path.substr(slash + 1)));
    detail.addCode("ressource", nature);
    detail.add("montant", std::to_string(amount));
}

void writeField(XmlElement& base, std::string_view path, const FieldSpec& field, const Value& value,
                const Catalogue& catalogue) {
    if (isEmpty(value) || std::holds_alternative<Marker>(value))
        return;
    if (const auto* codes = std::get_if<TextList>(&value)) {
        writeCodes(base, path, field, *codes, catalogue);
        return;
    }
    if (!field.sneCode.empty()) {
        addResource(base, path, field.sneCode, std::get<std::int64_t>(value));
        return;
    }
    writeScalar(base, path, field, value, catalogue);
}

Value readField(const XmlElement& base, std::string_view path, const FieldSpec& field,
                const Catalogue& catalogue) {
    switch (field.type) {
    case FieldType::code:
        return readText(ourCodeOf(field, base.codeAt(path), catalogue));
    case FieldType::codes:
        return readCodes(base, path, field, catalogue);
    case FieldType::commune:
        return readText(base.codeAt(path));
    case FieldType::boolean: {
        const std::string text = base.textAt(path);
        return text == "true" || text == "false" ? Value(text == "true") : Value();
    }
    case FieldType::integer:
        if (field.id == kRooms)
            return roomsOf(base.codeAt(path));
        return readNumber(base.textAt(path));
    case FieldType::amount:
        return readNumber(field.sneCode.empty() ? base.textAt(path)
                                                : resourceAt(base, path, field.sneCode));
    default:
        return readText(base.textAt(path));
    }
}

} // namespace escale::sne
