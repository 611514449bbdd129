// SPDX-License-Identifier: GPL-3.0-or-later
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

    AnswerField {
        id: field

        label: "Nom"
        width: 1040
        x: 204
        y: 186
    }

    Keyboard {
        id: keyboard

        layouts: ["azerty", "arabic", "cyrillic"]
        target: field
        width: 1040
        x: 204
        y: 307
    }

    Keypad {
        id: pad

        visible: false
        x: 840
        y: 182
    }

    TestCase {
        name: "Keyboards"
        when: windowShown

        function init() {
            Theme.portrait = false;
            keyboard.layouts = ["azerty", "arabic", "cyrillic"];
            keyboard.current = "azerty";
            keyboard.shifted = false;
            keyboard.raiseFirst = true;
            keyboard.width = 1040;
            keyboard.visible = true;
            pad.visible = false;
            field.text = "";
        }

        // Rows and grids place their children just before the next frame.
        function settle() {
            field.opacity = 0.99;
            waitForRendering(field, 1000);
            field.opacity = 1;
            waitForRendering(field, 1000);
        }

        function tap(name) {
            const key = finder.named(scene, name);
            verify(key !== null, "no key " + name);
            mouseClick(key);
        }

        function test_each_accented_letter_is_one_tap() {
            keyboard.raiseFirst = false;
            for (const letter of ["é", "è", "ê", "ë", "à", "â", "ç", "î", "ï", "ô", "ù", "û", "œ", "’", "-"]) {
                field.text = "";
                tap(letter);
                compare(field.text, letter);
            }
        }

        function test_the_first_letter_of_a_name_is_raised_by_itself() {
            for (const letter of ["É", "l", "o", "d", "i", "e"])
                tap(letter);
            compare(field.text, "Élodie");
            tap("-");
            tap("A");
            compare(field.text, "Élodie-A");
        }

        function test_maj_raises_one_letter() {
            field.text = "ab";
            tap("Maj");
            tap("C");
            tap("d");
            compare(field.text, "abCd");
        }

        function test_erase_takes_one_letter_and_stops_at_nothing() {
            field.text = "ab";
            tap("Effacer une lettre");
            compare(field.text, "a");
            tap("Effacer une lettre");
            tap("Effacer une lettre");
            compare(field.text, "");
        }

        function test_other_letters_go_round_the_alphabets() {
            tap("Autres lettres");
            compare(keyboard.current, "arabic");
            tap("ABC");
            compare(keyboard.current, "azerty");
            keyboard.current = "cyrillic";
            tap("ABC");
            compare(keyboard.current, "azerty");
        }

        function test_one_other_alphabet_is_called_by_its_name() {
            keyboard.layouts = ["azerty", "cyrillic", "digits"];
            keyboard.current = "azerty";
            tap("Кирилиця");
            compare(keyboard.current, "cyrillic");
            tap("І");
            compare(field.text, "І");
            tap("123");
            compare(keyboard.current, "digits");
        }

        function test_digits_can_be_left() {
            keyboard.current = "arabic";
            tap("123");
            compare(keyboard.current, "digits");
            tap("7");
            compare(field.text, "7");
            tap("ABC");
            compare(keyboard.current, "azerty");
        }

        function test_arabic_letters_are_typed() {
            keyboard.current = "arabic";
            for (const letter of ["ن", "ا", "د", "ي", "ة"])
                tap(letter);
            compare(field.text, "نادية");
            verify(field.rightward);
        }

        function test_ukrainian_letters_are_typed() {
            keyboard.current = "cyrillic";
            for (const letter of ["Ї", "є", "ґ", "і"])
                tap(letter);
            compare(field.text, "Їєґі");
        }

        function test_the_text_stops_at_its_maximum() {
            field.maximumLength = 3;
            keyboard.raiseFirst = false;
            for (let i = 0; i < 5; ++i)
                tap("a");
            field.maximumLength = 100;
            compare(field.text, "aaa");
        }

        function test_every_key_is_64_px_and_8_px_from_the_others_data() {
            const rows = [];
            for (const name of ["azerty", "arabic", "cyrillic", "digits", "email"])
                for (const portrait of [false, true])
                    rows.push({
                        "tag": name + (portrait ? " portrait" : ""),
                        "name": name,
                        "portrait": portrait
                    });
            return rows;
        }

        function test_every_key_is_64_px_and_8_px_from_the_others(row) {
            Theme.portrait = row.portrait;
            keyboard.width = row.portrait ? 736 : 1040;
            keyboard.current = row.name;
            settle();
            checkTargets(keyboard, 20);
            Theme.portrait = false;
        }

        function test_every_key_of_the_keypad_is_64_px_and_8_px_from_the_others() {
            keyboard.visible = false;
            pad.visible = true;
            settle();
            checkTargets(pad, 11);
        }

        function checkTargets(root, least) {
            const keys = finder.pressables(root);
            verify(keys.length >= least, keys.length + " keys");
            const places = keys.map(key => finder.place(key, scene));
            for (let i = 0; i < keys.length; ++i) {
                verify(places[i].width >= 63.99 && places[i].height >= 64, keys[i].name + " " + places[i]);
                for (let j = i + 1; j < keys.length; ++j)
                    verify(finder.apart(places[i], places[j]) >= 7.99, keys[i].name + " " + keys[j].name);
            }
        }

        function test_the_keyboard_is_not_mirrored() {
            const before = finder.place(finder.named(scene, "A"), scene).x;
            Theme.rightToLeft = true;
            compare(finder.place(finder.named(scene, "A"), scene).x, before);
            Theme.rightToLeft = false;
        }
    }
}
