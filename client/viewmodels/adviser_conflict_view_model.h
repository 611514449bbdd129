// SPDX-License-Identifier: GPL-3.0-or-later
// Two answers to one question: each in words, by whom, on what, when, and what each would give.
#pragma once

#include "client/dossier/dossier_session.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class AdviserConflictViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Adviser")
    Q_PROPERTY(QString title READ title NOTIFY changed) // "Combien payez-vous par mois ?"
    /// "Deux réponses différentes. Avant : 600 €."
    Q_PROPERTY(QString hint READ hint NOTIFY changed)
    /// [{value, who, whoIcon, device, deviceIcon, when, points, pointsNote}]; device empty when
    /// it was written on none, points when the answer changes none.
    Q_PROPERTY(QVariantList answers READ answers NOTIFY changed)
    Q_PROPERTY(bool canAsk READ canAsk NOTIFY changed) // a page asks this question
    /// "06 39 98 12 34" of the person; empty when nobody gave it.
    Q_PROPERTY(QString phone READ phone NOTIFY changed)

public:
    using QObject::QObject;
    /// Errc::notFound when `path` has no conflict any more.
    Result<void> show(const client::DossierSession& session, const std::string& path);
    void clear();
    [[nodiscard]] const std::string& path() const { return m_path; }
    /// The value of an answer shown.
    [[nodiscard]] Value valueAt(int index) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_answers.size()); }

    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString hint() const { return m_hint; }
    [[nodiscard]] QVariantList answers() const { return m_answers; }
    [[nodiscard]] bool canAsk() const { return m_canAsk; }
    [[nodiscard]] QString phone() const { return m_phone; }

signals:
    void changed();

private:
    std::string m_path;
    std::vector<Value> m_values;
    QVariantList m_answers;
    QString m_title, m_hint, m_phone;
    bool m_canAsk = false;
};

} // namespace escale
