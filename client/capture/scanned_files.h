// SPDX-License-Identifier: GPL-3.0-or-later
// The folder where a scanner, or somebody who copies from a USB stick, leaves files on the device.
#pragma once

#include "shared/base/result.h"

#include <string>

namespace escale::client {

/// Erases every file of `folder` and of the folders in it (eraseFile()); the folder stays. What a
/// link points to is left alone. An absent folder is not an error. Errc::storageFailure when
/// something could not be erased: the others are erased all the same.
Result<void> eraseScannedFiles(const std::string& folder);

} // namespace escale::client
