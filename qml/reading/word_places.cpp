// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/reading/word_places.h"

#include <QGlyphRun>
#include <QRectF>
#include <QTextLayout>
#include <QTextOption>

namespace escale {

namespace {

// Widths that QML rounds up must not break a line one word earlier here.
constexpr qreal kSlack = 0.01;
constexpr int kLongestEntity = 5; // &nbsp;

struct Plain {
    QString text;
    QList<QTextLayout::FormatRange> bold;
};

QChar entity(const QString& name) {
    if (name == QLatin1String("lt"))
        return QLatin1Char('<');
    if (name == QLatin1String("gt"))
        return QLatin1Char('>');
    if (name == QLatin1String("nbsp"))
        return QChar::Nbsp;
    return name == QLatin1String("quot") ? QLatin1Char('"') : QLatin1Char('&');
}

/// Text.StyledText, of which the interface uses <b>, <font>, <br> and entities.
Plain parse(const QString& text, bool rich) {
    Plain plain;
    if (!rich) {
        plain.text = text;
        return plain;
    }
    int boldFrom = -1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar sign = text[at];
        const bool tag = sign == QLatin1Char('<');
        const auto end = text.indexOf(tag ? QLatin1Char('>') : QLatin1Char(';'), at);
        if ((!tag && sign != QLatin1Char('&')) || end < 0 || (!tag && end - at > kLongestEntity)) {
            plain.text += sign;
            continue;
        }
        const QString name = text.mid(at + 1, end - at - 1);
        at = end;
        if (!tag)
            plain.text += entity(name);
        else if (name == QLatin1String("b"))
            boldFrom = int(plain.text.size());
        else if (name.startsWith(QLatin1String("br")))
            plain.text += QChar::LineSeparator;
        else if (name == QLatin1String("/b") && boldFrom >= 0) {
            QTextCharFormat format;
            format.setFontWeight(QFont::Bold);
            plain.bold.append({boldFrom, int(plain.text.size()) - boldFrom, format});
        }
    }
    return plain;
}

QRectF placeOn(const QTextLine& line, int start, int length) {
    QRectF place;
    for (const auto& run : line.glyphRuns(start, length)) {
        // By the pens and not the ink: the mark is as wide as the word's room in the line.
        const auto positions = run.positions();
        const auto advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes());
        for (qsizetype i = 0; i < positions.size(); ++i)
            place |= QRectF(positions[i].x(), 0, qMax(advances[i].x(), 0.1), 1);
    }
    return place;
}

} // namespace

QVariantList WordPlaces::of(const QString& text, bool rich, const QFont& font, qreal width,
                            int alignment, int start, int length) {
    Plain plain = parse(text, rich);
    if (start < 0 || length <= 0 || start + length > plain.text.size())
        return {};
    plain.text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    QTextLayout layout(plain.text, font);
    QTextOption option;
    option.setAlignment(Qt::Alignment(alignment));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    layout.setFormats(plain.bold);
    layout.beginLayout();
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine())
        line.setLineWidth(width + kSlack);
    layout.endLayout();
    QVariantList places;
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int from = qMax(start, line.textStart());
        const int past = qMin(start + length, line.textStart() + line.textLength());
        if (past <= from)
            continue;
        const QRectF place = placeOn(line, from, past - from);
        if (place.width() > 0)
            places.append(QRectF(place.x(), i, place.width(), 1));
    }
    return places;
}

QString WordPlaces::plainText(const QString& text, bool rich) {
    return parse(text, rich).text;
}

} // namespace escale
