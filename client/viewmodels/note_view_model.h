// SPDX-License-Identifier: GPL-3.0-or-later
// The note of the demande for the first town asked, and why, criterion by criterion.
#pragma once

#include "client/viewmodels/place_view_model.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class NoteViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    /// The note was asked for, whatever came of it.
    Q_PROPERTY(bool asked READ asked NOTIFY changed)
    /// False when the territory of the town publishes no barème that this device has.
    Q_PROPERTY(bool available READ available NOTIFY changed)
    Q_PROPERTY(int points READ points NOTIFY changed) // retained: pièce there or not needed
    Q_PROPERTY(int possiblePoints READ possiblePoints NOTIFY changed) // with every pièce
    Q_PROPERTY(QString forWhat READ forWhat NOTIFY changed) // "Pour un 3 pièces à Sarcelles"
    Q_PROPERTY(QString asOf READ asOf NOTIFY changed)       // "Règles de 2023."
    /// Never points without it: "Provisoires : un agent va vérifier.", "Vérifiés par un agent."
    Q_PROPERTY(QString pointsState READ pointsState NOTIFY changed)
    /// What the territory has published, when it is not everything: one or two sentences.
    Q_PROPERTY(QString publication READ publication NOTIFY changed)
    /// Usual wait in months, 0 when not known, and in words ("2 ans et 2 mois").
    Q_PROPERTY(int waitMonths READ waitMonths NOTIFY changed)
    Q_PROPERTY(QString waitSentence READ waitSentence NOTIFY changed)
    Q_PROPERTY(QString waitHonesty READ waitHonesty NOTIFY changed) // of which year it is
    Q_PROPERTY(escale::PlaceViewModel* place READ place CONSTANT)
    /// Criteria: [{code, label, points, state, stateLabel, reason, picto, questionId, piece}],
    /// those that give or could give points first.
    Q_PROPERTY(QVariantList criteria READ criteria NOTIFY changed)
    /// The pièce that would bring most, one of `changes`; empty when there is none.
    Q_PROPERTY(QVariantMap bestPiece READ bestPiece NOTIFY changed)
    Q_PROPERTY(QVariantList changes READ changes NOTIFY changed) // note_changes.h
    Q_PROPERTY(QVariantList towns READ towns NOTIFY changed)     // the same
    Q_PROPERTY(QVariantList trace READ trace NOTIFY changed)     // note_trace.h
    Q_PROPERTY(QString traceHead READ traceHead NOTIFY changed)  // the same

public:
    /// Everything shown, in the present language; made by noteFor (note_words.h).
    struct Shown {
        bool asked = false, available = false;
        int points = 0, possiblePoints = 0, waitMonths = 0;
        QString forWhat, asOf, pointsState, publication, waitSentence, waitHonesty, traceHead;
        PlaceViewModel::Shown place;
        QVariantList criteria, changes, towns, trace;
        QVariantMap bestPiece;
    };

    using QObject::QObject;
    void show(Shown shown);
    void clear() { show({}); }

    [[nodiscard]] bool asked() const { return m_shown.asked; }
    [[nodiscard]] bool available() const { return m_shown.available; }
    [[nodiscard]] int points() const { return m_shown.points; }
    [[nodiscard]] int possiblePoints() const { return m_shown.possiblePoints; }
    [[nodiscard]] QString forWhat() const { return m_shown.forWhat; }
    [[nodiscard]] QString asOf() const { return m_shown.asOf; }
    [[nodiscard]] QString pointsState() const { return m_shown.pointsState; }
    [[nodiscard]] QString publication() const { return m_shown.publication; }
    [[nodiscard]] int waitMonths() const { return m_shown.waitMonths; }
    [[nodiscard]] QString waitSentence() const { return m_shown.waitSentence; }
    [[nodiscard]] QString waitHonesty() const { return m_shown.waitHonesty; }
    [[nodiscard]] QVariantList criteria() const { return m_shown.criteria; }
    [[nodiscard]] QVariantMap bestPiece() const { return m_shown.bestPiece; }
    [[nodiscard]] QVariantList changes() const { return m_shown.changes; }
    [[nodiscard]] QVariantList towns() const { return m_shown.towns; }
    [[nodiscard]] QVariantList trace() const { return m_shown.trace; }
    [[nodiscard]] QString traceHead() const { return m_shown.traceHead; }
    PlaceViewModel* place() { return &m_place; }

signals:
    void changed();

private:
    Shown m_shown;
    PlaceViewModel m_place;
};

} // namespace escale
