// SPDX-License-Identifier: GPL-3.0-or-later
// Where an answer is written, with our keyboards (insert, erase) or a real one.
// In:  text; label (accessible name: the question); description (hint or fault);
//      active (written in now); error; digits (46 px); ltr (codes, numbers, Latin names);
//      maximumLength (100); secret (dots instead of letters).
// Out: textEdited(text) after each change by a person; activated() when touched, or by Enter.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: field

    property alias text: input.text
    property alias maximumLength: input.maximumLength
    property string label
    property string description
    property bool active: true
    property bool error: false
    property bool digits: false
    property bool ltr: digits
    property bool secret: false
    property real textSize: digits ? 46 : rightward ? 34 : 38

    readonly property real borderWidth: error ? 5 : active ? 4 : 3
    readonly property bool rightward: /^[^A-Za-z\u00C0-\u04FF0-9]*[\u0590-\u06FF]/.test(text) || (text === "" && Theme.rightToLeft && !ltr)

    signal textEdited(string text)
    signal activated

    // Both return quietly when nothing can be added or taken away.
    function insert(letters: string): void {
        input.insert(input.cursorPosition, letters);
    }

    function erase(): void {
        if (input.cursorPosition > 0)
            input.remove(input.cursorPosition - 1, input.cursorPosition);
    }

    Accessible.description: description
    Accessible.editable: true
    Accessible.focusable: true
    Accessible.name: label
    Accessible.role: Accessible.EditableText
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    height: 76

    Accessible.onPressAction: {
        input.forceActiveFocus();
        field.activated();
    }

    Rectangle {
        anchors.fill: parent
        border.color: field.error ? Theme.brick : field.active ? Theme.sea : Theme.edge
        border.width: field.borderWidth
        color: Theme.surface
        radius: Theme.radiusField
    }

    TextInput {
        id: input

        Accessible.ignored: true
        activeFocusOnTab: true
        anchors.fill: parent
        anchors.leftMargin: 26
        anchors.rightMargin: 26
        autoScroll: true
        clip: contentWidth > width
        color: Theme.ink
        cursorVisible: field.active
        echoMode: field.secret ? TextInput.Password : TextInput.Normal
        font.letterSpacing: field.digits ? 1 : 0
        font.hintingPreference: Font.PreferVerticalHinting
        font.pixelSize: Theme.textSize(field.textSize)
        horizontalAlignment: field.rightward ? TextInput.AlignRight : TextInput.AlignLeft
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        maximumLength: 100
        passwordMaskDelay: 0
        selectByMouse: false
        topPadding: -Math.round(2 * Theme.opticalLift * font.pixelSize)
        verticalAlignment: TextInput.AlignVCenter

        cursorDelegate: Rectangle {
            // The item is as tall as the line of the face; the caret is shorter.
            color: "transparent"
            visible: field.active
            width: 4

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: field.error ? Theme.brick : Theme.sea
                height: 46
                width: 4
            }
        }

        // Tab passes over a field on its way to the keys: it does not move what they write in.
        Keys.onEnterPressed: field.activated()
        Keys.onReturnPressed: field.activated()
        onTextEdited: {
            field.activated();
            field.textEdited(text);
        }
    }

    MultiPointTouchArea {
        anchors.fill: parent
        maximumTouchPoints: 1

        onPressed: points => {
            input.cursorPosition = input.positionAt(points[0].x - input.x, points[0].y - input.y);
            field.activated();
        }
    }

    FocusRing {
        corner: Theme.radiusField
        target: input
        visible: input.activeFocus
        anchors.fill: field
    }
}
