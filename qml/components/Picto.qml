// SPDX-License-Identifier: GPL-3.0-or-later
// A pictogram by its name, in the drawing that suits what is behind it.
// In:  name (file name without .svg); size (48); label (only when the picture stands without its
//      word: otherwise it is ignored by assistive technology);
//      on: "page" (default), "night" (quay), "sea" (primary button), "lamp" (amber), "brick", "leaf";
//      mirrored (defaults to right-to-left and one of the names that are mirrored).
import QtQuick

Image {
    id: picto

    property string name
    property real size: 48
    property string label
    property string on: "page"
    property bool mirrored: Theme.rightToLeft && /^(retour|continuer|terminer|points)$/.test(name)

    readonly property var lightFolders: ({
            "page": "",
            "night": "quai/",
            "sea": "bouton/",
            "lamp": "ambre/",
            "brick": "brique/",
            "leaf": "feuille/"
        })
    readonly property string folder: !Theme.highContrast ? lightFolders[on] : on === "sea" || on === "lamp" ? "jaune/" : "contraste/"

    Accessible.ignored: label === ""
    Accessible.name: label
    Accessible.role: Accessible.Graphic
    fillMode: Image.PreserveAspectFit
    height: size
    mirror: mirrored
    source: name === "" ? "" : "qrc:/qt/qml/Escale/Ui/pictograms/" + folder + name + ".svg"
    sourceSize.height: Math.round(size * Theme.scale)
    sourceSize.width: Math.round(size * Theme.scale)
    width: size
}
