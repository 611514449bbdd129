// SPDX-License-Identifier: GPL-3.0-or-later
// Things to read, one under the other, on one plate. In: rows: array of [picto, first, second].
pragma ComponentBehavior: Bound
import QtQuick

Plate {
    id: list

    property var rows: []

    height: column.height + 24

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: 24
        anchors.right: parent.right
        anchors.rightMargin: 24
        y: 12

        Repeater {
            model: list.rows

            Item {
                id: row

                required property var modelData
                required property int index

                height: words.height + 26
                width: column.width

                Picto {
                    id: picture

                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    name: row.modelData[0]
                    size: 62
                }

                Column {
                    id: words

                    anchors.left: picture.right
                    anchors.leftMargin: 22
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter

                    EscaleText {
                        bold: true
                        line: 36
                        size: 28
                        text: row.modelData[1]
                        width: parent.width
                    }

                    EscaleText {
                        line: 36
                        soft: true
                        text: row.modelData[2]
                        width: parent.width
                    }
                }

                Rectangle {
                    color: Theme.hairline
                    height: 2
                    visible: row.index + 1 < list.rows.length
                    width: parent.width
                    y: parent.height - 1
                }
            }
        }
    }
}
