// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/papers/typesetter.h"

#include <algorithm>
#include <array>

namespace escale::papers {

namespace {

constexpr double kWidth = kSheetWidth - 2 * kMargin;
constexpr double kGutter = 22;
constexpr double kFoot = kSheetHeight - kMargin - 14;
constexpr Face kTitle{24, true, Ink::text};
constexpr Face kTitleFrench{15, false, Ink::soft};
constexpr Face kHint{13, false, Ink::soft};
constexpr Face kSection{15, true, Ink::sea};
constexpr Face kBody{12.5, false, Ink::text};
constexpr Face kStrong{13, true, Ink::text};
constexpr Face kFootFace{10, false, Ink::soft};
constexpr Face kCodeFace{38, true, Ink::text};

/// The French beside another language is a size smaller.
Face beside(Face face) {
    face.size = std::max(10.0, face.size - 1.5);
    face.bold = false;
    face.ink = Ink::soft;
    return face;
}

std::string numbered(std::string text, int page, int total) {
    for (const auto& [place, number] :
         {std::pair<std::string_view, int>{"%1", page}, {"%2", total}})
        if (const auto at = text.find(place); at != std::string::npos)
            text.replace(at, place.size(), std::to_string(number));
    return text;
}

} // namespace

Typesetter::Typesetter(Sheets& sheets, const Paper& paper, int total)
    : m_sheets(sheets)
    , m_paper(paper)
    , m_total(total) {}

void Typesetter::set() {
    m_sheets.begin("Document", m_paper.language);
    head();
    for (const Block& block : m_paper.blocks)
        std::visit([this](const auto& one) { set(one); }, block);
    foot();
    m_sheets.end();
}

double Typesetter::x(double from, double width) const {
    return fromTheRight(m_paper.language) ? kSheetWidth - kMargin - from - width : kMargin + from;
}

Typesetter::Column Typesetter::own(double from, double width) const {
    return {x(from, width), width, m_paper.language};
}

Typesetter::Column Typesetter::french(double from, double width) const {
    return {x(from, width), width, "fr"};
}

double Typesetter::write(const char* element, const std::string& text, const Face& face,
                         const Column& column, double y) {
    if (text.empty())
        return 0;
    m_sheets.begin(element, column.language);
    const double height = m_sheets.write(text, face, column.language, column.x, y, column.width);
    m_sheets.end();
    return height;
}

double Typesetter::writeBoth(const char* element, const Both& both, const Face& face, double from,
                             double width, double y) {
    if (both.french.empty())
        return write(element, both.own, face, own(from, width), y);
    const double half = (width - kGutter) / 2;
    const double height = write(element, both.own, face, own(from, half), y);
    return std::max(height,
                    write("P", both.french, beside(face), french(from + half + kGutter, half), y));
}

double Typesetter::measureBoth(const Both& both, const Face& face, double width) {
    if (both.french.empty())
        return m_sheets.measure(both.own, face, width);
    const double half = (width - kGutter) / 2;
    return std::max(m_sheets.measure(both.own, face, half),
                    m_sheets.measure(both.french, beside(face), half));
}

bool Typesetter::fits(double height) const {
    return m_y + height <= kFoot - 8;
}

void Typesetter::need(double height) {
    if (fits(height))
        return;
    foot();
    m_sheets.newSheet();
    m_y = kMargin;
}

bool Typesetter::needIn(const char* name, double height) {
    if (fits(height))
        return false;
    m_sheets.end();
    need(height);
    m_sheets.begin(name, m_paper.language);
    return true;
}

void Typesetter::head() {
    m_y += write("H1", m_paper.title.own, kTitle, own(0, kWidth), m_y);
    m_y += write("P", m_paper.title.french, kTitleFrench, french(0, kWidth), m_y);
    m_y += 4 + writeBoth("P", m_paper.hint, kHint, 0, kWidth, m_y + 4);
    m_y += 14;
}

void Typesetter::foot() {
    const auto words = [this](const std::string& text) {
        return numbered(text, m_sheets.count(), m_total);
    };
    m_sheets.line(kMargin, kFoot - 4, kSheetWidth - kMargin, kFoot - 4, Ink::line);
    write("P", words(m_paper.pageOf.own), kFootFace, own(0, kWidth / 2), kFoot);
    write("P", words(m_paper.pageOf.french), kFootFace, french(kWidth / 2, kWidth / 2), kFoot);
}

void Typesetter::set(const Section& section) {
    const double indent = section.picto.empty() ? 0 : 40;
    const double width = kWidth - indent;
    const double height = std::max(measureBoth(section.name, kSection, width), indent * 0.8);
    // A chapter's name never stands alone at the foot.
    need(height + 90);
    m_y += 10;
    if (!section.picto.empty())
        m_sheets.picture(section.picto, x(0, 32), m_y, 32);
    writeBoth("H2", section.name, kSection, indent, width, m_y);
    m_y += height + 6;
}

void Typesetter::set(const Sentence& sentence) {
    const Face& face = sentence.strong ? kStrong : kBody;
    const double pad = sentence.strong ? 12 : 0;
    const double height = measureBoth(sentence.text, face, kWidth - 2 * pad);
    need(height + 2 * pad);
    if (sentence.strong)
        m_sheets.plate(kMargin, m_y, kWidth, height + 2 * pad, Ink::warm);
    writeBoth("P", sentence.text, face, pad, kWidth - 2 * pad, m_y + pad);
    m_y += height + 2 * pad + 10;
}

void Typesetter::set(const Code& code) {
    const double digits = m_sheets.measure(code.digits, kCodeFace, kWidth - 32);
    const double label = measureBoth(code.label, kBody, kWidth - 32);
    constexpr double kSquare = 124;
    const double square = code.qr.empty() ? 0 : kSquare + 24;
    const double height = 28 + label + digits + square;
    need(height);
    m_sheets.plate(kMargin, m_y, kWidth, height, Ink::plate);
    double y = m_y + 14;
    y += writeBoth("P", code.label, kBody, 16, kWidth - 32, y);
    // Digits are read from the left in every language.
    y += write("P", code.digits, kCodeFace, own(16, kWidth - 32), y) + 8;
    if (!code.qr.empty()) {
        const double left = x(16, kSquare);
        m_sheets.plate(left, y, kSquare, kSquare, Ink::white, 4);
        const auto side = static_cast<double>(code.qr.size());
        const double quiet = 4 * kSquare / (side + 8);
        m_sheets.begin("Figure", m_paper.language, code.qrName.own);
        m_sheets.square(code.qr, left + quiet, y + quiet, kSquare - 2 * quiet);
        m_sheets.end();
        writeBoth("P", code.qrName, kBody, 32 + kSquare, kWidth - 64 - kSquare, y + 36);
    }
    m_y += height + 14;
}

void Typesetter::set(const Steps& steps) {
    constexpr double kIndent = 34;
    m_sheets.begin("L", m_paper.language);
    for (std::size_t i = 0; i < steps.rows.size(); ++i) {
        const Step& step = steps.rows[i];
        const double width = kWidth - kIndent;
        const double when = measureBoth(step.when, kStrong, width);
        const double height = when + measureBoth(step.what, kBody, width) + 14;
        needIn("L", height);
        const double middle = x(0, 18) + 9;
        if (i + 1 < steps.rows.size())
            m_sheets.line(middle, m_y + 10, middle, m_y + height + 10, Ink::sea, 2);
        m_sheets.disc(middle, m_y + 10, 7, step.done ? Ink::sea : Ink::white, Ink::sea);
        m_sheets.begin("LI", m_paper.language);
        m_sheets.begin("LBody", m_paper.language);
        writeBoth("P", step.when, kStrong, kIndent, width, m_y);
        writeBoth("P", step.what, kBody, kIndent, width, m_y + when);
        m_sheets.end();
        m_sheets.end();
        m_y += height;
    }
    m_sheets.end();
    m_y += 8;
}

} // namespace escale::papers
