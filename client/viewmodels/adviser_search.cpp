// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/adviser_search.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace escale {

namespace {

/// Letters that decomposition leaves whole, and the letters of Arabic that people mix.
const QHash<QChar, QString>& likeness() {
    static const QHash<QChar, QString> kLike{
        {u'œ', "oe"}, {u'æ', "ae"}, {u'ß', "ss"}, {u'ø', "o"}, {u'ł', "l"}, {u'đ', "d"},
        {u'ı', "i"},  {u'ٱ', "ا"},  {u'ى', "ي"},  {u'ة', "ه"}, {u'ؤ', "و"}, {u'ئ', "ي"},
        {u'ё', "е"},  {u'ґ', "г"},  {u'ʼ', " "},  {u'ـ', ""},
    };
    return kLike;
}

} // namespace

QString foldedName(const QString& name) {
    QString folded;
    for (const QChar letter : name.toLower().normalized(QString::NormalizationForm_KD)) {
        if (letter.isMark())
            continue;
        const auto like = likeness().constFind(letter);
        if (like != likeness().constEnd())
            folded += *like;
        else
            folded += letter.isLetterOrNumber() ? letter : QChar(u' ');
    }
    return folded.simplified();
}

bool nameMatches(const QString& folded, const QString& wanted) {
    const auto names = folded.split(u' ', Qt::SkipEmptyParts);
    const auto words = foldedName(wanted).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return std::any_of(names.begin(), names.end(),
                           [&](const QString& part) { return part.startsWith(word); });
    });
}

} // namespace escale
