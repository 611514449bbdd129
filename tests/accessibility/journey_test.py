#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole demande, from the choice of the language to the receipt, through the actions of the accessibility tree
alone; every page on the way is audited. Usage: journey_test.py ROOT ESCALE LANGUAGE"""
import json
import pathlib
import re
import sys
import time

from person import Person, Stuck
from words import Words
from world import World

LANGUAGES = {"fr": "Français", "ar": "العربية", "en": "English", "uk": "Українська"}
SPECIMEN = "specimen-identite.jpg"
PRIMARY = ("Continuer", "C’est complet", "Commencer", "Oui, garder", "C’est tout", "Oui, voir la suite", "Oui, c’est juste",
           "Oui, je dépose ma demande")
MOST_PAGES = 400


class Journey:
    def __init__(self, person, root):
        self.person, self.words = person, person.words
        walk = json.loads((pathlib.Path(root) / "client/selftest/parcours_fr.json").read_text(encoding="utf-8"))
        self.answers = walk["questions"]
        self.place = 0  # in the catalogue
        self.asked = []
        self.photographed = False  # one document is enough

    def run(self):
        person = self.person
        person.look()
        person.press_and_see(next(node for node in person.nodes if node.is_button and
                                  LANGUAGES[self.words.language] in node.name))
        for _ in range(MOST_PAGES):
            person.audit(person.heading)
            if person.button("J’ai noté mon code"):
                return
            self.page()
        raise Stuck("the demande never ends")

    def page(self):
        person = self.person
        at = self.words.asked(person.heading, self.place)
        add = person.button("Ajouter une personne", "Ajouter une commune")
        checking = person.heading in self.words.said("À compléter plus tard", "Que manque-t-il encore ?")
        if person.button("Photographier") and not checking and not self.photographed:
            self.photographed = True
            return person.press_and_see(person.button("Photographier"))
        specimen = next((node for node in person.nodes if node.is_button and SPECIMEN in node.name), None)
        if specimen:
            return person.press_and_see(specimen)
        if add and not person.button("Enlever"):
            return person.press_and_see(add)
        if at is not None and not add:
            self.place = at
            question = self.words.questions[at]
            self.asked.append(question["id"])
            if self.answer(question, self.answers.get(question["id"], {})):
                return None
        elif not add and self.made_up():
            return None
        return self.leave()

    def answer(self, question, answer):
        """True when the answer has left the page."""
        person = self.person
        if "bouton" in answer:
            person.press_and_see(person.button("Je ne sais pas", "Je n’en ai pas"))
            return True
        if "rien" in answer:  # what the page proposes
            return False
        for code in answer.get("choix", []):
            self.choose(self.words.choice(code))
        person.type(answer.get("ecrire", ""))
        person.type(answer.get("chiffres", ""))
        for box, digits in zip(("Jour", "Mois", "Année"), answer.get("date", [])):
            person.press(person.find(self.words.said(box), ("text",)))
            person.type(digits)
        lines = answer.get("champs", [])
        for path, text in lines:
            self.fill(path, text, next((words for line, words in lines if line.endswith("code_postal")), ""))
        if "commune" in answer:
            letters, _ = answer["commune"]
            person.type(letters)
            self.choose_town(letters)
        return not answer and self.made_up()

    def fill(self, path, text, postcode):
        person = self.person
        person.press(person.find(self.words.field(path), ("text",)))
        person.look()
        if path.endswith(".commune"):
            self.choose_town(postcode)
        else:
            person.type(text)

    def choose(self, label):
        person = self.person
        choice = person.find(label, ("radio-button", "check-box"))
        if not choice:
            others = next(node for node in person.nodes if node.is_button and
                          (node.name in self.words.said("Autres réponses") or re.search(r"\d", node.name)))
            person.press_and_see(others)
            choice = person.find(label, ("radio-button", "check-box"))
        person.press_and_see(choice)

    def choose_town(self, hint):
        """The town offered whose name starts, or ends, as what was written."""
        person = self.person
        end = time.monotonic() + 10
        while time.monotonic() < end:
            person.look()
            town = next((node for node in person.nodes if node.is_button and
                         (node.name.lower().startswith(hint) or node.name.endswith(hint))), None)
            if town:
                return person.press_and_see(town)
            time.sleep(0.02)
        raise Stuck(f"no town is offered for « {hint} »")

    def made_up(self):
        """No answer is prepared: the first choice, « je ne sais pas », or a few letters. True when the page is left."""
        person = self.person
        marker = person.button("Je ne sais pas", "Je n’en ai pas")
        choice = next((node for node in person.nodes if node.role in ("radio-button", "check-box")), None)
        if choice:
            if "checked" not in choice.states:
                person.press_and_see(choice)
        elif marker:
            person.press_and_see(marker)
            return True
        elif person.find("2", ("push-button",)):
            person.type("2")
        elif person.find({"e", "E"}, ("push-button",)):
            person.type("essai")
        return False

    def leave(self):
        person = self.person
        person.look()
        primary = person.button(*PRIMARY)
        if not primary:
            raise Stuck(f"no way on from « {person.heading} »: " + ", ".join(
                node.name for node in person.nodes if node.is_button))
        heading, before = person.heading, person.signature()
        person.press_and_see(primary)
        alert = next((node for node in person.nodes if node.role in ("alert", "notification", "info-bar")), None)
        if person.heading == heading and alert and before != person.signature():
            raise Stuck(f"« {heading} »: {alert.name}")


def main():
    root, escale, language = sys.argv[1:]
    started = time.monotonic()
    with World(escale, ["--essai", "--fenetre"]) as world:
        journey = Journey(Person(world.program, Words(root, language)), root)
        person = journey.person
        stuck = None
        try:
            journey.run()
        except Stuck as why:
            stuck = why
        receipt = [node.name for node in person.nodes if re.search(r"\d{4}\D?\d{4}\D?\d{4}", node.name)]
        said = world.said()
    for fault, pages in person.faults.items():
        print(f"{len(pages)} page(s), first « {pages[0]} »: {fault}")
    print(f"{person.pages} pages, {len(journey.asked)} questions, {person.presses} presses, "
          f"{len(person.faults)} faults, {time.monotonic() - started:.0f} s")
    if stuck:
        print("STUCK", stuck, "\n", "\n".join(str(node) for node in person.nodes), "\n", said[-3000:])
    if not stuck and not receipt:
        print("no code on the receipt")
    if "demande complete" not in said:
        print("the program never said that the demande is complete")
        stuck = stuck or True
    return 1 if stuck or person.faults or not receipt else 0


sys.exit(main())
