// SPDX-License-Identifier: GPL-3.0-or-later
// What the camera sees, the page found in it, and one advice above. Never mirrored.
// In: frame (url), outline ([point from 0 to 1] or empty), advice, icon, kind ("advice", "ready", "error").
pragma ComponentBehavior: Bound
import QtQuick

Rectangle {
    id: view

    property url frame
    property var outline: []
    property string advice
    property string icon
    property string kind: "advice"

    readonly property color bandColor: kind === "ready" ? Theme.sea : kind === "error" ? Theme.brickSoft : Theme.lamp
    readonly property color bandInk: kind === "ready" ? Theme.inkSea : kind === "error" ? Theme.brick : Theme.inkLamp

    function placed(index: int): point {
        const corner = view.outline[index % 4] ?? Qt.point(0, 0);
        return Qt.point((picture.width - picture.paintedWidth) / 2 + corner.x * picture.paintedWidth, (picture.height - picture.paintedHeight) / 2 + corner.y * picture.paintedHeight);
    }

    color: Theme.night
    radius: Theme.radiusButton

    Rectangle {
        id: band

        color: view.bandColor
        height: Math.max(104, words.height + 20)
        radius: view.radius
        width: parent.width

        Rectangle {
            color: parent.color
            height: parent.radius
            width: parent.width
            y: parent.height - height
        }

        Picto {
            id: sign

            name: view.icon
            on: view.kind === "ready" ? "sea" : view.kind === "error" ? "brick" : "lamp"
            size: 68
            visible: name !== ""
            x: Theme.rightToLeft ? parent.width - width - 28 : 28
            y: (parent.height - height) / 2
        }

        EscaleText {
            id: words

            Accessible.role: Accessible.AlertMessage
            bold: true
            color: view.bandInk
            horizontalAlignment: Text.AlignHCenter
            line: 42
            size: 34
            text: view.advice
            width: parent.width - 2 * 112
            x: 112
            y: (parent.height - height) / 2
        }
    }

    Item {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 8
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: band.bottom
        clip: true

        Image {
            id: picture

            Accessible.name: qsTr("Ce que voit la caméra")
            Accessible.role: Accessible.Graphic
            anchors.fill: parent
            cache: false
            fillMode: Image.PreserveAspectFit
            source: view.frame
        }

        // The target: where the paper should be.
        Repeater {
            model: 4

            CornerMark {
                required property int index

                atBottom: index > 1
                atEnd: index % 2 === 1
                x: atEnd ? parent.width - width - 92 : 92
                y: atBottom ? parent.height - height - 34 : 30
            }
        }

        Repeater {
            model: view.outline.length === 4 ? 4 : 0

            OutlineSide {
                required property int index

                from: view.placed(index)
                to: view.placed(index + 1)
            }
        }

        Repeater {
            model: view.outline.length === 4 ? 4 : 0

            Rectangle {
                required property int index
                readonly property point corner: view.placed(index)

                border.color: Theme.night
                border.width: 3
                color: Theme.lamp
                height: 26
                radius: 13
                width: 26
                x: corner.x - 13
                y: corner.y - 13
            }
        }
    }
}
