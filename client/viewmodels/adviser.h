// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a médiateur and of a permanence: the lock, the people, one person, the visits. It
// moves Parcours between them; on a borne it is there and does nothing.
#pragma once

#include "client/viewmodels/adviser_conflict_view_model.h"
#include "client/viewmodels/adviser_lock_view_model.h"
#include "client/viewmodels/adviser_people_model.h"
#include "client/viewmodels/adviser_person_view_model.h"
#include "client/viewmodels/adviser_pieces_view_model.h"
#include "client/viewmodels/adviser_places.h"
#include "client/viewmodels/adviser_return.h"
#include "client/viewmodels/adviser_sending_view_model.h"
#include "client/viewmodels/draft_keeper.h"
#include "client/viewmodels/parcours_parts.h"
#include "client/viewmodels/visit_view_model.h"

#include <QtQml/qqmlregistration.h>

namespace escale {

class Parcours;

// The base is written with its namespace: see Parcours.
class Adviser : public escale::AdviserPlaces {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    /// The device is behind a PIN: the quay locks, and the list of people is home.
    Q_PROPERTY(bool present READ present CONSTANT)
    Q_PROPERTY(bool permanence READ permanence CONSTANT)
    /// Somebody's dossier is on screen: there is a way back to their page.
    Q_PROPERTY(bool withPerson READ withPerson NOTIFY moved)
    /// Who is asked for their agreement; empty for a new person.
    Q_PROPERTY(QString askedName READ askedName NOTIFY moved)
    /// The person had said no, or took their agreement back.
    Q_PROPERTY(bool askedAgain READ askedAgain NOTIFY moved)
    Q_PROPERTY(escale::AdviserLockViewModel* lock READ lock CONSTANT)
    Q_PROPERTY(escale::AdviserPeopleModel* people READ people CONSTANT)
    Q_PROPERTY(escale::ReturnViewModel* typed READ typed CONSTANT)
    Q_PROPERTY(escale::AdviserPersonViewModel* person READ person CONSTANT)
    Q_PROPERTY(escale::AdviserConflictViewModel* conflict READ conflict CONSTANT)
    Q_PROPERTY(escale::AdviserPiecesViewModel* pieces READ pieces CONSTANT)
    Q_PROPERTY(escale::AdviserSendingViewModel* sending READ sending CONSTANT)
    Q_PROPERTY(escale::VisitViewModel* visit READ visit CONSTANT)
    Q_PROPERTY(escale::DraftKeeper* draft READ draft CONSTANT)

public:
    /// `parcours` outlives this; `parts` are its own.
    Adviser(Parcours& parcours, const ParcoursParts& parts);

    [[nodiscard]] bool present() const { return m_parts.lock != nullptr; }
    [[nodiscard]] bool permanence() const { return present() && m_parts.permanence; }
    [[nodiscard]] bool withPerson() const { return !m_personId.isEmpty() || m_newPerson; }
    [[nodiscard]] QString askedName() const { return m_askedName; }
    [[nodiscard]] bool askedAgain() const { return m_askedAgain; }
    AdviserLockViewModel* lock() { return &m_lock; }
    AdviserPeopleModel* people() { return &m_people; }
    ReturnViewModel* typed() { return m_return.typed(); }
    AdviserPersonViewModel* person() { return &m_person; }
    AdviserConflictViewModel* conflict() { return &m_conflict; }
    AdviserPiecesViewModel* pieces() { return &m_pieces; }
    AdviserSendingViewModel* sending() { return &m_sending; }
    VisitViewModel* visit() { return &m_visit; }
    DraftKeeper* draft() { return &m_draft; }

    /// Of the list: their page, or first the question of their agreement. Yes: from here their
    /// answers are seen. No: back to the list, nothing is shown.
    Q_INVOKABLE void openPerson(const QString& id);
    Q_INVOKABLE void agree();
    Q_INVOKABLE void refuse();
    Q_INVOKABLE void newPerson();
    /// A new person here agrees, and has the code of a demande begun elsewhere.
    Q_INVOKABLE void openReturn();
    /// From anywhere in a person's pages. What was typed is kept.
    Q_INVOKABLE void showPeople();
    Q_INVOKABLE void showPerson();
    /// The first question without an answer, or the check page.
    Q_INVOKABLE void continueDemande();
    /// Opens what the task `index` of the page shown is about.
    Q_INVOKABLE void openTask(int index);
    Q_INVOKABLE void openRecap();
    Q_INVOKABLE void openPapers();
    /// The person takes their agreement back: asked first, then nothing of them is shown.
    Q_INVOKABLE void askToRevoke();
    Q_INVOKABLE void revoke();
    /// Closes the conflict with the answer `index`, or with what the person says on its page.
    Q_INVOKABLE void keepAnswer(int index);
    Q_INVOKABLE void askPerson();
    /// What the person gave; then the document `index` of the page shown, and its next page.
    Q_INVOKABLE void openPieces();
    Q_INVOKABLE void openPiece(int index);
    Q_INVOKABLE void nextPiecePage();
    /// What the adviser says of it: "validee", or a value of AdviserPiecesViewModel::reasons.
    Q_INVOKABLE void judgePiece(const QString& verdict);
    Q_INVOKABLE void openSearch();
    Q_INVOKABLE void openSending();
    Q_INVOKABLE void retrySending();
    Q_INVOKABLE void openVisits();
    Q_INVOKABLE void newVisit();
    /// Keeps the visit as it is, whatever page it is on.
    Q_INVOKABLE void saveVisit();
    Q_INVOKABLE void exportVisits();
    /// « Fermer à clé »: what was typed is kept, the keys are wiped, the page of the PIN comes.
    Q_INVOKABLE void lockDevice();

    [[nodiscard]] Place place() const override { return m_place; }
    /// The moves that Parcours hands over while it shows these pages.
    void next();
    void back();
    [[nodiscard]] bool canGoBack() const;
    /// Parcours was about to show its check page: true when the person's page takes its place.
    bool takesReturn();
    /// The page of a question was left forwards: what the person said may settle a conflict.
    void answerLeft();
    void retranslate();

private:
    void connectParts();
    void show(Place place, int direction);
    void enterPerson();
    void resumeTyping(const std::string& question, const std::string& item);
    void openQuestion(const PersonTask& task);
    void showDemande();
    void useOwnLanguage();
    void opened();
    void refresh(const QStringList& ids);
    void refreshSending();
    void reloadPerson();
    void leavePerson();
    void fail(const QString& errcName);
    Parcours& m_parcours;
    const ParcoursParts& m_parts;
    AdviserLockViewModel m_lock;
    AdviserPeopleModel m_people;
    AdviserReturn m_return;
    AdviserPersonViewModel m_person;
    AdviserConflictViewModel m_conflict;
    AdviserPiecesViewModel m_pieces;
    AdviserSendingViewModel m_sending;
    VisitViewModel m_visit;
    DraftKeeper m_draft;
    Place m_place = Place::Code;
    QString m_personId, m_askedId, m_askedName;
    bool m_newPerson = false, m_askedAgain = false;
    bool m_returns = false;                  // the page of a task goes back to the person's
    std::string m_settled;                   // path whose answer closes a conflict
    QString m_ownLanguage, m_personLanguage; // the adviser's, and the one the person chose
};

} // namespace escale
