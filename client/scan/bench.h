// SPDX-License-Identifier: GPL-3.0-or-later
// What the way from photo to page is compared with, in milliseconds of this thread.
#pragma once

#include "shared/base/bytes.h"

namespace escale::scan {

/// libjpeg-turbo alone: every row of the photo to RGB, nothing kept. 0 when it cannot be decoded.
double bareDecodeMs(ByteView jpeg);

/// One frame of the preview, as a camera would give it: the photo at half its size (1500 x 2000 for
/// 12 megapixels), decoded beforehand.
double previewMs(ByteView jpeg);

} // namespace escale::scan
