#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of communes is made from the pinned archive and from nothing else. Usage: make_communes_test.py ROOT"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SCRIPT = "shared/data/make_communes.py"
SOURCE = "shared/data/communes_source.json"


def make(root, source, folder):
    table = folder / "table"
    table.unlink(missing_ok=True)
    done = subprocess.run([sys.executable, str(root / SCRIPT), str(source), str(table)], check=False,
                          capture_output=True, text=True, env={**os.environ, "ESCALE_DOWNLOADS": str(folder / "cache")})
    return done.returncode, done.stderr, table


def with_url(root, folder, url):
    source = json.loads((root / SOURCE).read_text(encoding="utf-8"))
    source["url"] = url
    path = folder / "source.json"
    path.write_text(json.dumps(source), encoding="utf-8")
    return path


def pinned_archive(root, folder):
    """Copied from where the build has put it."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, str((root / SCRIPT).parent))
    import make_communes
    source = json.loads((root / SOURCE).read_text(encoding="utf-8"))
    path = folder / "bonne.tgz"
    path.write_bytes(make_communes.archive(source))
    return path


def check(condition, what):
    if not condition:
        sys.exit(f"make_communes: {what}")


def main(root):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        good = pinned_archive(root, folder)

        nowhere = with_url(root, folder, f"file://{folder}/absente.tgz")
        code, said, table = make(root, nowhere, folder)
        check(code == 1 and not table.exists(), "a table was made of nothing")
        check("absente.tgz" in said and str(folder / "cache") in said, f"no way on is said: {said}")

        (folder / "fausse.tgz").write_bytes(good.read_bytes() + b"\n")
        code, said, table = make(root, with_url(root, folder, f"file://{folder}/fausse.tgz"), folder)
        check(code == 1 and not table.exists() and "SHA-512" in said, "another archive was taken")
        check(not list((folder / "cache").iterdir()), "the refused archive was left in the cache")

        code, said, table = make(root, with_url(root, folder, f"file://{good}"), folder)
        check(code == 0 and table.stat().st_size < 2_000_000, f"no table of less than 2 MB: {said}")
        first = table.read_bytes()
        good.unlink()
        code, _, table = make(root, with_url(root, folder, f"file://{good}"), folder)
        check(code == 0 and table.read_bytes() == first, "the cache is not enough to build again")

        (folder / "cache" / "bonne.tgz").write_bytes(b"abimee")
        code, _, table = make(root, with_url(root, folder, f"file://{good}"), folder)
        check(code == 1 and not table.exists(), "a damaged cache was trusted")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
