// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/audit/ink.h"

#include <QFontMetricsF>
#include <QHash>
#include <QQuickItem>
#include <QRegularExpression>

#include <algorithm>

namespace escale::audit {

namespace {

constexpr int kPlainText = 0;   // Text.PlainText
constexpr int kFixedHeight = 1; // Text.FixedHeight
constexpr qreal kSlack = 1;
constexpr qreal kTallOfCapitals = 1.6; // an accent above, a tail below

/// Above and below the baseline, and as wide as the longest line would be alone.
QRectF tightOf(const QString& words, const QFont& font) {
    static QHash<QString, QRectF> s_known;
    const QString key = font.key() + QLatin1Char('\n') + words;
    const auto known = s_known.constFind(key);
    if (known != s_known.constEnd())
        return *known;
    const QRectF tight = QFontMetricsF(font).tightBoundingRect(words);
    s_known.insert(key, tight);
    return tight;
}

qreal number(const QQuickItem* item, const char* name) {
    return item->property(name).toReal();
}

/// Where the words of the item stand across it, as tall as the item.
QRectF lineOf(const QQuickItem* item) {
    const qreal left = number(item, "leftPadding");
    const qreal room = item->width() - left - number(item, "rightPadding");
    const qreal wide = number(item, "contentWidth");
    const int side = item->property("effectiveHorizontalAlignment").toInt();
    const qreal x = side & Qt::AlignHCenter ? left + (room - wide) / 2
                    : side & Qt::AlignRight ? left + room - wide
                                            : left;
    return {x, 0, wide, item->height()};
}

/// The place of the ink of a Text, in the item.
QRectF inkOf(const QQuickItem* item, const QString& words, const QFont& font) {
    const QFontMetricsF metrics(font);
    const bool fixed = item->property("lineHeightMode").toInt() == kFixedHeight;
    const qreal step =
        fixed ? number(item, "lineHeight") : metrics.lineSpacing() * number(item, "lineHeight");
    const int lines = std::max(1, item->property("lineCount").toInt());
    const QRectF line = lineOf(item);
    const QRectF tight = tightOf(words, font);
    const qreal top = item->baselineOffset() + tight.top();
    const qreal bottom = item->baselineOffset() + (lines - 1) * step + tight.bottom();
    return {line.x(), top, line.width(), bottom - top};
}

} // namespace

QString withoutTags(const QString& text) {
    static const QRegularExpression kTag(QStringLiteral("<[^>]*>"));
    QString words = text;
    words.replace(QLatin1String("<br>"), QLatin1String("\n"));
    words.remove(kTag);
    return words.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&nbsp;"), QString(QChar::Nbsp))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

SeenText readText(const QQuickItem* item) {
    SeenText seen;
    seen.item = item;
    seen.font = item->property("font").value<QFont>();
    seen.box = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    seen.typed = !item->inherits("QQuickText");
    const QString text = item->property(seen.typed ? "displayText" : "text").toString();
    if (seen.typed) {
        seen.words = text;
        const QRectF line = lineOf(item);
        const qreal tall = QFontMetricsF(seen.font).capHeight() * kTallOfCapitals;
        seen.ink = item->mapRectToScene(
            QRectF(line.x(), line.center().y() - tall / 2, line.width(), tall));
        return seen;
    }
    const bool plain = item->property("textFormat").toInt() == kPlainText;
    seen.words = plain ? text : withoutTags(text);
    seen.ink = item->mapRectToScene(inkOf(item, seen.words, seen.font));
    seen.elided = item->property("truncated").toBool();
    const qreal room = item->width() - number(item, "leftPadding") - number(item, "rightPadding");
    seen.tooWide = number(item, "contentWidth") > room + kSlack;
    return seen;
}

} // namespace escale::audit
