#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts test functions in CTest's JUnit report and ends with « N passed, N failed ». Usage: summarise.py REPORT

A Qt Test program counts for its functions; any other test counts for one. A program that failed, crashed or was
stopped counts for at least one failure.
"""
import re
import sys
import xml.etree.ElementTree as ET

TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.M)


def count(case):
    """(passed, failed, skipped) of one CTest entry."""
    output = "".join(node.text or "" for node in case.iter("system-out"))
    sums = [sum(values) for values in zip(*(map(int, t) for t in TOTALS.findall(output)))] or [0, 0, 0]
    ok = case.get("status") == "run"
    if not ok:
        return sums[0], max(1, sums[1]), sums[2]
    return (sums[0] or 1), sums[1], sums[2]


def main():
    try:
        cases = list(ET.parse(sys.argv[1]).getroot().iter("testcase"))
    except (OSError, ET.ParseError) as error:
        print(f"no report: {error}\n0 passed, 1 failed")
        return 1
    failed_names = [case.get("name") for case in cases if case.get("status") != "run"]
    passed, failed, skipped = (sum(column) for column in zip(*map(count, cases))) if cases else (0, 1, 0)
    for name in failed_names:
        print(f"failed: {name}")
    print(f"{len(cases)} programs")
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0


sys.exit(main())
