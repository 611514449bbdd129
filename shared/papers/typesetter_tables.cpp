// SPDX-License-Identifier: GPL-3.0-or-later
// Answers in a table, and the list of the pièces.
#include "shared/papers/typesetter.h"

#include <algorithm>

namespace escale::papers {

namespace {

constexpr double kWidth = kSheetWidth - 2 * kMargin;
constexpr double kGutter = 22;
constexpr double kHalf = (kWidth - kGutter) / 2;
constexpr double kQuestionWidth = 0.46 * kWidth;
constexpr double kAnswerWidth = kWidth - kQuestionWidth - kGutter;
constexpr double kRowGap = 5;
constexpr Face kHead{10.5, false, Ink::soft};
constexpr Face kQuestion{11, false, Ink::soft};
constexpr Face kAnswer{12.5, true, Ink::text};
constexpr Face kUnknown{12.5, false, Ink::text};
constexpr Face kFrenchQuestion{10.5, false, Ink::soft};
constexpr Face kFrenchAnswer{11.5, true, Ink::text};
constexpr Face kFrenchUnknown{11.5, false, Ink::text};
constexpr Face kPieceName{14, true, Ink::text};
constexpr Face kPieceDetail{12, false, Ink::text};
constexpr Face kPieceState{12, true, Ink::sea};
constexpr double kPicture = 56;
constexpr double kBox = 18;
constexpr double kPieceText = kWidth - kPicture - kBox - 36;

/// The longest that surely stands on one sheet, in the narrow column.
constexpr std::size_t kMostLetters = 700;

/// Text in parts of `kMostLetters` at most, cut after a space where there is one.
std::vector<std::string> parts(const std::string& text) {
    std::vector<std::string> all;
    std::size_t start = 0;
    std::size_t space = 0;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
            continue; // inside a letter
        if (letters == kMostLetters) {
            const std::size_t cut = space > start ? space : at;
            all.push_back(text.substr(start, cut - start));
            start = cut;
            letters = 0;
            at = cut;
        }
        ++letters;
        if (text[at] == ' ')
            space = at + 1;
    }
    all.push_back(text.substr(start));
    return all;
}

/// A very long answer goes on in rows of its own: nothing of it is lost.
std::vector<Answer> rowsOf(const Answer& answer) {
    const auto own = parts(answer.answer.own);
    const auto french = parts(answer.answer.french);
    std::vector<Answer> rows(std::max(own.size(), french.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].unknown = answer.unknown;
        rows[i].answer = {i < own.size() ? own[i] : std::string(),
                          i < french.size() ? french[i] : std::string()};
    }
    rows.front().question = answer.question;
    return rows;
}

} // namespace

/// Repeated on each sheet: a table that goes on is a table.
void Typesetter::answerHeads(const Answers& answers) {
    const bool two = m_paper.bilingual();
    m_sheets.begin("TR", m_paper.language);
    double height = 0;
    if (two) {
        height = write("TH", m_paper.languageName, kHead, own(0, kHalf), m_y);
        height =
            std::max(height, write("TH", "Français", kHead, french(kHalf + kGutter, kHalf), m_y));
    } else if (answers.columns.size() == 2) {
        height = write("TH", answers.columns[0].own, kHead, own(0, kQuestionWidth), m_y);
        height = std::max(height, write("TH", answers.columns[1].own, kHead,
                                        own(kQuestionWidth + kGutter, kAnswerWidth), m_y));
    }
    m_sheets.end();
    m_y += height + 3;
    m_sheets.line(kMargin, m_y, kSheetWidth - kMargin, m_y, Ink::sea, 1.2);
    m_y += kRowGap;
}

