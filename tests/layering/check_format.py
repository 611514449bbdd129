#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-format has nothing to change, and every source names its licence. Usage: check_format.py ROOT CLANG_FORMAT"""
import pathlib
import subprocess
import sys


def main():
    root, tool = pathlib.Path(sys.argv[1]), sys.argv[2]
    files = [f for side in ("shared", "client", "server", "qml", "tests") for f in sorted((root / side).rglob("*"))
             if f.suffix in (".h", ".cpp")]
    unlicensed = [f for f in files if "SPDX-License-Identifier: GPL-3.0-or-later" not in f.read_text("utf-8")[:200]]
    run = subprocess.run([tool, "--dry-run", "--Werror", *map(str, files)], capture_output=True, text=True)
    print(run.stderr[-4000:])
    print(*(f"{f}: no licence line" for f in unlicensed), sep="\n")
    print(f"{len(files)} files")
    return 1 if run.returncode or unlicensed or not files else 0


sys.exit(main())
