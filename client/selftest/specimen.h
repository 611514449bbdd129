// SPDX-License-Identifier: GPL-3.0-or-later
// An invented identity document, marked SPECIMEN, drawn when a walk needs a photo.
#pragma once

#include "shared/base/result.h"

#include <QString>

namespace escale {

inline constexpr const char* kSpecimenName = "specimen-identite.jpg";

/// Writes the picture in `folder` (created), under kSpecimenName. Errc::storageFailure.
Result<void> writeSpecimen(const QString& folder);

} // namespace escale
