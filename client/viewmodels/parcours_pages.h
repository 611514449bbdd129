// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that there are. Parcours moves between them; `Parcours.Question` in QML.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace escale {

class ParcoursPages : public QObject {
    Q_OBJECT
    QML_ANONYMOUS
    // Beside its type: qmllint of Qt 6.4 finds it no other way.
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
public:
    enum class Page {
        PasPret, // the device is not enrolled: what an adviser must do
        Langue,
        Accueil,
        Question,     // question
        Documents,    // pieces: the documents to give
        SansDocument, // pieces.absent: one that the person does not have
        Photo,        // piece: choose or take
        Relire,       // piece: look at the photo
        Feuilles,     // piece.pages: the pages taken
        Propose,      // piece.proposals: what was read on a document
        Doute,        // recap.doubt: answers that do not go together
        Verifier,     // recap
        Confirmer,    // the person confirms the deposit
        Recu,         // receipt
        Points,       // note
        Pourquoi,     // note, criterion by criterion
        PlusDePoints, // note.changes: what would change it
        Communes,     // note.towns: the other communes of the EPCI
        Trace,        // note.trace: how it was worked out, for an adviser
        Etat,         // receipt: en cours, gardée, envoyée
        Aide,         // overlay: back to the page before
        Terminer,     // overlay: asks before erasing
        Suivi,        // adviser.place: the pages of a device behind a PIN
        // departure: each goes back to the page that opened it.
        Reprise,       // « J’ai déjà un code »
        MonCode,       // the code, before the end of the questions
        Emporter,      // the papers
        Papier,        // one paper
        Droits,        // what becomes of the answers
        Accessibilite, // EN 301 549
    };
    Q_ENUM(Page)

    using QObject::QObject;
    [[nodiscard]] virtual Page page() const = 0;

signals:
    void pageChanged();
};

} // namespace escale
