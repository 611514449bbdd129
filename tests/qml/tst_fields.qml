// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Escale.Ui

Item {
    id: scene

    property var kept: ["", "", ""]
    property string keptAmount

    height: 600
    width: 800

    Finder {
        id: finder
    }

    DateField {
        id: date

        day: scene.kept[0]
        month: scene.kept[1]
        width: 570
        year: scene.kept[2]

        onEdited: (day, month, year) => scene.kept = [day, month, year]
    }

    AmountField {
        id: money

        amount: scene.keptAmount
        width: 400
        y: 400

        onEdited: amount => scene.keptAmount = amount
    }

    SignalSpy {
        id: edited

        signalName: "edited"
        target: date
    }

    TestCase {
        name: "Fields"
        when: windowShown

        function init() {
            scene.kept = ["", "", ""];
            date.current = 0;
            scene.keptAmount = "";
            edited.clear();
        }

        function boxes() {
            return finder.all(date, item => item.maximumLength !== undefined && item.rightward !== undefined);
        }

        function test_a_full_box_does_not_pass_to_the_next() {
            date.insert("1");
            date.insert("4");
            compare(date.day, "14");
            compare(date.current, 0);
            date.insert("3");
            compare(date.day, "14");
            compare(date.month, "");
        }

        function test_touching_a_box_makes_it_the_one_written_in() {
            mouseClick(boxes()[2]);
            compare(date.current, 2);
            for (const digit of "1982")
                date.insert(digit);
            compare(date.year, "1982");
            compare(edited.count, 4);
        }

        function test_only_digits_enter_a_date() {
            date.insert("a");
            compare(date.day, "");
        }

        function test_erase_acts_on_the_current_box() {
            scene.kept = ["14", "", ""];
            date.erase();
            compare(date.day, "1");
            date.erase();
            date.erase();
            compare(date.day, "");
        }

        function test_an_error_keeps_what_was_written() {
            scene.kept = ["41", "", ""];
            date.error = true;
            compare(boxes()[0].text, "41");
            compare(boxes()[0].borderWidth, 5);
            date.error = false;
        }

        function test_boxes_are_130_130_and_210_wide() {
            compare(boxes().map(box => box.width).join(), "130,130,210");
        }

        function test_an_amount_is_grouped_and_has_no_zero_before() {
            for (const digit of "014880")
                money.insert(digit);
            compare(money.amount, "14880");
            compare(money.grouped(money.amount), "14\u00A0880");
            money.erase();
            compare(money.amount, "1488");
        }

        function test_the_next_question_shows_its_own_amount_and_date() {
            money.insert("1");
            date.insert("2");
            scene.keptAmount = "";
            scene.kept = ["", "", ""];
            compare(money.amount, "");
            compare(date.day, "");
            compare(boxes()[0].text, "");
        }

        function test_an_amount_stops_at_six_digits() {
            for (let i = 0; i < 9; ++i)
                money.insert("9");
            compare(money.amount, "999999");
        }
    }
}
