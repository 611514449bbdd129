#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a Qt translation file (.ts) from one file of words, and the list of the languages.

    make_ts.py words/en.tsv escale_en.ts
    make_ts.py --list langues.tsv words/*.tsv

A line is KEY<TAB>TEXT. KEY is a key of the catalogue (question.nom), which goes to the context
"catalogue", or Component/source text of a qsTr() of qml/. "\\n" is a line break. Where the source
or TEXT holds %n, TEXT has one form for each plural of the language, separated by " | ", in the order of Qt:
fr, en: one | other; ar: zero | one | two | few (3-10) | many (11-99) | other; uk: one | few | many.
Empty lines and lines that start with # are for people. A line that is wrong stops the build.

The keys langue.* say what the language is; nothing else in the program does:
  langue.nom       its name in itself           langue.salut     how it says good day
  langue.rang      its place on the first page; 0: only asked for by name (--langue)
  langue.locale    QLocale of dates, numbers, direction and plurals; Western digits (ar_DZ)
  langue.pluriels  how many plural forms Qt has for it
  langue.claviers  keyboards of letters, first one first, among azerty, arabic, cyrillic
  langue.voix      name of its voice in espeak-ng; - when there is none
"""
import pathlib
import re
import sys
from xml.sax.saxutils import escape

HEADER = ("nom", "salut", "rang", "locale", "pluriels", "claviers", "voix")
LISTED = ("nom", "salut", "locale", "claviers", "voix", "rang")
KEYBOARDS = {"azerty", "arabic", "cyrillic"}
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


def header_of(language, words):
    """{name: text} of the langue.* keys; WordsError when one is missing or makes no sense."""
    header = {key.removeprefix("langue."): text for (_, key), text in words.items() if is_header(key)}
    for name in sorted(set(HEADER) ^ set(header)):
        raise WordsError(f"{language}: langue.{name} is {'missing' if name in HEADER else 'unknown'}")
    for name in ("rang", "pluriels"):
        if not header[name].isdecimal():
            raise WordsError(f"{language}: langue.{name} is a number")
    if not set(header["claviers"].split()) <= KEYBOARDS:
        raise WordsError(f"{language}: langue.claviers: one of {', '.join(sorted(KEYBOARDS))}")
    return header


def is_header(key):
    return key.startswith("langue.")


def list_of(languages):
    """The list that the program reads: a line a language, in the order of the first page."""
    headers = {language: header_of(language, words) for language, words in languages.items()}
    ranked = sorted(headers, key=lambda language: (int(headers[language]["rang"]), language))
    return "".join("\t".join([language, *(headers[language][name] for name in LISTED)]) + "\n"
                   for language in ranked)


def forms_of(source, text):
    """The plural forms of a text; one form when neither it nor its source counts."""
    return text.split(" | ") if counts(source, text) else [text]


def counts(source, text):
    return "%n" in source or "%n" in text


def ts_of(language, words):
    header = header_of(language, words)
    plurals = int(header["pluriels"])
    words = {message: text for message, text in words.items() if not is_header(message[1])}
    out = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>",
           f'<TS version="2.1" language="{header["locale"]}" sourcelanguage="fr">']
    for context in dict.fromkeys(context for context, _ in words):
        out.append(f"<context><name>{escape(context)}</name>")
        for (owner, source), text in words.items():
            if owner != context:
                continue
            forms = forms_of(source, text)
            if not counts(source, text):
                body, numerus = escape(text), ""
            elif len(forms) == plurals:
                body = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in forms)
                numerus = ' numerus="yes"'
            else:
                raise WordsError(f"{language}: {context}/{source}: {plurals} forms needed")
            out.append(f"<message{numerus}><source>{escape(source)}</source>"
                       f"<translation>{body}</translation></message>")
        out.append("</context>")
    return "\n".join([*out, "</TS>", ""])


def write(target, text):
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def main(arguments):
    try:
        if arguments[:1] == ["--list"] and len(arguments) > 2:
            files = [pathlib.Path(name) for name in arguments[2:]]
            write(pathlib.Path(arguments[1]), list_of({file.stem: read_words(file) for file in files}))
        elif len(arguments) == 2:
            source = pathlib.Path(arguments[0])
            write(pathlib.Path(arguments[1]), ts_of(source.stem, read_words(source)))
        else:
            sys.exit("usage: make_ts.py WORDS.tsv FILE.ts | --list FILE.tsv WORDS.tsv...")
    except WordsError as wrong:
        sys.exit(str(wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
