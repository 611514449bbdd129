#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of audit.py finds the fault planted for it, and says nothing of a sound page."""
import sys
import unittest

import audit
from tree import Node


def node(role, name, box, actions=("Press",)):
    return Node("/" + name, role, name, frozenset({"showing", "visible"}), box, list(actions))


def page(*planted):
    return [node("frame", "Escale", (0, 0, 1280, 800), ()), node("heading", "Votre nom", (200, 20, 400, 50), ()),
            node("push-button", "Continuer", (980, 695, 264, 81)), node("text", "Nom", (200, 120, 600, 76)), *planted]


class AuditTest(unittest.TestCase):
    def found(self, *planted):
        return " | ".join(audit.faults(page(*planted)))

    def test_a_sound_page(self):
        self.assertEqual(self.found(node("label", "Un conseil", (200, 80, 300, 20), ())), "")

    def test_planted_faults(self):
        for words, planted in {
            "smaller than 64": node("push-button", "Petit", (200, 400, 63, 80)),
            "7 px apart": node("check-box", "Près", (909, 695, 64, 80)),
            "outside the window": node("push-button", "Loin", (1240, 400, 80, 80)),
            "no Press": node("push-button", "Muet", (200, 400, 80, 80), ()),
            "no name": node("image", "", (200, 400, 80, 80), ()),
            "not for a finger": node("combo-box", "Liste", (200, 400, 80, 80)),
            "2 headings": node("heading", "Encore", (200, 400, 80, 80), ()),
        }.items():
            self.assertIn(words, self.found(planted))

    def test_no_heading(self):
        nodes = [one for one in page() if one.role != "heading"]
        self.assertIn("0 headings", " | ".join(audit.faults(nodes)))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
