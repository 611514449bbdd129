// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Escale.Ui

Item {
    id: scene

    property string kept

    height: 800
    width: 1280

    Finder {
        id: finder
    }

    TextBox {
        id: box

        height: 120
        text: scene.kept
        width: 900

        // The owner keeps forty letters at the most, as a view-model does.
        onTextEdited: text => scene.kept = text.slice(0, 40)
    }

    Keyboard {
        id: keyboard

        layouts: ["azerty", "digits"]
        lines: true
        text: scene.kept
        width: 1040
        y: 300

        onErased: box.erase()
        onTyped: letters => box.insert(letters)
    }

    SignalSpy {
        id: edge

        signalName: "activated"
        target: box
    }

    TestCase {
        name: "TextBox"
        when: windowShown

        function init() {
            scene.kept = "";
        }

        function arrows() {
            return finder.all(box, item => item.objectName === "suite" || item.objectName === "monter");
        }

        function test_letters_and_ends_of_lines_are_written() {
            box.insert("a");
            box.insert("\n");
            box.insert("b");
            compare(scene.kept, "a\nb");
            box.erase();
            box.erase();
            compare(scene.kept, "a");
        }

        function test_a_finger_at_the_edge_writes_too() {
            box.insert("ab");
            edge.clear();
            for (const place of [[4, 4], [box.width - 4, 4], [4, box.height - 4]])
                mouseClick(box, place[0], place[1]);
            compare(edge.count, 3);
        }

        function test_what_the_owner_refuses_is_not_shown_either() {
            box.insert("x".repeat(40));
            compare(scene.kept.length, 40);
            box.insert("y");
            box.insert("z");
            compare(scene.kept, "x".repeat(40));
            box.erase();
            compare(scene.kept.length, 39);
        }

        function test_an_answer_from_outside_takes_the_place_of_the_text() {
            box.insert("avant");
            scene.kept = "après";
            box.insert(" !");
            compare(scene.kept, "après !");
        }

        function test_more_lines_than_the_box_come_with_two_buttons() {
            tryCompare(box, "overflows", false);
            compare(arrows().length, 0);
            scene.kept = "un\ndeux\ntrois\nquatre\ncinq\nsix\nsept";
            tryCompare(box, "overflows", true);
            compare(arrows().length, 2);
            arrows().forEach(item => verify(item.width >= 64 && item.height >= 64));
        }

        function test_a_capital_begins_each_sentence_and_no_other_word() {
            verify(keyboard.upper);
            box.insert("Je dors");
            verify(!keyboard.upper);
            box.insert(" ");
            verify(!keyboard.upper);
            box.insert("dehors. ");
            verify(keyboard.upper);
            box.insert("Ici");
            box.insert("\n");
            verify(keyboard.upper);
        }

        function test_a_key_ends_the_line_only_where_there_are_lines() {
            const keys = () => finder.pressables(keyboard).filter(key => key.objectName === "touche:line");
            compare(keys().length, 1);
            keys()[0].activated();
            compare(scene.kept, "\n");
            keyboard.lines = false;
            compare(keys().length, 0);
            keyboard.lines = true;
        }
    }
}
