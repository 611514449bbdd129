// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, sizes and times of the whole interface. The only file that names a colour.
// Every size is in px of the reference screen (1280x800); Stage scales the whole scene at once.
// Set from outside: highContrast, largeText ("très grand"), calm ("sans mouvement"), rightToLeft,
// speech (false: nothing can be read aloud here, and nothing offers it),
// locks (behind a PIN: the quay's last button closes the device instead of erasing),
// keyGuardMs, clock (ms; -1: the clock of the system). Set by Stage: scale, portrait.
pragma Singleton
import QtQuick

QtObject {
    id: theme

    property bool highContrast: false
    property bool largeText: false
    property bool calm: false
    property bool speech: true
    property bool locks: false
    property bool rightToLeft: false
    property bool portrait: false
    property real scale: 1

    // A second press within pressGuardMs does nothing. Typing needs doubled letters: the filter
    // for keys is apart, 0 to 500 ms, set for people whose hand trembles.
    readonly property int pressGuardMs: 500
    property int keyGuardMs: 0
    property real clock: -1
    property real lastPressAt: -10000
    property point lastPressWhere: Qt.point(-10000, -10000)

    // Ground and surfaces
    readonly property color ground: highContrast ? "#000000" : "#F7F1E5"
    readonly property color surface: highContrast ? "#000000" : "#FFFFFF"
    readonly property color plate: highContrast ? "#242424" : "#FFFFFF"
    readonly property color sunken: highContrast ? "#3A3A3A" : "#EFE5D2"
    readonly property color foam: highContrast ? "#242424" : "#DCEBE8"
    readonly property color lampSoft: highContrast ? "#242424" : "#FFF0CC"
    readonly property color brickSoft: highContrast ? "#242424" : "#FBE4DC"
    readonly property color leafSoft: highContrast ? "#242424" : "#DCEFDF"
    readonly property color selectedFill: highContrast ? "#000000" : "#FFF0CC"
    readonly property color hairline: highContrast ? "#8C8C8C" : "#DACFB9"

    // Text
    readonly property color ink: highContrast ? "#FFFFFF" : "#12292C"
    readonly property color inkSoft: highContrast ? "#FFFFFF" : "#37494B"
    readonly property color inkSea: highContrast ? "#000000" : "#FFFFFF"
    readonly property color inkLamp: highContrast ? "#000000" : "#12292C"
    readonly property color inkNight: "#FFFFFF"

    // Sea: primary button, selected border, the line and its stops
    readonly property color sea: highContrast ? "#FFD94A" : "#0E4B54"
    readonly property color seaPressed: highContrast ? "#C9A400" : "#0A343B"
    readonly property color seaLip: highContrast ? "#A88400" : "#051E23"
    readonly property color stopDone: highContrast ? "#FFFFFF" : "#0E4B54"

    // Lamp: what listens and speaks, where you are, a point
    readonly property color lamp: highContrast ? "#FFD94A" : "#FFC24B"
    readonly property color lampPressed: highContrast ? "#C9A400" : "#EBA92A"
    readonly property color lampLip: highContrast ? "#A88400" : "#8A5A00"
    readonly property color lampGlow: highContrast ? "#A88400" : "#FFE3A6"
    readonly property color lampRing: highContrast ? "#FFD94A" : "#0E4B54"
    readonly property color pointRing: highContrast ? "#FFD94A" : "#12292C"

    // Edges
    readonly property color edge: highContrast ? "#FFFFFF" : "#6A7B7B"
    readonly property color keyPressedEdge: highContrast ? "#FFFFFF" : "#12292C"
    readonly property color functionInk: highContrast ? "#FFD94A" : "#12292C"
    readonly property color functionFill: highContrast ? "#000000" : "#DCEBE8"
    readonly property color functionEdge: highContrast ? "#FFD94A" : "#6A7B7B"
    readonly property int border: highContrast ? 3 : 2

    // Quay and full-screen alert
    readonly property color night: highContrast ? "#000000" : "#0A343B"
    readonly property color quay: highContrast ? "#000000" : "#1B5C65"
    readonly property color quayEdge: highContrast ? "#FFFFFF" : "#86B6B7"
    readonly property color quayPressed: highContrast ? "#3A3A3A" : "#051E23"
    readonly property color quayLine: highContrast ? "#FFFFFF" : "#2C6E77"

    // States
    readonly property color brick: highContrast ? "#FFB4A2" : "#8A2413"
    readonly property color leaf: highContrast ? "#8FF0B4" : "#175433"
    readonly property color focus: highContrast ? "#6FE3FF" : "#7A1E6C"
    readonly property color focusOnNight: highContrast ? "#6FE3FF" : "#FFFFFF"

    // Illustration of the town: the ground under the houses, and the code to photograph.
    readonly property color townGround: highContrast ? "#000000" : "#E3D7BF"
    readonly property color codeDark: "#12292C"
    readonly property color codeLight: "#FFFFFF"

    // Sizes
    readonly property int quayWidth: largeText ? 248 : 168
    readonly property int quayHeight: 158
    readonly property int pagePadding: portrait ? 32 : largeText ? 28 : 36
    readonly property int targetMinimum: 64
    readonly property int gap: 8
    readonly property int lip: 5
    readonly property int lipTall: 7
    readonly property int lipKey: 4
    readonly property int radiusKey: 12
    readonly property int radiusField: 16
    readonly property int radiusButton: 18
    readonly property int radiusCard: 22
    readonly property int radiusAlert: 24
    readonly property int ringWidth: 4
    readonly property int ringGap: 5
    readonly property int drift: 12

    // Type: the smallest size is 24, and 40 in "très grand".
    readonly property var families: ["Andika", "Noto Sans Arabic", "Noto Sans"]
    readonly property int smallestText: largeText ? 40 : 24
    readonly property real opticalLift: 0.05
    readonly property var arabicLines: ({
            "50": 62,
            "58": 72,
            "72": 80,
            "38": 44,
            "46": 46,
            "34": 36,
            "31": 36,
            "36": 42,
            "30": 36,
            "27": 32,
            "32": 32
        })

    // Times: page change, press, tick. All 0 when calm, and while the voice speaks.
    readonly property bool still: calm || Narration.speaking
    readonly property int pageMs: still ? 0 : 180
    readonly property int pressMs: still ? 0 : 50
    readonly property int tickMs: still ? 0 : 120
    readonly property int pageSlide: 40

    function now(): real {
        return clock >= 0 ? clock : Date.now();
    }

    // The scale of a window of w x h device px.
    function scaleFor(w: real, h: real): real {
        return w >= h ? Math.min(w / 1280, h / 800) : Math.min(w / 800, h / 1280);
    }

    function textSize(size: real): real {
        return largeText ? Math.max(size * 1.2, smallestText) : size;
    }

    function lineFor(size: real, line: real, arabic: bool): real {
        const grown = textSize(size);
        const latin = grown > size ? Math.round(grown * Math.max(1.1, Math.min(line / size, 1.2))) : line;
        return arabic ? (arabicLines[latin] ?? Math.round(latin * 1.18)) : latin;
    }

    // True when this press comes too soon after the last one, at about the same place. The place
    // is kept here and not in the button, because the first press may have changed the page.
    function isDoublePress(where: point): bool {
        const close = Math.abs(where.x - lastPressWhere.x) < 60 && Math.abs(where.y - lastPressWhere.y) < 60;
        return close && now() - lastPressAt < pressGuardMs;
    }

    function notePress(where: point): void {
        lastPressAt = now();
        lastPressWhere = where;
    }
}
