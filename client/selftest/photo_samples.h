// SPDX-License-Identifier: GPL-3.0-or-later
// Invented photos, good and bad, drawn when a walk shows every advice and every refusal.
#pragma once

#include "shared/base/result.h"

#include <QString>
#include <QStringList>

namespace escale {

/// The kind of photo whose text is read and whose code is not.
inline constexpr const char* kBlurredCode = "code-flou";

/// Folders of frames under `folder`/camera, one a kind, in the order in which they are shown.
QStringList cameraKinds();

/// Files that no page can be made of, in `folder`.
QStringList badFiles();

/// Writes them all. Errc::storageFailure.
Result<void> writePhotoSamples(const QString& folder);

} // namespace escale
