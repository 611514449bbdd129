// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/bench_sql.h"

#include "client/ctl/bench_time.h"
#include "shared/cotation/block_kernels.h"
#include "shared/sqlite/sqlite.h"

#include <cmath>

namespace escale::client::ctl {
namespace {

using cotation::BlockPoints;
using cotation::Operand;
using cotation::PointRule;
using cotation::Step;
using cotation::StepKind;

std::string column(char kind, std::size_t index) {
    return std::string(1, kind) + std::to_string(index);
}

std::string number(double value) {
    return std::isnan(value) ? "NULL" : std::to_string(static_cast<long long>(value));
}

/// The steps of a plan as expressions: a lane is the text of what it holds.
class SqlText {
public:
    explicit SqlText(const cotation::Columns& columns)
        : m_plan(columns.plan())
        , m_numbers(m_plan.numberLanes)
        , m_truths(m_plan.truthLanes) {
        for (const Step& step : m_plan.steps)
            write(step);
        std::string grids = "CASE";
        for (std::size_t grid = 0; grid < m_plan.grids.size(); ++grid)
            grids += " WHEN " + m_truths[m_plan.grids[grid]] + " THEN " + gridSum(grid);
        m_note = grids + " END";
    }

    [[nodiscard]] const std::string& note() const { return m_note; }

private:
    std::string operand(const Operand& operand) const {
        return operand.constant ? number(operand.value) : m_numbers[operand.lane];
    }
    void write(const Step& step);
    std::string homes(const Step& step) const;
    std::string proved(const cotation::BlockLine& line) const;
    std::string worth(const BlockPoints& rule) const;
    std::string gridSum(std::size_t grid) const;

