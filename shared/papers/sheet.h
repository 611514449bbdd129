// SPDX-License-Identifier: GPL-3.0-or-later
// A4 sheets one after the other, on a PDF or on pictures: words, pictures, structure. Sizes are
// points (1/72 inch) from the top left corner.
#pragma once

#include "shared/papers/structure.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <cairo.h>

namespace escale::papers {

inline constexpr double kSheetWidth = 595.276;
inline constexpr double kSheetHeight = 841.89;
inline constexpr double kMargin = 42;

enum class Ink { text, soft, line, sea, plate, warm, white };

struct Face {
    double size = 11;
    bool bold = false;
    Ink ink = Ink::text;
};

/// A square picture: `side` rows of `side` pixels, ARGB premultiplied. Side 0: there is none.
struct Picture {
    int side = 0;
    std::vector<std::uint32_t> pixels;
};
/// The pictogram of that name (qml/pictograms); empty: papers without pictures.
using Pictures = std::function<Picture(const std::string& name)>;

class Sheets {
public:
    /// Gives the drawing surface of the next sheet; it is drawn in points. Owned by the giver.
    using NextSheet = std::function<cairo_t*()>;

    explicit Sheets(NextSheet next, Pictures pictures = {});
    void newSheet();
    [[nodiscard]] int count() const { return m_count; }

    /// Structure: what is drawn until end() belongs to it. Names of ISO 32000-1 §14.8.4.
    void begin(const char* name, std::string_view language, std::string_view alternative = {});
    void end();
    [[nodiscard]] const Structure& structure() const { return m_structure; }

    /// Height that `text` takes on `width`.
    double measure(std::string_view text, const Face& face, double width);
    /// Draws it in its column, from the reading start of `language`; the height taken.
    double write(std::string_view text, const Face& face, std::string_view language, double x,
                 double y, double width);
    void plate(double x, double y, double width, double height, Ink fill, double radius = 8);
    void line(double x1, double y1, double x2, double y2, Ink ink, double thick = 1);
    /// The pictogram of that name, in a square of `side`.
    void picture(const std::string& name, double x, double y, double side);
    void square(const std::vector<std::string>& rows, double x, double y, double side);
    void disc(double x, double y, double radius, Ink fill, Ink border);
    void box(double x, double y, double side, bool ticked);

private:
    void use(Ink ink);

    NextSheet m_next;
    Pictures m_pictures;
    cairo_t* m_cairo = nullptr; // of the giver
    int m_count = 0;
    Structure m_structure;
    std::vector<const char*> m_open; // names of begin(), which are literals
};

/// True for a language written from the right.
bool fromTheRight(std::string_view language);

} // namespace escale::papers
