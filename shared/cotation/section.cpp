// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/section.h"

#include "shared/cotation/program.h"

#include <algorithm>
#include <cmath>

namespace escale::cotation {
namespace {

const json::object kNoObject;
const json::array kNoArray;

bool isCode(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

} // namespace

Section::Section(const json::object& object, std::string where, Report& report)
    : m_object(object)
    , m_where(std::move(where))
    , m_report(report) {
    if (m_report.lines)
        m_report.places.try_emplace(m_where, m_report.lines->of(object));
}

Remark Section::remark(std::string_view member, std::string reason) const {
    // Members of what stands inside ("tranches.de") are looked for by their first name.
    const int line = m_report.lines ? m_report.lines->of(m_object, member) : 0;
    return {m_where, std::string(member), std::move(reason), line};
}

void Section::defect(std::string_view member, std::string reason) const {
    m_report.defects.push_back(remark(member, std::move(reason)));
}

void Section::warn(std::string_view member, std::string reason) const {
    m_report.warnings.push_back(remark(member, std::move(reason)));
}

void Section::onlyKnows(std::initializer_list<std::string_view> known) const {
    for (const auto& entry : m_object)
        if (std::find(known.begin(), known.end(), std::string_view(entry.key())) == known.end())
            defect(entry.key(), "membre inconnu");
}

std::string Section::text(std::string_view member) const {
    const json::value* value = find(member);
    if (value && value->is_string() && !value->get_string().empty())
        return std::string(value->get_string());
    defect(member, "un texte est attendu");
    return {};
}

std::string Section::code(std::string_view member) const {
    const json::value* value = find(member);
    if (value && value->is_string() && isCode(value->get_string()))
        return std::string(value->get_string());
    defect(member, "un code est attendu (minuscules, chiffres, _ et -)");
    return {};
}

int Section::integer(std::string_view member, int least, int most) const {
    const json::value* value = find(member);
    if (value && value->is_int64() && value->get_int64() >= least && value->get_int64() <= most)
        return static_cast<int>(value->get_int64());
    defect(member,
           "un entier de " + std::to_string(least) + " à " + std::to_string(most) + " est attendu");
    return least;
}

bool Section::boolean(std::string_view member) const {
    const json::value* value = find(member);
    if (value && value->is_bool())
        return value->get_bool();
    defect(member, "true ou false est attendu");
    return false;
}

Date Section::date(std::string_view member) const {
    const json::value* value = find(member);
    if (value && value->is_string())
        if (const auto date = parseIsoDate(value->get_string()))
            return *date;
    defect(member, "une date AAAA-MM-JJ qui existe est attendue");
    return {};
}

const json::object& Section::object(std::string_view member) const {
    const json::value* value = find(member);
    if (value && value->is_object())
        return value->get_object();
    defect(member, "un objet est attendu");
    return kNoObject;
}

const json::array& Section::array(std::string_view member) const {
    const json::value* value = find(member);
    if (value && value->is_array())
        return value->get_array();
    defect(member, "une liste est attendue");
    return kNoArray;
}

Date Section::dateOrNull(std::string_view member) const {
    const json::value* value = find(member);
    return !value || value->is_null() ? Date{} : date(member);
}

std::string Section::textOr(std::string_view member, std::string_view otherwise) const {
    return has(member) ? text(member) : std::string(otherwise);
}

bool Section::booleanOr(std::string_view member, bool otherwise) const {
    return has(member) ? boolean(member) : otherwise;
}

int Section::integerOr(std::string_view member, int least, int most, int otherwise) const {
    return has(member) ? integer(member, least, most) : otherwise;
}

void forEachSection(const json::array& array, std::string_view what, std::string_view codeMember,
                    Report& report, const std::function<void(const Section&)>& read) {
    std::size_t position = 0;
    for (const json::value& value : array) {
        ++position;
        std::string where = std::string(what) + " n° " + std::to_string(position);
        if (!value.is_object()) {
            report.defects.push_back({std::move(where), "", "un objet est attendu"});
            continue;
        }
        const std::string code = jsonStringOr(value.get_object(), codeMember);
        if (!code.empty())
            where = std::string(what) + " " + code;
        read(Section(value.get_object(), std::move(where), report));
    }
}

std::int64_t fixedPoint(const json::value& value, const Section& section, std::string_view member) {
    constexpr double kMost = 1e9;
    if (value.is_int64() && std::abs(static_cast<double>(value.get_int64())) <= kMost)
        return value.get_int64() * kOne;
    if (value.is_double() && std::abs(value.get_double()) <= kMost) {
        const double scaled = value.get_double() * static_cast<double>(kOne);
        if (std::abs(scaled - std::round(scaled)) < 1e-4)
            return std::llround(scaled);
    }
    section.defect(member, "un nombre d’au plus quatre décimales est attendu");
    return 0;
}

} // namespace escale::cotation
