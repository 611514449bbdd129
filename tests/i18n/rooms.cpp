// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/i18n/rooms.h"

#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTextLayout>

namespace escale::i18n {

namespace {

constexpr qreal kLandscape = 1040; // page beside the quay: 1280 - 168 - 2 * 36
constexpr qreal kPortrait = 736;   // 800 - 2 * 32
constexpr qreal kLarge = 976;      // « très grand »: 1280 - 248 - 2 * 28
constexpr qreal kKeypad = 470;     // the keypad and its gap, in landscape
constexpr qreal kBanner = 106;     // sign and margins of an error (Banner.qml)

/// Theme.textSize() of « très grand ».
qreal large(qreal pixels) {
    return std::max(pixels * 1.2, 40.0);
}

bool withKeypad(const QString& way) {
    return QStringList{"date", "nombre",   "montant", "telephone",
                       "nir",  "chiffres", "entier",  "code_postal"}
        .contains(way);
}

bool chosen(const QString& way) {
    return way.startsWith("choix") || way == "oui_non" || way.isEmpty();
}

/// One line; a second one pushes a keypad down (PageFrame.qml).
QList<Room> titleRooms(const QString& way = {}) {
    return {{"title", kLandscape, withKeypad(way) ? 2 : 1, 42, true},
            {"title, portrait", kPortrait, 2, 42, true},
            {"title, large", kLarge, 2, large(42), true},
            {"title, large and portrait", kPortrait, 3, large(42), true}};
}

QList<Room> hintRooms(const QString& way) {
    const qreal beside = withKeypad(way) ? kLandscape - kKeypad : kLandscape;
    const int lines = withKeypad(way) ? 2 : 1;
    QList<Room> rooms{{"hint", beside, lines, 28, false},
                      {"hint, portrait", kPortrait, 2, 28, false}};
    if (!chosen(way)) // left out of a page of choices in « très grand »
        rooms.append({"hint, large", kLarge, 2, large(28), false});
    return rooms;
}

/// ChoiceGrid.qml: the cards are narrower when there are more of them.
QList<Room> answerRooms(int answers) {
    const bool few = answers <= 3;
    const qreal gap = few ? 24 : answers <= 4 ? 28 : answers <= 6 ? 22 : 18;
    const int across = few ? 3 : answers <= 4 ? 2 : answers <= 6 ? 3 : 4;
    const qreal card = (kLandscape - gap * (across - 1)) / across;
    QList<Room> rooms{{"answer", card - 16, 2, few ? 36.0 : 26.0, true}};
    rooms.append({"answer, portrait", few ? kPortrait - 104 - 52 : 357 - 104 - 52.0, 3, 26, true});
    rooms.append({"answer, large", (kLarge - 22) / 2 - 120 - 64, 3, large(26), true});
    return rooms;
}

QList<Room> errorRooms() {
    return {{"error", kLandscape - kBanner, 1, 26, false},
            {"error, portrait", kPortrait - kBanner, 2, 26, false},
            {"error, large", kLarge - kBanner, 2, large(26), false},
            {"error, large and portrait", kPortrait - kBanner, 4, large(26), false}};
}

/// A line of the check page, beside « Changer »: it grows, but a page holds five of them.
QList<Room> recapRooms() {
    return {{"line", kLandscape - 92 - 244, 1, 24, false},
            {"line, portrait", kPortrait - 92 - 244, 2, 24, false}};
}

/// A line of the points (CriterionRow.qml).
QList<Room> criterionRooms(qreal pixels) {
    return {{"criterion", kLandscape - 108 - 420, 1, pixels, false},
            {"criterion, portrait", kPortrait - 108 - 130, 1, pixels, false}};
}

/// The way on, its arrow and margins apart; it leaves a third of the line to the way out.
QList<Room> primaryRooms() {
    constexpr qreal kAround = 116;
    return {{"button", kLandscape * 0.66 - kAround, 1, 28, true},
            {"button, portrait", kPortrait * 0.66 - kAround, 1, 28, true},
            {"button, large", kLarge * 0.8 - kAround, 1, large(28), true}};
}

/// The way out wraps beside the way on (PageFrame.qml).
QList<Room> secondaryRooms() {
    constexpr qreal kBesidePrimary = 264 + 24 + 60 + 56;
    return {{"way out", kLandscape - kBesidePrimary, 2, 28, true},
            {"way out, portrait", kPortrait - kBesidePrimary, 2, 28, true}};
}

QList<Room> roomsOfRole(const QString& role) {
    if (role == "title")
        return titleRooms();
    if (role == "hint")
        return {{"hint", kLandscape, 2, 28, false}, {"hint, portrait", kPortrait, 2, 28, false}};
    if (role == "primaryText")
        return primaryRooms();
    if (role == "secondaryText")
        return secondaryRooms();
    if (role == "safeText") // the amber button of an alert
        return {{"safe answer", 520 - 60 - 86, 2, 42, true}};
    return {};
}

QList<Room> quayRooms() {
    return {{"quay", 144 - 8, 2, 24, true},
            {"quay, portrait", 168 - 8, 2, 24, true},
            {"quay, large", 216 - 8, 2, 40, true}};
}

} // namespace

QList<Room> roomsOf(const Text& text) {
    const QString& key = text.key;
    const QString second = key.section('.', 1, 1);
    if (key.startsWith("question."))
        return titleRooms(wayOfAnswering(second));
    if (key.startsWith("aide."))
        return hintRooms(wayOfAnswering(second));
    if (key.startsWith("code.piece."))
        return {{"document", kLandscape - 104 - 330, 1, 30, true}};
    if (key.startsWith("code."))
        return answerRooms(answersOf(second));
    if (key.startsWith("erreur."))
        return errorRooms();
    if (key.startsWith("recap."))
        return recapRooms();
    if (key.startsWith("cotation.raison."))
        return criterionRooms(24);
    if (key.startsWith("cotation.") && !key.startsWith("cotation.piece."))
        return criterionRooms(28);
    if (key.startsWith("Quay/"))
        return quayRooms();
    return roomsOfRole(roleOf(key));
}

Fit measure(const QString& words, const Room& room) {
    QFont font = face(room.pixels, room.bold);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    if (room.name.startsWith("title"))
        font.setLetterSpacing(QFont::AbsoluteSpacing, -0.2);
    Fit fit;
    for (const auto& paragraph : words.split('\n')) {
        QTextLayout layout(paragraph, font);
        layout.beginLayout();
        for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(room.width);
            fit.widest = std::max(fit.widest, line.naturalTextWidth());
            ++fit.lines;
        }
        layout.endLayout();
    }
    const QFontMetricsF metrics(font);
    static const QRegularExpression gap("[ \\n]+");
    for (const auto& word : words.split(gap, Qt::SkipEmptyParts))
        fit.longestWord = std::max(fit.longestWord, metrics.horizontalAdvance(word));
    return fit;
}

QString fault(const Text& text, const Room& room) {
    const Fit fit = measure(filled(text), room);
    if (fit.longestWord > room.width)
        return QStringLiteral("%1: %2: a word of %3 px in %4: « %5 », %6")
            .arg(text.language, text.key)
            .arg(qRound(fit.longestWord))
            .arg(qRound(room.width))
            .arg(text.text, room.name);
    if (fit.lines > room.lines)
        return QStringLiteral("%1: %2: %3 lines, %4 at most: « %5 », %6")
            .arg(text.language, text.key)
            .arg(fit.lines)
            .arg(room.lines)
            .arg(text.text, room.name);
    return {};
}

} // namespace escale::i18n
