// SPDX-License-Identifier: GPL-3.0-or-later
// The documents to give, what each is for, and whether it is there.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property var documents: Parcours.piece.documents
    readonly property int kept: documents.filter(document => document.state !== "a-fournir").length

    hint: qsTr("Une photo suffit. La feuille reste à vous.")
    objectName: "documents"
    partIcon: "partie-documents"
    partName: Parcours.question.partName
    partNumber: 6
    title: qsTr("%1 document gardé sur %2").arg(kept).arg(documents.length)

    Column {
        spacing: 12
        width: parent.width

        Repeater {
            model: page.documents

            ListRow {
                id: row

                required property var modelData

                readonly property bool missing: modelData.state === "a-fournir"

                endMargin: 22
                height: Math.max(Theme.portrait ? 128 : 100, implicitHeight)
                icon: row.modelData.picto
                name: row.modelData.label
                nameSize: 30
                second: row.modelData.detail
                width: parent.width

                PrimaryButton {
                    icon: "photographier"
                    iconStart: true
                    objectName: "photographier"
                    small: true
                    text: qsTr("Photographier")
                    visible: row.missing

                    onActivated: {
                        Parcours.piece.select(row.modelData.type);
                        Parcours.openPhoto();
                    }
                }

                Pill {
                    icon: "tick"
                    kind: "sent"
                    text: row.modelData.stateLabel
                    visible: !row.missing
                }

                SecondaryButton {
                    icon: "recommencer"
                    small: true
                    text: qsTr("Refaire")
                    visible: !row.missing

                    onActivated: {
                        Parcours.piece.select(row.modelData.type);
                        Parcours.openPhoto();
                    }
                }
            }
        }
    }
}