    const cotation::BlockPlan& m_plan;
    std::vector<std::string> m_numbers, m_truths;
    std::string m_note;
};

std::string SqlText::homes(const Step& step) const {
    std::string list;
    for (int home = 1; home < 63; ++home)
        if ((step.mask >> home & 1) != 0)
            list += (list.empty() ? "" : ",") + std::to_string(home);
    return "(" + column('t', step.column) + " IN (" + list + "))";
}

/// How SQL writes a step of two operands; empty when it is another kind of step.
std::string_view signOf(StepKind kind) {
    switch (kind) {
    case StepKind::add:
        return "+";
    case StepKind::subtract:
        return "-";
    case StepKind::multiply:
        return "*";
    case StepKind::truncate:
        return "/";
    case StepKind::both:
        return " AND ";
    case StepKind::either:
        return " OR ";
    case StepKind::less:
        return "<";
    case StepKind::lessOrEqual:
        return "<=";
    case StepKind::equal:
        return "=";
    default:
        return {};
    }
}

void SqlText::write(const Step& step) {
    const bool logical = step.kind == StepKind::both || step.kind == StepKind::either;
    const bool number = step.kind <= StepKind::truncate;
    std::string& to = number ? m_numbers[step.to] : m_truths[step.to];
    const std::string left = logical ? m_truths[step.a] : operand(step.left);
    const std::string right = logical ? m_truths[step.b] : operand(step.right);
    if (const std::string_view sign = signOf(step.kind); !sign.empty())
        to = "(" + left + std::string(sign) + right + ")";
    else if (step.kind == StepKind::least || step.kind == StepKind::greatest)
        to = (step.kind == StepKind::least ? "min(" : "max(") + left + "," + right + ")";
    else if (step.kind == StepKind::loadNumber)
        to = column('n', step.column);
    else if (step.kind == StepKind::loadTruth)
        to = column('t', step.column);
    else if (step.kind == StepKind::homeIn)
        to = homes(step);
    else if (step.kind == StepKind::negation)
        to = "(NOT " + m_truths[step.a] + ")";
    else
        to = step.mask != 0 ? "1" : "0";
}

std::string SqlText::proved(const cotation::BlockLine& line) const {
    std::vector<std::string> stack;
    for (const cotation::PieceNode& node : line.pieces) {
        if (node.kind == cotation::PieceNode::Kind::leaf) {
            stack.push_back(column('p', node.value) + ">=3");
            continue;
        }
        for (std::uint16_t i = 1; i < node.value; ++i) {
            const std::string right = stack.back();
            stack.pop_back();
            const bool all = node.kind == cotation::PieceNode::Kind::all;
            stack.back() = "(" + stack.back() + (all ? " AND " : " OR ") + right + ")";
        }
    }
    const std::string pieces = stack.empty() ? std::string() : " AND " + stack.front();
    return line.confirmation ? pieces + " AND " + m_truths[*line.confirmation] : pieces;
}

std::string SqlText::worth(const BlockPoints& rule) const {
    if (rule.kind == PointRule::Kind::fixed)
        return std::to_string(rule.points);
    const std::string of = operand(rule.of);
    if (rule.kind == PointRule::Kind::perPeriod)
        return "coalesce(min(max(" + of + "/" + number(rule.period) + ",0)*" +
               std::to_string(rule.points) + "," + std::to_string(rule.cap) + "),0)";
    std::string text = "CASE";
    for (const BlockPoints::Row& row : rule.rows) {
        text += " WHEN " + of + ">=" + number(row.from);
        if (std::isfinite(row.below))
            text += " AND " + of + "<" + number(row.below);
        text += " THEN " + std::to_string(row.points);
    }
    return text + " ELSE 0 END";
}

std::string SqlText::gridSum(std::size_t grid) const {
    std::string sum = "0";
    for (const cotation::BlockLine& line : m_plan.lines) {
        const BlockPoints& rule = line.points[grid];
        if (rule.kind != PointRule::Kind::absent)
            sum += "+CASE WHEN " + m_truths[line.condition] + proved(line) + " THEN " +
                   worth(rule) + " ELSE 0 END";
    }
    return sum;
}

std::string tableSql(const cotation::Columns& columns) {
    std::string names;
    const auto add = [&](char kind, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            names += "," + column(kind, i) + " INTEGER";
    };
    add('n', columns.numbers().size());
    add('t', columns.truths().size());
    add('p', columns.requirements().size());
    return "CREATE TABLE demandes(id INTEGER PRIMARY KEY" + names + ")";
}

Result<void> fill(sqlite::Database& database, const cotation::Columns& columns) {
    const std::size_t count =
        columns.numbers().size() + columns.truths().size() + columns.requirements().size();
    std::string marks = "?";
    for (std::size_t i = 0; i < count; ++i)
        marks += ",?";
    ESCALE_TRY_ASSIGN(insert, database.prepare("INSERT INTO demandes VALUES(" + marks + ")"));
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(database));
    for (std::size_t row = 0; row < columns.size(); ++row) {
        int at = 0;
        insert.bind(++at, static_cast<std::int64_t>(row));
        for (const auto& numbers : columns.numbers())
            if (numbers[row] == cotation::kernels::kNoNumber)
                insert.bindNull(++at);
            else
                insert.bind(++at, numbers[row]);
        for (std::size_t i = 0; i < columns.truths().size(); ++i) {
            const std::uint8_t truth = columns.truths()[i][row];
            if (columns.isHome(i))
                insert.bind(++at, int{truth});
            else if (truth == cotation::kTruthUnknown)
                insert.bindNull(++at);
            else
                insert.bind(++at, truth / 2);
        }
        for (const auto& states : columns.requirements())
            insert.bind(++at, int{states[row]});
        ESCALE_TRY(insert.run());
    }
    return transaction.commit();
}

} // namespace

std::string scoreSql(const cotation::Columns& columns) {
    return "SELECT sum((" + SqlText(columns).note() + ")*(1+id%997)) FROM demandes";
}

Result<SqlMeasure> measureSql(const cotation::Columns& columns, const std::string& folder) {
    ESCALE_TRY_ASSIGN(database, sqlite::Database::open(folder + "/mesure.sqlite"));
    ESCALE_TRY(database.exec(tableSql(columns)));
    ESCALE_TRY(fill(database, columns));
    ESCALE_TRY_ASSIGN(query, database.prepare(scoreSql(columns)));
    SqlMeasure measure;
    const double start = cpuSeconds();
    ESCALE_TRY(query.step());
    measure.seconds = cpuSeconds() - start;
    measure.checksum = query.columnInt(0);
    return measure;
}

} // namespace escale::client::ctl
