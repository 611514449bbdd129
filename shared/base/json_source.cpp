// SPDX-License-Identifier: GPL-3.0-or-later
// The only translation unit that compiles Boost.JSON (header-only in Debian).
#include "shared/base/json.h"

#include <boost/json/src.hpp>

#include <algorithm>

namespace escale {
namespace {

Error wrongMember(std::string_view member) {
    return fail(Errc::malformed,
                "membre « " + std::string(member) + " » absent ou d’un autre type");
}

/// "ligne 3, signe 12", for who has to mend the text.
std::string placeOf(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t start = before.rfind('\n') + 1; // 0 when there is none
    return "ligne " + std::to_string(line) + ", signe " + std::to_string(before.size() - start + 1);
}

/// Where the parser stops: the end, for a text that is cut.
std::string placeOfError(std::string_view text, const json::parse_options& options) {
    json::parser parser({}, options);
    boost::system::error_code error;
    return placeOf(text, parser.write_some(text.data(), text.size(), error));
}

} // namespace

Result<json::value> parseJson(std::string_view text, std::size_t maxBytes) {
    if (text.size() > maxBytes)
        return fail(Errc::tooLarge, "JSON de plus de " + std::to_string(maxBytes) + " octets");
    json::parse_options options;
    options.max_depth = kMaxJsonDepth;
    json::parser parser({}, options);
    boost::system::error_code error;
    parser.write(text.data(), text.size(), error);
    if (error)
        return fail(Errc::malformed,
                    "JSON illisible, " + placeOfError(text, options) + " : " + error.message());
    return parser.release();
}

Result<std::string> jsonString(const json::object& object, std::string_view member) {
    const json::value* value = object.if_contains(member);
    if (!value || !value->is_string())
        return wrongMember(member);
    return std::string(value->get_string());
}

Result<std::int64_t> jsonInt(const json::object& object, std::string_view member) {
    const json::value* value = object.if_contains(member);
    if (!value || !value->is_int64())
        return wrongMember(member);
    return value->get_int64();
}

Result<bool> jsonBool(const json::object& object, std::string_view member) {
    const json::value* value = object.if_contains(member);
    if (!value || !value->is_bool())
        return wrongMember(member);
    return value->get_bool();
}

Result<const json::object*> jsonObject(const json::object& object, std::string_view member) {
    const json::value* value = object.if_contains(member);
    if (!value || !value->is_object())
        return wrongMember(member);
    return &value->get_object();
}

Result<const json::array*> jsonArray(const json::object& object, std::string_view member) {
    const json::value* value = object.if_contains(member);
    if (!value || !value->is_array())
        return wrongMember(member);
    return &value->get_array();
}

std::string jsonStringOr(const json::object& object, std::string_view member,
                         std::string_view otherwise) {
    const json::value* value = object.if_contains(member);
    return std::string(value && value->is_string() ? std::string_view(value->get_string())
                                                   : otherwise);
}

std::int64_t jsonIntOr(const json::object& object, std::string_view member,
                       std::int64_t otherwise) {
    const json::value* value = object.if_contains(member);
    return value && value->is_int64() ? value->get_int64() : otherwise;
}

} // namespace escale
