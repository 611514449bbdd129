// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the camera: which document, which page, the big round button, the ways out.
// In:  icon, label, rank, detail, busy, filesThere, morePages.   Out: shoot(), files(), missing(), enough().
import QtQuick

Item {
    id: side

    property string icon
    property string label
    property string rank
    property string detail
    property bool busy: false
    property bool filesThere: false
    property bool morePages: false

    signal shoot
    signal files
    signal missing
    signal enough

    height: Theme.portrait ? 345 : 756

    Column {
        id: names

        spacing: 10
        width: Theme.portrait ? parent.width - 270 : parent.width
        x: Theme.portrait && Theme.rightToLeft ? 270 : 0

        Picto {
            anchors.horizontalCenter: Theme.portrait ? undefined : parent.horizontalCenter
            name: side.icon
            size: 80
            visible: !Theme.portrait && !Theme.largeText
        }

        EscaleText {
            bold: true
            heading: true
            horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignHCenter
            line: 38
            size: 28
            text: side.label
            width: parent.width
        }

        EscaleText {
            horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignHCenter
            line: 36
            size: 26
            soft: true
            text: side.rank
            width: parent.width
        }

        EscaleText {
            horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignHCenter
            line: 34
            size: 26
            text: side.busy ? qsTr("La page se prépare.") : qsTr("La photo se prend toute seule.")
            visible: side.busy || !Theme.largeText
            width: parent.width
        }
    }

    SecondaryButton {
        id: filesButton

        icon: "doc-autre"
        objectName: "choisir-un-fichier"
        small: true
        text: qsTr("Un fichier")
        visible: side.filesThere
        x: !Theme.portrait ? (parent.width - width) / 2 : Theme.rightToLeft ? wayOut.x - width - 16 : wayOut.width + 16
        y: Theme.portrait ? wayOut.y + (wayOut.height - height) / 2 : names.height + 10

        onActivated: side.files()
    }

    Pressable {
        accessibleName: qsTr("Prendre la photo")
        borderWidth: 0
        fill: Theme.sea
        height: width + lip
        lipColor: Theme.seaLip
        objectName: "prendre"
        pressedFill: Theme.seaPressed
        radius: width / 2
        width: Theme.portrait ? 210 : 240
        x: Theme.portrait ? (Theme.rightToLeft ? 0 : parent.width - width) : (parent.width - width) / 2
        y: Theme.portrait ? 0 : Math.max(Theme.largeText ? 366 : 410, filesButton.visible ? filesButton.y + filesButton.height + 12 : 0)

        onActivated: side.shoot()

        Column {
            anchors.centerIn: parent
            spacing: 6
            width: parent.width - 40

            Picto {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "photographier"
                on: "sea"
                size: Theme.portrait ? 72 : 88
            }

            EscaleText {
                Accessible.ignored: true
                bold: true
                color: Theme.inkSea
                horizontalAlignment: Text.AlignHCenter
                line: 34
                size: 28
                text: qsTr("Prendre\nla photo")
                width: parent.width
            }
        }
    }

    SecondaryButton {
        id: wayOut

        maximumWidth: parent.width
        objectName: side.morePages ? "c-est-tout" : "je-ne-l-ai-pas"
        text: side.morePages ? qsTr("C’est tout") : qsTr("Je ne l’ai pas")
        x: !Theme.portrait ? (parent.width - width) / 2 : Theme.rightToLeft ? parent.width - width : 0
        y: Theme.portrait ? parent.height - height : Math.min(675, parent.height - height)

        onActivated: side.morePages ? side.enough() : side.missing()
    }
}
