// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboards of a question and the way from one to the other.
// In:  layouts: array among "azerty", "arabic", "cyrillic", "digits", "email", "code", first one
//      first; target (an AnswerField or nothing); raiseFirst (a capital begins each name); lines
//      (a text of several lines: a capital begins each sentence, a key ends the line); text (what
//      is written, for capitals: the target's by default); plain (letters without accents).
// Out: typed(letters), erased(): also done on the target.   current: the name of the one shown.
import QtQuick

Item {
    id: keyboard

    property var layouts: ["azerty", "arabic", "cyrillic"]
    property AnswerField target
    property bool raiseFirst: true
    property bool lines: false
    property bool plain: false
    property string text: target ? target.text : ""
    property string current: layouts.length > 0 ? layouts[0] : "azerty"
    property bool shifted: false
    readonly property bool spoken: false

    readonly property bool atStart: lines ? /(^|[.?!…]\s|\n)$/.test(text) : raiseFirst && /(^|[\s’-])$/.test(text)
    readonly property bool upper: current === "code" || shifted !== atStart
    readonly property var names: ({
            "azerty": "ABC",
            "arabic": "حروف عربية",
            "cyrillic": "Кирилиця",
            "digits": "123",
            "email": "@",
            "code": "ABC"
        })
    readonly property var files: ({
            "azerty": "KeyboardAzerty.qml",
            "arabic": "KeyboardArabic.qml",
            "cyrillic": "KeyboardCyrillic.qml",
            "digits": "KeyboardDigits.qml",
            "email": "KeyboardEmail.qml",
            "code": "KeyboardCode.qml"
        })
    readonly property bool outside: layouts.indexOf(current) < 0
    readonly property int alphabets: layouts.filter(name => name === "azerty" || name === "arabic" || name === "cyrillic").length
    readonly property string otherLabel: current === "azerty" && alphabets > 2 ? qsTr("Autres lettres") : names[outside ? layouts[0] : next()] ?? ""

    signal typed(string letters)
    signal erased

    function next(): string {
        return layouts[(layouts.indexOf(current) + 1) % layouts.length] ?? current;
    }

    function show(role: string): void {
        if (role === "digits")
            current = "digits";
        else
            current = role === "abc" || outside ? layouts[0] : next();
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

        source: Qt.resolvedUrl(keyboard.files[keyboard.current])
        width: parent.width
    }

    Binding {
        property: "upper"
        target: loader.item
        value: keyboard.upper
    }

    Binding {
        property: "plain"
        target: loader.item
        value: keyboard.plain
    }

    Binding {
        property: "lines"
        target: loader.item
        value: keyboard.lines
    }

    Binding {
        property: "shiftOn"
        target: loader.item
        value: keyboard.upper
    }

    Binding {
        property: "otherLabel"
        target: loader.item
        value: keyboard.otherLabel
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
}
