// SPDX-License-Identifier: GPL-3.0-or-later
// Without touching: Tab reaches everything in reading order, what has the focus shows it, Space and Enter act.
import QtQuick
import QtTest
import Escale.Ui

Item {
    id: scene

    height: 800
    width: 1280

    Finder {
        id: finder
    }

    Stage {
        id: stage

        Loader {
            id: loader

            height: stage.height
            sourceComponent: choices
            width: stage.width
        }
    }

    Component {
        id: choices

        PageFrame {
            hint: "Touchez l’image."
            secondaryText: "Je ne sais pas"
            title: "Où habitez-vous ?"

            ChoiceGrid {
                anchors.fill: parent
                choices: ["Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "Huit"].map((word, i) => ({
                            "value": i,
                            "text": word,
                            "icon": "logement-loue"
                        }))

                onChosen: value => scene.chosen.push(value)
            }
        }
    }

    Component {
        id: name

        PageFrame {
            keyboardPage: true
            title: "Quel est votre nom ?"

            AnswerField {
                id: field

                label: "Nom"
                width: parent.width
            }

            Keyboard {
                layouts: ["azerty", "digits"]
                target: field
                width: parent.width
                y: parent.parent.parent.keyboardTop - parent.parent.parent.answerTop
            }
        }
    }

    Component {
        id: date

        PageFrame {
            title: "Quand ?"

            DateField {
                objectName: "date"
            }
        }
    }

    property var chosen: []

    TestCase {
        name: "KeysOnly"
        when: windowShown

        function init() {
            Theme.clock = Math.max(0, Theme.clock) + 100000;
            Theme.rightToLeft = false;
            scene.chosen = [];
            loader.sourceComponent = choices;
            settle();
        }

        function cleanup() {
            Theme.rightToLeft = false;
        }

        function settle() {
            stage.opacity = 0.99;
            waitForRendering(stage, 1000);
            stage.opacity = 1;
            waitForRendering(stage, 1000);
        }

        function focused() {
            let item = Window.activeFocusItem;
            while (item && item.faceItem === undefined && item.textEdited === undefined)
                item = item.parent;
            return item;
        }

        function nameOf(item) {
            return item.accessibleName ?? item.label;
        }

        // The names met by Tab, from the first thing of the page on, once around.
        function around(first) {
            first.forceActiveFocus();
            const names = [nameOf(focused())];
            for (let i = 0; i < 200; ++i) {
                keyClick(Qt.Key_Tab);
                const name = nameOf(focused());
                if (name === names[0])
                    return names;
                names.push(name);
            }
            return names;
        }

        function test_tab_goes_through_a_page_of_choices_in_reading_order() {
            compare(around(finder.named(scene, "Un")), ["Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "Huit", "Je ne sais pas", "Continuer", "Retour", "Écouter", "Aide", "Langue", "Terminer et effacer"]);
        }

        function test_the_order_is_the_same_from_right_to_left_where_the_first_is_on_the_right() {
            Theme.rightToLeft = true;
            settle();
            const names = around(finder.named(scene, "Un"));
            compare(names.slice(0, 4), ["Un", "Deux", "Trois", "Quatre"]);
            verify(finder.place(finder.named(scene, "Un"), scene).x > finder.place(finder.named(scene, "Deux"), scene).x);
        }

        function test_back_tab_goes_the_other_way() {
            finder.named(scene, "Deux").forceActiveFocus();
            keyClick(Qt.Key_Tab, Qt.ShiftModifier);
            compare(nameOf(focused()), "Un");
        }

        function test_every_key_of_the_keyboard_is_reached_once() {
            loader.sourceComponent = name;
            settle();
            const field = finder.all(scene, item => item.label === "Nom" && item.insert !== undefined)[0];
            field.forceActiveFocus();
            keyClick(Qt.Key_Tab);
            const wanted = finder.pressables(scene).length;
            const names = [];
            const start = focused();
            do {
                names.push(nameOf(focused()));
                keyClick(Qt.Key_Tab);
            } while (focused() !== start && names.length < 200);
            // The field is on the way too.
            compare(names.length, wanted + 1);
            verify(names.indexOf("É") < names.indexOf("A"));
            verify(names.indexOf("A") < names.indexOf("Q"));
            verify(names.indexOf("Q") < names.indexOf("W"));
            verify(names.indexOf("W") < names.indexOf("Continuer"));
        }

        function test_tab_passes_over_a_box_and_enter_opens_it() {
            loader.sourceComponent = date;
            settle();
            const boxes = finder.all(scene, item => item.textEdited !== undefined);
            const field = finder.all(scene, item => item.objectName === "date")[0];
            boxes[0].forceActiveFocus();
            keyClick(Qt.Key_Tab);
            keyClick(Qt.Key_Tab);
            keyClick(Qt.Key_Tab);
            compare(field.current, 0);
            keyClick(Qt.Key_Return);
            compare(field.current, 2);
        }

        function test_space_and_enter_choose_and_nothing_else_does() {
            finder.named(scene, "Trois").forceActiveFocus();
            keyClick(Qt.Key_Tab);
            compare(scene.chosen, []);
            keyClick(Qt.Key_Space);
            compare(scene.chosen, [3]);
            keyClick(Qt.Key_Tab);
            keyClick(Qt.Key_Return);
            compare(scene.chosen, [3, 4]);
        }

        function test_the_ring_is_seen_on_every_thing_data() {
            return [
                {
                    "tag": "usual"
                },
                {
                    "tag": "high contrast",
                    "high": true
                }
            ];
        }

        // 4 px wide and 5 px away: in the middle of its width at the start side.
        function test_the_ring_is_seen_on_every_thing(row) {
            Theme.highContrast = row.high ?? false;
            settle();
            finder.named(scene, "Un").forceActiveFocus();
            for (let i = 0; i < 15; ++i) {
                waitForRendering(scene, 1000);
                const item = focused();
                const image = grabImage(scene);
                const at = finder.place(item, scene);
                const wanted = item.overNight ? Theme.focusOnNight : Theme.focus;
                const x = Math.round(at.x + at.width / 2);
                // Away from the corners, above the thing or below it.
                const seen = [at.y - 7, at.y + at.height + 6].filter(y => y >= 0 && y < scene.height && Qt.colorEqual(image.pixel(x, Math.round(y)), wanted));
                verify(seen.length > 0, nameOf(item) + ": no ring");
                keyClick(Qt.Key_Tab);
            }
            Theme.highContrast = false;
        }
    }
}
