// SPDX-License-Identifier: GPL-3.0-or-later
// « Vous êtes toujours là ? »: over everything while the seconds run (borne only). Said once.
import QtQuick
import Escale.Ui
import Escale.Client

Loader {
    id: overlay

    active: Parcours.idleSecondsLeft > 0

    onLoaded: Lecture.announce(SpokenScript.of(overlay.item as Item))

    sourceComponent: IdleAlert {
        objectName: "inactivite"
        secondsLeft: Parcours.idleSecondsLeft

        onFinish: Parcours.departure.eraseAll()
        onStay: Parcours.stillHere()
    }
}
