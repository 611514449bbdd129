// SPDX-License-Identifier: GPL-3.0-or-later
// Where a text of several lines is written, with our keyboards (insert, erase) or a real one. What
// is beyond the box comes with two buttons; nothing scrolls under the finger.
// In:  text; label (accessible name: the question); description; active; error.
// Out: textEdited(text) after each change by a person; activated() when touched; overflows (more
//      lines than the box shows).
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: box

    property string text
    property string label
    property string description
    property bool active: true
    property bool error: false

    property bool overflows: false

    // Whole lines only.
    readonly property real lineTall: Math.max(1, input.cursorRectangle.height)
    readonly property bool rightward: /^[^A-Za-z\u00C0-\u04FF0-9]*[\u0590-\u06FF]/.test(text) || (text === "" && Theme.rightToLeft)

    signal textEdited(string text)
    signal activated

    function insert(letters: string): void {
        input.insert(input.cursorPosition, letters);
    }

    function erase(): void {
        if (input.cursorPosition > 0)
            input.remove(input.cursorPosition - 1, input.cursorPosition);
    }

    // The text given from outside is what is shown, even when it refused the last letter.
    function take(): void {
        if (input.text === text)
            return;
        const fromEnd = input.length - input.cursorPosition;
        input.text = text;
        input.cursorPosition = Math.max(0, input.length - fromEnd);
    }

    // Once the buttons are there the lines are shorter: what fits then fits without them too.
    function measure(): void {
        overflows = input.contentHeight > view.height + 1;
        view.from = Math.max(0, Math.min(view.from, input.contentHeight - view.height));
        follow();
    }

    // The lines at the caret are in the box.
    function follow(): void {
        const caret = input.cursorRectangle;
        view.from = Math.max(Math.min(view.from, caret.y), caret.y + caret.height - view.height, 0);
    }

    function turn(lines: int): void {
        view.from = Math.max(0, Math.min(view.from + lines * Math.max(lineTall, view.height - lineTall), input.contentHeight - view.height));
    }

    Accessible.description: description
    Accessible.editable: true
    Accessible.focusable: true
    Accessible.multiLine: true
    Accessible.name: label
    Accessible.role: Accessible.EditableText
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    Accessible.onPressAction: input.forceActiveFocus()
    Component.onCompleted: {
        take();
        input.cursorPosition = input.length;
        measure();
    }
    onHeightChanged: later.restart()
    onTextChanged: take()

    // The width that is being measured follows from the answer.
    Timer {
        id: later

        interval: 0

        onTriggered: box.measure()
    }

    Rectangle {
        anchors.fill: parent
        border.color: box.error ? Theme.brick : box.active ? Theme.sea : Theme.edge
        border.width: box.error ? 5 : box.active ? 4 : 3
        color: Theme.surface
        radius: Theme.radiusField
    }

    Item {
        id: view

        property real from: 0

        clip: true
        height: Math.max(1, Math.floor((box.height - 16) / box.lineTall)) * box.lineTall
        width: box.width - 48 - (box.overflows ? 148 : 0)
        x: 24
        y: 8

        onHeightChanged: later.restart()

        TextEdit {
            id: input

            Accessible.ignored: true
            activeFocusOnTab: true
            color: Theme.ink
            cursorVisible: box.active
            font.hintingPreference: Font.PreferVerticalHinting
            font.pixelSize: Theme.textSize(28)
            horizontalAlignment: box.rightward ? TextEdit.AlignRight : TextEdit.AlignLeft
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            selectByMouse: false
            textFormat: TextEdit.PlainText
            width: view.width
            wrapMode: TextEdit.Wrap
            y: -view.from

            cursorDelegate: Rectangle {
                color: box.error ? Theme.brick : Theme.sea
                visible: box.active
                width: 4
            }

            onActiveFocusChanged: if (activeFocus)
                box.activated()
            onContentHeightChanged: later.restart()
            onCursorRectangleChanged: box.follow()
            onTextChanged: if (text !== box.text) {
                box.textEdited(text);
                box.take();
            }
        }
    }

    // The whole box, not only its lines: a finger at the edge writes too.
    MultiPointTouchArea {
        anchors.fill: parent
        maximumTouchPoints: 1

        onPressed: points => {
            input.cursorPosition = input.positionAt(points[0].x - view.x, points[0].y - view.y + view.from);
            box.activated();
        }
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap
        visible: box.overflows

        Repeater {
            model: [
                {
                    "icon": "monter",
                    "name": qsTr("Lignes d’avant"),
                    "step": -1
                },
                {
                    "icon": "suite",
                    "name": qsTr("Lignes d’après"),
                    "step": 1
                }
            ]

            SecondaryButton {
                required property var modelData

                accessibleName: modelData.name
                height: 66 + lip
                icon: modelData.icon
                objectName: modelData.icon
                padding: 24
                small: true
                text: ""
                width: 66

                onActivated: box.turn(modelData.step)
            }
        }
    }

    FocusRing {
        anchors.fill: box
        corner: Theme.radiusField
        target: input
        visible: input.activeFocus
    }
}
