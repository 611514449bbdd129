// SPDX-License-Identifier: GPL-3.0-or-later
// The people that an adviser follows: search, three filters, a few at a time.
#pragma once

#include "client/viewmodels/adviser_words.h"
#include "client/viewmodels/row_pager.h"

#include <QHash>
#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class AdviserPeopleModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Adviser")
    /// The people of the page shown: [{id, name, town, needsTitle, needs: [{icon, text}], more,
    /// stateText, stateIcon, stateKind}]. `more`: how many needs are not in `needs`.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    /// "toutes", "a_finir", "a_decider".
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed)
    Q_PROPERTY(int allCount READ allCount NOTIFY changed)
    Q_PROPERTY(int toFinishCount READ toFinishCount NOTIFY changed)
    Q_PROPERTY(int toDecideCount READ toDecideCount NOTIFY changed)
    /// People that the search and the filter leave.
    Q_PROPERTY(int foundCount READ foundCount NOTIFY changed)
    /// People that the button « Voir les N autres » would show; 0: none.
    Q_PROPERTY(int others READ others NOTIFY changed)
    /// Rows that the page holds: fewer in large letters.
    Q_PROPERTY(int perPage READ perPage WRITE setPerPage NOTIFY changed)

public:
    /// `session` may be null. It outlives this.
    explicit AdviserPeopleModel(client::DossierSession* session, QObject* parent = nullptr);

    /// Reads the list again: what changed since, and what waits. The name of what went wrong
    /// (errcName) in failure(); a dossier that cannot be read does not hide the others.
    void reload();
    /// What the list knew of `id` is old; of all, for the empty one.
    void forget(const QString& id = {});
    /// Nothing of anybody is left; search and filter are those of the beginning.
    void clear();

    [[nodiscard]] const QList<PersonRow>& people() const { return m_people; }
    [[nodiscard]] const PersonRow* find(const QString& id) const;
    [[nodiscard]] const QString& failure() const { return m_failure; }

    [[nodiscard]] QVariantList rows() const;
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString& text);
    [[nodiscard]] int allCount() const { return static_cast<int>(m_people.size()); }
    [[nodiscard]] int toFinishCount() const;
    [[nodiscard]] int toDecideCount() const;
    [[nodiscard]] int foundCount() const { return static_cast<int>(found().size()); }
    [[nodiscard]] int others() const { return m_pager.others(foundCount()); }
    [[nodiscard]] int perPage() const { return m_pager.perPage(); }
    void setPerPage(int rows);
    /// The next ones, then the first again.
    Q_INVOKABLE void showOthers();

signals:
    void changed();

private:
    [[nodiscard]] QList<const PersonRow*> found() const;
    [[nodiscard]] bool passes(const PersonRow& row) const;

    client::DossierSession* m_session;
    QHash<QString, PersonRow> m_known; // by identifier, in the present language
    QList<PersonRow> m_people;         // the last ones first
    QString m_filter = QStringLiteral("toutes");
    QString m_search;
    QString m_failure;
    RowPager m_pager{5};
};

} // namespace escale
