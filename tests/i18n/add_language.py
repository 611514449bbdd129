#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding a language is adding one file. Usage: add_language.py ROOT LRELEASE

A throw-away language, written from right to left, is put beside a copy of the others: the list of the program
offers it in its place and its translation is whole. Then it is spoilt in the ways a translator may: each is refused.
"""
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

HEADER = {"nom": "فارسی", "salut": "سلام", "rang": "3", "locale": "fa_IR", "pluriels": "2", "claviers": "azerty arabic",
          "voix": "-"}


def throwaway(english):
    lines = []
    for line in english.splitlines():
        key, tab, text = line.partition("\t")
        name = key.removeprefix("langue.")
        lines.append(f"{key}\t{HEADER[name]}" if key != name and tab else line)
    return "\n".join(lines) + "\n"


def made(maker, *arguments):
    return subprocess.run([sys.executable, maker, *arguments], capture_output=True, text=True, encoding="utf-8")


def main(root, lrelease):
    maker = root / "qml/i18n/make_ts.py"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file in (root / "qml/i18n/words").glob("*.tsv"):
            (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
        english = (folder / "en.tsv").read_text(encoding="utf-8")
        (folder / "fa.tsv").write_text(throwaway(english), encoding="utf-8")

        listed = made(maker, "--list", folder / "list.tsv", *folder.glob("??.tsv"))
        assert listed.returncode == 0, listed.stderr
        lines = (folder / "list.tsv").read_text(encoding="utf-8").splitlines()
        assert [line.split("\t")[0] for line in lines] == ["fr", "ar", "en", "fa", "uk"], lines
        assert "fa\tفارسی\tسلام\tfa_IR\tazerty arabic\t-\t3" in lines, lines

        assert made(maker, folder / "fa.tsv", folder / "fa.ts").returncode == 0
        released = subprocess.run([lrelease, folder / "fa.ts", "-qm", folder / "fa.qm"], capture_output=True, text=True)
        assert "0 unfinished" in released.stdout and (folder / "fa.qm").stat().st_size > 10000, released.stdout

        good = throwaway(english)
        for what, bad in {"no name": good.replace("langue.nom\tفارسی\n", ""),
                          "a place that is no number": good.replace("langue.rang\t3", "langue.rang\ttrois"),
                          "a keyboard we do not have": good.replace("azerty arabic", "azerty klingon"),
                          "a plural form missing": good.replace("langue.pluriels\t2", "langue.pluriels\t3"),
                          "a line without a tab": good + "question.nom Quel\n",
                          "a key twice": good + "reponse.oui\tYes\n"}.items():
            (folder / "fa.tsv").write_text(bad, encoding="utf-8")
            assert made(maker, folder / "fa.tsv", folder / "fa.ts").returncode, f"not refused: {what}"
    print("one file, one language more; 6 ways to spoil it refused")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2])
