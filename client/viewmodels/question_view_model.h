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
    /// What the page shows to answer: "texte", "date", "choix", "choix_multiples", "oui_non",
    /// "nombre", "montant", "telephone", "courriel", "nir", "adresse", "commune", "personnes".
    Q_PROPERTY(QString saisie READ saisie NOTIFY questionChanged)
    Q_PROPERTY(int part READ part NOTIFY questionChanged) // 1–6
    Q_PROPERTY(QString partName READ partName NOTIFY wordsChanged)
    Q_PROPERTY(QString partPicto READ partPicto NOTIFY questionChanged)
    Q_PROPERTY(QString title READ title NOTIFY wordsChanged)
    Q_PROPERTY(QString hint READ hint NOTIFY wordsChanged)
    Q_PROPERTY(QString picto READ picto NOTIFY questionChanged)
    /// For choices: [{code, label, picto, selected}]. For "personnes": the persons already given:
    /// [{item, label, detail}].
    Q_PROPERTY(QVariantList choices READ choices NOTIFY answerChanged)
    /// What is typed: the text, the digits; for "date" "JJ/MM/AAAA" pieces joined with "/"; for
    /// "adresse" see parts below.
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY answerChanged)
    /// For a question of several typed fields (adresse): [{path, label, typed, saisie}], saisie
    /// being "texte", "code_postal" or "commune".
    Q_PROPERTY(QVariantList fields READ fields NOTIFY answerChanged)
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

    [[nodiscard]] QString questionId() const;
    [[nodiscard]] QString item() const { return m_face.item; }
    [[nodiscard]] QString saisie() const;
    [[nodiscard]] int part() const;
    [[nodiscard]] QString partName() const;
    [[nodiscard]] QString partPicto() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString picto() const;
    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] QString typed() const;
    void setTyped(const QString& typed);
    [[nodiscard]] QVariantList fields() const;
    [[nodiscard]] QVariantList suggestions() const;
    [[nodiscard]] QString readBack() const;
    [[nodiscard]] QString error() const;
    [[nodiscard]] bool canSayUnknown() const;
    [[nodiscard]] bool canSayNone() const;
    [[nodiscard]] bool isPrivate() const;
    [[nodiscard]] int maximumLength() const;

    /// One tap on a choice: selects it (choix, oui_non, commune) or toggles it (choix_multiples).
    Q_INVOKABLE void choose(const QString& code);
    Q_INVOKABLE void setField(const QString& path, const QString& typed);
    Q_INVOKABLE void addPerson();
    Q_INVOKABLE void removePerson(const QString& item);
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

private:
    void answerMoved();
    void mark(QuestionDraft::Marker marker);
    [[nodiscard]] bool isSelected(const QString& code) const;
    [[nodiscard]] qsizetype communeField() const; // index in the fields, -1: none

    QuestionFace m_face;
    QuestionDraft m_draft;
    Date m_today;
    QString m_errorKey;
};

} // namespace escale
