// SPDX-License-Identifier: GPL-3.0-or-later
// An answer of a full-screen alert: a white card on night. In: text, second, icon. Out: activated().
import QtQuick

ChoiceCard {
    beside: false
    borderWidth: Theme.highContrast ? Theme.border : 0
    checkable: false
    height: 336
    iconSize: 128
    lip: 6
    lipColor: Theme.quayEdge
    overNight: true
    role: Accessible.Button
    textSize: 38
}
