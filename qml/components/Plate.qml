// SPDX-License-Identifier: GPL-3.0-or-later
// A white card that is only read: no border, no edge. Children stand on it.
import QtQuick

Rectangle {
    color: Theme.plate
    radius: Theme.radiusCard
}
