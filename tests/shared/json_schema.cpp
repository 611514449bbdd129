// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_schema.h"

#include <algorithm>
#include <regex>

namespace escale::test {
namespace {

class Checker {
public:
    explicit Checker(const json::object& root)
        : m_root(root) {}

    std::string check(const json::value& rule, const json::value& value, const std::string& at) {
        if (rule.is_bool())
            return rule.get_bool() ? "" : at + ": not allowed";
        for (const auto& [word, operand] : rule.as_object()) {
            const std::string error = keyword(word, operand, rule.as_object(), value, at);
            if (!error.empty())
                return error;
        }
        return {};
    }

private:
    std::string keyword(std::string_view word, const json::value& operand, const json::object& rule,
                        const json::value& value, const std::string& at) {
        if (word == "$schema" || word == "title" || word == "definitions" || word == "$defs")
            return {};
        if (word == "$ref")
            return check(resolve(operand.as_string()), value, at);
        if (word == "anyOf")
            return anyOf(operand.as_array(), value, at);
        if (word == "properties" || word == "additionalProperties" || word == "required")
            return value.is_object() ? members(word, operand, rule, value.get_object(), at) : "";
        if (word == "items" || word == "minItems" || word == "maxItems")
            return value.is_array() ? elements(word, operand, value.get_array(), at) : "";
        return scalar(word, operand, value) ? "" : at + ": " + std::string(word);
    }

    bool scalar(std::string_view word, const json::value& operand, const json::value& value) {
        if (word == "type")
            return hasType(operand.as_string(), value);
        if (word == "enum")
            return std::find(operand.as_array().begin(), operand.as_array().end(), value) !=
                   operand.as_array().end();
        if (word == "pattern")
            return !value.is_string() || std::regex_search(value.get_string().c_str(),
                                                           std::regex(operand.as_string().c_str()));
        if (word == "minLength")
            return !value.is_string() ||
                   value.get_string().size() >= operand.to_number<std::size_t>();
        if (word == "minimum")
            return !value.is_number() || value.to_number<double>() >= operand.to_number<double>();
        if (word == "maximum")
            return !value.is_number() || value.to_number<double>() <= operand.to_number<double>();
        return false;
    }

    static bool hasType(std::string_view type, const json::value& value) {
        return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
               (type == "string" && value.is_string()) || (type == "boolean" && value.is_bool()) ||
               (type == "integer" && value.is_int64()) || (type == "number" && value.is_number()) ||
               (type == "null" && value.is_null());
    }

    std::string members(std::string_view word, const json::value& operand, const json::object& rule,
                        const json::object& object, const std::string& at) {
        if (word == "required") {
            for (const json::value& name : operand.as_array())
                if (!object.contains(name.as_string()))
                    return at + ": " + std::string(name.as_string()) + " is missing";
            return {};
        }
        const auto* properties = rule.if_contains("properties");
        for (const auto& [name, member] : object) {
            const auto* known = properties ? properties->as_object().if_contains(name) : nullptr;
            const std::string where = at + "/" + std::string(name);
            std::string error;
            if (word == "properties" && known)
                error = check(*known, member, where);
            else if (word == "additionalProperties" && !known)
                error = check(operand, member, where);
            if (!error.empty())
                return error;
        }
        return {};
    }

    std::string elements(std::string_view word, const json::value& operand,
                         const json::array& array, const std::string& at) {
        if (word == "minItems")
            return array.size() >= operand.to_number<std::size_t>() ? "" : at + ": minItems";
        if (word == "maxItems")
            return array.size() <= operand.to_number<std::size_t>() ? "" : at + ": maxItems";
        for (std::size_t i = 0; i < array.size(); ++i)
            if (auto error = check(operand, array[i], at + "/" + std::to_string(i)); !error.empty())
                return error;
        return {};
    }

    std::string anyOf(const json::array& rules, const json::value& value, const std::string& at) {
        for (const json::value& rule : rules)
            if (check(rule, value, at).empty())
                return {};
        return at + ": anyOf";
    }

    const json::value& resolve(std::string_view reference) {
        // "#/definitions/name", or "#/$defs/name"
        const std::size_t slash = reference.rfind('/');
        return m_root.at(reference.substr(2, slash - 2))
            .as_object()
            .at(reference.substr(slash + 1));
    }

    const json::object& m_root;
};

} // namespace

std::string schemaError(const json::value& schema, const json::value& value) {
    return Checker(schema.as_object()).check(schema, value, "");
}

} // namespace escale::test
