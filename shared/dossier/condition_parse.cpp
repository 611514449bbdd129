// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/condition_node.h"
#include "shared/dossier/path.h"

#include <algorithm>

namespace escale {
namespace {

using Node = ConditionNode;
using Operator = Node::Operator;
using Comparison = Node::Comparison;

Error malformed(std::string_view part) {
    return fail(Errc::malformed, "condition illisible : « " + std::string(part) + " »");
}

/// "demandeur.nom" or, for a field of the same item, ".commune".
Result<std::string> readPath(const json::value& value) {
    if (!value.is_string())
        return malformed("chemin");
    std::string path(value.get_string());
    const std::string_view bare =
        path.starts_with('.') ? std::string_view(path).substr(1) : std::string_view(path);
    const auto parsed = parsePath(bare);
    if (!parsed || !parsed->item.empty())
        return malformed(path);
    return path;
}

Result<std::string> readCollection(const json::value& value) {
    ESCALE_TRY_ASSIGN(path, readPath(value));
    if (path.find('.') != std::string::npos)
        return malformed(path);
    return path;
}

/// {"gte"|"lt"|"eq": n}
Result<void> readBound(const json::value& value, bool equality, Node& node) {
    const auto* object = value.if_object();
    if (!object || object->size() != 1 || !object->begin()->value().is_int64())
        return malformed("borne");
    const std::string_view word = object->begin()->key();
    if (word == "gte")
        node.comparison = Comparison::gte;
    else if (word == "lt")
        node.comparison = Comparison::lt;
    else if (word == "eq" && equality)
        node.comparison = Comparison::eq;
    else
        return malformed(word);
    node.bound = object->begin()->value().get_int64();
    return {};
}

Result<Node> readNode(const json::value& value);

Result<Node> readParts(Operator op, const json::value& value) {
    const auto* array = value.if_array();
    if (!array || array->empty())
        return malformed("liste de conditions");
    Node node;
    node.op = op;
    for (const json::value& element : *array) {
        ESCALE_TRY_ASSIGN(part, readNode(element));
        node.parts.push_back(std::move(part));
    }
    return node;
}

Result<Node> readNegation(const json::value& value) {
    Node node;
    node.op = Operator::negation;
    ESCALE_TRY_ASSIGN(part, readNode(value));
    node.parts.push_back(std::move(part));
    return node;
}

Result<Node> readOneOf(const json::array& pair, bool several) {
    Node node;
    node.op = Operator::oneOf;
    ESCALE_TRY_ASSIGN(path, readPath(pair[0]));
    node.path = std::move(path);
    if (!several) {
        ESCALE_TRY_ASSIGN(value, valueFromJson(pair[1]));
        node.values.push_back(std::move(value));
    } else {
        const auto* wanted = pair[1].if_array();
        if (!wanted || wanted->empty())
            return malformed("valeurs");
        for (const json::value& element : *wanted) {
            ESCALE_TRY_ASSIGN(value, valueFromJson(element));
            node.values.push_back(std::move(value));
        }
    }
    const auto isAbsent = [](const Value& one) {
        return isEmpty(one) || std::holds_alternative<Marker>(one);
    };
    if (std::any_of(node.values.begin(), node.values.end(), isAbsent))
        return malformed("valeur vide");
    return node;
}

Result<Node> readNumber(const json::array& pair, Comparison comparison) {
    if (!pair[1].is_int64())
        return malformed("nombre");
    Node node;
    node.op = Operator::number;
    node.comparison = comparison;
    node.bound = pair[1].get_int64();
    ESCALE_TRY_ASSIGN(path, readPath(pair[0]));
    node.path = std::move(path);
    return node;
}

Result<Node> readBounded(Operator op, const json::array& pair) {
    Node node;
    node.op = op;
    ESCALE_TRY_ASSIGN(path, op == Operator::age ? readPath(pair[0]) : readCollection(pair[0]));
    node.path = std::move(path);
    ESCALE_TRY(readBound(pair[1], op == Operator::count, node));
    return node;
}

Result<Node> readSome(const json::array& pair) {
    Node node;
    node.op = Operator::some;
    ESCALE_TRY_ASSIGN(path, readCollection(pair[0]));
    node.path = std::move(path);
    ESCALE_TRY_ASSIGN(part, readNode(pair[1]));
    node.parts.push_back(std::move(part));
    return node;
}

Result<Node> readPresence(Operator op, const json::value& value) {
    Node node;
    node.op = op;
    ESCALE_TRY_ASSIGN(path, readPath(value));
    node.path = std::move(path);
    return node;
}

Result<Node> readPair(std::string_view word, const json::value& value) {
    const auto* pair = value.if_array();
    if (!pair || pair->size() != 2)
        return malformed(word);
    if (word == "eq" || word == "in")
        return readOneOf(*pair, word == "in");
    if (word == "gte" || word == "lt")
        return readNumber(*pair, word == "gte" ? Comparison::gte : Comparison::lt);
    if (word == "count" || word == "age")
        return readBounded(word == "age" ? Operator::age : Operator::count, *pair);
    if (word == "some")
        return readSome(*pair);
    return malformed(word);
}

Result<Node> readNode(const json::value& value) {
    if (value.is_bool()) {
        Node node;
        node.bound = value.get_bool() ? 1 : 0;
        return node;
    }
    const auto* object = value.if_object();
    if (!object || object->size() != 1)
        return malformed("un seul opérateur attendu");
    const std::string_view word = object->begin()->key();
    const json::value& operand = object->begin()->value();
    if (word == "all" || word == "any")
        return readParts(word == "all" ? Operator::all : Operator::any, operand);
    if (word == "not")
        return readNegation(operand);
    if (word == "answered" || word == "given")
        return readPresence(word == "given" ? Operator::given : Operator::answered, operand);
    return readPair(word, operand);
}

} // namespace

Result<Condition> Condition::parse(const json::value& json) {
    ESCALE_TRY_ASSIGN(node, readNode(json));
    Condition condition;
    condition.m_node = std::make_shared<const Node>(std::move(node));
    return condition;
}

} // namespace escale
