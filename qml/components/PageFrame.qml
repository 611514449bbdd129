// SPDX-License-Identifier: GPL-3.0-or-later
// A page: the quay, the top line, the question, its hint or error, the answers, the two buttons.
// In:  partNumber, partCount (6), partName, partIcon; topText (rich, instead of "Partie 2 sur 6"); topEnd (item at the end of
//      the top line, instead of the stops); title, titleIcon (80 px beside it, pages without a part), titleSize (42), titleLine (50);
//      hint, hintSize (28); hintOptional (left out in très grand); error
//      (first words), errorText (what to do): they replace the hint; keyboardPage (tighter, Keyboard at keyboardTop); side (item
//      at the end: keypad); primaryText ("Continuer", "" for none), primaryIcon; secondaryText, secondaryIcon ("" none);
//      footerStart (item, instead of the secondary button); backVisible, logoVisible, helpCalled: see Quay;
//      titleTop, hintTop, answerTop, footerTop: places that may be set by a dense page; raised (px kept free above the bottom
//      buttons); sideShown.
// Out: primary(), secondary(), back(), help(), language(), finish(); heading, hintWords; answer (Item, where children stand: between the
//      hint and the buttons); footerRoom (px beside the primary button).
import QtQuick

FocusScope {
    id: frame

    property int partNumber: 0
    property int partCount: 6
    property string partName
    property string partIcon
    property string topText: partText()
    property alias topEnd: topEndZone.data
    property string title
    property string titleIcon
    property real titleSize: 42
    property real titleLine: 50
    property string hint
    property bool hintOptional: false
    property real hintSize: 28
    property string error
    property string errorText
    property bool keyboardPage: false
    property alias side: sideZone.data
    property alias sideShown: sideZone.visible
    property string primaryText: qsTr("Continuer")
    property string primaryIcon: "continuer"
    property string secondaryText
    property string secondaryIcon
    property string secondaryName: "secondaire"
    property alias footerStart: footerZone.data
    property alias backVisible: quay.backVisible
    property alias logoVisible: quay.logoVisible
    property alias finishVisible: quay.finishVisible
    property alias helpCalled: quay.helpCalled

    readonly property bool upright: Theme.portrait
    readonly property bool beside: sideZone.children.length > 0 && !upright
    readonly property bool arabic: Theme.rightToLeft
    readonly property bool topShown: topText !== "" || partNumber > 0 || topEndZone.children.length > 0
    // Two lines of question over a keyboard: closer lines, nothing is covered.
    readonly property bool tight: keyboardPage && !upright && question.lineCount > 1
    // Two lines of what is wrong: closer too.
    readonly property bool longError: keyboardPage && !upright && errorBanner.height > 70
    readonly property real topY: upright ? 121 : keyboardPage ? 14 : 24
    property real titleTop: upright ? (topShown ? 194 : 119) : keyboardPage ? 72 : topShown ? 98 : titleIcon !== "" ? 25 : 36
    property real hintTop: beside ? Math.max(161, belowTitle) : titleTop + question.height + (titleIcon !== "" ? -2 : tight ? -6 : keyboardPage ? 1 : arabic ? -2 : 6)
    property real answerTop: belowHint()
    property real footerTop: upright ? height - Theme.quayHeight - 105 : Theme.largeText ? height - 108 : height - (keyboardPage ? 97 : 105)
    property real raised: 0
    readonly property real sideTop: Math.max(182, belowTitle)
    readonly property real footerRoom: page.width - (primaryText === "" ? 0 : go.width + 24)
    readonly property real keyboardTop: upright ? footerTop - 24 - raised - keyboardHeight : 307
    property real keyboardHeight: upright ? 448 : 372
    readonly property real belowTitle: titleTop + question.height + 8
    readonly property real columnWidth: beside ? page.width - 470 : page.width
    readonly property alias answer: answerZone
    readonly property alias heading: question
    readonly property alias hintWords: hintText
    default property alias content: answerZone.data

    signal primary
    signal secondary
    signal back
    signal help
    signal language
    signal finish

    function partText(): string {
        if (partNumber === 0)
            return "";
        const part = qsTr("Partie %1 sur %2").arg(partNumber).arg(partCount);
        return Theme.largeText || partName === "" ? part : part + " – <b><font color=\"" + Theme.ink + "\">" + partName + "</font></b>";
    }

    function belowHint(): real {
        if (error !== "")
            return errorBanner.y + errorBanner.height + (longError ? 4 : tight ? 2 : keyboardPage ? 16 : 20);
        if (hintText.visible)
            return beside ? hintTop + hintText.height + (hintText.lineCount > 1 ? 22 : 36) : keyboardPage ? Math.max(186, hintTop + hintText.height + (tight ? 4 : 20)) : hintTop + hintText.height + (arabic ? 24 : 22);
        return titleTop + question.height + (Theme.largeText ? 16 : 20);
    }

    // x in the page of something w wide that starts `from` px from the start side.
    function fromStart(from: real, w: real): real {
        return arabic ? page.width - from - w : from;
    }

    function focusError(): void {
        errorBanner.forceActiveFocus(); // a reader speaks what has the focus
    }

    anchors.fill: parent

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    Item {
        id: page

        height: frame.height
        width: frame.width - 2 * Theme.pagePadding - (frame.upright ? 0 : Theme.quayWidth)
        x: frame.upright || frame.arabic ? Theme.pagePadding : Theme.quayWidth + Theme.pagePadding

        PortraitTop {
            backVisible: frame.backVisible
            logoVisible: frame.logoVisible
            visible: frame.upright
            width: page.width

            onBack: frame.back()
        }

        TopLine {
            anchors.fill: parent
            at: topEndZone.children.length > 0 ? 0 : frame.partNumber
            count: frame.partCount
            endRoom: topEndZone.width > 0 ? topEndZone.width + 24 : 0
            icon: frame.partIcon
            middle: frame.topY + 26
            text: frame.topText
            visible: frame.topShown
        }
        Picto {
            id: titlePicture
            name: frame.titleIcon
            size: 80
            visible: name !== ""
            x: frame.fromStart(0, width)
            y: frame.titleTop + (question.height + (hintText.visible ? hintText.height : 0)) / 2 - height / 2
        }

        Heading {
            id: question

            readonly property real indent: titlePicture.visible ? 98 : 0
            line: frame.tight || frame.keyboardPage && arabic ? 44 : frame.titleLine
            size: frame.titleSize
            text: frame.title
            visible: text !== ""
            width: page.width - indent
            x: frame.fromStart(indent, width)
            y: frame.titleTop - (!arabic ? 0 : frame.keyboardPage ? 4 : 8)
        }

        Hint {
            id: hintText
            line: frame.tight ? 32 : 38
            size: frame.hintSize
            text: frame.hint
            visible: text !== "" && frame.error === "" && !(frame.hintOptional && Theme.largeText)
            width: frame.columnWidth - question.indent
            x: frame.fromStart(question.indent, width)
            y: frame.hintTop
        }

        Banner {
            id: errorBanner
            // What is wrong is said first.
            readonly property int spokenRank: -1

            activeFocusOnTab: true
            first: frame.error
            firstLine: frame.beside
            height: implicitHeight
            kind: "error"
            text: frame.errorText
            visible: frame.error !== ""
            width: frame.columnWidth
            x: frame.fromStart(0, width)
            y: frame.beside ? frame.sideTop : frame.longError ? frame.hintTop - 4 : frame.keyboardPage ? frame.hintTop + 2 : frame.hintTop
            FocusRing { target: errorBanner }
        }

        Item {
            id: answerZone
            height: frame.footerTop - 25 - frame.raised - y
            width: frame.columnWidth
            x: frame.fromStart(0, width)
            y: frame.answerTop
        }

        Item {
            id: topEndZone
            height: childrenRect.height
            width: childrenRect.width
            x: frame.fromStart(page.width - width, width)
            y: (frame.upright ? 62 : frame.topY + 26) - height / 2
        }

        Item {
            id: sideZone
            height: childrenRect.height
            width: childrenRect.width
            x: frame.upright ? (page.width - width) / 2 : frame.fromStart(page.width - width, width)
            y: frame.upright ? frame.footerTop - 24 - frame.raised - height : frame.sideTop
        }

        Item {
            id: footerZone
            height: childrenRect.height
            width: childrenRect.width
            x: frame.fromStart(0, width)
            y: frame.footerTop + 38 - height / 2
        }

        SecondaryButton {
            icon: frame.secondaryIcon
            maximumWidth: page.width - go.width - 24
            objectName: frame.secondaryName
            text: frame.secondaryText
            visible: text !== ""
            x: frame.fromStart(0, width)
            y: frame.footerTop
            onActivated: frame.secondary()
        }
        PrimaryButton {
            id: go
            readonly property int spokenRank: 2
            icon: frame.primaryIcon
            objectName: "continuer"
            text: frame.primaryText
            visible: text !== ""
            x: frame.fromStart(page.width - width, width)
            y: frame.footerTop
            onActivated: frame.primary()
        }
    }

    Quay {
        id: quay

        onBack: frame.back()
        onFinish: frame.finish()
        onHelp: frame.help()
        onLanguage: frame.language()
    }
}
