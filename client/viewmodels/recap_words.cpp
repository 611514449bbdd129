// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/recap_words.h"

#include "client/viewmodels/answer_words.h"
#include "client/viewmodels/name_words.h"
#include "client/viewmodels/preferences.h"

#include <QLocale>

#include <algorithm>

namespace escale {

namespace {

using Row = RecapModel::Row;

// A longer answer goes on in the next row, so that no row is taller than the page.
constexpr qsizetype kRowLength = 180;

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

QString labelOf(const Question& question, const Dossier& dossier) {
    const QString words = Preferences::text(text(question.recapKey()))
                              .replace(QLatin1String("%2"), QString::number(question.year));
    if (question.item.empty())
        return words;
    const QString name = text(textOf(dossier.answer(question.item + ".prenom")));
    if (words.contains(QLatin1String("%1")))
        return withName(words, name);
    return name.isEmpty() ? words : QStringLiteral("%1 – %2").arg(name, words);
}

Row rowOf(const Question& question, const Dossier& dossier) {
    Row row;
    row.part = partNumber(question.part);
    row.partName = Preferences::text("partie." + text(question.part));
    row.picto = text(question.picto);
    row.label = labelOf(question, dossier);
    row.questionId = text(question.id);
    row.item = text(question.item);
    row.answer = answerInWords(question, dossier);
    row.unknown = row.answer.isEmpty() ||
                  (question.fields.size() == 1 && markerIn(question, dossier) == Marker::doNotKnow);
    row.marker = question.fields.size() == 1 && markerIn(question, dossier).has_value();
    if (row.answer.isEmpty())
        row.answer = Preferences::text(question.input == Input::people ? "recap.personne"
                                                                       : "recap.sans_reponse");
    return row;
}

/// " :" in French, ":" elsewhere.
QString colon() {
    return QLocale().language() == QLocale::French ? QStringLiteral("&nbsp;: ")
                                                   : QStringLiteral(": ");
}

/// A name in Latin letters at the start would turn an Arabic line round.
QString directed(const QString& words) {
    constexpr QChar kRightToLeftMark{0x200F};
    return QLocale().textDirection() == Qt::RightToLeft ? kRightToLeftMark + words : words;
}

/// StyledText would take a no-break space for a space.
QString escaped(const QString& words) {
    QString safe = words.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
    for (const char16_t space : {u'\u00A0', u'\u202F'})
        safe.replace(QChar(space), QLatin1String("&nbsp;"));
    return safe;
}

/// The row cut at spaces, for an answer longer than a row.
void appendRow(QList<Row>& rows, Row row) {
    const QString whole = row.answer;
    qsizetype from = 0;
    while (whole.size() - from > kRowLength) {
        const qsizetype space = whole.lastIndexOf(QLatin1Char(' '), from + kRowLength);
        const qsizetype to = space > from ? space + 1 : from + kRowLength;
        row.answer = whole.mid(from, to - from).trimmed();
        row.sentence = recapSentence(row);
        rows.append(row);
        row.more = true;
        from = to;
    }
    row.answer = whole.mid(from);
    row.sentence = recapSentence(row);
    rows.append(row);
}

QString pointsInWords(const char* key, int points) {
    const QString one = points == 1 ? QStringLiteral(".un") : QString();
    return Preferences::text(QLatin1String(key) + one)
        .replace(QLatin1String("%1"), QString::number(points));
}

Row missingRow(const QVariantMap& missing, const std::vector<Question>& visible,
               const Dossier& dossier) {
    Row row;
    const auto* question = questionFor(visible, missing["path"].toString().toStdString());
    if (question)
        row = rowOf(*question, dossier);
    const bool piece = missing["path"] == QLatin1String("pieces");
    row.group = QStringLiteral("manque");
    row.unknown = true;
    row.label = missing["label"].toString();
    row.action = piece ? QStringLiteral("photographier") : QStringLiteral("repondre");
    row.why = Preferences::text(piece ? "recap.pourquoi.piece" : "recap.pourquoi.manque");
    // A sentence of its own ("Il manque une commune."), or the name of the question.
    const bool whole = row.label.endsWith(QLatin1Char('.'));
    row.sentence = directed(whole ? escaped(row.label)
                                  : "<b>" + escaped(row.label) + "</b>" + colon() +
                                        Preferences::text("recap.sans_reponse"));
    return row;
}

/// Registering does without: only « je ne sais pas » is worth coming back to.
bool isForLater(const Question& question, const Dossier& dossier, const Date& today) {
    const auto marker = markerIn(question, dossier);
    if (!marker)
        return false;
    return *marker == Marker::doNotKnow ||
           std::any_of(question.fields.begin(), question.fields.end(), [&](const auto& path) {
               const auto* field = catalogue().find(parsePath(path).value());
               return std::holds_alternative<Marker>(dossier.answer(path)) &&
                      field->mandatory.evaluate(dossier, today, question.item) == Truth::yes;
           });
}

void appendLater(QList<Row>& rows, const std::vector<Question>& visible, const Dossier& dossier,
                 const Date& today) {
    const auto gains = gainsFor(dossier, today);
    const Question* pieces = nullptr;
    for (const auto& question : visible) {
        if (question.input == Input::piece)
            pieces = &question;
        if (!isForLater(question, dossier, today))
            continue;
        Row row = rowOf(question, dossier);
        const int points = gains.questions.value(row.questionId);
        const bool unknown = markerIn(question, dossier) == Marker::doNotKnow;
        row.unknown = true;
        row.group = QStringLiteral("plus_tard");
        row.action = QStringLiteral("repondre");
        row.why = points > 0 ? pointsInWords("recap.gain.reponse", points)
                             : Preferences::text(unknown ? "recap.pourquoi.service"
                                                         : "recap.pourquoi.conseiller");
        appendRow(rows, row);
    }
    for (const auto& piece : pieces ? gains.pieces : QList<NoteGains::Piece>()) {
        Row row = rowOf(*pieces, dossier);
        row.group = QStringLiteral("plus_tard");
        row.action = QStringLiteral("photographier");
        row.unknown = false;
        row.picto = piece.picto;
        row.label = piece.label;
        row.answer = pointsInWords("recap.gain", piece.points);
        row.why = Preferences::text("recap.pourquoi.document");
        appendRow(rows, row);
    }
}

} // namespace

QString recapSentence(const RecapModel::Row& row) {
    if (row.more)
        return "<b>" + escaped(row.answer) + "</b>";
    if (row.unknown)
        return directed("<b>" + escaped(row.label) + "</b>" + colon() + escaped(row.answer));
    const QString key = "phrase." + row.questionId;
    const QString phrase = Preferences::text(key);
    // "1 pièces" is never said, nor "vous payez vous n’en avez pas": the short form says it.
    if (row.group == QLatin1String("parties") && phrase != key && !row.marker &&
        row.answer != QLatin1String("1"))
        return directed(
            escaped(phrase).replace(QLatin1String("%1"), "<b>" + escaped(row.answer) + "</b>"));
    return directed(escaped(row.label) + colon() + "<b>" + escaped(row.answer) + "</b>");
}

QList<Row> recapRows(const std::vector<Question>& visible, const Dossier& dossier) {
    QList<Row> rows;
    for (const auto& question : visible)
        appendRow(rows, rowOf(question, dossier));
    return rows;
}

QVariantList recapMissing(const std::vector<Question>& visible, const Dossier& dossier,
                          const std::vector<Missing>& missing) {
    QVariantList all;
    for (const auto& one : missing) {
        if (one.path == "depot.confirme")
            continue;
        const auto* question = questionFor(visible, one.path);
        const bool field = one.reason == "manque.champ" && question;
        all.append(QVariantMap{
            {"path", text(one.path)},
            {"label", field ? labelOf(*question, dossier) : Preferences::text(text(one.reason))},
            {"questionId", question ? text(question->id) : QString()},
            {"item", question ? text(question->item) : QString()}});
    }
    return all;
}

void fillRecap(RecapModel& recap, const std::vector<Question>& visible, const Dossier& dossier,
               const std::vector<Missing>& missing, const Date& today) {
    auto rows = recapRows(visible, dossier);
    const auto lacks = recapMissing(visible, dossier, missing);
    for (const auto& one : lacks)
        rows.append(missingRow(one.toMap(), visible, dossier));
    appendLater(rows, visible, dossier, today);
    recap.show(std::move(rows), lacks, !canBeConfirmed(missing));
}

bool canBeConfirmed(const std::vector<Missing>& missing) {
    return std::all_of(missing.begin(), missing.end(), [](const Missing& one) {
        return one.path == "depot.confirme" || one.path == "pieces";
    });
}

} // namespace escale
