// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the blocks of a paper on sheets: what is kept together, what starts a new sheet.
#pragma once

#include "shared/papers/paper.h"
#include "shared/papers/sheet.h"

namespace escale::papers {

class Typesetter {
public:
    /// `sheets` and `paper` outlive it. `total` is written at the foot ("Page 1 sur 3").
    Typesetter(Sheets& sheets, const Paper& paper, int total);
    void set();

private:
    struct Column {
        double x = 0, width = 0;
        std::string_view language;
    };

    void set(const Section& section);
    void set(const Sentence& sentence);
    void set(const Answers& answers);
    void set(const Pieces& pieces);
    void set(const Code& code);
    void set(const Steps& steps);

    void head();
    void foot();
    [[nodiscard]] bool fits(double height) const;
    /// A new sheet when `height` does not fit any more on this one.
    void need(double height);
    /// Same, inside the element `name` ("L", "Table"), which is closed and begun again; true for a
    /// new sheet. A foot never stands inside a list.
    bool needIn(const char* name, double height);
    /// From the reading start: the language of the person, then French.
    [[nodiscard]] Column own(double from, double width) const;
    [[nodiscard]] Column french(double from, double width) const;
    double write(const char* element, const std::string& text, const Face& face,
                 const Column& column, double y);
    /// Both texts, side by side; the height taken.
    double writeBoth(const char* element, const Both& both, const Face& face, double from,
                     double width, double y);
    double measureBoth(const Both& both, const Face& face, double width);
    [[nodiscard]] double x(double from, double width) const;
    void answerHeads(const Answers& answers);
    double answerHeight(const Answer& row);
    void set(const Answer& row);
    void set(const Piece& piece, double height);

    Sheets& m_sheets;
    const Paper& m_paper;
    int m_total;
    double m_y = kMargin;
};

} // namespace escale::papers
