# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who cannot see the screen: finds things by their name, and presses them through AT-SPI, never otherwise."""
import time

import audit

# A second press on the same button before 500 ms does nothing, for trembling hands.
AGAIN = 0.52
PATIENCE = 15
STILL = 3  # looks in a row that find everything in its place: a page slides, and may be made anew


class Stuck(Exception):
    pass


class Person:
    def __init__(self, program, words):
        self.program, self.words = program, words
        self.nodes = []
        self.faults = {}  # pages, by fault
        self.pages = 0
        self.presses = 0
        self._pressed = {}

    # What is there

    def look(self):
        self.nodes = self.program.showing()
        return self.nodes

    @property
    def heading(self):
        return next((node.name for node in self.nodes if node.role == "heading"), "")

    def find(self, names, roles=None):
        """The first node of one of these names; None when there is none."""
        names = {names} if isinstance(names, str) else names
        return next((node for node in self.nodes
                     if node.name in names and node.actions and (roles is None or node.role in roles)), None)

    def buttons(self, *sources):
        names = self.words.said(*sources)
        return [node for node in self.nodes if node.is_button and node.name in names]

    def button(self, *sources):
        return next(iter(self.buttons(*sources)), None)

    def signature(self):
        return [(node.name, node.role, node.path, "checked" in node.states) for node in self.nodes]

    def audit(self, step):
        self.pages += 1
        for fault in audit.faults(self.nodes):
            self.faults.setdefault(fault, []).append(step)

    # What is done

    def press(self, node):
        wait = self._pressed.get(node.path, 0) + AGAIN - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        if not self.program.press(node):
            raise Stuck(f"cannot be pressed: {node}")
        self._pressed[node.path] = time.monotonic()
        self.presses += 1

    def press_and_see(self, node):
        """Presses, then waits until the page says something else, and is still."""
        before, places, still = self.signature(), None, 0
        self.press(node)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.look()
            moved, places = places, [node.box for node in self.nodes]
            still = still + 1 if moved == places else 0
            if self.signature() != before and self.heading and still >= STILL:
                return
            time.sleep(0.05)
        raise Stuck(f"nothing changes after {node}")

    def press_key(self, node):
        """A key: pressed as often as wanted."""
        if not self.program.press(node):
            raise Stuck(f"cannot be pressed: {node}")
        self.presses += 1

    def type(self, text):
        for letter in text:
            self.press_key(self._key(letter))
            if letter.isupper() or letter in " -’":
                self.look()  # the letters on the keys may have changed

    def _key(self, letter):
        names = self.words.said("espace") if letter == " " else {letter, letter.lower(), letter.upper()}
        for _ in range(5):
            key = self.find(names, ("push-button",))
            if key:
                return key
            other = next((node for node in self.nodes if node.is_button and
                          node.name in {"123", "ABC", "@"} | self.words.said("Autres lettres")), None)
            if not other:
                break
            self.press_key(other)
            self.look()
        raise Stuck(f"no key for {letter!r}")
