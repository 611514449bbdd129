// SPDX-License-Identifier: GPL-3.0-or-later
// Where a word of a Text stands: Qt Quick does not tell, so the same layout is made again with the
// same engine. Exact on wrapped lines, right to left and in mixed texts.
#pragma once

#include <QFont>
#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class WordPlaces : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    using QObject::QObject;

    /// Rectangles, one a line: x and width in px from the left of the Text, y the number of the
    /// line, height 1. start and length count in plainText(text, rich). alignment:
    /// effectiveHorizontalAlignment.
    Q_INVOKABLE static QVariantList of(const QString& text, bool rich, const QFont& font,
                                       qreal width, int alignment, int start, int length);
    /// Text without the tags of Text.StyledText.
    Q_INVOKABLE static QString plainText(const QString& text, bool rich);
};

} // namespace escale
