// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/i18n/words_files.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>

namespace escale::i18n {

namespace {

QString contentOf(const QString& path) {
    QFile file(QStringLiteral(ESCALE_ROOT "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<QPair<QString, QString>> linesOf(const QString& language) {
    QList<QPair<QString, QString>> lines;
    for (QString line : contentOf("qml/i18n/words/" + language + ".tsv").split('\n')) {
        if (line.startsWith('#') || !line.contains('\t'))
            continue;
        line.replace("\\n", "\n");
        lines.append({line.section('\t', 0, 0), line.section('\t', 1)});
    }
    return lines;
}

void add(QList<Text>& texts, const QString& language, const QString& key, const QString& text) {
    if (key.startsWith("langue."))
        return;
    const auto forms = (key + text).contains("%n") ? text.split(" | ") : QStringList{text};
    for (const auto& form : forms)
        texts.append({language, key, form});
}

/// A text of qml/ that fr.tsv does not refine is its own French.
void addFrench(QList<Text>& texts) {
    QStringList refined;
    for (const auto& [key, text] : linesOf("fr")) {
        refined.append(key);
        add(texts, "fr", key, text);
    }
    for (const auto& [key, text] : linesOf("en"))
        if (key.contains('/') && !refined.contains(key))
            add(texts, "fr", key, key.section('/', 1));
}

const QJsonObject& catalogue() {
    static const QJsonObject object =
        QJsonDocument::fromJson(contentOf("shared/data/demande.json").toUtf8()).object();
    return object;
}

/// Questions stand in the list, or in a model that several persons share.
void collectWays(const QJsonValue& value, QMap<QString, QString>& ways) {
    for (const auto& entry : value.toArray())
        collectWays(entry, ways);
    const auto object = value.toObject();
    if (object.contains("saisie"))
        for (const char* name : {"id", "mots"}) // mots: texts that several questions share
            if (object.contains(name))
                ways[object[name].toString()] = object["saisie"].toString();
    for (const auto& member : object)
        collectWays(member, ways);
}

} // namespace

QStringList languages() {
    QStringList codes;
    const QDir words(QStringLiteral(ESCALE_ROOT "/qml/i18n/words"));
    for (const auto& name : words.entryList({"*.tsv"}))
        codes.append(name.section('.', 0, 0));
    return codes;
}

QList<Text> allTexts() {
    QList<Text> texts;
    for (const auto& language : languages()) {
        if (language == "fr") {
            addFrench(texts);
            continue;
        }
        for (const auto& [key, text] : linesOf(language))
            add(texts, language, key, text);
    }
    return texts;
}

QString filled(const Text& text) {
    const bool person = text.key.startsWith("question.") || text.key.startsWith("aide.");
    QString words = text.text;
    words.replace("%1", person ? "Alexandre" : "14");
    words.replace("%2", "14");
    words.replace("%n", "14");
    return words.remove("(s)").remove(QRegularExpression("<[^>]*>"));
}

QStringList keyLegends() {
    QStringList legends;
    static const QRegularExpression quoted("\"([^\"]+)\"");
    const QDir components(QStringLiteral(ESCALE_ROOT "/qml/components"));
    for (const auto& name : components.entryList({"Keyboard*.qml", "Keypad.qml"})) {
        auto found = quoted.globalMatch(contentOf("qml/components/" + name));
        while (found.hasNext())
            legends.append(found.next().captured(1));
    }
    return legends;
}

int answersOf(const QString& list) {
    return static_cast<int>(catalogue()["listes"].toObject()[list].toArray().size());
}

QString wayOfAnswering(const QString& question) {
    static const QMap<QString, QString> ways = [] {
        QMap<QString, QString> map;
        collectWays(QJsonValue(catalogue()), map);
        return map;
    }();
    // The words for somebody else ("profession_de") ask in the same way.
    QString asked = question;
    return ways.contains(asked) ? ways[asked]
                                : ways.value(asked.remove(QRegularExpression("_de$")));
}

QString roleOf(const QString& key) {
    static const QMap<QString, QString> roles = [] {
        static const QRegularExpression line(
            "^\\s*(title|hint|primaryText|secondaryText|safeText): (.*qsTr.*)$",
            QRegularExpression::MultilineOption);
        static const QRegularExpression call("qsTr\\(\"([^\"]+)\"");
        QMap<QString, QString> map;
        const QDir pages(QStringLiteral(ESCALE_ROOT "/qml/pages"));
        for (const auto& name : pages.entryList({"*.qml"})) {
            auto lines = line.globalMatch(contentOf("qml/pages/" + name));
            while (lines.hasNext()) {
                const auto found = lines.next();
                auto calls = call.globalMatch(found.captured(2));
                while (calls.hasNext())
                    map[name.section('.', 0, 0) + "/" + calls.next().captured(1)] =
                        found.captured(1);
            }
        }
        return map;
    }();
    return roles.value(key);
}

QStringList families() {
    return {"Andika", "Noto Sans Arabic", "Noto Sans"};
}

QFont face(qreal pixels, bool bold) {
    QFont font;
    font.setFamilies(families());
    font.setPixelSize(qRound(pixels));
    font.setBold(bold);
    return font;
}

} // namespace escale::i18n
