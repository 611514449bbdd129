// SPDX-License-Identifier: GPL-3.0-or-later
// Inside of a Condition, shared by its reader and its evaluator only.
#pragma once

#include "shared/dossier/condition.h"

#include <string>
#include <vector>

namespace escale {

struct ConditionNode {
    enum class Operator {
        constant,
        all,
        any,
        negation,
        oneOf, // eq and in
        number,
        answered,
        given,
        count,
        age,
        some
    };
    enum class Comparison { gte, lt, eq };

    Operator op = Operator::constant;
    Comparison comparison = Comparison::eq;
    std::int64_t bound = 1; // number compared with; truth of a constant
    std::string path;       // answer or collection read
    std::vector<Value> values;
    std::vector<ConditionNode> parts;
};

} // namespace escale
