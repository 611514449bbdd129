// SPDX-License-Identifier: GPL-3.0-or-later
// The part of JSON Schema (draft-07, 2020-12) that our schemas use: type, enum, pattern, minLength,
// minimum, maximum, properties, required, additionalProperties, items, minItems, maxItems, anyOf,
// local $ref. Any other keyword makes the check fail, so that no rule is ignored in silence.
#pragma once

#include "shared/base/json.h"

#include <string>

namespace escale::test {

/// Where and why `value` does not follow `schema`; "" when it does.
std::string schemaError(const json::value& schema, const json::value& value);

} // namespace escale::test
