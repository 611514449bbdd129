#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Only the arrows below may appear among the #include lines. Usage: check_layers.py ROOT

The table is the architecture; a refused include is answered by moving code, not by adding a line here.
With --self-check, planted violations must be caught.
"""
import pathlib
import re
import sys

# room -> rooms it may include besides itself. A room is the folder, two levels deep at most three.
ARROWS = {
    "shared/base": set(),
    "shared/crypto": {"shared/base"},
    "shared/sqlite": {"shared/base"},
    "shared/dossier": {"shared/base"},
    "shared/rules": {"shared/base", "shared/dossier"},
    "shared/pieces": {"shared/base", "shared/dossier", "shared/rules"},
    "shared/cotation": {"shared/base", "shared/crypto", "shared/dossier", "shared/rules"},
    "shared/position": {"shared/base", "shared/cotation", "shared/crypto"},
    "shared/sync": {"shared/base", "shared/dossier", "shared/rules"},
    "shared/protocol": {"shared/base", "shared/dossier", "shared/sync"},
    "shared/visits": {"shared/base", "shared/dossier"},
    "shared/deuxddoc": {"shared/base", "shared/crypto", "shared/dossier"},
    "shared/papers": {"shared/base", "shared/crypto"},
    "shared/attestation": {"shared/base", "shared/dossier", "shared/papers"},
    "shared/nuu": {"shared/base", "shared/dossier", "shared/rules"},
    "client/platform": {"shared/base", "shared/crypto"},
    "client/store": {"shared/*", "client/platform"},
    "client/territory": {"client/platform", "shared/base", "shared/crypto", "shared/position"},
    "client/dossier": {"client/store", "client/platform", "shared/*"},
    "client/capture": {"client/dossier", "client/platform", "shared/*"},
    "client/scan": {"shared/base", "shared/crypto"},
    "client/reading": {"client/platform", "client/scan", "shared/base", "shared/deuxddoc", "shared/dossier"},
    "client/sync": {"client/store", "client/platform", "client/territory", "shared/*"},
    "client/speech": {"shared/base"},
    "client/papers": {"shared/base", "shared/crypto", "shared/papers"},
    "client/viewmodels": {"client/dossier", "client/capture", "client/papers", "client/reading", "client/scan",
                          "client/speech", "client/sync", "client/territory", "shared/*"},
    "client/selftest": {"client/viewmodels", "client/platform", "shared/base"},
    "client/bench": {"client/selftest", "client/viewmodels", "shared/base"},
    "client/ctl": {"client/*", "shared/*"},
    "client": {"client/*", "shared/*"},
    "qml/reading": set(),
    "server/http": {"shared/base"},
    "server/store": {"shared/*"},
    "shared/attestation": {"shared/base", "shared/dossier", "shared/papers"},
    "server/pdf": {"shared/base"},
    "server/auth": {"server/store", "server/http", "shared/*"},
    "server/reconcile": {"server/store", "shared/*"},
    "server/publication": {"server/reconcile", "server/store", "shared/*"},
    "server/sne": {"server/store", "server/http", "shared/*"},
    "server/routes": {"server/http", "server/auth", "server/publication", "server/reconcile", "server/store",
                      "shared/*"},
    "server/sne/ecole": {"server/sne", "server/http", "server/store", "shared/*"},
    "server/console": {"server/*", "shared/*"},
    "server": {"server/*", "shared/*"},
}
# View-models show things: storage, transport and their formats stay behind the session.
FORBIDDEN_IN = {
    "client/viewmodels": re.compile(r"sqlite|shared/protocol|shared/base/json\.h|QNetwork|QJson"),
}
NO_QT = ("shared/", "server/")
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')
OURS = re.compile(r"^(shared|client|server|qml|tests|packaging)/")


def room_of(path):
    """Longest folder of ARROWS that holds `path`."""
    best = ""
    for room in ARROWS:
        if path.startswith(room + "/") and len(room) > len(best):
            best = room
    return best


def allowed(room, target):
    if room == target:
        return True
    for arrow in ARROWS[room]:
        if arrow == target or (arrow.endswith("/*") and target.startswith(arrow[:-1])):
            return True
    return False


def check_line(path, line):
    """The fault of one include line of the file `path`, or None."""
    match = INCLUDE.match(line)
    if not match:
        return None
    quote, name = match.groups()
    room = room_of(path)
    if path.startswith(NO_QT) and (re.match(r"Q[A-Z]|Qt", name)):
        return f"{path}: {name}: shared and server know no Qt"
    if room in FORBIDDEN_IN and FORBIDDEN_IN[room].search(name):
        return f"{path}: {name}: not for a view-model"
    if not OURS.match(name):
        return None
    if quote == "<":
        return f"{path}: {name}: our own headers are included with quotes"
    if name.startswith(("tests/", "packaging/")):
        return f"{path}: {name}: nothing depends on tests or packaging"
    target = room_of(name)
    if not room or not target:
        return f"{path}: {name}: a room that the table of arrows does not know"
    if not allowed(room, target):
        return f"{path}: {name}: {room} may not include {target}"
    return None


def check_tree(root):
    faults, seen = [], 0
    for side in ("shared", "client", "server", "qml"):
        for file in sorted((root / side).rglob("*")):
            if file.suffix not in (".h", ".cpp", ".c", ".hpp"):
                continue
            seen += 1
            path = file.relative_to(root).as_posix()
            for line in file.read_text(encoding="utf-8").splitlines():
                fault = check_line(path, line)
                if fault:
                    faults.append(fault)
    return seen, faults


def self_check():
    planted = [
        ("shared/sync/merge.cpp", '#include "client/store/local_store.h"'),
        ("shared/base/date.cpp", '#include "shared/dossier/path.h"'),
        ("server/http/server.cpp", '#include "server/store/store.h"'),
        ("server/routes/sync_routes.cpp", "#include <QString>"),
        ("client/viewmodels/a.cpp", '#include "shared/protocol/messages.h"'),
        ("client/dossier/dossier_session.cpp", '#include "server/http/log.h"'),
        ("shared/rules/rules.cpp", '#include "tests/support/fake_clock.h"'),
    ]
    fine = [("client/dossier/dossier_session.cpp", '#include "client/store/local_store.h"'),
            ("shared/sync/merge.cpp", "#include <map>")]
    missed = [p for p in planted if not check_line(*p)] + [p for p in fine if check_line(*p)]
    return missed


def main():
    missed = self_check()
    if missed:
        print("the check itself is wrong about:", *missed, sep="\n  ")
        return 1
    seen, faults = check_tree(pathlib.Path(sys.argv[1]))
    print(*faults, sep="\n")
    print(f"{seen} files, {len(faults)} refused includes")
    return 1 if faults or seen == 0 else 0


sys.exit(main())
