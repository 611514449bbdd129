// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/preferences.h"

#include <QGuiApplication>
#include <QLocale>
#include <QTranslator>

#include <array>

namespace escale {

namespace {

struct Language {
    const char* code;
    const char* greeting;
    const char* name;
    const char* locale; // of dates and numbers: Western digits everywhere, Algeria for Arabic
    bool rightToLeft;
};

constexpr std::array kLanguages{
    Language{"fr", "Bonjour", "Français", "fr_FR", false},
    Language{"ar", "مرحبا", "العربية", "ar_DZ", true},
    Language{"en", "Hello", "English", "en_GB", false},
};

const Language* find(const QString& code) {
    for (const auto& language : kLanguages)
        if (code == QLatin1String(language.code))
            return &language;
    return nullptr;
}

} // namespace

Preferences::Preferences(QObject* parent)
    : QObject(parent)
    , m_translator(new QTranslator(this)) {
    install();
}

Preferences::~Preferences() {
    QCoreApplication::removeTranslator(m_translator);
}

void Preferences::setLanguage(const QString& code) {
    if (code == m_language || !find(code))
        return;
    m_language = code;
    install();
    emit languageChanged();
}

bool Preferences::rightToLeft() const {
    return find(m_language)->rightToLeft;
}

QVariantList Preferences::languages() const {
    QVariantList all;
    for (const auto& language : kLanguages)
        all.append(QVariantMap{{"code", language.code},
                               {"greeting", QString::fromUtf8(language.greeting)},
                               {"name", QString::fromUtf8(language.name)},
                               {"rightToLeft", language.rightToLeft}});
    return all;
}

void Preferences::setSiteLanguage(const QString& code) {
    if (!find(code))
        return;
    m_siteLanguage = code;
    setLanguage(code);
}

void Preferences::reset() {
    m_highContrast = false;
    m_largeText = false;
    m_calm = false;
    emit displayChanged();
    setLanguage(m_siteLanguage);
}

QString Preferences::text(const QString& key) {
    return QCoreApplication::translate("catalogue", key.toUtf8().constData());
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
    QLocale::setDefault(QLocale(QLatin1String(find(m_language)->locale)));
    QGuiApplication::setLayoutDirection(rightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
}

} // namespace escale
