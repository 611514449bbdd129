// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/name_words.h"

#include "client/viewmodels/preferences.h"
#include "client/viewmodels/read_back.h"

namespace escale {

namespace {

constexpr QChar kFirstStrongIsolate{0x2068};
constexpr QChar kPopIsolate{0x2069};

/// French: "de Inès" is said and written "d’Inès". Only French texts hold these words.
QString elided(QString words, const QString& name) {
    const QString bare = name.left(1).normalized(QString::NormalizationForm_D).left(1).toLower();
    if (!QStringLiteral("aeiouyœæ").contains(bare) || bare.isEmpty())
        return words;
    return words.replace(QLatin1String("de %1"), QStringLiteral("d’%1"))
        .replace(QLatin1String("que %1"), QStringLiteral("qu’%1"));
}

QString capitalised(QString words) {
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

} // namespace

QString withName(const QString& words, const QString& name) {
    if (!words.contains(QLatin1String("%1")))
        return words;
    if (name.isEmpty())
        return capitalised(
            QString(words).replace(QLatin1String("%1"), Preferences::text("personne.cette")));
    const bool apart = name.isRightToLeft() != words.isRightToLeft();
    const QString shown = apart ? kFirstStrongIsolate + name + kPopIsolate : name;
    // Not arg(): a name may hold a percent sign.
    return elided(words, name).replace(QLatin1String("%1"), shown);
}

QString personInWords(const QString& who, int years) {
    QStringList parts{who};
    if (years > 1)
        parts.append(
            Preferences::text("personne.ans").replace(QLatin1String("%1"), QString::number(years)));
    else if (years >= 0)
        parts.append(Preferences::text(years == 1 ? "personne.un_an" : "personne.bebe"));
    return listInWords(parts);
}

} // namespace escale