double Typesetter::answerHeight(const Answer& row) {
    const Face& answer = row.unknown ? kUnknown : kAnswer;
    if (!m_paper.bilingual())
        return std::max(m_sheets.measure(row.question.own, kQuestion, kQuestionWidth),
                        m_sheets.measure(row.answer.own, answer, kAnswerWidth));
    return std::max(m_sheets.measure(row.question.own, kQuestion, kHalf) +
                        m_sheets.measure(row.answer.own, answer, kHalf),
                    m_sheets.measure(row.question.french, kFrenchQuestion, kHalf) +
                        m_sheets.measure(row.answer.french, kFrenchAnswer, kHalf));
}

void Typesetter::set(const Answer& row) {
    const Face& answer = row.unknown ? kUnknown : kAnswer;
    m_sheets.begin("TR", m_paper.language);
    if (m_paper.bilingual()) {
        m_sheets.begin("TD", m_paper.language);
        const double under = write("P", row.question.own, kQuestion, own(0, kHalf), m_y);
        write("P", row.answer.own, answer, own(0, kHalf), m_y + under);
        m_sheets.end();
        m_sheets.begin("TD", "fr");
        const Column column = french(kHalf + kGutter, kHalf);
        const double below = write("P", row.question.french, kFrenchQuestion, column, m_y);
        write("P", row.answer.french, row.unknown ? kFrenchUnknown : kFrenchAnswer, column,
              m_y + below);
        m_sheets.end();
    } else {
        write("TD", row.question.own, kQuestion, own(0, kQuestionWidth), m_y);
        write("TD", row.answer.own, answer, own(kQuestionWidth + kGutter, kAnswerWidth), m_y);
    }
    m_sheets.end();
}

void Typesetter::set(const Answers& answers) {
    constexpr double kHeads = 26;
    if (answers.rows.empty())
        return;
    need(answerHeight(rowsOf(answers.rows.front()).front()) + 2 * kRowGap + kHeads);
    m_sheets.begin("Table", m_paper.language);
    answerHeads(answers);
    for (const Answer& answer : answers.rows) {
        for (const Answer& row : rowsOf(answer)) {
            const double height = answerHeight(row);
            if (needIn("Table", height + 2 * kRowGap))
                answerHeads(answers);
            set(row);
            m_y += height + kRowGap;
        }
        m_sheets.line(kMargin, m_y, kSheetWidth - kMargin, m_y, Ink::line, 0.6);
        m_y += kRowGap;
    }
    m_sheets.end();
    m_y += 6;
}

void Typesetter::set(const Piece& piece, double height) {
    const double middle = m_y + height / 2;
    m_sheets.box(x(0, kBox), middle - kBox / 2, kBox, piece.kept);
    m_sheets.begin("LI", m_paper.language);
    m_sheets.begin("LBody", m_paper.language);
    constexpr double kFrom = kBox + 14;
    m_sheets.begin("Figure", m_paper.language, piece.name.own);
    m_sheets.picture(piece.picto, x(kFrom, kPicture), middle - kPicture / 2, kPicture);
    m_sheets.end();
    constexpr double kText = kFrom + kPicture + 18;
    double y = m_y;
    y += writeBoth("P", piece.name, kPieceName, kText, kPieceText, y);
    y += writeBoth("P", piece.detail, kPieceDetail, kText, kPieceText, y);
    writeBoth("P", piece.state, kPieceState, kText, kPieceText, y);
    m_sheets.end();
    m_sheets.end();
}

void Typesetter::set(const Pieces& pieces) {
    m_sheets.begin("L", m_paper.language);
    for (const Piece& piece : pieces.rows) {
        const double words = measureBoth(piece.name, kPieceName, kPieceText) +
                             measureBoth(piece.detail, kPieceDetail, kPieceText) +
                             measureBoth(piece.state, kPieceState, kPieceText);
        const double height = std::max(words, kPicture);
        needIn("L", height + 20);
        set(piece, height);
        m_y += height + 10;
        m_sheets.line(kMargin, m_y, kSheetWidth - kMargin, m_y, Ink::line, 0.6);
        m_y += 10;
    }
    m_sheets.end();
}

} // namespace escale::papers
