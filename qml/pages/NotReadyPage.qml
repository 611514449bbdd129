// SPDX-License-Identifier: GPL-3.0-or-later
// For advisers: this device has not been enrolled yet.
import QtQuick

EscalePage {
    backVisible: false
    hint: qsTr("Appelez la personne qui s’occupe de cet appareil.")
    objectName: "pas-pret"
    primaryText: ""
    title: qsTr("Cet appareil n’est pas encore prêt.")
    titleIcon: "borne"

    Banner {
        kind: "info"
        text: qsTr("Il lui faut un code d’inscription, donné par le serveur.")
        width: parent.width
    }
}
