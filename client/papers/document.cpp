// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/papers/document.h"

#include "client/papers/structure.h"
#include "client/papers/typesetter.h"
#include "shared/crypto/secret.h"

#include <exception>

#include <cairo-pdf.h>

namespace escale::papers {

namespace {

constexpr int kLeastWidth = 100;
constexpr int kMostWidth = 4000;
// A paper of more sheets than that is a mistake of ours.
constexpr int kMostSheets = 200;

struct Close {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, Close>;
using Context = std::unique_ptr<cairo_t, Close>;

cairo_status_t append(void* to, const unsigned char* data, unsigned int size) {
    auto& bytes = *static_cast<Bytes*>(to);
    bytes.insert(bytes.end(), data, data + size);
    return CAIRO_STATUS_SUCCESS;
}

Result<void> check(cairo_status_t status) {
    if (status == CAIRO_STATUS_SUCCESS)
        return {};
    return fail(Errc::internal, std::string("cairo : ") + cairo_status_to_string(status));
}

/// Drawn for nobody, to know how many there are.
int countSheets(const Paper& paper) {
    const cairo_rectangle_t whole{0, 0, kSheetWidth, kSheetHeight};
    std::vector<Context> contexts;
    Sheets sheets([&] {
        const Surface surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &whole));
        contexts.emplace_back(cairo_create(surface.get()));
        return contexts.back().get();
    });
    Typesetter(sheets, paper, 1).set();
    return sheets.count();
}

/// The PDF of cairo, and what was written in it.
Result<Bytes> write(const Paper& paper, int total, Structure& structure) {
    Bytes written;
    const Surface surface(
        cairo_pdf_surface_create_for_stream(append, &written, kSheetWidth, kSheetHeight));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   paper.title.own.c_str());
    const Context context(cairo_create(surface.get()));
    bool first = true;
    Sheets sheets([&] {
        if (!first)
            cairo_show_page(context.get());
        first = false;
        return context.get();
    });
    Typesetter(sheets, paper, total).set();
    cairo_show_page(context.get());
    ESCALE_TRY(check(cairo_status(context.get())));
    cairo_surface_finish(surface.get());
    ESCALE_TRY(check(cairo_surface_status(surface.get())));
    structure = sheets.structure();
    return written;
}

} // namespace

Result<Bytes> pdfOf(const Paper& paper) {
    const int total = countSheets(paper);
    if (total > kMostSheets)
        return fail(Errc::tooLarge, "trop de pages");
    Structure structure;
    ESCALE_TRY_ASSIGN(written, write(paper, total, structure));
    auto marked = withStructure(written, structure, paper.language);
    crypto::wipe(written);
    return marked;
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
    Sheets sheets([&] {
        QImage& image = images.emplace_back(width, static_cast<int>(kSheetHeight * scale),
                                            QImage::Format_RGB32);
        image.fill(Qt::white);
        const Surface surface(cairo_image_surface_create_for_data(
            image.bits(), CAIRO_FORMAT_RGB24, image.width(), image.height(),
            static_cast<int>(image.bytesPerLine())));
        contexts.emplace_back(cairo_create(surface.get()));
        cairo_scale(contexts.back().get(), scale, scale);
        return contexts.back().get();
    });
    Typesetter(sheets, paper, total).set();
    for (const Context& context : contexts)
        ESCALE_TRY(check(cairo_status(context.get())));
    return images;
}

} // namespace escale::papers
