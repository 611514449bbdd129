// SPDX-License-Identifier: GPL-3.0-or-later
// Without colours: what is chosen and what is wrong are still seen, by a shape and not by a shade.
import QtQuick
import QtTest
import Escale.Ui

Item {
    id: scene

    height: 600
    width: 1000

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    ChoiceCard {
        id: card

        icon: "logement-loue"
        text: "Je loue"
        width: 300
        x: 40
        y: 40
    }

    AnswerField {
        id: field

        active: false
        label: "Nom"
        text: "Benarous"
        width: 400
        x: 40
        y: 320
    }

    Banner {
        id: banner

        first: "Il manque un chiffre."
        kind: "error"
        text: "Ajoutez-le."
        width: 700
        x: 40
        y: 440
    }

    Finder {
        id: finder
    }

    TestCase {
        name: "Greyscale"
        when: windowShown

        function init() {
            card.selected = false;
            field.error = false;
        }

        function cleanup() {
            Theme.highContrast = false;
        }

        function grey(image, x, y) {
            const pixel = image.pixel(x, y);
            return 0.2126 * pixel.r + 0.7152 * pixel.g + 0.0722 * pixel.b;
        }

        // Points of the item that have another grey than before.
        function changed(before, after, item) {
            let count = 0;
            for (let x = Math.max(0, item.x - 12); x < item.x + item.width + 12; x += 2)
                for (let y = Math.max(0, item.y - 12); y < item.y + item.height + 12; y += 2)
                    if (Math.abs(grey(before, x, y) - grey(after, x, y)) > 0.2)
                        count += 1;
            return count;
        }

        function themes() {
            return [
                {
                    "tag": "usual",
                    "high": false
                },
                {
                    "tag": "high contrast",
                    "high": true
                }
            ];
        }

        function test_a_chosen_card_has_a_tick_and_a_thicker_border_data() {
            return themes();
        }

        function test_a_chosen_card_has_a_tick_and_a_thicker_border(row) {
            Theme.highContrast = row.high;
            waitForRendering(scene, 1000);
            const before = grabImage(scene);
            const border = card.borderWidth;
            card.selected = true;
            tryVerify(() => finder.all(card, item => item.shown === true).length === 1);
            wait(Theme.tickMs + 50);
            verify(card.borderWidth >= border + 2);
            verify(changed(before, grabImage(scene), card) > 200);
        }

        function test_a_fault_has_a_picture_words_and_a_thicker_border_data() {
            return themes();
        }

        function test_a_fault_has_a_picture_words_and_a_thicker_border(row) {
            Theme.highContrast = row.high;
            const pictures = finder.all(banner, item => item.name === "attention" && item.source !== undefined);
            compare(pictures.length, 1);
            verify(finder.all(banner, item => (item.text ?? "").includes("Il manque un chiffre.")).length > 0);
            const width = field.borderWidth;
            field.error = true;
            verify(field.borderWidth >= width + 2);
        }
    }
}
