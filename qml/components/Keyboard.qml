// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboards of a question and the way from one to the other.
// In:  layouts: array among "azerty", "arabic", "cyrillic", "digits", "email", first one first;
//      target (an AnswerField or nothing); raiseFirst (a capital begins each name); text (what is
//      written, for raiseFirst: the target's by default).
// Out: typed(letters), erased(): also done on the target.   current: the name of the one shown.
import QtQuick

Item {
    id: keyboard

    property var layouts: ["azerty", "arabic", "cyrillic"]
    property AnswerField target
    property bool raiseFirst: true
    property string text: target ? target.text : ""
    property string current: layouts.length > 0 ? layouts[0] : "azerty"
    property bool shifted: false

    readonly property bool atStart: raiseFirst && /(^|[\s’-])$/.test(text)
    readonly property bool upper: shifted !== atStart
    readonly property var names: ({
            "azerty": "ABC",
            "arabic": "حروف عربية",
            "cyrillic": "Кирилиця",
            "digits": "123",
            "email": "@"
        })
    readonly property var sources: ({
            "azerty": azerty,
            "arabic": arabic,
            "cyrillic": cyrillic,
            "digits": digits,
            "email": email
        })

    signal typed(string letters)
    signal erased

    function next(): string {
        return layouts[(layouts.indexOf(current) + 1) % layouts.length] ?? current;
    }

    function show(role: string): void {
        if (role === "digits")
            current = "digits";
        else
            current = role === "abc" || current === "digits" && layouts.indexOf("digits") < 0 ? layouts[0] : next();
    }

    height: loader.height

    onErased: if (target)
        target.erase()
    onTyped: letters => {
        if (target)
            target.insert(letters);
        shifted = false;
    }

    Loader {
        id: loader

        sourceComponent: keyboard.sources[keyboard.current]
        width: parent.width
    }

    Connections {
        function onTyped(letters) {
            keyboard.typed(letters);
        }

        function onErased() {
            keyboard.erased();
        }

        function onShifted() {
            keyboard.shifted = !keyboard.shifted;
        }

        function onRequested(role) {
            keyboard.show(role);
        }

        target: loader.item as KeyboardLayout
    }

    Component {
        id: azerty

        KeyboardAzerty {
            otherLabel: keyboard.layouts.length > 2 ? qsTr("Autres lettres") : keyboard.names[keyboard.next()] ?? ""
            shiftOn: keyboard.upper
            upper: keyboard.upper
        }
    }

    Component {
        id: cyrillic

        KeyboardCyrillic {
            otherLabel: keyboard.names[keyboard.next()] ?? ""
            shiftOn: keyboard.upper
            upper: keyboard.upper
        }
    }

    Component {
        id: arabic

        KeyboardArabic {
        }
    }

    Component {
        id: digits

        KeyboardDigits {
            otherLabel: keyboard.names[keyboard.layouts.indexOf("digits") < 0 ? keyboard.layouts[0] : keyboard.next()] ?? ""
        }
    }

    Component {
        id: email

        KeyboardEmail {
        }
    }
}
