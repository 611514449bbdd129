// SPDX-License-Identifier: GPL-3.0-or-later
// A document that the person does not have: where to find it, what else would do, what happens then.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property PieceList pieces: Parcours.pieces
    readonly property var absent: pieces.absent

    hint: absent.whose + (absent.advice ? " – " + absent.advice : "")
    objectName: "sans-document"
    partIcon: "partie-documents"
    partName: Parcours.question.partName
    partNumber: 6
    primaryText: qsTr("Je le donne plus tard")
    secondaryIcon: "suite"
    secondaryName: "un-autre"
    secondaryText: pieces.lacking > 1 ? qsTr("Un autre document") : ""
    title: absent.name ?? ""
    titleIcon: absent.picto ?? ""

    onSecondary: pieces.nextAbsent()

    Column {
        spacing: 14
        width: parent.width

        Banner {
            first: qsTr("Où le trouver ?")
            kind: "info"
            text: page.absent.where ?? ""
            width: parent.width
        }

        Banner {
            icon: "points"
            kind: "warm"
            text: qsTr("Ce document donne %n points.", "", page.absent.points ?? 0)
            visible: (page.absent.points ?? -1) > 0
            width: parent.width
        }

        EscaleText {
            bold: true
            line: 36
            size: 28
            text: qsTr("Un autre document marche aussi :")
            visible: page.pieces.instead.length > 0
            width: parent.width
        }

        Repeater {
            model: page.pieces.instead

            PressableRow {
                required property var modelData

                icon: modelData.picto
                name: modelData.name
                objectName: "a-la-place:" + modelData.type
                second: modelData.where
                width: parent.width

                onActivated: Parcours.openPhoto(page.absent.key, modelData.type)
            }
        }

        Banner {
            first: qsTr("Sans ce document")
            icon: "demande"
            kind: "trial"
            text: page.absent.then ?? ""
            width: parent.width
        }
    }
}
