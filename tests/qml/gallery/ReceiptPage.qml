// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    readonly property var square: Array.from({
        "length": 25
    }, (row, y) => Array.from({
            "length": 25
        }, (cell, x) => cellAt(x, y)).join(""))

    // Looks like a code; carries nothing.
    function cellAt(x: int, y: int): string {
        for (const corner of [[0, 0], [18, 0], [0, 18]]) {
            const dx = x - corner[0], dy = y - corner[1];
            if (dx >= 0 && dx < 7 && dy >= 0 && dy < 7) {
                const ring = Math.max(Math.abs(dx - 3), Math.abs(dy - 3));
                return ring === 2 ? "0" : "1";
            }
        }
        return (x * 7 + y * 11 + x * y) % 5 < 2 ? "1" : "0";
    }

    Stage {
        PageFrame {
            answerTop: Theme.portrait ? 272 : 142
            hint: "Gardez ce code. Il sert à revenir."
            primaryIcon: "tick"
            primaryText: "J’ai noté mon code"
            title: Theme.portrait ? "C’est fait.\nVotre demande est gardée." : "C’est fait. Votre demande est gardée."
            titleIcon: "recu"

            footerStart: Row {
                spacing: 14

                Picto {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "telephone"
                    size: 48
                }

                Column {
                    EscaleText {
                        line: 34
                        text: "Une question ?"
                    }

                    EscaleText {
                        bold: true
                        line: 34
                        ltr: true
                        text: "01 99 00 41 27"
                    }
                }
            }

            CodeCard {
                id: code

                anchors.left: parent.left
                code: "482915703642"
                printable: true
                qr: square
            }

            Timeline {
                steps: [
                    {
                        "when": "Aujourd’hui",
                        "what": "Votre demande est gardée ici.",
                        "state": "done"
                    },
                    {
                        "when": "Dans quelques jours",
                        "what": "Elle part au service du logement.",
                        "state": "now"
                    },
                    {
                        "when": "1 mois après, au plus",
                        "what": "Vous recevez votre numéro.",
                        "state": "later"
                    },
                    {
                        "when": "Dans 11 mois",
                        "what": "Pensez à la renouveler.",
                        "state": "later"
                    }
                ]
                width: Theme.portrait ? parent.width - 14 : parent.width - 568
                x: Theme.portrait ? 14 : Theme.rightToLeft ? 0 : 568
                y: Theme.portrait ? 379 : 0
            }
        }
    }
}
