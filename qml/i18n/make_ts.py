#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a Qt translation file (.ts) from one file of words.

    make_ts.py words/en.tsv escale_en.ts

A line is KEY<TAB>TEXT. KEY is a key of the catalogue (question.nom), which goes to the context
"catalogue", or Component/source text of a qsTr() of qml/. "\\n" is a line break. Where the source
holds %n, TEXT has one form for each plural of the language, separated by " | ", in the order of Qt:
fr, en: one | other; ar: zero | one | two | few (3-10) | many (11-99) | other.
Empty lines and lines that start with # are for people. A line that is wrong stops the build.
"""
import pathlib
import re
import sys
from xml.sax.saxutils import escape

PLURALS = {"ar": 6, "en": 2, "fr": 2}
UI_KEY = re.compile(r"([A-Z][A-Za-z0-9]*)/(.+)", re.S)


class WordsError(Exception):
    pass


def read_words(path):
    """{(context, source): text} of a words file, in the order of its lines."""
    words = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != 2 or not parts[0].strip() or not parts[1].strip():
            raise WordsError(f"{path.name}:{number}: a line is KEY, one tab, TEXT")
        key, text = (part.replace("\\n", "\n") for part in parts)
        ui = UI_KEY.fullmatch(key)
        message = ui.groups() if ui else ("catalogue", key)
        if message in words:
            raise WordsError(f"{path.name}:{number}: {parts[0]} is there twice")
        words[message] = text
    return words


def forms_of(source, text):
    """The plural forms of a text; one form when its source does not count."""
    return text.split(" | ") if "%n" in source else [text]


def ts_of(language, words):
    out = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>",
           f'<TS version="2.1" language="{language}" sourcelanguage="fr">']
    for context in dict.fromkeys(context for context, _ in words):
        out.append(f"<context><name>{escape(context)}</name>")
        for (owner, source), text in words.items():
            if owner != context:
                continue
            forms = forms_of(source, text)
            if "%n" not in source:
                body, numerus = escape(text), ""
            elif len(forms) == PLURALS.get(language, len(forms)):
                body = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in forms)
                numerus = ' numerus="yes"'
            else:
                raise WordsError(f"{language}: {context}/{source}: {PLURALS[language]} forms needed")
            out.append(f"<message{numerus}><source>{escape(source)}</source>"
                       f"<translation>{body}</translation></message>")
        out.append("</context>")
    return "\n".join([*out, "</TS>", ""])


def main(words_file, ts_file):
    source = pathlib.Path(words_file)
    target = pathlib.Path(ts_file)
    try:
        text = ts_of(source.stem, read_words(source))
    except WordsError as wrong:
        sys.exit(str(wrong))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: make_ts.py WORDS.tsv FILE.ts")
    main(sys.argv[1], sys.argv[2])
