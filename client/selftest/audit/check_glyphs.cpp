// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/audit/checks.h"

#include <QGlyphRun>
#include <QHash>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>

namespace escale::audit {

namespace {

/// Marks of direction, joiners, breaks and spaces are not drawn.
QString drawn(const QString& words) {
    QString letters;
    for (const QChar letter : words)
        if (letter.category() != QChar::Other_Format && letter.category() != QChar::Other_Control &&
            !letter.isSpace())
            letters.append(letter);
        else
            letters.append(QLatin1Char(' '));
    return letters;
}

QString faultOf(const QString& words, const QFont& font, const QStringList& families) {
    QTextLayout layout(drawn(words), font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    for (const auto& run : layout.glyphRuns()) {
        const auto glyphs = run.glyphIndexes();
        if (std::find(glyphs.begin(), glyphs.end(), 0U) != glyphs.end())
            return "caractère sans dessin : ";
        if (!families.contains(run.rawFont().familyName()))
            return "police " + run.rawFont().familyName() + " : ";
    }
    return {};
}

} // namespace

QStringList missingGlyphs(const Scene& scene, const QStringList& families) {
    static QHash<QString, QString> s_known;
    QStringList faults;
    for (const auto& text : scene.texts) {
        const QString key = text.font.key() + families.join(QLatin1Char(',')) + text.words;
        if (!s_known.contains(key))
            s_known.insert(key, faultOf(text.words, text.font, families));
        if (const QString fault = s_known.value(key); !fault.isEmpty())
            faults.append(fault + quoted(text.words));
    }
    return faults;
}

} // namespace escale::audit
