// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    Stage {
        IdleAlert {
            secondsLeft: 47
        }
    }
}
