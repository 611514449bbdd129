#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts for the ear belong to texts for the eye. Usage: check_ear.py ROOT

Each qml/i18n/ear/<language>.tsv (format: client/speech/ear_words.h) has a file of words; each key of a whole
text is one of its words, with the same places for numbers and names; no key stands twice. In Arabic
the doubling sign comes before its vowel, and most words of the texts are there with their vowels.
"""
import pathlib
import re
import sys

sys.dont_write_bytecode = True

import check_translations as texts

WORD = "mot:"
PLACE = re.compile(r"%[1-9]")
ARABIC = re.compile(r"[\u0621-\u064A]+")
VOWEL_THEN_SHADDA = re.compile("[\u064B-\u0650]\u0651")
VOWELLED_AT_LEAST = 70  # percent of the Arabic words shown


def lines_of(name, content):
    """({key: spoken}, faults)"""
    given, faults = {}, []
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        key, tab, spoken = line.partition("\t")
        if not tab or not key.removeprefix(WORD) or not spoken.strip():
            faults.append(f"{name}:{number}: a line is KEY, one tab, SPOKEN")
        elif key in given:
            faults.append(f"{name}:{number}: {key} is there twice")
        given[key] = spoken
    return given, faults


def whole_faults(name, given, shown):
    """`shown`: {key: text on the page}"""
    faults = []
    for key, spoken in given.items():
        if VOWEL_THEN_SHADDA.search(spoken):
            faults.append(f"{name}: {key}: the doubling sign comes before its vowel")
        if key.startswith(WORD):
            continue
        if key not in shown:
            faults.append(f"{name}: {key} has no words")
        elif sorted(set(PLACE.findall(spoken))) != sorted(set(PLACE.findall(shown[key]))):
            faults.append(f"{name}: {key}: not the places of « {shown[key]} »")
    return faults


def vowelled(given, shown):
    """Percent of the Arabic words shown that have a spoken form."""
    seen = [word for text in shown.values() for word in ARABIC.findall(text)]
    return 100 * sum(WORD + word in given for word in seen) // max(1, len(seen))


def self_check():
    good, faults = lines_of("x", "# mot\nmot:€\teuros\nquestion.de\tOù vit %1\n")
    assert len(good) == 2 and not faults and not whole_faults("x", good, {"question.de": "Où est %1 ?"})
    assert lines_of("x", "mot:a\n")[1] and lines_of("x", "mot:\tb\n")[1] and lines_of("x", "mot:a\tb\nmot:a\tc\n")[1]
    assert whole_faults("x", {"question.a": "b"}, {}) and whole_faults("x", {"question.a": "b"}, {"question.a": "%1"})
    assert whole_faults("x", {"mot:مدة": "مُد\u064e\u0651ة"}, {})
    assert vowelled({"mot:سكن": "سَكَنْ"}, {"a": "سكن جديد"}) == 50


def main(root):
    self_check()
    sys.path.insert(0, str(root / "qml/i18n"))
    import make_ts
    ui, faults = texts.pages_of(root)
    files = sorted((root / "qml/i18n/ear").glob("*.tsv"))
    for file in files:
        words = root / "qml/i18n/words" / file.name
        if not words.exists():
            faults.append(f"{file.name}: a language without words")
            continue
        shown = {("" if context == "catalogue" else context + "/") + key: text
                 for (context, key), text in make_ts.read_words(words).items()}
        if file.stem == "fr":
            shown = {**{"/".join(message): message[1] for message in ui}, **shown}
        given, wrong = lines_of(file.name, file.read_text(encoding="utf-8"))
        faults += wrong + whole_faults(file.name, given, shown)
        if file.stem == "ar":
            share = vowelled(given, shown)
            print(f"ar: {share} % of the words shown have their vowels")
            if share < VOWELLED_AT_LEAST:
                faults.append(f"ar: {VOWELLED_AT_LEAST} % of the words shown need their vowels in qml/i18n/ear/ar.tsv")
    print(*faults, sep="\n")
    print(f"{len(files)} languages for the ear, {len(faults)} faults")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
