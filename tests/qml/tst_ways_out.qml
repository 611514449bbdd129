// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Escale.Ui

Item {
    id: scene

    property int unknownSaid: 0
    property int noneSaid: 0

    height: 800
    width: 1280

    Finder {
        id: finder
    }

    WaysOut {
        id: ways

        room: 752
        y: 600

        onExplained: code => ways.open = ways.open === code ? "" : code
        onNoneSaid: ++scene.noneSaid
        onUnknownSaid: ++scene.unknownSaid
    }

    TestCase {
        name: "WaysOut"
        when: windowShown

        function init() {
            ways.room = 752;
            ways.unknown = false;
            ways.none = false;
            ways.terms = [];
            ways.open = "";
            Theme.largeText = false;
            Theme.rightToLeft = false;
        }

        function cleanup() {
            Theme.largeText = false;
            Theme.rightToLeft = false;
        }

        function settle() {
            waitForRendering(ways, 200);
        }

        function places() {
            return finder.pressables(ways).map(item => finder.place(item, scene));
        }

        function test_both_ways_out_are_shown_and_say_which_was_touched() {
            ways.unknown = true;
            ways.none = true;
            settle();
            const buttons = finder.pressables(ways);
            compare(buttons.length, 2);
            buttons.find(item => item.objectName === "je-ne-sais-pas").activated();
            compare(scene.unknownSaid, 1);
            compare(scene.noneSaid, 0);
            buttons.find(item => item.objectName === "je-nen-ai-pas").activated();
            compare(scene.noneSaid, 1);
        }

        function test_no_two_overlap_and_all_stay_in_the_room_data() {
            return [
                {
                    "tag": "landscape",
                    "room": 752
                },
                {
                    "tag": "keypad column",
                    "room": 570
                },
                {
                    "tag": "portrait",
                    "room": 448
                },
                {
                    "tag": "large",
                    "room": 506,
                    "large": true
                },
                {
                    "tag": "arabic",
                    "room": 570,
                    "rtl": true
                }
            ];
        }

        function test_no_two_overlap_and_all_stay_in_the_room(row) {
            Theme.largeText = row.large ?? false;
            Theme.rightToLeft = row.rtl ?? false;
            ways.room = row.room;
            ways.unknown = true;
            ways.none = true;
            ways.terms = [
                {
                    "code": "rfr",
                    "word": "Revenu fiscal"
                }
            ];
            settle();
            const all = places();
            compare(all.length, 3);
            for (let i = 0; i < 3; ++i) {
                verify(all[i].width >= 64 && all[i].height >= 64);
                verify(all[i].x >= -0.5 && all[i].x + all[i].width <= row.room + 0.5, row.tag + " " + all[i]);
                verify(all[i].y + all[i].height <= ways.y + ways.height + 0.5);
                verify(all[i].y >= ways.y - ways.raised - 0.5, "raised says where they begin");
                for (let j = i + 1; j < 3; ++j)
                    verify(finder.apart(all[i], all[j]) >= 8);
            }
        }

        function test_a_word_is_explained_and_put_away_by_the_same_button() {
            ways.terms = [
                {
                    "code": "rfr",
                    "word": "Revenu fiscal"
                }
            ];
            settle();
            const button = finder.pressables(ways)[0];
            compare(button.icon, "lampe");
            button.activated();
            compare(ways.open, "rfr");
            verify(button.checked);
            button.activated();
            compare(ways.open, "");
        }
    }
}
