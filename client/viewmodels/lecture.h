// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the page aloud, on demand: one object, made by main(), singleton of QML.
// A script is what a page says, in order: maps of
//   text, language ("" for the one shown), kind ("code" for a reference, else ""),
//   isPrivate (a value of the person), item (what shows it, lit while it is read; may be null).
#pragma once

#include "client/speech/narrator.h"

#include <QObject>
#include <QPointer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <memory>

class QQmlEngine;
class QJSEngine;

namespace escale {

class Parcours;

class Lecture : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool speaking READ speaking NOTIFY speakingChanged)
    /// What is being read, and the word of it that is heard (start -1 before the first word).
    Q_PROPERTY(QString currentText READ currentText NOTIFY wordChanged)
    Q_PROPERTY(QObject* currentItem READ currentItem NOTIFY wordChanged)
    Q_PROPERTY(int wordStart READ wordStart NOTIFY wordChanged)
    Q_PROPERTY(int wordLength READ wordLength NOTIFY wordChanged)
    /// The language shown has a voice.
    Q_PROPERTY(bool available READ isAvailable NOTIFY availableChanged)
    /// « Lire tout haut ? » waits for answerPrivate(): the script holds private values.
    Q_PROPERTY(bool asking READ asking NOTIFY heldChanged)
    /// « Pas de son ici » waits for readSilently(): said once to each person.
    Q_PROPERTY(bool soundless READ soundless NOTIFY heldChanged)

public:
    /// Follows `parcours`, which outlives it: leaving a page, changing the language or ending the
    /// session stops the voice.
    Lecture(std::unique_ptr<speech::Narrator> narrator, Parcours& parcours);
    ~Lecture() override;
    /// For the QML engine: the object main() made (see setInstance). Ownership stays in C++.
    static Lecture* create(QQmlEngine* engine, QJSEngine*);
    static void setInstance(Lecture* instance);

    [[nodiscard]] bool speaking() const { return m_narrator->speaking(); }
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] QObject* currentItem() const { return m_item; }
    [[nodiscard]] int wordStart() const { return m_word.start; }
    [[nodiscard]] int wordLength() const { return m_word.length; }
    [[nodiscard]] bool isAvailable() const;
    [[nodiscard]] bool asking() const { return m_hold == Hold::privateValues; }
    [[nodiscard]] bool soundless() const { return m_hold == Hold::silence; }

    /// Whether something can be said in `language`.
    Q_INVOKABLE bool available(const QString& language) const;
    /// « Écouter »: reads, or stops when it is reading. Asks first when the script holds a private
    /// value and the person has not answered yet on this page.
    Q_INVOKABLE void listen(const QVariantList& script);
    /// An alert, said without being asked for; it is no sign that somebody is there.
    Q_INVOKABLE void announce(const QVariantList& script);
    /// All of what was asked for, or what is not private.
    Q_INVOKABLE void answerPrivate(bool everything);
    /// The words are lit at the pace at which they would be heard.
    Q_INVOKABLE void readSilently();
    /// Neither question is answered: nothing is read.
    Q_INVOKABLE void forget() { hold(Hold::none, {}); }
    Q_INVOKABLE void stop();
    /// The window's events pass here: a touch or a key stops the voice at once.
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void speakingChanged();
    void wordChanged();
    void availableChanged();
    void heldChanged();

private:
    /// What a script waits for before it is read.
    enum class Hold { none, privateValues, silence };

    void followNarrator();
    void leavePage();
    void begin(const QVariantList& script);
    void read(const QVariantList& script);
    void showWord(int line, const speech::Span& where);
    void forgetWord();
    void hold(Hold reason, const QVariantList& script);
    QVariantList release();
    void loseSound();

    std::unique_ptr<speech::Narrator> m_narrator;
    Parcours& m_parcours;
    QVariantList m_script; // being read
    QVariantList m_held;   // waits for what m_hold says
    Hold m_hold = Hold::none;
    bool m_aloud = false; // the person chose to hear the private values of this page
    bool m_announcing = false;
    bool m_stoppedByPress = false; // by the press that goes on now
    bool m_saidSoundless = false;  // to this person
    int m_line = -1;
    QPointer<QObject> m_item;
    speech::Span m_word;
};

} // namespace escale
