// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/papers/pdf.h"

#include "shared/crypto/secret.h"
#include "shared/papers/structure.h"
#include "shared/papers/typesetter.h"

#include <cairo-pdf.h>

namespace escale::papers {

namespace {

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

/// The PDF of cairo, and what was written in it.
Result<Bytes> write(const Paper& paper, int total, const Pictures& pictures, Structure& structure) {
    Bytes written;
    const Surface surface(
        cairo_pdf_surface_create_for_stream(append, &written, kSheetWidth, kSheetHeight));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   paper.title.own.c_str());
    const Context context(cairo_create(surface.get()));
    bool first = true;
    Sheets sheets(
        [&] {
            if (!first)
                cairo_show_page(context.get());
            first = false;
            return context.get();
        },
        pictures);
    Typesetter(sheets, paper, total).set();
    cairo_show_page(context.get());
    ESCALE_TRY(check(cairo_status(context.get())));
    cairo_surface_finish(surface.get());
    ESCALE_TRY(check(cairo_surface_status(surface.get())));
    structure = sheets.structure();
    return written;
}

} // namespace

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

Result<Bytes> pdfOf(const Paper& paper, const Pictures& pictures) {
    const int total = countSheets(paper);
    if (total > kMostSheets)
        return fail(Errc::tooLarge, "trop de pages");
    Structure structure;
    ESCALE_TRY_ASSIGN(written, write(paper, total, pictures, structure));
    auto marked = withStructure(written, structure, paper.language);
    crypto::wipe(written);
    return marked;
}

} // namespace escale::papers
