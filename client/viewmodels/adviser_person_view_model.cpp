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
        m_page = 0;
    m_row = std::move(row);
    m_reference = reference;
    m_numeroUnique = numeroUnique;
    if (firstTask() >= m_row.tasks.size())
        m_page = 0;
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
    for (const auto& task : m_row.tasks.mid(firstTask(), kPerPage))
        shown.append(taskMap(task));
    return shown;
}

int AdviserPersonViewModel::others() const {
    const auto count = static_cast<int>(m_row.tasks.size());
    return count > kPerPage ? count - static_cast<int>(tasks().size()) : 0;
}

void AdviserPersonViewModel::showOthers() {
    m_page = (m_page + 1) * kPerPage < m_row.tasks.size() ? m_page + 1 : 0;
    emit changed();
}

} // namespace escale
