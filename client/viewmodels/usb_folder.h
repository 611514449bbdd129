// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace escale {

/// The first removable disk that can be written now, mounted where desktops mount them (/media,
/// /run/media); empty when there is none.
QString usbFolder();

} // namespace escale
