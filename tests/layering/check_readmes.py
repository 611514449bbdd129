#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every path of the project named in a README exists. Usage: check_readmes.py ROOT

A path is a word in backquotes, or the target of a link, that starts with one of the project's folders, or
(inside a README) names a file beside it.
"""
import pathlib
import re
import sys

TOP = ("client", "server", "shared", "qml", "tests", "packaging")
QUOTED = re.compile(r"`([^`\s]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)\)")
FILE = re.compile(r"^[\w./-]+\.(h|cpp|py|md|json|qml|sql|cmake|txt|ts|svg|csv)$")


def paths_in(text):
    words = QUOTED.findall(text) + [w for w in LINK.findall(text) if "://" not in w]
    for word in words:
        word = word.rstrip("/.,")
        if any(c in word for c in "*<>{}$|…"):
            continue
        if word.startswith("./"):
            word = word[2:]
        if word.split("/")[0] in TOP and "/" in word or FILE.match(word) or word in TOP:
            yield word


def exists(root, readme, word):
    return any((base / word).exists() for base in (readme.parent, root))


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    readmes = [r for r in sorted(root.rglob("README.md"))
               if r.relative_to(root).parts[0] in TOP + ("README.md",)]
    faults, named = [], 0
    for readme in readmes:
        for word in paths_in(readme.read_text(encoding="utf-8")):
            named += 1
            if not exists(root, readme, word):
                faults.append(f"{readme.relative_to(root)}: {word} does not exist")
    print(*faults, sep="\n")
    print(f"{len(readmes)} READMEs, {named} paths named, {len(faults)} missing")
    return 1 if faults or not named else 0


sys.exit(main())
