// SPDX-License-Identifier: GPL-3.0-or-later
// escale --bench: the touch application measures itself, for "escale-ctl bench ui". Each phase is a
// process of its own and prints one JSON object.
#pragma once

#include <QJsonObject>
#include <QString>

class QQuickWindow;

namespace escale {

class FrameMeter;
class Parcours;
class Walker;

/// What a start was: {"premiere_image_ns", "rss_ko", "fichiers": [mapped files]}.
QJsonObject startReport(qint64 firstFrameNs);

/// Goes by touch through the pages of a demande: {"pages_ms": […], "images_ms": […], "rss_ko"}.
QJsonObject benchPages(Walker& walker, Parcours& parcours, FrameMeter& meter);

/// The same two for a window with nothing but a text that slides (witness.cpp).
QJsonObject framesReport(const FrameMeter& meter);

void print(const QJsonObject& object);

} // namespace escale
