// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/papers/document.h"

#include "client/papers/pictures.h"
#include "shared/papers/pdf.h"
#include "shared/papers/typesetter.h"

#include <cstring>

namespace escale::papers {

namespace {

constexpr int kLeastWidth = 100;
constexpr int kMostWidth = 4000;

struct Close {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, Close>;
using Context = std::unique_ptr<cairo_t, Close>;

Result<void> check(cairo_status_t status) {
    if (status == CAIRO_STATUS_SUCCESS)
        return {};
    return fail(Errc::internal, std::string("cairo : ") + cairo_status_to_string(status));
}

Picture drawn(const std::string& name) {
    const QImage image = pictogram(name);
    Picture picture;
    if (image.isNull())
        return picture;
    picture.side = image.width();
    const auto side = static_cast<std::size_t>(picture.side);
    picture.pixels.resize(side * side);
    for (int row = 0; row < picture.side; ++row)
        std::memcpy(picture.pixels.data() + std::ptrdiff_t{row} * picture.side,
                    image.constScanLine(row), side * sizeof(std::uint32_t));
    return picture;
}

} // namespace

Result<Bytes> pdfOf(const Paper& paper) {
    return pdfOf(paper, drawn);
}

Result<std::vector<QImage>> imagesOf(const Paper& paper, int width) {
    if (width < kLeastWidth || width > kMostWidth)
        return fail(Errc::invalidArgument, "largeur d’image");
    const int total = countSheets(paper);
    if (total > kMostSheets)
        return fail(Errc::tooLarge, "trop de pages");
    const double scale = width / kSheetWidth;
    std::vector<QImage> images;
    images.reserve(static_cast<std::size_t>(total));
    std::vector<Context> contexts;
    Sheets sheets(
        [&] {
            QImage& image = images.emplace_back(width, static_cast<int>(kSheetHeight * scale),
                                                QImage::Format_RGB32);
            image.fill(Qt::white);
            const Surface surface(cairo_image_surface_create_for_data(
                image.bits(), CAIRO_FORMAT_RGB24, image.width(), image.height(),
                static_cast<int>(image.bytesPerLine())));
            contexts.emplace_back(cairo_create(surface.get()));
            cairo_scale(contexts.back().get(), scale, scale);
            return contexts.back().get();
        },
        drawn);
    Typesetter(sheets, paper, total).set();
    for (const Context& context : contexts)
        ESCALE_TRY(check(cairo_status(context.get())));
    return images;
}

} // namespace escale::papers
