// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/recap_model.h"

#include <utility>

namespace escale {

void RecapModel::show(QList<Row> rows, QVariantList missing) {
    beginResetModel();
    m_rows = std::move(rows);
    m_missing = std::move(missing);
    endResetModel();
    emit missingChanged();
}

int RecapModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RecapModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& row = m_rows[index.row()];
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
    default:
        return {};
    }
}

QHash<int, QByteArray> RecapModel::roleNames() const {
    return {{PartRole, "part"},   {PartNameRole, "partName"}, {PictoRole, "picto"},
            {LabelRole, "label"}, {AnswerRole, "answer"},     {QuestionIdRole, "questionId"},
            {ItemRole, "item"},   {UnknownRole, "unknown"}};
}

QVariantList RecapModel::missing() const {
    return m_missing;
}

bool RecapModel::complete() const {
    return m_missing.isEmpty();
}

} // namespace escale
