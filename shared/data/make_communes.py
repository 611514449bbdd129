#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the packed table of the communes of France. Usage: make_communes.py SOURCE.json TABLE

SOURCE names one version of the npm package, with its npm integrity. The archive is fetched once into a cache
($ESCALE_DOWNLOADS, else $XDG_CACHE_HOME/escale, else ~/.cache/escale), then found there: a later build needs no network.
An archive that is not exactly the pinned one is never used. The form of TABLE is in README.md.
"""
import base64
import hashlib
import itertools
import json
import os
import pathlib
import struct
import subprocess
import sys
import tarfile
import tempfile
import unicodedata

MAGIC = b"ESCCOMM2"
LIGATURES = {"æ": "ae", "œ": "oe", "ß": "ss"}


def cache_folder():
    for name, under in (("ESCALE_DOWNLOADS", "."), ("XDG_CACHE_HOME", "escale")):
        if os.environ.get(name):
            return pathlib.Path(os.environ[name]) / under
    return pathlib.Path.home() / ".cache" / "escale"


def is_pinned(content, integrity):
    algorithm, _, digest = integrity.partition("-")
    return algorithm == "sha512" and hashlib.sha512(content).digest() == base64.b64decode(digest)


def download(url, path):
    """Whole or not at all: two builds at once do not disturb each other."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, partial = tempfile.mkstemp(dir=path.parent)
    os.close(handle)
    try:
        done = subprocess.run(
            ["curl", "--fail", "--silent", "--show-error", "--location", "--proto", "=https,file",
             "--retry", "3", "--max-time", "300", "--output", partial, url],
            check=False, capture_output=True, text=True)
        if done.returncode != 0:
            return done.stderr.strip() or f"curl {done.returncode}"
        os.replace(partial, path)
        return ""
    finally:
        pathlib.Path(partial).unlink(missing_ok=True)


def archive(source):
    """The pinned archive, as bytes; SystemExit with what to do when there is none."""
    path = cache_folder() / source["url"].rsplit("/", 1)[1]
    if path.is_file() and is_pinned(path.read_bytes(), source["integrity"]):
        return path.read_bytes()
    path.unlink(missing_ok=True)
    failure = download(source["url"], path)
    if failure:
        sys.exit(f"communes : {source['url']} n’a pas pu être téléchargé ({failure}).\n"
                 f"Sans réseau, posez ce fichier ici : {path}")
    content = path.read_bytes()
    if not is_pinned(content, source["integrity"]):
        path.unlink()
        sys.exit(f"communes : le fichier reçu de {source['url']} n’est pas celui qui est attendu (SHA-512 différent).\n"
                 "Il a été effacé. Rien n’a été construit avec.")
    return content


def read_package(content):
    """{name: content of data/NAME.json}"""
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        with tarfile.open(fileobj=file, mode="r:gz") as package:
            return {name: json.load(package.extractfile(f"package/data/{name}.json"))
                    for name in ("communes", "epci", "ept", "departements")}


def fold(name):
    """foldName() of shared/dossier/text.h, for the letters that names of communes have."""
    text = "".join(LIGATURES.get(c, c) for c in name.lower())
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in text).split()
    return " ".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in words)


def rows_of(package):
    """Communes and arrondissements municipaux that have a postcode, the largest first; arrondissements after their town."""
    members = {kind: {m["code"]: one["code"] for one in package[kind] for m in one["membres"]}
               for kind in ("epci", "ept")}
    kept = [c for c in package["communes"]
            if c["type"] in ("commune-actuelle", "arrondissement-municipal") and c.get("codesPostaux")]
    people = {c["code"]: c.get("population", 0) for c in kept}
    rows = []
    for c in kept:
        town = c.get("commune", c["code"])
        rows.append({"insee": c["code"], "name": c["nom"], "folded": fold(c["nom"]),
                     "postcodes": " ".join(sorted(c["codesPostaux"])), "department": c["departement"],
                     "epci": members["epci"].get(town, ""), "ept": members["ept"].get(c["code"], ""),
                     "order": (-people[town], town, c["code"])})
    return sorted(rows, key=lambda row: row["order"])


def old_names_of(package, rows):
    """What communes that were joined with others were called: rows of the commune of today, folded under that name."""
    today = {row["insee"]: row for row in rows}
    old = []
    for c in package["communes"]:
        row = today.get(c.get("chefLieu", ""))
        if row and c["type"] in ("commune-deleguee", "commune-associee") and fold(c["nom"]) != row["folded"]:
            old.append({**row, "folded": fold(c["nom"])})
    return sorted(old, key=lambda row: (row["order"], row["folded"]))


def joined(texts, before=""):
    """The texts one after the other, each behind `before`, and where each begins (and the last ends)."""
    parts = [(before + text).encode() for text in texts]
    starts = list(itertools.accumulate(map(len, parts), initial=0))
    return b"".join(parts), struct.pack(f"<{len(starts)}I", *starts)


def pack(communes, old_names, departments):
    rows = communes + old_names

    def indexed(key):
        values = sorted({row[key] for row in rows})
        places = {value: at for at, value in enumerate(values)}
        return values, [places[row[key]] for row in rows]

    lists, list_of = indexed("postcodes")
    epcis, epci_of = indexed("epci")
    epts, ept_of = indexed("ept")
    codes, department_of = indexed("department")
    count = len(rows)
    by_insee = sorted(range(len(communes)), key=lambda at: rows[at]["insee"])
    sections = [
        "".join(row["insee"] for row in rows).encode(),
        struct.pack(f"<{len(communes)}H", *by_insee),
        *joined([row["name"] for row in rows]),
        *joined([row["folded"] for row in rows], before="\n "),
        struct.pack(f"<{count}H", *list_of),
        *joined(lists),
        struct.pack(f"<{count}H", *epci_of),
        *joined(epcis),
        bytes(ept_of),
        *joined(epts),
        bytes(department_of),
        *joined([departments[code] for code in codes]),
    ]
    return with_header(count, len(communes), sections)


def with_header(count, communes, sections):
    position = len(MAGIC) + 4 * (3 + len(sections))
    offsets = []
    for section in sections:
        offsets.append(position)
        position += len(section)
    return MAGIC + struct.pack(f"<{3 + len(offsets)}I", count, communes, *offsets, position) + b"".join(sections)


def main(source_path, table_path):
    source = json.loads(pathlib.Path(source_path).read_text(encoding="utf-8"))
    package = read_package(archive(source))
    departments = {one["code"]: one["nom"] for one in package["departements"]}
    rows = rows_of(package)
    table = pack(rows, old_names_of(package, rows), departments)
    pathlib.Path(table_path).write_bytes(table)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
