// SPDX-License-Identifier: GPL-3.0-or-later
// What qml/i18n/words holds, read as files: no translator, no page.
#pragma once

#include <QFont>
#include <QList>
#include <QString>
#include <QStringList>

namespace escale::i18n {

struct Text {
    QString language; // "uk"
    QString key;      // "question.nom", "Quay/Aide"
    QString text;     // one plural form, its places %1 still there
};

/// Every text of every language, French texts of the pages included; one entry a plural form.
QList<Text> allTexts();
QStringList languages();
/// `text` with what stands in its places on screen: a first name or a number.
QString filled(const Text& text);
/// The letters and signs of our keyboards, as they stand in qml/components.
QStringList keyLegends();
/// How many answers the list of each catalogue code has: {"civilite": 2}.
int answersOf(const QString& list);
/// Whether a question is written with letters, with digits, or chosen: "texte", "date"…
QString wayOfAnswering(const QString& question);
/// What a text of qml/pages is there: "title", "hint", "primaryText"…; empty when it is none of
/// them.
QString roleOf(const QString& key);

/// The face of the interface, as client/main.cpp sets it.
QStringList families();
QFont face(qreal pixels, bool bold);

} // namespace escale::i18n
