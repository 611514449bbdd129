// SPDX-License-Identifier: GPL-3.0-or-later
// The page itself, upright: cut out of the photo, measured, evenly lit, written.
#pragma once

#include "client/scan/geometry.h"
#include "client/scan/photo.h"
#include "client/scan/shape.h"

#include <optional>

namespace escale::scan {

/// Size on paper and in points.
struct PageSize {
    int width = 0, height = 0; // points
    double mmWide = 0, mmHigh = 0;
    int dpi = 0;
};

/// A4 at 200 dpi, a card at 300; of another shape, about as many points as the photo has.
PageSize pageSizeOf(const Quad& coins, Forme forme, const Camera& camera);

/// Points of the photo for one inch of the page, where there are the fewest.
double photoDpi(const Quad& coins, const PageSize& size);

/// Planes of `size`, chroma at half of it. What is outside the photo is white.
Photo straighten(const Photo& photo, const Quad& coins, const PageSize& size);
cv::Mat straightenLuma(const Photo& photo, const Quad& coins, const PageSize& size);

/// Divides by the light that falls on the paper, then stretches from ink to paper. Greys and
/// colours stay: nothing is decided point by point.
void evenLight(Photo& page, int dpi);

struct Measures {
    double reflet = 0;
    double clarte = 0;
};
/// Before evenLight(): what was burnt out cannot be seen afterwards.
Measures measureLight(const Photo& page);
/// After it.
double sharpness(const cv::Mat& y);

/// JPEG of at most `mostBytes`: quality 85, then less. Errc::tooLarge, internal.
Result<Bytes> jpegOf(const Photo& page, int dpi, std::size_t mostBytes);
/// A PDF 1.4 of one page around `jpeg`: no metadata, no date.
Bytes pdfAround(ByteView jpeg, const PageSize& size);

} // namespace escale::scan
