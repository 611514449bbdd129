// SPDX-License-Identifier: GPL-3.0-or-later
// A date: three boxes and the keypad; written back in words while it is typed.
import QtQuick

QuestionFrame {
    id: page

    readonly property var parts: asked.typed.split("/")

    keypadPage: true

    side: Keypad {
        flat: Theme.portrait && (page.raised > 0 || Theme.largeText || page.error !== "")

        onErased: date.erase()
        onTyped: letters => date.insert(letters)
    }

    DateField {
        id: date

        day: page.parts[0] ?? ""
        error: page.error !== ""
        month: page.parts[1] ?? ""
        objectName: "date"
        width: parent.width
        written: page.error === "" ? page.asked.readBack : ""
        year: page.parts[2] ?? ""

        onEdited: (day, month, year) => page.asked.typed = day + "/" + month + "/" + year
    }
}
