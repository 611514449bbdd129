// SPDX-License-Identifier: GPL-3.0-or-later
// What a flat rectangle must be for a camera to see it so. The camera is taken as a pinhole whose
// axis is in the middle of the photo.
#pragma once

#include "client/scan/geometry.h"
#include "client/scan/vocabulary.h"

#include <optional>

namespace escale::scan {

/// ISO 216 and ISO/IEC 7810.
inline constexpr double kA4Ratio = 297.0 / 210.0;
inline constexpr double kId1Ratio = 85.60 / 53.98;

/// Size of a photo in points, and what its focal length usually is: a telephone's main camera sees
/// about as much as a 26 mm lens on 36 x 24 mm film.
struct Camera {
    int width = 0;
    int height = 0;
    [[nodiscard]] double focal() const { return 0.76 * (width > height ? width : height); }
};

/// Length of side 0 over length of side 1, as the usual focal length makes it.
double sideRatio(const Quad& quad, const Camera& camera);

/// `long side up` or not is in `quad`'s order; a photo that was cropped or zoomed is tried with the
/// focal length that its own perspective gives.
Forme formeOf(const Quad& quad, const Camera& camera);

/// The same outline, its first corner being the upper left one of the page held upright.
Quad upright(const Quad& quad, Forme forme);

/// The outline whose side `missing` is outside the picture, an A4 page or a card being there: the
/// side is placed where the page ends. None when the other sides do not tell.
std::optional<Quad> complete(const Quad& quad, std::size_t missing, const Camera& camera);

} // namespace escale::scan
