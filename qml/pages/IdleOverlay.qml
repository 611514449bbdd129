// SPDX-License-Identifier: GPL-3.0-or-later
// « Vous êtes toujours là ? »: over everything while the seconds run (borne only).
import QtQuick
import Escale.Client

Loader {
    id: overlay

    active: Parcours.idleSecondsLeft > 0

    sourceComponent: IdleAlert {
        objectName: "inactivite"
        secondsLeft: Parcours.idleSecondsLeft

        onFinish: Parcours.finish()
        onStay: Parcours.stillHere()
    }
}
