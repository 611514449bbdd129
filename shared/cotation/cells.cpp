// SPDX-License-Identifier: GPL-3.0-or-later
// Facts to slots, slots to nodes.
#include "shared/cotation/calendar.h"
#include "shared/cotation/score.h"

#include <algorithm>
#include <limits>

namespace escale::cotation {
namespace {

constexpr Cell kUnknown{};
constexpr std::int64_t kHundredths = kOne / 100;

Cell known(std::int64_t value) {
    return {value, true};
}
Cell truth(bool value) {
    return {value ? 1 : 0, true};
}
Cell fromTri(Tri tri) {
    return tri == Tri::unknown ? kUnknown : truth(tri == Tri::yes);
}

std::int64_t saturated(__int128 value) {
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    if (value > kMost)
        return kMost;
    return value < -kMost ? -kMost : static_cast<std::int64_t>(value);
}

template <class Optional>
Cell scaled(const Optional& value, std::int64_t scale) {
    if (!value)
        return kUnknown;
    if (std::int64_t small = 0;
        !__builtin_mul_overflow(static_cast<std::int64_t>(*value), scale, &small))
        return known(small);
    return known(saturated(static_cast<__int128>(*value) * scale));
}

/// Yes, no or unknown for one person and one range of ages.
Tri inAge(const Person& person, const Slot& slot, const Date& today, const DateRules& rules) {
    const bool anyAge = slot.ageFrom == kAnyAge && slot.ageBelow == kAnyAge;
    if (person.birth.empty())
        return anyAge ? Tri::yes : Tri::unknown;
    if (person.birth > today)
        return Tri::no;
    if (anyAge)
        return Tri::yes;
    const int age = yearsPassed(person.birth, today, rules);
    const bool in = (slot.ageFrom == kAnyAge || age >= slot.ageFrom) &&
                    (slot.ageBelow == kAnyAge || age < slot.ageBelow);
    return in ? Tri::yes : Tri::no;
}

Cell people(const Slot& slot, const Inputs& in, const Date& today) {
    int certain = 0;
    bool unsure = false;
    for (const Person& person : in.facts.persons) {
        if ((slot.roles & (1U << static_cast<unsigned>(person.role))) == 0)
            continue;
        const Tri tri = inAge(person, slot, today, in.program.dates);
        certain += tri == Tri::yes ? 1 : 0;
        unsure = unsure || tri == Tri::unknown;
    }
    for (std::size_t role = 0; role < kRoleCount; ++role)
        unsure = unsure || ((slot.roles >> role & 1U) != 0 && !in.facts.rolesComplete[role]);
    if (slot.kind == SlotKind::exists)
        return certain > 0 ? truth(true) : unsure ? kUnknown : truth(false);
    return unsure ? kUnknown : known(certain * kOne);
}

bool inTerritory(const Program& program, Commune commune) {
    return std::binary_search(program.territory.begin(), program.territory.end(), commune.packed());
}

enum class Where : std::uint8_t { epci, asked, first };

Where whereOf(SlotKind kind) {
    if (kind == SlotKind::homeInEpci || kind == SlotKind::workInEpci)
        return Where::epci;
    return kind == SlotKind::homeInAsked || kind == SlotKind::workInAsked ? Where::asked
                                                                          : Where::first;
}

Cell place(Commune commune, Where where, const Inputs& in) {
    if (commune.empty())
        return kUnknown;
    if (where == Where::epci)
        return truth(inTerritory(in.program, commune));
    const Commune wanted = where == Where::asked ? in.asked : in.facts.firstChoice;
    return wanted.empty() ? kUnknown : truth(commune == wanted);
}

Cell work(Where where, const Inputs& in) {
    bool unsure = !in.facts.workComplete;
    for (const WorkPlace& workplace : in.facts.work) {
        if (workplace.who != Role::demandeur && workplace.who != Role::conjoint)
            continue;
        const Cell cell = place(workplace.commune, where, in);
        if (cell.known && cell.value != 0)
            return truth(true);
        unsure = unsure || !cell.known;
    }
    return unsure ? kUnknown : truth(false);
}

Cell seniority(bool years, const Inputs& in, const Date& today) {
    const Date& since = in.facts.depositedOn;
    if (since.empty())
        return kUnknown;
    const int steps = years ? yearsPassed(since, today, in.program.dates)
                            : monthsPassed(since, today, in.program.dates);
    return known(steps * kOne);
}

} // namespace

Cell slotCell(const Slot& slot, const Inputs& in, const Date& today) {
    const Facts& facts = in.facts;
    switch (slot.kind) {
    case SlotKind::seniorityYears:
    case SlotKind::seniorityMonths:
        return seniority(slot.kind == SlotKind::seniorityYears, in, today);
    case SlotKind::surface:
        return scaled(facts.surfaceDm2, kHundredths);
    case SlotKind::rooms:
        return scaled(facts.rooms, kOne);
    case SlotKind::rent:
        return scaled(facts.rentCents, kHundredths);
    case SlotKind::aid:
        return scaled(facts.aidCents, kHundredths);
    case SlotKind::resources:
        return scaled(facts.resourcesCents, kHundredths);
    case SlotKind::home:
        return facts.home == Home::unknown ? kUnknown : known(static_cast<int>(facts.home));
    case SlotKind::homeInEpci:
    case SlotKind::homeInAsked:
    case SlotKind::homeInFirst:
        return place(facts.homeCommune, whereOf(slot.kind), in);
    case SlotKind::workInEpci:
    case SlotKind::workInAsked:
    case SlotKind::workInFirst:
        return work(whereOf(slot.kind), in);
    case SlotKind::declaration:
        return fromTri(facts.declarations[slot.index]);
    case SlotKind::guichet:
        return truth(facts.ticked(slot.text));
    case SlotKind::comDalo:
        return fromTri(facts.comDalo);
    case SlotKind::countOf:
    case SlotKind::exists:
        return people(slot, in, today);
    }
    return kUnknown;
}

Cell parameterCell(const Parameter& parameter, const Date& today) {
    Cell cell;
    for (const ParameterValue& value : parameter.values)
        if (value.validFrom <= today && value.publishedOn <= today)
            cell = known(value.value);
    return cell;
}

namespace {

/// Kleene: one operand may settle what the others leave unknown.
Cell logic(const NodeId* first, std::size_t count, bool both, const std::vector<Cell>& cells) {
    const std::int64_t settles = both ? 0 : 1;
    bool unsure = false;
    for (std::size_t i = 0; i < count; ++i) {
        const Cell& cell = cells[first[i]];
        if (cell.known && cell.value == settles)
            return cell;
        unsure = unsure || !cell.known;
    }
    return unsure ? kUnknown : known(1 - settles);
}

std::int64_t combine(Op op, std::int64_t left, std::int64_t right) {
    switch (op) {
    case Op::sum:
        return saturated(static_cast<__int128>(left) + right);
    case Op::difference:
        return saturated(static_cast<__int128>(left) - right);
    case Op::product:
        if (std::int64_t small = 0; !__builtin_mul_overflow(left, right, &small))
            return small / kOne;
        return saturated(static_cast<__int128>(left) * right / kOne);
    case Op::least:
        return std::min(left, right);
    default:
        return std::max(left, right);
    }
}

Cell arithmetic(Op op, const NodeId* first, std::size_t count, const std::vector<Cell>& cells) {
    Cell result = cells[first[0]];
    for (std::size_t i = 1; i < count; ++i) {
        const Cell& next = cells[first[i]];
        result.known = result.known && next.known;
        result.value = combine(op, result.value, next.value);
    }
    return result.known ? result : kUnknown;
}

Cell comparison(Op op, const Cell& left, const Cell& right) {
    if (!left.known || !right.known)
        return kUnknown;
    if (op == Op::equal)
        return truth(left.value == right.value);
    return truth(op == Op::less ? left.value < right.value : left.value <= right.value);
}

Cell nodeCell(const Node& node, const Inputs& in, const Date& today,
              const std::vector<Cell>& cells) {
    const NodeId* first = in.program.operands.data() + node.first;
    const auto index = static_cast<std::size_t>(node.constant);
    switch (node.op) {
    case Op::constant:
        return known(node.constant);
    case Op::slot:
        return slotCell(in.program.slots[index], in, today);
    case Op::parameter:
        return parameterCell(in.program.parameters[index], today);
    case Op::homeIn: {
        const Cell& home = cells[*first];
        return home.known ? truth((node.constant >> home.value & 1) != 0) : kUnknown;
    }
    case Op::negation: {
        const Cell& cell = cells[*first];
        return cell.known ? truth(cell.value == 0) : kUnknown;
    }
    case Op::both:
    case Op::either:
        return logic(first, node.count, node.op == Op::both, cells);
    case Op::less:
    case Op::lessOrEqual:
    case Op::equal:
        return comparison(node.op, cells[first[0]], cells[first[1]]);
    default:
        return arithmetic(node.op, first, node.count, cells);
    }
}

} // namespace

void fillCells(const Inputs& in, const Date& today, std::vector<Cell>& cells) {
    cells.resize(in.program.nodes.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
        cells[i] = nodeCell(in.program.nodes[i], in, today, cells);
}

} // namespace escale::cotation
