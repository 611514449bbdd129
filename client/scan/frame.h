// SPDX-License-Identifier: GPL-3.0-or-later
// A camera's frame as planes.
#pragma once

#include "client/scan/photo.h"
#include "client/scan/preview.h"

namespace escale::scan {

/// False when `frame` is not what it says: too few bytes, no size, a JPEG that cannot be read.
/// `width` and `height` are those of the frame as it is; `photo` may be smaller (photo->scale).
bool readFrame(const FrameView& frame, Photo* photo, int* width, int* height);

} // namespace escale::scan
