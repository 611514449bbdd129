// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the items of a scene for the tests.
import QtQuick

QtObject {
    // Every visible item under root for which wanted(item) holds.
    function all(root: Item, wanted: var): var {
        let found = [];
        for (let i = 0; i < root.children.length; ++i) {
            const child = root.children[i];
            if (!child.visible)
                continue;
            if (wanted(child))
                found.push(child);
            found = found.concat(all(child, wanted));
        }
        return found;
    }

    function pressables(root: Item): var {
        return all(root, item => item.faceItem !== undefined);
    }

    function named(root: Item, name: string): Item {
        return pressables(root).find(item => item.accessibleName === name) ?? null;
    }

    function place(item: Item, scene: Item): rect {
        const at = item.mapToItem(scene, 0, 0);
        return Qt.rect(at.x, at.y, item.width, item.height);
    }

    // The free space between two rectangles: 0 when they touch or overlap.
    function apart(a: rect, b: rect): real {
        const x = Math.max(a.x - b.x - b.width, b.x - a.x - a.width);
        const y = Math.max(a.y - b.y - b.height, b.y - a.y - a.height);
        return Math.max(x, y);
    }
}
