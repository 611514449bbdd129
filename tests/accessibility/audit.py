# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules that every page keeps for a finger and for a screen reader; one line a fault."""

TARGET, GAP = 64, 8
FORBIDDEN = ("combo-box", "spin-button", "slider", "scroll-bar", "scroll-pane")
MAY_BE_UNNAMED = ("frame", "panel", "filler", "list", "application")


def _apart(a, b):
    across = max(a[0] - b[0] - b[2], b[0] - a[0] - a[2])
    down = max(a[1] - b[1] - b[3], b[1] - a[1] - a[3])
    return max(across, down)


def _inside(box, window):
    return box[0] >= 0 and box[1] >= 0 and box[0] + box[2] <= window[2] and box[1] + box[3] <= window[3]


def _node_faults(node, window):
    if node.role in FORBIDDEN:
        yield f"not for a finger: {node}"
    if not node.name.strip() and node.role not in MAY_BE_UNNAMED:
        yield f"no name: {node}"
    if not node.is_target:
        return
    if node.box[2] < TARGET or node.box[3] < TARGET:
        yield f"smaller than {TARGET} px: {node}"
    if not _inside(node.box, window):
        yield f"outside the window: {node}"
    if not any(name in ("Press", "Toggle") for name in node.actions):
        yield f"no Press: {node}"


def faults(nodes):
    window = next(node.box for node in nodes if node.role == "frame")
    found = [fault for node in nodes for fault in _node_faults(node, window)]
    targets = [node for node in nodes if node.is_target]
    for i, one in enumerate(targets):
        found += [f"{_apart(one.box, other.box)} px apart: {one} and {other}"
                  for other in targets[i + 1:] if _apart(one.box, other.box) < GAP]
    headings = [node for node in nodes if node.role == "heading"]
    if len(headings) != 1:
        found.append(f"{len(headings)} headings: " + ", ".join(str(node) for node in headings))
    return found
