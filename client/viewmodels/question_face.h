// SPDX-License-Identifier: GPL-3.0-or-later
// What one page asks and what the person has put in it so far: plain values between the catalogue
// (question_page.h) and the view-model that QML sees. Keys of texts, no language.
#pragma once

#include "shared/base/date.h"
#include "shared/dossier/catalogue.h"
#include "shared/dossier/value.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace escale {

struct ChoiceFace {
    QString code;
    QString labelKey;
    QString picto;
};

/// A field of a page of several typed fields (an address).
struct FieldFace {
    QString path;
    QString labelKey;
    QString saisie;
    int maximumLength = 0; // characters, 0: no limit
};

/// A line that only an address in France has.
inline bool isOnlyFrench(const FieldFace& field) {
    return field.saisie == QLatin1String("code_postal") || field.saisie == QLatin1String("commune");
}

/// An item already given of the collection that a page lists, or the person who asks.
struct PersonFace {
    QString item;                      // "personnes_a_charge[ID]"; empty for the person who asks
    QString label;                     // a name, or a town; empty when not given yet
    QString detailKey, otherDetailKey; // the second one when the first has no text
    QString picto;
    Date birth; // empty when not known
};

/// The page, whatever was answered.
struct QuestionFace {
    QString id;   // "nom"; empty when no question is shown
    QString item; // of a collection, when the question is about one of its items
    QString saisie;
    QString titleKey, hintKey;
    int part = 0; // 1–6
    QString partKey;
    QString partPicto;
    QString picto;
    QString subject; // who it is about, in place of %1 in the title ("Inès"); may be empty
    int year = 0;    // in place of %2 in the title; 0: none
    QList<ChoiceFace> choices;
    QList<FieldFace> fields;
    QList<PersonFace> persons;
    QList<PersonFace> you;    // one at the most: the person who asks, on a list of the household
    int household = 0;        // persons who will live there, on a list of them; 0: not said
    int most = 0;             // items at the most, on a list
    QList<int> groups;        // how a number is shown: 3, 3, 3, 5 for a SIRET
    QStringList glossary;     // terms explained on demand
    bool givenBefore = false; // renewal or change of a demande that had an answer already
    /// What follows from other answers and is already on the page: its field, and its value.
    const FieldSpec* proposedField = nullptr; // null: nothing is proposed
    Value proposed;
    QString townNear; // INSEE of the person's town, offered before anything is typed; may be empty
    bool canSayUnknown = false;
    bool canSayNone = false;
    bool isPrivate = false;
    int maximumLength = 0; // characters, 0: no limit
};

/// What the person has put in the page. Wiped with the session.
struct QuestionDraft {
    enum class Marker { none, unknown, noSuch }; // « je ne sais pas », « je n’en ai pas »

    QString typed;
    QStringList selected; // codes; the INSEE code of a commune
    QStringList fields;   // typed, in the order of QuestionFace::fields
    Marker marker = Marker::none;
    bool abroad = false; // an address with a country in place of a French postcode and town
    bool operator==(const QuestionDraft&) const = default;
};

} // namespace escale
