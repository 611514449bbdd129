// SPDX-License-Identifier: GPL-3.0-or-later
// What a bareme calls by name: facts, flags, parameters, notions.
#include "shared/cotation/compiler.h"
#include "shared/cotation/vocabulary.h"

#include <algorithm>

namespace escale::cotation {

NodeId Compiler::fact(std::string_view name, const Context& at) {
    const FactWord* word = numericFact(name);
    if (!word)
        return wrong(at, "fait inconnu : " + std::string(name));
    Slot number;
    number.kind = word->kind;
    return named(slot(number, false), std::string(word->name), std::string(word->label),
                 std::string(word->unit));
}

NodeId Compiler::place(bool home, std::string_view where, const Context& at) {
    const FactWord* word = placeFact(home, where);
    if (!word)
        return wrong(at, "lieu inconnu : « epci », « demandee » ou « premier_choix » est attendu");
    Slot place;
    place.kind = word->kind;
    return named(slot(place, true), std::string(word->name), std::string(word->label), "");
}

NodeId Compiler::flag(std::string_view key, std::string_view name, const Context& at) {
    Slot flag;
    std::string words;
    if (key == "declaration") {
        const auto declaration = declarationFromName(name);
        if (!declaration)
            return wrong(at, "déclaration inconnue : " + std::string(name));
        flag.kind = SlotKind::declaration;
        flag.index = static_cast<std::uint8_t>(*declaration);
        words = label(*declaration);
    } else if (key == "guichet" && !name.empty()) {
        flag.kind = SlotKind::guichet;
        flag.text = name;
        words = "Coché par un agent du guichet";
    } else if (key == "service" && name == "com_dalo") {
        flag.kind = SlotKind::comDalo;
        words = "Confirmé par l’outil COM DALO";
    } else {
        return wrong(at, "opération inconnue : " + std::string(key) + " " + std::string(name));
    }
    return named(slot(flag, true), std::string(key) + "." + std::string(name), std::move(words),
                 "");
}

NodeId Compiler::parameter(std::string_view code, const Context& at) {
    const auto& parameters = m_program.parameters;
    const auto found =
        std::find_if(parameters.begin(), parameters.end(),
                     [&](const Parameter& parameter) { return parameter.code == code; });
    if (found == parameters.end())
        return wrong(at, "paramètre inconnu : " + std::string(code));
    const NodeId node = add(Op::parameter, false, found - parameters.begin(), {});
    return named(node, "parametre." + found->code, found->label, found->unit);
}

NodeId Compiler::notion(std::string_view code, const Context& at) {
    const json::value* value = m_notions.if_contains(code);
    if (!value)
        return wrong(at, "notion inconnue : " + std::string(code));
    Notion& notion = m_state[std::string(code)];
    if (notion.state == Notion::State::open)
        return wrong(at, "la notion " + std::string(code) + " se définit par elle-même");
    if (notion.state == Notion::State::fresh)
        openNotion(code, *value);
    m_reads.insert(m_reads.end(), notion.reads.begin(), notion.reads.end());
    return notion.node;
}

void Compiler::openNotion(std::string_view code, const json::value& value) {
    Notion& notion = m_state[std::string(code)];
    notion.state = Notion::State::open;
    std::vector<std::uint16_t> outer;
    outer.swap(m_reads);
    const bool wasIn = m_inNotion;
    m_inNotion = true;
    const json::object none;
    const Section section(value.is_object() ? value.get_object() : none,
                          "notion " + std::string(code), m_report);
    section.onlyKnows({"libelle", "unite", "valeur", "source"});
    const Context at{section, "valeur"};
    if (const json::value* expression = section.find("valeur"))
        notion.node = compile(*expression, at);
    else
        notion.node = wrong(at, "une expression est attendue");
    named(notion.node, "notion." + std::string(code), section.text("libelle"),
          section.textOr("unite", ""));
    m_inNotion = wasIn;
    notion.reads = takeReads();
    notion.state = Notion::State::done;
    m_reads.swap(outer);
}

void Compiler::finishNotions() {
    for (const auto& entry : m_notions) {
        const bool used = m_state.find(std::string_view(entry.key())) != m_state.end();
        if (used)
            continue;
        openNotion(entry.key(), entry.value());
        m_report.warnings.push_back(
            {"notion " + std::string(entry.key()), "", "aucune ligne ne s’en sert"});
    }
    m_reads.clear();
}

NodeId Compiler::slot(Slot slot, bool boolean) {
    auto& slots = m_program.slots;
    const auto same = std::find_if(slots.begin(), slots.end(), [&](const Slot& other) {
        return other.kind == slot.kind && other.index == slot.index && other.roles == slot.roles &&
               other.ageFrom == slot.ageFrom && other.ageBelow == slot.ageBelow &&
               other.text == slot.text;
    });
    const auto index = same - slots.begin();
    if (same == slots.end())
        slots.push_back(std::move(slot));
    return add(Op::slot, boolean, index, {});
}

NodeId Compiler::named(NodeId node, std::string name, std::string label, std::string unit) {
    auto& all = m_program.named;
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const NamedNode& n) { return n.name == name; });
    m_reads.push_back(static_cast<std::uint16_t>(known - all.begin()));
    if (known == all.end())
        all.push_back({node, std::move(name), std::move(label), std::move(unit)});
    return node;
}

} // namespace escale::cotation
