#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a language that nobody speaks: the French with accents, and longer as a translation is.

    make_pseudo.py words/fr.tsv words/en.tsv pseudo.tsv

It shows what a page does with a longer language, and which text was never translated. The keys are
those of the second file; the French of a text of qml/ is its key. Only builds with tests have it,
asked for by name: `escale --langue pseudo`.
"""
import math
import pathlib
import re
import sys

sys.dont_write_bytecode = True

HEADER = {"nom": "Pseudo", "salut": "Bönjöür", "rang": "0", "locale": "fr_FR", "pluriels": "2",
          "claviers": "azerty", "voix": "fr"}
# (letters of the French, how much longer). Of our own translations 95 in 100 grow less, in each row:
# a word may need three in another language, a sentence hardly grows.
GROWTH = ((10, 1.6), (20, 1.5), (35, 1.4), (math.inf, 1.3))
LONGEST_WORD = 12  # beyond, another language says it in two
# Left as they are: %1, %n, (s), tags, and the sign between plural forms.
KEPT = re.compile(r"(%[1-9n]|\(s\)|<[^>]*>|&\w+;)")
ACCENTS = str.maketrans("aeiouncAEIOUNC", "äéïöüñçÄÉÏÖÜÑÇ")


def growth(line):
    size = len(KEPT.sub("", line))
    return next(grown for most, grown in GROWTH if size <= most)


def stretched(word, missing):
    """One word, its vowels said again until `missing` letters are added."""
    letters = list(word)
    places = [place for place, letter in enumerate(letters) if letter in "äéïöüàâèêëîôûùœ"] or [len(letters) - 1]
    for turn in range(missing):
        place = places[turn % len(places)]
        letters[place] += letters[place][0]
    return "".join(letters)


def filling(words, missing):
    """Words that add `missing` characters, their spaces counted."""
    out = []
    turn = 0
    while missing > 1:
        word = words[turn % len(words)][::-1][: missing - 1]
        out.append(word)
        missing -= len(word) + 1
        turn += 1
    return out


def longer_line(line):
    if not re.search(r"[^\W\d_]", line):
        return line
    accented = "".join(part if KEPT.fullmatch(part) else part.translate(ACCENTS) for part in KEPT.split(line))
    missing = math.ceil((growth(line) - 1) * len(KEPT.sub("", line)))
    plain = re.findall(r"[^\W\d_]{2,}", KEPT.sub(" ", accented))
    if not plain or len(plain) == 1 and len(plain[0]) + missing <= LONGEST_WORD:
        word = plain[0] if plain else re.search(r"[^\W\d_]+", KEPT.sub(" ", accented))[0]
        return accented.replace(word, stretched(word, missing), 1)
    return " ".join([accented, *filling(plain, missing)])


def longer(text):
    return " | ".join("\\n".join(longer_line(line) for line in form.split("\\n")) for form in text.split(" | "))


def pseudo_of(french, keys):
    """french, keys: {(context, source): text}. The lines of the file."""
    lines = [f"langue.{name}\t{text}" for name, text in HEADER.items()]
    for context, source in keys:
        if source.startswith("langue."):
            continue
        text = french.get((context, source), source).replace("\n", "\\n")
        if "%n" in source and " | " not in text:
            text = f"{text} | {text}"
        key = (source if context == "catalogue" else f"{context}/{source}").replace("\n", "\\n")
        lines.append(f"{key}\t{longer(text)}")
    return lines


def self_check():
    for text in ("Oui", "Continuer", "Il manque %1 chiffre(s). Ce numéro a 15 chiffres.", "Sans\\nmouvement"):
        size = len(KEPT.sub("", longer(text)))
        assert size >= growth(text) * len(KEPT.sub("", text)) - 1, longer(text)
        assert size <= (growth(text) + 0.2) * len(KEPT.sub("", text)) + 2, longer(text)
        assert KEPT.findall(longer(text)) == KEPT.findall(text)
    assert longer("%1 – %2") == "%1 – %2" and longer("a\\nb").count("\\n") == 1


def main(french, keys, target):
    self_check()
    sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "qml/i18n"))
    import make_ts
    lines = pseudo_of(make_ts.read_words(pathlib.Path(french)), make_ts.read_words(pathlib.Path(keys)))
    pathlib.Path(target).write_text("\n".join([*lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
