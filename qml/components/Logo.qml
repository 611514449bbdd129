// SPDX-License-Identifier: GPL-3.0-or-later
// The sign of the project and its name. In: overNight (on the quay, name under the sign).
import QtQuick

Item {
    id: logo

    property bool overNight: true

    Accessible.name: word.text
    Accessible.role: Accessible.StaticText
    height: overNight ? 84 : 54
    width: overNight ? 144 : 200

    Image {
        id: sign

        fillMode: Image.PreserveAspectFit
        height: width * 64 / 96
        source: "qrc:/qt/qml/Escale/Ui/pictograms/illustrations/" + (Theme.highContrast ? "logo-contraste" : logo.overNight ? "logo-quai" : "logo") + ".svg"
        sourceSize.height: Math.round(height * Theme.scale)
        sourceSize.width: Math.round(width * Theme.scale)
        width: logo.overNight ? 84 : 80
        x: logo.overNight ? (logo.width - width) / 2 : Theme.rightToLeft ? logo.width - width + 1 : -1
    }

    EscaleText {
        id: word

        Accessible.ignored: true
        bold: true
        color: logo.overNight ? Theme.inkNight : Theme.ink
        horizontalAlignment: logo.overNight ? Text.AlignHCenter : Text.AlignLeft
        line: logo.overNight ? 30 : 40
        size: logo.overNight ? 26 : 34
        text: "Escale"
        width: logo.overNight ? logo.width : implicitWidth
        x: logo.overNight ? 0 : Theme.rightToLeft ? 0 : 92
        y: logo.overNight ? 54 : 6
    }
}
