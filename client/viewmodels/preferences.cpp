// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/preferences.h"

#include "client/viewmodels/languages.h"
#include "client/viewmodels/words_in.h"

#include <QGuiApplication>
#include <QTranslator>

namespace escale {

Preferences::Preferences(QObject* parent)
    : QObject(parent)
    , m_translator(new QTranslator(this)) {
    install();
}

Preferences::~Preferences() {
    QCoreApplication::removeTranslator(m_translator);
}

void Preferences::setLanguage(const QString& code) {
    if (code == m_language || !findLanguage(code))
        return;
    m_language = code;
    install();
    emit languageChanged();
}

bool Preferences::rightToLeft() const {
    const auto* language = findLanguage(m_language);
    return language && language->rightToLeft();
}

QStringList Preferences::keyboards() const {
    const auto* language = findLanguage(m_language);
    return language ? language->keyboards : QStringList{};
}

QVariantList Preferences::languages() const {
    QVariantList all;
    for (const auto& language : allLanguages())
        if (language.listed)
            all.append(QVariantMap{{"code", language.code},
                                   {"greeting", language.greeting},
                                   {"name", language.name},
                                   {"rightToLeft", language.rightToLeft()}});
    return all;
}

void Preferences::setSiteLanguage(const QString& code) {
    if (!findLanguage(code))
        return;
    m_siteLanguage = code;
    setLanguage(code);
}

void Preferences::reset() {
    m_highContrast = false;
    m_largeText = false;
    m_calm = false;
    m_loudVoice = false;
    m_slowVoice = false;
    emit displayChanged();
    emit voiceChanged();
    setLanguage(m_siteLanguage);
}

QString Preferences::nameOf(const QString& code) {
    const auto* language = findLanguage(code);
    return language ? language->name : code;
}

QLocale Preferences::localeOf(const QString& code) {
    const auto* language = findLanguage(code);
    return QLocale(language ? language->locale : QStringLiteral("fr_FR"));
}

QString Preferences::text(const QString& key) {
    if (const QString other = WordsIn::text(key); !other.isNull())
        return other;
    return QCoreApplication::translate("catalogue", key.toUtf8().constData());
}

QString Preferences::counted(const QString& key, int number) {
    return QCoreApplication::translate("catalogue", key.toUtf8().constData(), nullptr, number);
}

QString Preferences::sentence(const QString& keyWithNumbers) {
    const auto parts = keyWithNumbers.split(QLatin1Char(':'));
    QString words = text(parts.first());
    for (const auto& number : parts.mid(1)) {
        words.replace(QLatin1String("%1"), number);
        words.replace(QLatin1String("(s)"),
                      number == QLatin1String("1") ? QString() : QStringLiteral("s"));
    }
    return words;
}

void Preferences::install() {
    QCoreApplication::removeTranslator(m_translator);
    if (m_translator->load(QStringLiteral(":/i18n/escale_%1.qm").arg(m_language)))
        QCoreApplication::installTranslator(m_translator);
    QLocale::setDefault(localeOf(m_language));
    QGuiApplication::setLayoutDirection(rightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
}

} // namespace escale
