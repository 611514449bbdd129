// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/languages.h"

#include <QFile>
#include <QLocale>

namespace escale {

bool Language::rightToLeft() const {
    return QLocale(locale).textDirection() == Qt::RightToLeft;
}

QList<Language> parseLanguages(const QString& lines) {
    constexpr int kColumns = 7;
    QList<Language> languages;
    for (const auto& line : lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto parts = line.split(QLatin1Char('\t'));
        if (parts.size() != kColumns)
            continue;
        Language language{parts[0],
                          parts[1],
                          parts[2],
                          parts[3],
                          parts[4].split(QLatin1Char(' ')),
                          parts[5],
                          parts[6] != QLatin1String("0")};
        if (language.voice == QLatin1String("-"))
            language.voice.clear();
        languages.append(language);
    }
    return languages;
}

const QList<Language>& allLanguages() {
    static const QList<Language> languages = [] {
        QFile list(QStringLiteral(":/i18n/langues.tsv"));
        return list.open(QIODevice::ReadOnly) ? parseLanguages(QString::fromUtf8(list.readAll()))
                                              : QList<Language>();
    }();
    return languages;
}

const Language* findLanguage(const QString& code) {
    for (const auto& language : allLanguages())
        if (language.code == code)
            return &language;
    return nullptr;
}

QString languageCodes() {
    QStringList codes;
    for (const auto& language : allLanguages())
        if (language.listed)
            codes.append(language.code);
    return codes.join(QStringLiteral(", "));
}

} // namespace escale
