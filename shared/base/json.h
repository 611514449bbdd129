// SPDX-License-Identifier: GPL-3.0-or-later
// JSON from outside, behind one gate: size, depth and form are checked before anybody reads it.
#pragma once

#include "shared/base/result.h"

#include <boost/json.hpp>

#include <string_view>

namespace escale {

namespace json = boost::json;

inline constexpr std::size_t kMaxJsonBytes = 8U << 20;
inline constexpr std::size_t kMaxJsonDepth = 32;

/// The JSON value of `text`, strict RFC 8259. Errc::tooLarge over `maxBytes`; Errc::malformed
/// otherwise, the detail saying at which byte.
Result<json::value> parseJson(std::string_view text, std::size_t maxBytes = kMaxJsonBytes);

/// Readers of members. They answer Errc::malformed, naming the member, when it is absent or of
/// another type. `what` is used as is in the message.
Result<std::string> jsonString(const json::object& object, std::string_view member);
Result<std::int64_t> jsonInt(const json::object& object, std::string_view member);
Result<bool> jsonBool(const json::object& object, std::string_view member);
/// Pointers stay owned by `object`.
Result<const json::object*> jsonObject(const json::object& object, std::string_view member);
Result<const json::array*> jsonArray(const json::object& object, std::string_view member);

/// Text of optional members: empty when absent.
std::string jsonStringOr(const json::object& object, std::string_view member,
                         std::string_view otherwise = {});
std::int64_t jsonIntOr(const json::object& object, std::string_view member, std::int64_t otherwise);

} // namespace escale
