// SPDX-License-Identifier: GPL-3.0-or-later
// The page shown and the moves between pages: one object, made by main(), singleton of QML.
#pragma once

#include "client/viewmodels/adviser.h"
#include "client/viewmodels/departure.h"
#include "client/viewmodels/doubt_page.h"
#include "client/viewmodels/note_view_model.h"
#include "client/viewmodels/parcours_pages.h"
#include "client/viewmodels/parcours_parts.h"
#include "client/viewmodels/piece_journey.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/questionnaire.h"
#include "client/viewmodels/receipt_view_model.h"

#include <QtQml/qqmlregistration.h>

#include <memory>

class QQmlEngine;
class QJSEngine;

namespace escale {

// The base is written with its namespace: qmltyperegistrar of Qt 6.4 finds it no other way.
class Parcours : public escale::ParcoursPages {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    /// +1 when the last move went forward, -1 when it went back: which way the page slides.
    Q_PROPERTY(int direction READ direction NOTIFY pageChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY pageChanged)
    Q_PROPERTY(bool borne READ borne CONSTANT)
    Q_PROPERTY(escale::Adviser* adviser READ adviser CONSTANT)
    Q_PROPERTY(escale::Preferences* preferences READ preferences CONSTANT)
    Q_PROPERTY(escale::QuestionViewModel* question READ question CONSTANT)
    Q_PROPERTY(escale::PieceList* pieces READ pieces CONSTANT)
    Q_PROPERTY(escale::PieceViewModel* piece READ piece CONSTANT)
    Q_PROPERTY(escale::RecapModel* recap READ recap CONSTANT)
    Q_PROPERTY(escale::NoteViewModel* note READ note CONSTANT)
    Q_PROPERTY(escale::ReceiptViewModel* receipt READ receipt CONSTANT)
    Q_PROPERTY(escale::Departure* departure READ departure CONSTANT)
    /// Sentence shown when something could not be kept (full disk…); empty when all is well.
    Q_PROPERTY(QString failure READ failure NOTIFY failureChanged)
    /// Seconds left before everything is erased; 0 when the person is active (borne only).
    Q_PROPERTY(int idleSecondsLeft READ idleSecondsLeft NOTIFY idleChanged)

public:
    explicit Parcours(ParcoursParts parts, QObject* parent = nullptr);
    ~Parcours() override;
    /// For the QML engine: the object main() made (see setInstance). Ownership stays in C++.
    static Parcours* create(QQmlEngine* engine, QJSEngine*);
    static void setInstance(Parcours* instance);
    [[nodiscard]] Page page() const override { return m_page; }
    [[nodiscard]] int direction() const { return m_direction; }
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool borne() const { return m_parts.borne; }
    Adviser* adviser() { return m_adviser.get(); }
    Preferences* preferences() { return &m_preferences; }
    QuestionViewModel* question() { return &m_question; }
    PieceList* pieces() { return &m_pieces.list; }
    PieceViewModel* piece() { return &m_pieces.capture; }
    RecapModel* recap() { return &m_recap; }
    NoteViewModel* note() { return &m_note; }
    ReceiptViewModel* receipt() { return &m_receipt; }
    Departure* departure() { return &m_departure; }
    [[nodiscard]] QString failure() const { return m_failure; }
    [[nodiscard]] int idleSecondsLeft() const { return m_idle.secondsLeft(); }
    IdleWatch* idle() { return &m_idle; }

    /// Langue → Accueil, or the page that openLanguages() left.
    Q_INVOKABLE void chooseLanguage(const QString& code);
    Q_INVOKABLE void begin();
    /// Keeps the present page's answer and goes on; stays, with an error, when it does not fit.
    Q_INVOKABLE void next();
    /// Previous page; what was typed and fits is kept, what does not is still there on return.
    Q_INVOKABLE void back();
    /// From the check page, or a doubt: to that question, and back there after it.
    Q_INVOKABLE void change(const QString& questionId, const QString& item);
    /// The document with this key (the first that lacks, for ""); of another type that does.
    Q_INVOKABLE void openPhoto(const QString& key = {}, const QString& type = {});
    /// « Je ne l’ai pas »: where to find it, what else would do, what happens then.
    Q_INVOKABLE void openAbsent(const QString& key = {});
    Q_INVOKABLE void confirmDeposit();
    Q_INVOKABLE void openPoints();
    Q_INVOKABLE void openNotePage(Page page); // Pourquoi, PlusDePoints, Communes, Trace
    Q_INVOKABLE void openHelp();
    Q_INVOKABLE void openLanguages();
    /// « Terminer et effacer »: asks first.
    Q_INVOKABLE void askToFinish();
    Q_INVOKABLE void closeOverlay();
    /// Ends the session: nothing of the person stays on screen, in memory or in clear on disk.
    Q_INVOKABLE void finish();
    /// Any touch, key, camera use or speech: the idle countdown starts again.
    Q_INVOKABLE void stillHere();
    /// The window's events pass here: a touch or a key says that somebody is there.
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void failureChanged();
    void idleChanged();
    /// The demande is complete and kept; its numéro unique has come back (for the walk, the demo).
    void deposited();
    void registered(const QString& numeroUnique);

private:
    friend class Departure; // moves between its pages and these
    friend class Adviser;   // moves between its pages and these
    friend class PieceJourney;
    void connectParts();
    void show(Page page, int direction);
    void showOverlay(Page page);
    [[nodiscard]] static bool isOverlay(Page page);
    void setFailure(const QString& errcName);
    void showQuestion(const Question& question, int direction);
    void goOn();
    void goFurther();
    void confirmDoubt();
    void goBack();
    void addItem();
    void removeItem(const QString& item);
    void showRecap(int direction);
    void leaveRecap();
    void showReceipt(int direction);
    void refreshWords();
    void refreshReceipt();
    void keepShown();
    void forgetPerson();
    void eraseScans();

    ParcoursParts m_parts;
    Page m_page = Page::Langue, m_behindOverlay = Page::Langue;
    bool m_returnToRecap = false, m_overLanguages = false; // over: Langue, from another page
    int m_direction = 1;
    QString m_failure, m_registered; // registered: number already said
    QTimer m_impatience;             // somebody waits in front of the receipt
    IdleWatch m_idle;
    Preferences m_preferences;
    QuestionViewModel m_question;
    Questionnaire m_form;
    PieceJourney m_pieces;
    RecapModel m_recap;
    DoubtPage m_doubt;
    NoteViewModel m_note;
    ReceiptViewModel m_receipt;
    Departure m_departure;
    std::unique_ptr<Adviser> m_adviser; // does nothing on a borne
};

} // namespace escale
