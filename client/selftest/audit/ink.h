// SPDX-License-Identifier: GPL-3.0-or-later
// Where the letters of a text item really are: its box is often taller than its words.
#pragma once

#include "client/selftest/audit/scene.h"

namespace escale::audit {

/// Of a Text, TextInput or TextEdit; `order` is left to the caller.
SeenText readText(const QQuickItem* item);

/// What stands between tags of a StyledText is kept, the tags are not.
QString withoutTags(const QString& text);

} // namespace escale::audit
