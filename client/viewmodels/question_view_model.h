// SPDX-License-Identifier: GPL-3.0-or-later
// One question on one page: its words, its possible answers, what is typed, what is wrong.
#pragma once

#include "client/viewmodels/question_face.h"
#include "shared/base/date.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class QuestionViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    Q_PROPERTY(QString questionId READ questionId NOTIFY questionChanged)
    /// "codemandeurs[ID]" when the question is about one of several persons; empty otherwise.
    Q_PROPERTY(QString item READ item NOTIFY questionChanged)
    /// What the page shows to answer: "texte", "texte_long", "code", "chiffres", "date", "choix",
    /// "choix_multiples", "oui_non", "nombre", "montant", "telephone", "courriel", "nir",
    /// "adresse", "commune" (looking for one), "communes" (those chosen, in order), "personnes".
    Q_PROPERTY(QString saisie READ saisie NOTIFY questionChanged)
    Q_PROPERTY(int part READ part NOTIFY questionChanged) // 1–6
    Q_PROPERTY(QString partName READ partName NOTIFY wordsChanged)
    Q_PROPERTY(QString partPicto READ partPicto NOTIFY questionChanged)
    Q_PROPERTY(QString title READ title NOTIFY wordsChanged)
    Q_PROPERTY(QString hint READ hint NOTIFY wordsChanged)
    Q_PROPERTY(QString picto READ picto NOTIFY questionChanged)
    /// For choices: [{code, label, picto, selected}]. For "personnes" and "communes": the items
    /// already given: [{item, label, detail, picto}].
    Q_PROPERTY(QVariantList choices READ choices NOTIFY answerChanged)
    /// For "personnes" of the household: [{label, detail, picto}] of the person who asks.
    Q_PROPERTY(QVariantList you READ you NOTIFY answerChanged)
    /// How many persons will live there; 0 where the page does not say it.
    Q_PROPERTY(int household READ household NOTIFY answerChanged)
    /// How many items the list takes; 0: no list.
    Q_PROPERTY(int most READ most NOTIFY questionChanged)
    /// What is typed: the text, the digits; for "date" "JJ/MM/AAAA" pieces joined with "/"; for
    /// "adresse" see parts below.
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY answerChanged)
    /// The same as people read it: in groups, for a telephone, a NIR, a SIRET, a numéro unique.
    Q_PROPERTY(QString typedInGroups READ typedInGroups NOTIFY answerChanged)
    /// Letters that still fit; -1: no limit.
    Q_PROPERTY(int lettersLeft READ lettersLeft NOTIFY answerChanged)
    /// For a question of several typed fields (adresse): [{path, label, typed, saisie}], saisie
    /// being "texte", "code_postal" or "commune".
    Q_PROPERTY(QVariantList fields READ fields NOTIFY answerChanged)
    /// For "adresse": it is not in France. Its postcode and town then go on the line of the
    /// building, and the country is asked next.
    Q_PROPERTY(bool abroad READ abroad WRITE setAbroad NOTIFY answerChanged)
    /// For "commune": towns that match what is typed, [{insee, name, postcode}], 6 at most.
    /// postcode: what tells it from others of its name (placeCode()).
    Q_PROPERTY(QVariantList suggestions READ suggestions NOTIFY answerChanged)
    /// The answer written back in words ("14 mars 1985", "Sarcelles (95200)"), may be empty.
    Q_PROPERTY(QString readBack READ readBack NOTIFY answerChanged)
    /// Why the answer does not fit, and what to do; empty when all is well. Set by submit() only.
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(bool canSayUnknown READ canSayUnknown NOTIFY questionChanged)
    Q_PROPERTY(bool canSayNone READ canSayNone NOTIFY questionChanged)
    /// The answer is not for the loudspeaker.
    Q_PROPERTY(bool isPrivate READ isPrivate NOTIFY questionChanged)
    Q_PROPERTY(int maximumLength READ maximumLength NOTIFY questionChanged)
    /// Words explained on demand: [{code, word, meaning}].
    Q_PROPERTY(QVariantList glossary READ glossary NOTIFY wordsChanged)

public:
    using QObject::QObject;

    /// Shows a page and what was already put in it. `today` reads two-digit years.
    void show(QuestionFace face, QuestionDraft draft, const Date& today);
    /// Nothing is left of the person.
    void clear() { show({}, {}, {}); }
    [[nodiscard]] const QuestionFace& face() const { return m_face; }
    [[nodiscard]] const QuestionDraft& draft() const { return m_draft; }
    /// Key of the message with its numbers ("erreur.telephone.court:1"); empty: all is well.
    void setErrorKey(const QString& key);
    /// The language has changed: same page, same answer, other words.
    void retranslate();

    [[nodiscard]] QString questionId() const { return m_face.id; }
    [[nodiscard]] QString item() const { return m_face.item; }
    [[nodiscard]] QString saisie() const { return m_face.saisie; }
    [[nodiscard]] int part() const { return m_face.part; }
    [[nodiscard]] QString partName() const;
    [[nodiscard]] QString partPicto() const { return m_face.partPicto; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString picto() const { return m_face.picto; }
    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] QVariantList you() const;
    [[nodiscard]] int household() const { return m_face.household; }
    [[nodiscard]] int most() const { return m_face.most; }
    [[nodiscard]] QString typed() const { return m_draft.typed; }
    [[nodiscard]] QString typedInGroups() const;
    [[nodiscard]] int lettersLeft() const;
    void setTyped(const QString& typed);
    [[nodiscard]] QVariantList fields() const;
    [[nodiscard]] bool abroad() const { return m_draft.abroad; }
    void setAbroad(bool abroad);
    [[nodiscard]] QVariantList suggestions() const;
    [[nodiscard]] QString readBack() const;
    [[nodiscard]] QString error() const;
    [[nodiscard]] bool canSayUnknown() const { return m_face.canSayUnknown; }
    [[nodiscard]] bool canSayNone() const { return m_face.canSayNone; }
    [[nodiscard]] bool isPrivate() const { return m_face.isPrivate; }
    [[nodiscard]] int maximumLength() const { return m_face.maximumLength; }
    [[nodiscard]] QVariantList glossary() const;

    /// One tap on a choice: selects it (choix, oui_non, commune) or toggles it (choix_multiples).
    Q_INVOKABLE void choose(const QString& code);
    Q_INVOKABLE void setField(const QString& path, const QString& typed);
    Q_INVOKABLE void addPerson();
    Q_INVOKABLE void removePerson(const QString& item);
    /// One place earlier in the order of preference.
    Q_INVOKABLE void raisePerson(const QString& item);
    /// « Je ne sais pas » / « Je n’en ai pas »: kept as such, and the page is left.
    Q_INVOKABLE void sayUnknown();
    Q_INVOKABLE void sayNone();

signals:
    void questionChanged();
    void wordsChanged();
    void answerChanged();
    void errorChanged();
    /// The answer was a marker, which ends the page: Parcours goes on.
    void answered();
    /// For Parcours, which keeps the items.
    void personAdded();
    void personRemoved(const QString& item);
    void personRaised(const QString& item);

private:
    void answerMoved();
    void followPostcode(const QString& postcode);
    void mark(QuestionDraft::Marker marker);
    [[nodiscard]] QVariantMap itemInWords(const PersonFace& person) const;
    [[nodiscard]] qsizetype communeField() const; // index in the fields, -1: none

    QuestionFace m_face;
    QuestionDraft m_draft;
    Date m_today;
    QString m_errorKey;
};

} // namespace escale
