// SPDX-License-Identifier: GPL-3.0-or-later
// How the person wants to read and hear: language, size, contrast, movement. Reset at each session.
#pragma once

#include <QLocale>
#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

class QTranslator;

namespace escale {

class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    /// A code of languages.h (another one changes nothing). Setting it installs the translations
    /// and retranslates every text.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY languageChanged)
    /// Keyboards of letters in this language, first one first (see Keyboard.qml).
    Q_PROPERTY(QStringList keyboards READ keyboards NOTIFY languageChanged)
    /// Languages offered, in the order of the first page: [{code, greeting, name, rightToLeft}].
    Q_PROPERTY(QVariantList languages READ languages CONSTANT)
    Q_PROPERTY(bool highContrast MEMBER m_highContrast NOTIFY displayChanged)
    Q_PROPERTY(bool largeText MEMBER m_largeText NOTIFY displayChanged)
    Q_PROPERTY(bool calm MEMBER m_calm NOTIFY displayChanged)
    /// How texts are read aloud, from the next reading on.
    Q_PROPERTY(bool loudVoice MEMBER m_loudVoice NOTIFY voiceChanged)
    Q_PROPERTY(bool slowVoice MEMBER m_slowVoice NOTIFY voiceChanged)

public:
    explicit Preferences(QObject* parent = nullptr);
    ~Preferences() override;

    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString& code);
    [[nodiscard]] bool rightToLeft() const;
    [[nodiscard]] QStringList keyboards() const;
    [[nodiscard]] QVariantList languages() const;
    [[nodiscard]] bool loudVoice() const { return m_loudVoice; }
    [[nodiscard]] bool slowVoice() const { return m_slowVoice; }
    /// The language that reset() comes back to, from the command line. Sets it too.
    void setSiteLanguage(const QString& code);
    /// Back to the site's defaults (rule: nothing of one person is left for the next).
    void reset();
    /// "العربية" for "ar"; the code itself for a language that is not offered.
    [[nodiscard]] static QString nameOf(const QString& code);
    /// Of dates and numbers in that language.
    [[nodiscard]] static QLocale localeOf(const QString& code);
    /// Text of a catalogue key ("question.nom") in the present language; the key itself when
    /// absent.
    [[nodiscard]] static QString text(const QString& key);
    /// Same, in the plural form that `number` asks for; %n is the number.
    [[nodiscard]] static QString counted(const QString& key, int number);
    /// Same, for a key that carries its numbers: "erreur.telephone.court:1" gives the text of
    /// "erreur.telephone.court" with 1 in place of %1.
    [[nodiscard]] static QString sentence(const QString& keyWithNumbers);

signals:
    void languageChanged();
    void displayChanged();
    void voiceChanged();

private:
    void install();

    QString m_siteLanguage = QStringLiteral("fr");
    QString m_language = QStringLiteral("fr");
    bool m_highContrast = false;
    bool m_largeText = false;
    bool m_calm = false;
    bool m_loudVoice = false;
    bool m_slowVoice = false;
    QTranslator* m_translator = nullptr; // child of this
};

} // namespace escale
