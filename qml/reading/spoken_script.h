// SPDX-License-Identifier: GPL-3.0-or-later
// What a page says, taken from what it shows, in the order in which it is read.
//
// Every visible EscaleText is said. Any item may declare, for itself and what it holds:
//   spoken: false           nothing of it is said (keyboards, the quay, buttons repeated in rows)
//   spokenText: "words"     these words instead of all it holds; it is then lit as a whole if it is
//                           an EscaleText
//   spokenKind: "code"      a reference, said sign by sign
//   spokenLanguage: "ar"    not the language shown
//   spokenPrivate: true     a value of the person: asked for before it is said
//   spokenRank: n           said before what has a greater rank (0)
#pragma once

#include <QObject>
#include <QQuickItem>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class SpokenScript : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    using QObject::QObject;

    /// Maps of text, language, kind, isPrivate and item (the EscaleText, or null): what `root`
    /// says, then what `next` says. Both may be null.
    Q_INVOKABLE static QVariantList of(QQuickItem* root, QQuickItem* next = nullptr);
};

} // namespace escale
