// SPDX-License-Identifier: GPL-3.0-or-later
// Every text that the interface holds, shown or not: to check that nothing of a person stays.
#pragma once

#include <QStringList>

class QObject;
class QQuickWindow;

namespace escale {

/// Texts of the window (its title, the properties of its items, visible or not, what they say to
/// assistive technologies), of the view-models and of the clipboard. May hold what a person typed.
QStringList everyText(QQuickWindow& window, QObject& viewModels);

} // namespace escale
