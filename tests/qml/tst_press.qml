// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Escale.Ui

Item {
    id: scene

    height: 400
    width: 800

    PrimaryButton {
        id: button

        x: 100
        y: 100
    }

    PrimaryButton {
        id: other

        x: 500
        y: 100
    }

    Key {
        id: key

        text: "l"
        width: 80
        x: 100
        y: 300
    }

    SignalSpy {
        id: spy

        signalName: "activated"
        target: button
    }

    SignalSpy {
        id: otherSpy

        signalName: "activated"
        target: other
    }

    SignalSpy {
        id: keySpy

        signalName: "activated"
        target: key
    }

    TestCase {
        name: "Press"
        when: windowShown

        function init() {
            Theme.clock = Math.max(0, Theme.clock) + 100000;
            spy.clear();
            otherSpy.clear();
            keySpy.clear();
        }

        function tap(item) {
            const touch = touchEvent(scene);
            touch.press(0, item, item.width / 2, item.height / 2).commit();
            touch.release(0, item, item.width / 2, item.height / 2).commit();
        }

        function test_touch_goes_down_by_its_lip_and_acts_on_release() {
            const touch = touchEvent(scene);
            compare(button.faceItem.y, 0);
            compare(button.faceItem.height, button.height - button.lip);
            touch.press(0, button, 20, 20).commit();
            verify(button.down);
            compare(button.faceItem.y, button.lip);
            compare(spy.count, 0);
            touch.release(0, button, 20, 20).commit();
            verify(!button.down);
            compare(button.faceItem.y, 0);
            compare(spy.count, 1);
        }

        function test_mouse_acts_as_a_finger() {
            mouseClick(button);
            compare(spy.count, 1);
        }

        function test_a_second_press_within_half_a_second_does_nothing() {
            tap(button);
            Theme.clock += 499;
            tap(button);
            compare(spy.count, 1);
            Theme.clock += 2;
            tap(button);
            compare(spy.count, 2);
        }

        function test_two_buttons_apart_are_not_a_double_press() {
            tap(button);
            Theme.clock += 100;
            tap(other);
            compare(otherSpy.count, 1);
        }

        function test_a_press_at_the_same_place_on_the_next_page_is_a_double_press() {
            tap(button);
            const home = button.x;
            button.x = other.x;
            other.x = home;
            Theme.clock += 300;
            tap(other);
            other.x = button.x;
            button.x = home;
            compare(otherSpy.count, 0);
        }

        function test_a_drift_of_12_px_is_still_a_tap() {
            const touch = touchEvent(scene);
            touch.press(0, button, 2, 20).commit();
            touch.move(0, button, -10, 20).commit();
            touch.release(0, button, -10, 20).commit();
            compare(spy.count, 1);
        }

        function test_a_finger_that_leaves_gives_up() {
            const touch = touchEvent(scene);
            touch.press(0, button, 20, 20).commit();
            touch.move(0, button, 20, 150).commit();
            tryVerify(() => !button.down);
            touch.release(0, button, 20, 150).commit();
            compare(spy.count, 0);
        }

        function test_a_slow_tap_of_two_seconds_is_still_a_tap() {
            const touch = touchEvent(scene);
            touch.press(0, button, 20, 20).commit();
            Theme.clock += 2000;
            touch.release(0, button, 20, 20).commit();
            compare(spy.count, 1);
        }

        function test_a_slow_tap_may_drift_too() {
            const touch = touchEvent(scene);
            touch.press(0, button, 20, 20).commit();
            Theme.clock += 1000;
            touch.move(0, button, 28, 28).commit();
            Theme.clock += 1000;
            touch.release(0, button, 32, 20).commit();
            compare(spy.count, 1);
        }

        function test_a_mouse_may_be_slow_and_drift_as_well() {
            mousePress(button, 2, 20);
            Theme.clock += 2000;
            mouseMove(button, -10, 20);
            mouseRelease(button, -10, 20);
            compare(spy.count, 1);
        }

        function test_a_hand_resting_on_the_screen_does_not_hinder_a_finger() {
            const touch = touchEvent(scene);
            touch.press(7, scene, 400, 350).commit();
            touch.stationary(7).press(8, button, 20, 20).commit();
            touch.stationary(7).release(8, button, 20, 20).commit();
            compare(spy.count, 1);
            touch.release(7, scene, 400, 350).commit();
            compare(spy.count, 1);
        }

        function test_a_second_finger_on_the_same_button_does_not_act_twice() {
            const touch = touchEvent(scene);
            touch.press(0, button, 20, 20).commit();
            touch.stationary(0).press(1, button, 60, 20).commit();
            touch.stationary(0).release(1, button, 60, 20).commit();
            touch.release(0, button, 20, 20).commit();
            compare(spy.count, 1);
        }

        function test_two_fingers_on_two_buttons_act_once_each() {
            const touch = touchEvent(scene);
            touch.press(0, button, 20, 20).commit();
            touch.stationary(0).press(1, other, 20, 20).commit();
            touch.release(0, button, 20, 20).release(1, other, 20, 20).commit();
            compare(spy.count, 1);
            compare(otherSpy.count, 1);
        }

        function test_a_press_taken_away_by_the_system_does_nothing() {
            mousePress(button);
            verify(button.down);
            button.visible = false;
            mouseRelease(scene, 120, 120);
            button.visible = true;
            compare(spy.count, 0);
            verify(!button.down);
        }

        function test_doubled_letters_can_be_typed() {
            tap(key);
            Theme.clock += 80;
            tap(key);
            compare(keySpy.count, 2);
        }

        function test_the_filter_for_keys_can_be_set() {
            Theme.keyGuardMs = 500;
            tap(key);
            Theme.clock += 300;
            tap(key);
            Theme.keyGuardMs = 0;
            compare(keySpy.count, 1);
        }

        function test_space_and_enter_press_what_has_the_focus_data() {
            return [
                {
                    "tag": "space",
                    "key": Qt.Key_Space
                },
                {
                    "tag": "return",
                    "key": Qt.Key_Return
                },
                {
                    "tag": "enter",
                    "key": Qt.Key_Enter
                }
            ];
        }

        function test_space_and_enter_press_what_has_the_focus(row) {
            button.forceActiveFocus();
            keyPress(row.key);
            verify(button.down);
            keyRelease(row.key);
            compare(spy.count, 1);
        }

        function test_the_focus_ring_is_4_px_wide_and_5_px_away() {
            const ring = Array.from(button.children).find(child => child.target === button);
            key.forceActiveFocus();
            verify(!ring.visible);
            button.forceActiveFocus();
            verify(ring.visible);
            compare(ring.border.width, 4);
            compare(ring.x, -9);
            compare(ring.width, button.width + 18);
        }

        function test_tab_goes_to_every_button() {
            button.forceActiveFocus();
            keyClick(Qt.Key_Tab);
            verify(other.activeFocus);
            keyClick(Qt.Key_Tab);
            verify(key.activeFocus);
        }

        function test_a_button_is_72_px_high_at_least_and_wide_enough() {
            verify(button.height - button.lip >= 72);
            verify(button.width >= 264);
        }
    }
}
