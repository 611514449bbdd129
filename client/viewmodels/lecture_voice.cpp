// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/lecture_voice.h"

#include "client/viewmodels/languages.h"
#include "client/viewmodels/preferences.h"

#include <QCoreApplication>
#include <QFile>

namespace escale {

namespace {

QHash<QString, QString> voices() {
    QHash<QString, QString> all;
    for (const auto& language : allLanguages())
        all.insert(language.code, language.voice);
    return all;
}

QByteArray earWordsOf(const QString& language) {
    QFile file(QStringLiteral(":/i18n/ear/%1.tsv").arg(language));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString shownForKey(const Preferences& preferences, const QString& key, const QString& language) {
    // Only the language shown has its translations in memory.
    if (language != preferences.language())
        return {};
    QString name = key;
    name.replace(QLatin1String("\\n"), QLatin1String("\n"));
    const auto slash = name.indexOf(QLatin1Char('/'));
    if (slash > 0)
        return QCoreApplication::translate(name.left(slash).toUtf8().constData(),
                                           name.mid(slash + 1).toUtf8().constData());
    const QString text = Preferences::text(name);
    return text == name ? QString() : text;
}

std::unique_ptr<speech::Narrator> makeNarrator(const Preferences& preferences,
                                               const QString& recordings,
                                               std::unique_ptr<speech::Player> player) {
    speech::Narrator::Sources sources;
    sources.recordings = recordings;
    sources.earWords = earWordsOf;
    sources.shown = [&preferences](const QString& key, const QString& language) {
        return shownForKey(preferences, key, language);
    };
    return std::make_unique<speech::Narrator>(speech::makeEspeak(voices()), std::move(sources),
                                              std::move(player));
}

} // namespace escale
