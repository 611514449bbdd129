// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/adviser_person_view_model.h"

#include <utility>

namespace escale {

namespace {

QString inGroups(const QString& digits, int size) {
    QStringList groups;
    for (qsizetype i = 0; i < digits.size(); i += size)
        groups.append(digits.mid(i, size));
    return groups.join(QLatin1Char(' '));
}

} // namespace

void AdviserPersonViewModel::show(PersonRow row, const QString& reference,
                                  const QString& numeroUnique) {
    if (row.id != m_row.id)
        m_pager.reset();
    m_row = std::move(row);
    m_reference = reference;
    m_numeroUnique = numeroUnique;
    m_pager.fit(m_row.tasks.size());
    emit changed();
}

QString AdviserPersonViewModel::stateText() const {
    return statePill(m_row)["stateText"].toString();
}

QString AdviserPersonViewModel::stateIcon() const {
    return statePill(m_row)["stateIcon"].toString();
}

QString AdviserPersonViewModel::stateKind() const {
    return statePill(m_row)["stateKind"].toString();
}

QString AdviserPersonViewModel::code() const {
    return inGroups(m_reference, 4);
}

QString AdviserPersonViewModel::numeroUnique() const {
    return m_numeroUnique;
}

QVariantList AdviserPersonViewModel::tasks() const {
    QVariantList shown;
    for (const auto& task : m_row.tasks.mid(firstTask(), perPage()))
        shown.append(taskMap(task));
    return shown;
}

void AdviserPersonViewModel::showOthers() {
    m_pager.turn(m_row.tasks.size());
    emit changed();
}

void AdviserPersonViewModel::setPerPage(int rows) {
    if (m_pager.setPerPage(rows))
        emit changed();
}

} // namespace escale
