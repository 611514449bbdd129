// SPDX-License-Identifier: GPL-3.0-or-later
// Any text of the interface, with its line height fixed and centred.
// In:  text; size (26), line (36) reference px; bold; soft (hint colour); rich (StyledText: <b>, <font>;
//      then text must not hold anything typed by a person); lift (raise by 5 %, in buttons);
//      ltr (codes, amounts, Latin names: stay left to right and isolated); heading;
//      spoken (true), spokenPrivate, spokenKind: see qml/reading/spoken_script.h.
import QtQuick

Text {
    id: label

    property real size: 26
    property real line: 36
    property bool bold: false
    property bool soft: false
    property bool rich: false
    property bool lift: false
    property bool ltr: false
    property bool heading: false
    property bool spoken: true
    property bool spokenPrivate: false
    property string spokenKind

    readonly property bool arabic: /[\u0600-\u06FF]/.test(text)
    readonly property real pixels: Theme.textSize(size)
    readonly property real lineTall: Theme.lineFor(size, line, Theme.rightToLeft && arabic && !ltr)
    // Qt puts the baseline under the tallest font of the line; these are the hhea metrics of
    // Andika and Noto Sans Arabic, in em.
    readonly property real ascent: arabic ? 1.374 : 1.221
    readonly property real centring: lineTall / 2 + 0.415 * pixels - ascent * pixels
    readonly property real raise: lift ? Theme.opticalLift * pixels : 0

    Accessible.role: heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text.replace(/<[^>]*>/g, "")
    color: soft ? Theme.inkSoft : Theme.ink
    font.bold: bold
    font.hintingPreference: Font.PreferVerticalHinting
    font.pixelSize: pixels
    horizontalAlignment: Text.AlignLeft
    // Qt counts the last line at its natural height: the box would not be centred on the words.
    height: Math.max(1, lineCount) * lineTall
    lineHeight: lineTall
    lineHeightMode: Text.FixedHeight
    textFormat: rich ? Text.StyledText : Text.PlainText
    topPadding: centring - raise
    bottomPadding: -topPadding
    wrapMode: Text.Wrap
}
