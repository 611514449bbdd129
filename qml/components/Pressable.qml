// SPDX-License-Identifier: GPL-3.0-or-later
// Base of everything that can be pressed: a face with a thick bottom edge that goes down.
// In:  accessibleName; role (Accessible.Button), checkable, checked (for assistive technology);
//      lip, radius, borderWidth, fill, pressedFill, borderColor, pressedBorderColor, lipColor;
//      overNight (white focus ring); guarded (double press filter, true); flat (no face drawn).
// Out: activated() once a press; down (bool); faceItem. Height includes the lip.
// Children go on the face and move with it. A press may last, and drift by 12 px.
import QtQuick

Item {
    id: control

    property string accessibleName
    property string accessibleDescription
    property int role: Accessible.Button
    property bool checkable: false
    property bool checked: false
    property real lip: Theme.lip
    property real radius: Theme.radiusButton
    property real borderWidth: Theme.border
    property color fill: Theme.surface
    property color pressedFill: Theme.sunken
    property color borderColor: Theme.edge
    property color pressedBorderColor: borderColor
    property color lipColor: Theme.edge
    property bool overNight: false
    property bool guarded: true
    property bool keyDown: false
    property real lastAt: -10000

    readonly property bool down: touch.inside || keyDown
    readonly property alias faceItem: face
    default property alias content: face.data

    signal activated

    // where: the press in scene px; a press from the keyboard or a reader has none.
    function press(where: var): void {
        const own = Theme.now() - lastAt < (guarded ? Theme.pressGuardMs : Theme.keyGuardMs);
        if (own || (guarded && where !== undefined && Theme.isDoublePress(where)))
            return;
        lastAt = Theme.now();
        if (guarded && where !== undefined)
            Theme.notePress(where);
        activated();
    }

    function isPressKey(event: KeyEvent): bool {
        return event.key === Qt.Key_Space || event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
    }

    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.description: accessibleDescription
    Accessible.focusable: true
    Accessible.focused: activeFocus
    Accessible.name: accessibleName
    Accessible.role: role
    activeFocusOnTab: true

    Accessible.onPressAction: control.press(undefined)
    // What a reader does to a choice: its first action.
    Accessible.onToggleAction: control.press(undefined)
    Keys.onPressed: event => {
        event.accepted = control.isPressKey(event);
        if (event.accepted && !event.isAutoRepeat)
            control.keyDown = true;
    }
    Keys.onReleased: event => {
        event.accepted = control.isPressKey(event);
        if (!event.accepted || event.isAutoRepeat || !control.keyDown)
            return;
        control.keyDown = false;
        control.press(undefined);
    }
    onActiveFocusChanged: keyDown = false

    Rectangle {
        color: control.lipColor
        height: parent.height - control.lip
        radius: control.radius
        visible: !control.down && control.lip > 0
        width: parent.width
        y: control.lip
    }

    Rectangle {
        id: face

        border.color: control.down ? control.pressedBorderColor : control.borderColor
        border.width: control.borderWidth
        color: control.down ? control.pressedFill : control.fill
        height: parent.height - control.lip
        radius: control.radius
        width: parent.width
        y: control.down ? control.lip : 0
    }

    FocusRing {
        corner: control.radius
        overNight: control.overNight
        target: control
    }

    MultiPointTouchArea {
        id: touch

        property bool inside: false

        function holds(point: TouchPoint): bool {
            return point.x >= -Theme.drift && point.x <= width + Theme.drift && point.y >= -Theme.drift && point.y <= height + Theme.drift;
        }

        anchors.fill: parent
        maximumTouchPoints: 1

        onCanceled: inside = false
        onPressed: inside = true
        onReleased: points => {
            const good = inside && holds(points[0]);
            inside = false;
            if (good)
                control.press(control.mapToItem(null, points[0].x, points[0].y));
        }
        onUpdated: points => inside = holds(points[0])
    }
}
