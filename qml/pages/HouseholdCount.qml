// SPDX-License-Identifier: GPL-3.0-or-later
// « Vous serez 3 personnes ». In: count; room (px, on one line or two).
import QtQuick

Row {
    id: line

    property int count: 0
    property real room: 700

    height: parent.height
    spacing: 18

    Picto {
        anchors.verticalCenter: parent.verticalCenter
        name: "personnes"
        size: 56
    }

    EscaleText {
        anchors.verticalCenter: parent.verticalCenter
        line: 38
        rich: true
        size: 28
        width: line.room - 74
        text: qsTr("Vous serez %1").arg("<b>" + qsTr("%n personnes", "", line.count) + "</b>")
    }
}
