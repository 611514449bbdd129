// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/words_in.h"

#include "client/viewmodels/preferences.h"

#include <QTranslator>

namespace escale {

namespace {

WordsIn* s_current = nullptr;

std::unique_ptr<QTranslator> load(const QString& language) {
    auto words = std::make_unique<QTranslator>();
    if (!words->load(QStringLiteral(":/i18n/escale_%1.qm").arg(language)))
        return {};
    return words;
}

} // namespace

WordsIn::WordsIn(const QString& language)
    : m_outer(s_current)
    , m_words(load(language))
    , m_french(load(QStringLiteral("fr"))) {
    QLocale::setDefault(Preferences::localeOf(language));
    s_current = this;
}

WordsIn::~WordsIn() {
    s_current = m_outer;
    QLocale::setDefault(m_before);
}

QString WordsIn::text(const QString& key) {
    if (!s_current)
        return {};
    for (const auto* words : {s_current->m_words.get(), s_current->m_french.get()}) {
        const QString found =
            words ? words->translate("catalogue", key.toUtf8().constData()) : QString();
        if (!found.isEmpty())
            return found;
    }
    return key;
}

} // namespace escale
