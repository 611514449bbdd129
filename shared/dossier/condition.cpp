// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluation; the grammar is read in condition_parse.cpp.
#include "shared/dossier/condition_node.h"

#include <algorithm>

namespace escale {
namespace {

using Node = ConditionNode;
using Operator = Node::Operator;

struct Scope {
    const AnswerSource& answers;
    const Date& today;
    const std::string& item;

    [[nodiscard]] Value read(const std::string& path) const {
        return answers.answer(path.starts_with('.') ? item + path : path);
    }
};

Truth evaluateNode(const Node& node, const Scope& scope);

Truth truth(bool yes) {
    return yes ? Truth::yes : Truth::no;
}

Truth negated(Truth value) {
    return value == Truth::unknown ? value : truth(value == Truth::no);
}

/// Strong Kleene logic: `decisive` is the answer that settles the whole on its own.
Truth combined(const Node& node, const Scope& scope, Truth decisive) {
    Truth result = negated(decisive);
    for (const Node& part : node.parts) {
        const Truth value = evaluateNode(part, scope);
        if (value == decisive)
            return decisive;
        if (value == Truth::unknown)
            result = Truth::unknown;
    }
    return result;
}

bool satisfies(Node::Comparison comparison, std::int64_t value, std::int64_t bound) {
    switch (comparison) {
    case Node::Comparison::gte:
        return value >= bound;
    case Node::Comparison::lt:
        return value < bound;
    case Node::Comparison::eq:
        return value == bound;
    }
    return false;
}

bool isAnswer(const Value& value) {
    return !isEmpty(value) && !std::holds_alternative<Marker>(value);
}

Truth isOneOf(const Value& value, const std::vector<Value>& wanted) {
    if (!isAnswer(value))
        return Truth::unknown;
    const auto isWanted = [&](const Value& one) {
        return std::find(wanted.begin(), wanted.end(), one) != wanted.end();
    };
    if (const auto* list = std::get_if<TextList>(&value); list && !isWanted(value))
        return truth(std::any_of(list->begin(), list->end(),
                                 [&](const std::string& text) { return isWanted(text); }));
    return truth(isWanted(value));
}

Truth compareNumber(const Node& node, const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? truth(satisfies(node.comparison, *number, node.bound)) : Truth::unknown;
}

Truth compareAge(const Node& node, const Value& value, const Date& today) {
    const Date birth = dateOf(value);
    if (birth.empty())
        return Truth::unknown;
    return truth(satisfies(node.comparison, fullYears(birth, today), node.bound));
}

Truth someItem(const Node& node, const Scope& scope) {
    Truth result = Truth::no;
    for (const std::string& id : scope.answers.items(node.path)) {
        const std::string item = node.path + '[' + id + ']';
        const Truth value = evaluateNode(node.parts.front(), {scope.answers, scope.today, item});
        if (value == Truth::yes)
            return value;
        if (value == Truth::unknown)
            result = value;
    }
    return result;
}

Truth evaluateNode(const Node& node, const Scope& scope) {
    switch (node.op) {
    case Operator::constant:
        return truth(node.bound != 0);
    case Operator::all:
        return combined(node, scope, Truth::no);
    case Operator::any:
        return combined(node, scope, Truth::yes);
    case Operator::negation:
        return negated(evaluateNode(node.parts.front(), scope));
    case Operator::oneOf:
        return isOneOf(scope.read(node.path), node.values);
    case Operator::number:
        return compareNumber(node, scope.read(node.path));
    case Operator::answered:
        return truth(isAnswer(scope.read(node.path)));
    case Operator::given:
        return truth(!isEmpty(scope.read(node.path)));
    case Operator::count: {
        const auto count = static_cast<std::int64_t>(scope.answers.items(node.path).size());
        return truth(satisfies(node.comparison, count, node.bound));
    }
    case Operator::age:
        return compareAge(node, scope.read(node.path), scope.today);
    case Operator::some:
        return someItem(node, scope);
    }
    return Truth::unknown;
}

void collectReads(const Node& node, const std::string& item, std::vector<std::string>& out) {
    const bool ofCollection = node.op == Operator::count || node.op == Operator::some;
    if (ofCollection)
        out.push_back(node.path + "[]");
    else if (!node.path.empty())
        out.push_back(node.path.starts_with('.') ? item + node.path : node.path);
    const std::string inner = node.op == Operator::some ? node.path + "[]" : item;
    for (const Node& part : node.parts)
        collectReads(part, inner, out);
}

} // namespace

Condition::Condition(bool truth) {
    auto node = std::make_shared<Node>();
    node->bound = truth ? 1 : 0;
    m_node = std::move(node);
}

Truth Condition::evaluate(const AnswerSource& answers, const Date& today,
                          const std::string& item) const {
    return evaluateNode(*m_node, {answers, today, item});
}

std::vector<std::string> Condition::reads() const {
    std::vector<std::string> paths;
    collectReads(*m_node, {}, paths);
    return paths;
}

} // namespace escale
