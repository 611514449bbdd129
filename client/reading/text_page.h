// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: everything that the printed text of a page seems to say.
#pragma once

#include "client/reading/text_reader.h"

namespace escale::reading {

/// `page`: 8-bit grey, evenly lit. About a second for an A4 page at 200 dpi.
TextFindings readText(TextReader& reader, const cv::Mat& page, int dpi);

} // namespace escale::reading
