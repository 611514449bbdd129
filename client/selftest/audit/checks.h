// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with what a window shows, one function a rule; each gives one line for each fault,
// none when all is well. The rules are those of qml/README.md.
#pragma once

#include "client/selftest/audit/scene.h"

namespace escale::audit {

/// Smallest target and smallest gap, px of the reference screen; the primary button is taller.
inline constexpr qreal kTarget = 64;
inline constexpr qreal kGap = 8;
inline constexpr qreal kPrimary = 72;
inline constexpr double kContrast = 7; // WCAG 2.1, 1.4.6

/// A text that is cut: elided, wider than its item, out of the box it is written on, out of the
/// window or under something opaque.
QStringList cutTexts(const Scene& scene);

/// Letters over other letters, or over a button that they do not belong to.
QStringList overlaps(const Scene& scene);

/// Letters smaller than `smallest` px.
QStringList smallTexts(const Scene& scene, int smallest);

/// A character drawn by no glyph, or by a font that is not ours.
QStringList missingGlyphs(const Scene& scene, const QStringList& families);

/// Letters that stand out less than `least` to 1 from what is painted under them.
QStringList paleTexts(const Scene& scene, double least);

/// A target too small, too near another, out of the window, covered.
QStringList badTargets(const Scene& scene);

/// The keyboard or the keypad over something else: field, label, error, button.
QStringList underKeyboard(const Scene& scene);

/// Not exactly one heading; a node without a name, a button without an action of its own; a
/// combo box, a spin button, something that scrolls; something that takes touches and is not said.
QStringList badTree(const Scene& scene);

struct Expected {
    int smallestText = 24;
    QStringList families{QStringLiteral("Andika"), QStringLiteral("Noto Sans Arabic"),
                         QStringLiteral("Noto Sans")};
};

/// All of them.
QStringList faultsOf(const Scene& scene, const Expected& expected);

} // namespace escale::audit
