// SPDX-License-Identifier: GPL-3.0-or-later
// The page of one person: who, where the demande stands, what is left to do.
#pragma once

#include "client/viewmodels/adviser_words.h"
#include "client/viewmodels/row_pager.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class AdviserPersonViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Adviser")
    Q_PROPERTY(QString name READ name NOTIFY changed)
    /// "Sarcelles"; empty when it is not known.
    Q_PROPERTY(QString town READ town NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(QString stateIcon READ stateIcon NOTIFY changed)
    Q_PROPERTY(QString stateKind READ stateKind NOTIFY changed)
    Q_PROPERTY(QString code READ code NOTIFY changed)                 // "4829 1570 3642"
    Q_PROPERTY(QString numeroUnique READ numeroUnique NOTIFY changed) // empty before
    /// The tasks shown: [{icon, title, detail, action, decide, pillText}].
    Q_PROPERTY(QVariantList tasks READ tasks NOTIFY changed)
    /// Place of the first task shown.
    Q_PROPERTY(int firstTask READ firstTask NOTIFY changed)
    Q_PROPERTY(int others READ others NOTIFY changed)
    /// Rows that the page holds: fewer in large letters.
    Q_PROPERTY(int perPage READ perPage WRITE setPerPage NOTIFY changed)
    Q_PROPERTY(bool confirmed READ confirmed NOTIFY changed)
    /// There are documents to look at.
    Q_PROPERTY(bool documented READ documented NOTIFY changed)
    /// Somebody answered at least one question.
    Q_PROPERTY(bool started READ started NOTIFY changed)

public:
    using QObject::QObject;
    void show(PersonRow row, const QString& reference, const QString& numeroUnique);
    void clear() { show({}, {}, {}); }
    [[nodiscard]] const PersonRow& row() const { return m_row; }

    [[nodiscard]] QString name() const { return m_row.name; }
    [[nodiscard]] QString town() const { return m_row.town; }
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString stateIcon() const;
    [[nodiscard]] QString stateKind() const;
    [[nodiscard]] QString code() const;
    [[nodiscard]] QString numeroUnique() const;
    [[nodiscard]] QVariantList tasks() const;
    [[nodiscard]] int firstTask() const { return m_pager.start(); }
    [[nodiscard]] int others() const { return m_pager.others(m_row.tasks.size()); }
    [[nodiscard]] int perPage() const { return m_pager.perPage(); }
    void setPerPage(int rows);
    [[nodiscard]] bool confirmed() const { return m_row.confirmed; }
    [[nodiscard]] bool documented() const { return m_row.pages > 0; }
    [[nodiscard]] bool started() const { return !m_row.folded.isEmpty(); }
    Q_INVOKABLE void showOthers();

signals:
    void changed();

private:
    PersonRow m_row;
    QString m_reference, m_numeroUnique;
    RowPager m_pager{4};
};

} // namespace escale
