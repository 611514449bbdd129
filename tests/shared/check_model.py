#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has SPIN explore the model of shared/protocol/model: the claims hold, and each defect put in it is found.

Usage: check_model.py MODEL. Exit 77 (skipped) without SPIN.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FEW_FAULTS = ["-DLOSSES=1", "-DCRASHES=1"]
# name, definitions, claim, options of the verifier, whether it must hold
RUNS = [
    ("promise", ["-DEDITS=2"], "promise", [], True),
    ("arrives", ["-DEDITS=2", *FEW_FAULTS], "arrives", ["-f"], True),
    ("acknowledge before commit", ["-DEDITS=2", "-DACKNOWLEDGE_BEFORE_COMMIT"], "promise", [], False),
    ("forget idempotence", ["-DEDITS=2", "-DFORGET_IDEMPOTENCE"], "promise", [], False),
]


def explore(model, folder, definitions, claim, options):
    """Errors and states of one exploration; everything that SPIN said."""
    subprocess.run(["spin", *definitions, "-a", str(model)], cwd=folder, check=True, capture_output=True)
    subprocess.run(["gcc", "-O2", "-o", "pan", "pan.c"], cwd=folder, check=True, capture_output=True)
    said = subprocess.run(["./pan", "-a", *options, "-N", claim, "-m1000000"], cwd=folder, check=True,
                          capture_output=True, text=True).stdout
    errors = re.search(r"errors: (\d+)", said)
    states = re.search(r"(\d+) states, stored", said)
    if not errors or not states or "search depth too small" in said:
        raise RuntimeError(said)
    return int(errors.group(1)), int(states.group(1))


def main():
    if not shutil.which("spin") or not shutil.which("gcc"):
        print("spin ou gcc n’est pas installé")
        return 77
    model = pathlib.Path(sys.argv[1]).resolve()
    wrong = 0
    for name, definitions, claim, options, holds in RUNS:
        with tempfile.TemporaryDirectory() as folder:
            errors, states = explore(model, folder, definitions, claim, options)
        print(f"{name}: {states} states, {errors} error(s)")
        if (errors == 0) != holds:
            print(f"  {'an error that should not be' if holds else 'the defect was not found'}")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
