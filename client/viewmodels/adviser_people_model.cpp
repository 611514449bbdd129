// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/adviser_people_model.h"

#include "client/viewmodels/adviser_search.h"
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/preferences.h"

#include <algorithm>

namespace escale {

namespace {

// Two pictures with their words hold beside a name.
constexpr int kNeedsShown = 2;

/// « Il manque : », « Deux réponses : »… in front of the needs of a row.
QString needsTitle(const PersonRow& row) {
    if (row.agreement == client::Agreement::withdrawn)
        return Preferences::text("suivi.accord_retire");
    if (!row.agreed())
        return Preferences::text("suivi.accord_a_demander");
    if (row.tasks.isEmpty())
        return Preferences::text(row.confirmed ? "suivi.rien" : "suivi.a_confirmer");
    const auto& first = row.tasks.first();
    if (first.action == QLatin1String("conflit"))
        return Preferences::text("suivi.deux_reponses.court");
    if (first.decide)
        return Preferences::text("suivi.a_reprendre");
    const auto count = row.tasks.size();
    return count > kNeedsShown ? Preferences::text("suivi.il_manque.n").arg(count)
                               : Preferences::text("suivi.il_manque");
}

/// Needs of the same kind as the first: a row says one thing at a time.
QVariantList needsOf(const PersonRow& row) {
    QVariantList needs;
    for (const auto& task : row.tasks) {
        if (task.decide != row.tasks.first().decide || needs.size() == kNeedsShown)
            break;
        const bool conflict = task.action == QLatin1String("conflit");
        needs.append(
            QVariantMap{{"icon", task.icon}, {"text", conflict ? task.detail : task.title}});
    }
    return needs;
}

QVariantMap rowMap(const PersonRow& row) {
    QVariantMap map = statePill(row);
    const auto needs = needsOf(row);
    map["id"] = row.id;
    map["name"] = row.name;
    map["town"] = row.town;
    map["needsTitle"] = needsTitle(row);
    map["needs"] = needs;
    map["more"] = row.tasks.size() - needs.size();
    return map;
}

} // namespace

AdviserPeopleModel::AdviserPeopleModel(client::DossierSession* session, QObject* parent)
    : QObject(parent)
    , m_session(session) {}

void AdviserPeopleModel::reload() {
    m_failure.clear();
    m_people.clear();
    const auto summaries = m_session->list();
    if (!summaries)
        m_failure = errorName(summaries.error());
    for (const auto& summary : summaries ? *summaries : std::vector<client::DossierSummary>()) {
        const auto id = QString::fromStdString(summary.id.str());
        if (!m_known.contains(id)) {
            const auto dossier = m_session->read(summary.id);
            if (!dossier) {
                m_failure = errorName(dossier.error());
                continue;
            }
            const auto refusals = m_session->refusals(summary.id);
            m_known.insert(id, personRow(*dossier,
                                         refusals ? *refusals : std::vector<client::Refusal>(),
                                         m_session->profile().device, m_session->today()));
        }
        auto row = m_known.value(id);
        row.createdMs = summary.createdMs;
        row.waitingEdits = summary.waitingEdits;
        row.waitingPages = summary.waitingPages;
        m_people.append(row);
    }
    std::stable_sort(m_people.begin(), m_people.end(),
                     [](const auto& a, const auto& b) { return a.createdMs > b.createdMs; });
    m_pager.fit(foundCount());
    emit changed();
}

void AdviserPeopleModel::forget(const QString& id) {
    if (id.isEmpty())
        m_known.clear();
    else
        m_known.remove(id);
}

void AdviserPeopleModel::clear() {
    m_known.clear();
    m_people.clear();
    m_search.clear();
    m_filter = QStringLiteral("toutes");
    m_failure.clear();
    m_pager.reset();
    emit changed();
}

const PersonRow* AdviserPeopleModel::find(const QString& id) const {
    const auto at = std::find_if(m_people.begin(), m_people.end(),
                                 [&](const PersonRow& row) { return row.id == id; });
    return at == m_people.end() ? nullptr : &*at;
}

bool AdviserPeopleModel::passes(const PersonRow& row) const {
    if (m_filter == QLatin1String("a_finir") && !row.toFinish())
        return false;
    if (m_filter == QLatin1String("a_decider") && !row.toDecide())
        return false;
    return nameMatches(row.folded, m_search);
}

QList<const PersonRow*> AdviserPeopleModel::found() const {
    QList<const PersonRow*> kept;
    for (const auto& row : m_people)
        if (passes(row))
            kept.append(&row);
    return kept;
}

QVariantList AdviserPeopleModel::rows() const {
    QVariantList shown;
    for (const auto* row : found().mid(m_pager.start(), m_pager.perPage()))
        shown.append(rowMap(*row));
    return shown;
}

void AdviserPeopleModel::setFilter(const QString& filter) {
    m_filter = filter;
    m_pager.reset();
    emit changed();
}

void AdviserPeopleModel::setSearch(const QString& text) {
    if (text == m_search)
        return;
    m_search = text;
    m_pager.reset();
    emit changed();
}

int AdviserPeopleModel::toFinishCount() const {
    return static_cast<int>(std::count_if(m_people.begin(), m_people.end(),
                                          [](const auto& row) { return row.toFinish(); }));
}

int AdviserPeopleModel::toDecideCount() const {
    return static_cast<int>(std::count_if(m_people.begin(), m_people.end(),
                                          [](const auto& row) { return row.toDecide(); }));
}

void AdviserPeopleModel::showOthers() {
    m_pager.turn(foundCount());
    emit changed();
}

void AdviserPeopleModel::setPerPage(int rows) {
    if (m_pager.setPerPage(rows))
        emit changed();
}

} // namespace escale
