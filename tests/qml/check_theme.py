#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No colour is named in QML outside the theme; no function of QML is a hidden program."""
import pathlib
import re
import sys

COLOUR = re.compile(r'"#[0-9A-Fa-f]{3,8}"|Qt\.rgba|Qt\.hsla|color:\s*"(?!transparent)')


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    files = [f for f in root.rglob("*.qml") if f.parent.name != "theme"]
    if len(files) < 20:
        print(f"only {len(files)} QML files under {root}")
        return 1
    bad = [
        f"{file}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if COLOUR.search(line)
    ]
    long = [str(f) for f in files if len(f.read_text(encoding="utf-8").splitlines()) > 250]
    print("\n".join(bad + [f"{f}: more than 250 lines" for f in long]))
    return 1 if bad or long else 0


sys.exit(main())
