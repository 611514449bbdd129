#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text is there in every language, and said plainly. Usage: check_translations.py ROOT LIST_TEXT_KEYS

Asked for: the keys that LIST_TEXT_KEYS prints (catalogue and rules), those of
client/viewmodels/text_keys.txt, the lines and documents of each bareme, and each qsTr() of qml/.
Given: qml/i18n/words/<language>.tsv. French texts of qml/ stand in their page; fr.tsv may refine one.
What a text may not be: words_rules.py, and qml/i18n/glossaire.tsv (one word for one thing).
"""
import json
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "qml/i18n"))
import make_ts
import words_rules

CALL = re.compile(r'\bqsTr\(\s*((?:"(?:[^"\\]|\\.)*"\s*\+?\s*)+)[,)]')
ANY_CALL = re.compile(r"\bqsTr\(")
OTHER_CALL = re.compile(r"\b(qsTranslate|qsTrId|QT_TR_NOOP|QT_TRANSLATE_NOOP)\(")
LITERAL = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|//[^\n]*|/\*.*?\*/)", re.S)
BARE = re.compile(r'\b(?:text|title|hint|primaryText|secondaryText|Accessible\.name)\s*:\s*"(?!Escale")[^"]*[^\W\d_]{2}')
PLACE = re.compile(r"%(?:[1-9]|n)")
MAX_LENGTH = {"question.": 45, "code.": 28}  # French; the test of the sizes measures all languages


def unescaped(literals):
    parts = re.findall(r'"((?:[^"\\]|\\.)*)"', literals)
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], "".join(parts))


def texts_of_page(name, code):
    """(sources of the qsTr() of one file, faults)"""
    code = LITERAL.sub(lambda m: m[0] if m[0].startswith('"') else "", code)
    found = [unescaped(match[1]) for match in CALL.finditer(code)]
    faults = []
    if len(found) != len(ANY_CALL.findall(code)):
        faults.append(f"{name}: a qsTr() whose text is not written there")
    faults += [f"{name}: {match[0]}…) is not used here, only qsTr()" for match in OTHER_CALL.finditer(code)]
    faults += [f"{name}: {match[0]}…\" is not translated" for match in BARE.finditer(code)]
    return found, faults


def placeholders(text):
    return sorted(set(PLACE.findall(text)))


def length_faults(where, key, text):
    return [f"{where}: {len(text)} characters, {limit} at most"
            for start, limit in MAX_LENGTH.items() if key.startswith(start) and len(text) > limit]


def message_faults(glossary, language, message, source, text):
    """Faults of one text; `source` is the French of the same message."""
    context, key = message
    where = f"{language}: {key!r}" if context == "catalogue" else f"{language}: {context}/{key!r}"
    faults = [f"{where}: {fault}" for form in make_ts.forms_of(key, text)  # each form is a whole text
              for fault in words_rules.text_faults(glossary, language, message, form)]
    if placeholders(text) != placeholders(source):
        faults.append(f"{where}: {placeholders(text)} where the French has {placeholders(source)}")
    return faults + (length_faults(where, key, text) if language == "fr" else [])


def all_faults(words, keys, ui, shapes=None, glossary=()):
    """words: {language: {(context, source): text}}; keys: of the catalogue; ui: {(context, source)};
    shapes: {key: French text whose placeholders the code fills}."""
    faults = []
    french = {**{message: message[1] for message in ui}, **words.get("fr", {})}
    asked = {("catalogue", key) for key in keys} | set(ui)
    for language in sorted(words):
        given = french if language == "fr" else words[language]
        for message in sorted(asked):
            text = given.get(message, "").strip()
            if text:
                faults += message_faults(glossary, language, message, french.get(message, message[1]), text)
            else:
                faults.append(f"{language}: {'/'.join(message)!r} is missing")
    for key, shape in sorted((shapes or {}).items()):
        if placeholders(shape) != placeholders(french.get(("catalogue", key), shape)):
            faults.append(f"fr: {key!r} does not have the {placeholders(shape)} of client/viewmodels/text_keys.txt")
    left = sorted({(language, "/".join(message)) for language in words for message in set(words[language]) - asked})
    return faults, [f"{language}: {name!r} is used nowhere" for language, name in left]


def self_check():
    page, bare = texts_of_page("P.qml", 'text: qsTr("Un " +\n "mot").arg(1) // qsTr(x)')
    assert page == ["Un mot"] and not bare
    assert texts_of_page("P.qml", "text: qsTr(word)")[1] and texts_of_page("P.qml", 'text: "Bonjour"')[1]
    good = {"fr": {("catalogue", "a"): "Il manque %1 page."}, "ar": {("catalogue", "a"): "تنقص %1 صفحة."}}
    assert all_faults(good, {"a"}, set()) == ([], [])
    for language, text in (("fr", ""), ("fr", "Un deux trois quatre cinq six sept huit neuf dix onze douze %1"),
                           ("fr", "Veuillez lire %1."), ("fr", "Combien %1 ?"), ("fr", "L'erreur %1"),
                           ("fr", "Le serveur %1"), ("ar", "صفحة"), ("ar", "page %1"), ("ar", " ")):
        planted = {**good, language: {("catalogue", "a"): text}}
        assert all_faults(planted, {"a"}, set())[0], f"not seen: {language} {text}"
    assert all_faults(good, {"a", "b"}, set())[0] and all_faults(good, {"a"}, {("Page", "Oui")})[0]
    assert all_faults(good, set(), set())[1] and all_faults(good, {"a"}, set(), {"a": "%1 %2"})[0]
    long = {"fr": {("catalogue", "code.x"): "m" * 29}}
    assert all_faults(long, {"code.x"}, set())[0]


def pages_of(root):
    ui, faults = set(), []
    for file in sorted((root / "qml").rglob("*.qml")):
        found, wrong = texts_of_page(file.name, file.read_text(encoding="utf-8"))
        ui |= {(file.stem, text) for text in found}
        faults += wrong
    return ui, faults


def shapes_of(root):
    shapes = {}
    for line in (root / "client/viewmodels/text_keys.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            key, _, french = line.partition("\t")
            shapes[key] = french
    return shapes


def bareme_keys(root):
    keys = set()
    for file in sorted((root / "shared/data/baremes").glob("*.json")):
        bareme = json.loads(file.read_text(encoding="utf-8"))
        keys |= {"cotation." + line["code"] for line in bareme["criteres"]}
        keys |= {"cotation.piece." + code for code in bareme["pieces"]}
    return keys


def main(root, lister):
    self_check()
    words_rules.self_check()
    words = {file.stem: make_ts.read_words(file) for file in sorted((root / "qml/i18n/words").glob("*.tsv"))}
    for language, given in words.items():
        make_ts.ts_of(language, given)
    make_ts.list_of(words)
    words = {language: {message: text for message, text in given.items() if not make_ts.is_header(message[1])}
             for language, given in words.items()}
    shapes = shapes_of(root)
    listed = subprocess.run([lister], check=True, capture_output=True, text=True, encoding="utf-8").stdout.split()
    ui, faults = pages_of(root)
    keys = set(listed) | set(shapes) | bareme_keys(root)
    found, left = all_faults(words, keys, ui, shapes, words_rules.read_glossary(root / "qml/i18n/glossaire.tsv"))
    faults += found
    print(*(f"warning: {one}" for one in left), *faults, sep="\n")
    print(f"{len(words)} languages, {len(keys)} keys, {len(ui)} texts of pages, {len(faults)} faults")
    return 1 if faults or "fr" not in words or not listed or not ui else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2]))
