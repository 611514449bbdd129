// SPDX-License-Identifier: GPL-3.0-or-later
// One object of a bareme's JSON, read member by member. A defect is recorded and reading goes on
// with a harmless value, so that one reading finds them all.
#pragma once

#include "shared/base/date.h"
#include "shared/base/json.h"
#include "shared/cotation/bareme.h"
#include "shared/cotation/source_lines.h"

#include <functional>
#include <initializer_list>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace escale::cotation {

struct Report {
    std::vector<Remark> defects;
    std::vector<Remark> warnings;
    const SourceLines* lines = nullptr;             // of the text that is read
    std::map<std::string, int, std::less<>> places; // line of each section, by its name
};

class Section {
public:
    /// Both must outlive the section. `where` names it in remarks.
    Section(const json::object& object, std::string where, Report& report);

    [[nodiscard]] const std::string& where() const { return m_where; }
    [[nodiscard]] Report& report() const { return m_report; }
    [[nodiscard]] bool has(std::string_view member) const { return m_object.contains(member); }
    /// Null when absent.
    [[nodiscard]] const json::value* find(std::string_view member) const {
        return m_object.if_contains(member);
    }

    void defect(std::string_view member, std::string reason) const;
    void warn(std::string_view member, std::string reason) const;
    /// Records a defect for each member that is not in `known`: a mistyped member would otherwise
    /// silently change a note.
    void onlyKnows(std::initializer_list<std::string_view> known) const;

    /// Required members. Text is not empty.
    [[nodiscard]] std::string text(std::string_view member) const;
    /// Lower-case letters, digits, "_" and "-".
    [[nodiscard]] std::string code(std::string_view member) const;
    [[nodiscard]] int integer(std::string_view member, int least, int most) const;
    [[nodiscard]] bool boolean(std::string_view member) const;
    [[nodiscard]] Date date(std::string_view member) const;
    [[nodiscard]] const json::object& object(std::string_view member) const; // empty when wrong
    [[nodiscard]] const json::array& array(std::string_view member) const;   // empty when wrong

    /// Optional ones.
    [[nodiscard]] Date dateOrNull(std::string_view member) const; // absent or null: empty
    [[nodiscard]] std::string textOr(std::string_view member, std::string_view otherwise) const;
    [[nodiscard]] bool booleanOr(std::string_view member, bool otherwise) const;
    [[nodiscard]] int integerOr(std::string_view member, int least, int most, int otherwise) const;

private:
    [[nodiscard]] Remark remark(std::string_view member, std::string reason) const;

    const json::object& m_object;
    std::string m_where;
    Report& m_report;
};

/// Calls `read` with a section for each element of `array`, recording a defect for what is not an
/// object. Sections are named `what` and their member `codeMember`, else their position.
void forEachSection(const json::array& array, std::string_view what, std::string_view codeMember,
                    Report& report, const std::function<void(const Section&)>& read);

/// A JSON number in fixed point (kOne); a defect when it has more than four decimals or is beyond
/// a thousand millions.
std::int64_t fixedPoint(const json::value& value, const Section& section, std::string_view member);

} // namespace escale::cotation
