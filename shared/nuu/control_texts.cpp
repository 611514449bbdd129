// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/json.h"
#include "shared/nuu/controls.h"

namespace escale::data {
extern const std::string_view controles_nuu;
}

namespace escale::sne {
namespace {

std::map<std::string, ControlText, std::less<>> load() {
    std::map<std::string, ControlText, std::less<>> texts;
    const json::value data = json::parse(data::controles_nuu);
    const auto text = [](const json::object& row, const char* name) {
        return std::string(row.at(name).as_string());
    };
    for (const json::value& entry : data.as_object().at("controles").as_array()) {
        const json::object& row = entry.as_object();
        texts[text(row, "code")] = {text(row, "libelle"), text(row, "champ"), text(row, "source")};
    }
    return texts;
}

} // namespace

const std::map<std::string, ControlText, std::less<>>& controlTexts() {
    static const auto texts = load();
    return texts;
}

NuuAnomaly anomaly(std::string_view code, std::string_view what, std::string path) {
    const auto found = controlTexts().find(code);
    std::string label = found == controlTexts().end() ? std::string(code) : found->second.label;
    if (const auto at = label.find("%1"); at != std::string::npos)
        label.replace(at, 2, what);
    return {std::string(code), std::move(label), std::move(path)};
}

std::string fieldToCorrect(std::string_view code) {
    const auto found = controlTexts().find(code);
    return found == controlTexts().end() ? std::string() : found->second.field;
}

std::map<std::string, std::string> anomalyFields() {
    std::map<std::string, std::string> fields;
    for (const auto& [code, text] : controlTexts())
        if (!text.field.empty())
            fields.emplace(code, text.field);
    return fields;
}

} // namespace escale::sne
