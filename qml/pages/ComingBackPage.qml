// SPDX-License-Identifier: GPL-3.0-or-later
// The code de reprise of a demande begun elsewhere, typed beside an adviser.
import QtQuick
import Escale.Client

ReturnPage {
    advice: qsTr("La demande n’est peut-être pas encore arrivée ici. Cherchez aussi le nom dans la liste.")
    objectName: "revient-page"
    shortAdvice: qsTr("Cherchez aussi le nom dans la liste.")
    typed: Parcours.adviser.typed
}
