// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of a page: read within limits, judged, and made into the JPEG that is kept.
#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace escale {

/// A page of A4 at 150 dots an inch reads well and goes over a slow line.
inline constexpr int kPageShortSide = 1754;
inline constexpr int kPageLongSide = 2480;
inline constexpr qsizetype kMaxPageJpegBytes = 500'000;
/// Of the file, before anything is decoded.
inline constexpr qint64 kMaxPictureFileBytes = 20'000'000;
inline constexpr int kMaxPictureSide = 12'000;
inline constexpr qint64 kMaxPicturePoints = 50'000'000;

/// The picture of a JPEG or PNG file, turned as its camera says. Errc::notFound, tooLarge or
/// unreadableImage. Sizes are checked before the pixels are decoded.
Result<QImage> readPicture(const QString& path);

/// One piece of advice as a text key ("piece.conseil.sombre", "piece.conseil.floue"); empty when
/// the picture looks good. About 2 ms.
QString adviceOn(const QImage& picture);

/// A JPEG within the limits above, of pixels alone: nothing that a camera or a program wrote
/// beside them. Errc::unreadableImage for an empty picture.
Result<QByteArray> pageJpeg(const QImage& picture);

} // namespace escale
