// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a PDF as pictures. A PDF is a program of sorts: poppler's tools open it in processes of
// their own, with little memory, little time, and no file but the one that they are given.
#pragma once

#include "client/scan/photo.h"

namespace escale::scan {

/// Page `page` (from 0) at 200 dpi for A4, as many points on its long side for another. `pages` is
/// how many there are. Raison::motDePasse, tropGrand (too many pages, too long to draw), tronque.
std::optional<Raison> drawPdf(ByteView file, int page, Photo* photo, int* pages);

} // namespace escale::scan
