// SPDX-License-Identifier: GPL-3.0-or-later
// What one page asks and what the person has put in it so far: plain values between the catalogue
// (question_page.h) and the view-model that QML sees. Keys of texts, no language.
#pragma once

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
};

/// An item already given of the collection that a page lists.
struct PersonFace {
    QString item;  // "personnes_a_charge[ID]"
    QString label; // a name, or a town; empty when not given yet
    QString detailKey;
};

/// The page, whatever was answered.
struct QuestionFace {
    QString id;   // "nom"; empty when no question is shown
    QString item; // of a collection, when the question is about one of its items
    QString saisie;
    int part = 0; // 1–6
    QString partKey;
    QString partPicto;
    QString picto;
    QString subject; // who it is about, in place of %1 in the title ("Inès"); may be empty
    QList<ChoiceFace> choices;
    QList<FieldFace> fields;
    QList<PersonFace> persons;
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
    bool operator==(const QuestionDraft&) const = default;
};

} // namespace escale
