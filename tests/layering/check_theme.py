#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours stand in qml/theme and nowhere else, so that a territory can supply its own. Usage: check_theme.py ROOT"""
import pathlib
import re
import sys

HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")
CALL = re.compile(r"\bQt\.(rgba|hsla|hsva|lighter|darker|tint)\s*\(")
NAMED = re.compile(r"\b(color|border\.color)\s*:\s*\"(?!transparent\")[a-zA-Z]+\"")


def faults_in(path, text):
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        code = line.split("//")[0]
        for rule in (HEX, CALL, NAMED):
            if rule.search(code):
                found.append(f"{path}:{number}: {line.strip()}")
                break
    return found


def main():
    assert faults_in("p", 'color: "#12292C"') and faults_in("p", 'color: "red"')
    assert not faults_in("p", 'color: "transparent"') and not faults_in("p", "color: Theme.ink")
    root = pathlib.Path(sys.argv[1])
    files = [f for f in sorted((root / "qml").rglob("*.qml")) if "theme" not in f.relative_to(root).parts]
    faults = [f for file in files for f in faults_in(file.relative_to(root), file.read_text(encoding="utf-8"))]
    print(*faults, sep="\n")
    print(f"{len(files)} QML files, {len(faults)} colours outside qml/theme")
    return 1 if faults or not files else 0


sys.exit(main())
