// SPDX-License-Identifier: GPL-3.0-or-later
// The note of the demande for the first town asked, and why, criterion by criterion.
#pragma once

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class NoteViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    /// False when the territory of the town publishes no barème that this device has.
    Q_PROPERTY(bool available READ available NOTIFY changed)
    Q_PROPERTY(int points READ points NOTIFY changed) // retained: pièce there or not needed
    Q_PROPERTY(int possiblePoints READ possiblePoints NOTIFY changed) // with every pièce
    Q_PROPERTY(QString forWhat READ forWhat NOTIFY changed) // "Pour un 3 pièces à Sarcelles"
    Q_PROPERTY(QString asOf READ asOf NOTIFY changed)       // "Règles de 2023, attente de 2021"
    /// Usual wait in months, 0 when not known, and in words ("2 ans et 2 mois").
    Q_PROPERTY(int waitMonths READ waitMonths NOTIFY changed)
    Q_PROPERTY(QString waitSentence READ waitSentence NOTIFY changed)
    /// Criteria: [{code, label, points, state, stateLabel, reason, questionId, piece}], those that
    /// give or could give points first.
    Q_PROPERTY(QVariantList criteria READ criteria NOTIFY changed)
    /// The pièce that would bring most: {label, points, picto}; empty when there is none.
    Q_PROPERTY(QVariantMap bestPiece READ bestPiece NOTIFY changed)

public:
    /// Everything shown, in the present language; made by noteFor (note_words.h).
    struct Shown {
        bool available = false;
        int points = 0, possiblePoints = 0, waitMonths = 0;
        QString forWhat, asOf, waitSentence;
        QVariantList criteria;
        QVariantMap bestPiece;
    };

    using QObject::QObject;
    void show(Shown shown);
    void clear() { show({}); }

    [[nodiscard]] bool available() const;
    [[nodiscard]] int points() const;
    [[nodiscard]] int possiblePoints() const;
    [[nodiscard]] QString forWhat() const;
    [[nodiscard]] QString asOf() const;
    [[nodiscard]] int waitMonths() const;
    [[nodiscard]] QString waitSentence() const;
    [[nodiscard]] QVariantList criteria() const;
    [[nodiscard]] QVariantMap bestPiece() const;

signals:
    void changed();

private:
    Shown m_shown;
};

} // namespace escale
