// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QTranslator>

// The few words that components say by themselves, in Arabic, so that the gallery can be looked at
// from right to left without the catalogues of the application.
class ArabicWords : public QTranslator {
public:
    QString translate(const char*, const char* source, const char*, int) const override {
        static const QHash<QString, QString> words{
            {"Retour", "رجوع"},
            {"Écouter", "استماع"},
            {"Aide", "مساعدة"},
            {"Langue", "اللغة"},
            {"Terminer\net effacer", "إنهاء\nومسح"},
            {"Continuer", "متابعة"},
            {"Partie %1 sur %2", "الجزء %1 من %2"},
            {"espace", "مسافة"},
            {"Maj", "Maj"},
        };
        return words.value(QString::fromUtf8(source));
    }
    bool isEmpty() const override { return false; }
};
