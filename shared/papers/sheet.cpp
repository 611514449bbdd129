// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/papers/sheet.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <numbers>

#include <pango/pangocairo.h>

namespace escale::papers {

namespace {

constexpr const char* kFaces = "Andika, Noto Sans Arabic, Noto Sans";

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

struct Colour {
    double red, green, blue;
};

Colour colourOf(Ink ink) {
    static constexpr std::array<Colour, 7> kColours{{{0.071, 0.161, 0.173},
                                                     {0.216, 0.286, 0.294},
                                                     {0.80, 0.76, 0.68},
                                                     {0.055, 0.294, 0.329},
                                                     {0.863, 0.922, 0.910},
                                                     {1.0, 0.941, 0.80},
                                                     {1, 1, 1}}};
    return kColours[static_cast<std::size_t>(ink)];
}

/// Words without any (a code, a French name) keep their own order in a paper written from the
/// right.
bool hasArabicLetter(std::string_view utf8) {
    // U+0600 to U+06FF start with these bytes.
    return std::any_of(utf8.begin(), utf8.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xD8 && byte <= 0xDB;
    });
}

Layout layoutFor(cairo_t* cairo, std::string_view text, const Face& face, double width,
                 bool right) {
    Layout layout(pango_cairo_create_layout(cairo));
    pango_context_set_base_dir(pango_layout_get_context(layout.get()),
                               right && hasArabicLetter(text) ? PANGO_DIRECTION_RTL
                                                              : PANGO_DIRECTION_LTR);
    pango_layout_context_changed(layout.get());
    pango_layout_set_auto_dir(layout.get(), FALSE);
    PangoFontDescription* font = pango_font_description_from_string(kFaces);
    pango_font_description_set_absolute_size(font, face.size * PANGO_SCALE);
    pango_font_description_set_weight(font, face.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;

/// A copy: a PDF reads its pictures when the sheet ends.
Surface surfaceOf(const Picture& picture) {
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture.side, picture.side));
    unsigned char* to = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    const std::size_t row = static_cast<std::size_t>(picture.side) * sizeof(std::uint32_t);
    for (int y = 0; to && y < picture.side; ++y)
        std::memcpy(to + std::ptrdiff_t{y} * stride,
                    picture.pixels.data() + std::ptrdiff_t{y} * picture.side, row);
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

double heightOf(PangoLayout* layout) {
    int height = 0;
    pango_layout_get_size(layout, nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

} // namespace

bool fromTheRight(std::string_view language) {
    return language == "ar";
}

Sheets::Sheets(NextSheet next, Pictures pictures)
    : m_next(std::move(next))
    , m_pictures(std::move(pictures)) {
    newSheet();
}

void Sheets::newSheet() {
    m_cairo = m_next();
    ++m_count;
}

void Sheets::begin(const char* name, std::string_view language, std::string_view alternative) {
    m_structure.push_back({name, std::string(language), std::string(alternative)});
    m_open.push_back(name);
    cairo_tag_begin(m_cairo, name, nullptr);
}

void Sheets::end() {
    cairo_tag_end(m_cairo, m_open.back());
    m_open.pop_back();
}

double Sheets::measure(std::string_view text, const Face& face, double width) {
    if (text.empty())
        return 0;
    return heightOf(layoutFor(m_cairo, text, face, width, false).get());
}

double Sheets::write(std::string_view text, const Face& face, std::string_view language, double x,
                     double y, double width) {
    if (text.empty())
        return 0;
    const Layout layout = layoutFor(m_cairo, text, face, width, fromTheRight(language));
    use(face.ink);
    cairo_move_to(m_cairo, x, y);
    pango_cairo_show_layout(m_cairo, layout.get());
    return heightOf(layout.get());
}

void Sheets::use(Ink ink) {
    const Colour colour = colourOf(ink);
    cairo_set_source_rgb(m_cairo, colour.red, colour.green, colour.blue);
}

void Sheets::plate(double x, double y, double width, double height, Ink fill, double radius) {
    constexpr double kQuarter = std::numbers::pi / 2;
    cairo_new_sub_path(m_cairo);
    cairo_arc(m_cairo, x + width - radius, y + radius, radius, -kQuarter, 0);
    cairo_arc(m_cairo, x + width - radius, y + height - radius, radius, 0, kQuarter);
    cairo_arc(m_cairo, x + radius, y + height - radius, radius, kQuarter, 2 * kQuarter);
    cairo_arc(m_cairo, x + radius, y + radius, radius, 2 * kQuarter, 3 * kQuarter);
    cairo_close_path(m_cairo);
    use(fill);
    cairo_fill(m_cairo);
}

void Sheets::line(double x1, double y1, double x2, double y2, Ink ink, double thick) {
    use(ink);
    cairo_set_line_width(m_cairo, thick);
    cairo_move_to(m_cairo, x1, y1);
    cairo_line_to(m_cairo, x2, y2);
    cairo_stroke(m_cairo);
}

void Sheets::picture(const std::string& name, double x, double y, double side) {
    const Picture picture = m_pictures ? m_pictures(name) : Picture();
    if (picture.side <= 0)
        return;
    const Surface surface = surfaceOf(picture);
    cairo_save(m_cairo);
    cairo_translate(m_cairo, x, y);
    cairo_scale(m_cairo, side / picture.side, side / picture.side);
    cairo_set_source_surface(m_cairo, surface.get(), 0, 0);
    cairo_paint(m_cairo);
    cairo_restore(m_cairo);
}

void Sheets::square(const std::vector<std::string>& rows, double x, double y, double side) {
    const double step = rows.empty() ? 0 : side / static_cast<double>(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column)
            if (rows[row][column] == '1')
                cairo_rectangle(m_cairo, x + static_cast<double>(column) * step,
                                y + static_cast<double>(row) * step, step, step);
    cairo_set_source_rgb(m_cairo, 0, 0, 0);
    cairo_fill(m_cairo);
}

void Sheets::disc(double x, double y, double radius, Ink fill, Ink border) {
    cairo_new_sub_path(m_cairo);
    cairo_arc(m_cairo, x, y, radius, 0, 2 * std::numbers::pi);
    use(fill);
    cairo_fill_preserve(m_cairo);
    use(border);
    cairo_set_line_width(m_cairo, 1.5);
    cairo_stroke(m_cairo);
}

void Sheets::box(double x, double y, double side, bool ticked) {
    use(Ink::text);
    cairo_set_line_width(m_cairo, 1.4);
    cairo_rectangle(m_cairo, x, y, side, side);
    cairo_stroke(m_cairo);
    if (!ticked)
        return;
    cairo_set_line_width(m_cairo, 2.2);
    cairo_move_to(m_cairo, x + side * 0.2, y + side * 0.55);
    cairo_line_to(m_cairo, x + side * 0.42, y + side * 0.78);
    cairo_line_to(m_cairo, x + side * 0.82, y + side * 0.25);
    cairo_stroke(m_cairo);
}

} // namespace escale::papers
