// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/recap_model.h"

#include <algorithm>
#include <utility>

namespace escale {

void RecapModel::show(QList<Row> rows, QVariantList missing, bool blocked) {
    const Row before = m_rows.value(first());
    beginResetModel();
    m_rows = std::move(rows);
    m_missing = std::move(missing);
    m_blocked = blocked;
    endResetModel();
    const int place = placeOf(before);
    while (m_starts.size() > 1 && m_starts.last() >= place)
        m_starts.removeLast();
    if (place > 0)
        m_starts.append(place);
    emit missingChanged();
    emit pageChanged();
}

void RecapModel::clear() {
    m_starts = {0};
    show({}, {});
}

void RecapModel::showDoubt(QVariantMap doubt) {
    m_doubt = std::move(doubt);
    emit doubtChanged();
}

QVariantMap RecapModel::mapOf(const Row& row) {
    QVariantMap map;
    const auto all = names();
    for (auto role = all.begin(); role != all.end(); ++role)
        map.insert(QString::fromLatin1(role.value()), valueOf(row, role.key()));
    return map;
}

/// Where the same question stands now; the last page there was when it is asked no more.
int RecapModel::placeOf(const Row& row) const {
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& other) {
        return other.questionId == row.questionId && other.item == row.item &&
               other.group == row.group;
    });
    const auto place = at == m_rows.end() ? first() : int(at - m_rows.begin());
    return std::clamp(place, 0, std::max(0, count() - 1));
}

int RecapModel::left() const {
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [](const Row& row) { return row.group != QLatin1String("parties"); }));
}

QVariantList RecapModel::page() const {
    QVariantList rows;
    for (int row = first(); row < count() && rows.size() < kRowsPerPage; ++row) {
        if (m_rows[row].group != m_rows[first()].group ||
            (m_rows[row].part != m_rows[first()].part &&
             m_rows[row].group == QLatin1String("parties")))
            break;
        rows.append(mapOf(m_rows[row]));
    }
    return rows;
}

bool RecapModel::forward(int shown) {
    const int next = first() + std::max(1, shown);
    if (next >= count())
        return false;
    m_starts.append(next);
    emit pageChanged();
    return true;
}

bool RecapModel::backward() {
    if (m_starts.size() == 1)
        return false;
    m_starts.removeLast();
    emit pageChanged();
    return true;
}

int RecapModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RecapModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return valueOf(m_rows[index.row()], role);
}

QVariant RecapModel::valueOf(const Row& row, int role) {
    switch (role) {
    case PartRole:
        return row.part;
    case PartNameRole:
        return row.partName;
    case PictoRole:
        return row.picto;
    case Qt::DisplayRole:
    case LabelRole:
        return row.label;
    case AnswerRole:
        return row.answer;
    case QuestionIdRole:
        return row.questionId;
    case ItemRole:
        return row.item;
    case UnknownRole:
        return row.unknown;
    case GroupRole:
        return row.group;
    case SentenceRole:
        return row.sentence;
    case WhyRole:
        return row.why;
    case ActionRole:
        return row.action;
    case MoreRole:
        return row.more;
    default:
        return {};
    }
}

QHash<int, QByteArray> RecapModel::roleNames() const {
    return names();
}

QHash<int, QByteArray> RecapModel::names() {
    return {{PartRole, "part"},    {PartNameRole, "partName"}, {PictoRole, "picto"},
            {LabelRole, "label"},  {AnswerRole, "answer"},     {QuestionIdRole, "questionId"},
            {ItemRole, "item"},    {UnknownRole, "unknown"},   {GroupRole, "group"},
            {WhyRole, "why"},      {SentenceRole, "sentence"}, {MoreRole, "more"},
            {ActionRole, "action"}};
}

} // namespace escale
