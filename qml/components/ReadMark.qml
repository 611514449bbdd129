// SPDX-License-Identifier: GPL-3.0-or-later
// The lamp mark on the word being read aloud, on one line or several; the letters on it are drawn
// again in the ink of the lamp, whatever the page is like.
// In: target (an EscaleText, null for none); start and length of the word in its text without tags.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Ui

Item {
    id: mark

    property EscaleText target: null
    property int start: -1
    property int length: 0

    readonly property var places: target ? WordPlaces.of(target.text, target.rich, target.font, target.width, target.effectiveHorizontalAlignment, start, length) : []
    readonly property real side: 6

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    objectName: "mot-lu"
    parent: target
    visible: places.length > 0
    z: 1

    Repeater {
        model: mark.target ? mark.places : []

        Rectangle {
            id: plate

            required property rect modelData

            color: Theme.lamp
            height: Math.min(mark.target.pixels * 1.6, mark.target.lineTall + 18)
            radius: 8
            width: modelData.width + 2 * mark.side
            x: modelData.x - mark.side
            y: modelData.y * mark.target.lineTall + (mark.target.lineTall - height) / 2 - 3

            Item {
                clip: true
                height: plate.height
                width: plate.width

                Text {
                    Accessible.ignored: true
                    bottomPadding: mark.target.bottomPadding
                    color: Theme.inkLamp
                    font: mark.target.font
                    horizontalAlignment: mark.target.effectiveHorizontalAlignment
                    lineHeight: mark.target.lineHeight
                    lineHeightMode: mark.target.lineHeightMode
                    text: mark.target.rich ? mark.target.text.replace(/<\/?font[^>]*>/g, "") : mark.target.text
                    textFormat: mark.target.textFormat
                    topPadding: mark.target.topPadding
                    width: mark.target.width
                    wrapMode: mark.target.wrapMode
                    x: -plate.x
                    y: -plate.y
                }
            }
        }
    }
}
