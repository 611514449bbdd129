// SPDX-License-Identifier: GPL-3.0-or-later
// Between what is on screen and the voice: « Écouter » asks here, the application answers.
// Set from outside: speaking.   Out: asked(root), to read what root shows.
pragma Singleton
import QtQuick

QtObject {
    property bool speaking: false

    signal asked(Item root)
}
