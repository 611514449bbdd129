# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility tree of one program, read and acted on over D-Bus (AT-SPI 2), with no cache: what a reader
would find at this moment. Places are px of the window."""
import time
from dataclasses import dataclass, field

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PREFIX = "org.a11y.atspi."
REGISTRY = "/org/a11y/atspi/accessible/root"
WINDOW_COORDS = 1
PRESSES = ("Press", "Toggle")


@dataclass
class Node:
    path: str
    role: str
    name: str
    states: frozenset
    box: tuple  # x, y, width, height
    actions: list = field(default_factory=list)

    @property
    def is_button(self):
        return self.role in ("push-button", "check-box", "radio-button", "toggle-button")

    @property
    def is_target(self):
        return self.is_button or self.role in ("text", "entry", "password-text", "link") or any(
            action in PRESSES for action in self.actions)

    def __str__(self):
        return f"{self.role} « {self.name} » {list(self.box)}"


def _names(enum, bits):
    """Nicks of the states in the two words of GetState."""
    value = bits[0] | (bits[1] << 32 if len(bits) > 1 else 0)
    return frozenset(Atspi.StateType(i).value_nick for i in range(42) if value >> i & 1)


class Bus:
    """The accessibility bus of this session."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        self._wait_for(session, "org.a11y.Bus")
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
                                    None, 0, 10_000, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    @staticmethod
    def _wait_for(session, name, timeout=10):
        """Until its launcher has that name: asked for before, D-Bus would start another one."""
        end = time.monotonic() + timeout
        asked = GLib.Variant("(s)", (name,))
        while not session.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                    "NameHasOwner", asked, None, 0, 10_000, None).unpack()[0]:
            if time.monotonic() > end:
                raise TimeoutError(f"nobody is {name}")
            time.sleep(0.02)

    def call(self, owner, path, interface, method, args=None):
        answer = self.connection.call_sync(owner, path, interface, method, args, None, 0, 10_000, None)
        return answer.unpack()

    def get(self, owner, path, interface, name):
        return self.call(owner, path, "org.freedesktop.DBus.Properties", "Get",
                         GLib.Variant("(ss)", (PREFIX + interface, name)))[0]

    def program(self, name, timeout=20):
        """The program of that name, once it is on the bus."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            try:
                (children,) = self.call(PREFIX + "Registry", REGISTRY, PREFIX + "Accessible", "GetChildren")
                for owner, path in children:
                    if self.get(owner, path, "Accessible", "Name") == name:
                        return Program(self, owner, path)
            except GLib.Error:
                pass  # the registry is starting, or a program has just gone
            time.sleep(0.05)
        raise TimeoutError(f"{name} is not on the accessibility bus")


class Program:
    def __init__(self, bus, owner, root):
        self.bus, self.owner, self.root = bus, owner, root
        self._roles = {}

    def _role(self, number):
        if number not in self._roles:
            self._roles[number] = Atspi.Role(number).value_nick
        return self._roles[number]

    def _call(self, path, interface, method, args=None):
        return self.bus.call(self.owner, path, PREFIX + interface, method, args)

    def _read(self, path):
        states = _names(Atspi.StateType, self._call(path, "Accessible", "GetState")[0])
        role = self._role(self._call(path, "Accessible", "GetRole")[0])
        name = self.bus.get(self.owner, path, "Accessible", "Name")
        return Node(path, role, name, states, (0, 0, 0, 0))

    def _measure(self, node):
        try:
            (box,) = self._call(node.path, "Component", "GetExtents", GLib.Variant("(u)", (WINDOW_COORDS,)))
            node.box = tuple(box)
        except GLib.Error:
            pass
        try:
            (actions,) = self._call(node.path, "Action", "GetActions")
            node.actions = [action[0] for action in actions]
        except GLib.Error:
            pass

    def showing(self):
        """Every showing node with its place and its actions, in the order of the tree; the window comes first."""
        for _ in range(20):
            try:
                return self._walk()
            except GLib.Error:
                time.sleep(0.02)  # the page was changing
        return self._walk()

    def _walk(self):
        found, paths = [], [path for _, path in reversed(self._call(self.root, "Accessible", "GetChildren")[0])]
        while paths:
            path = paths.pop()
            node = self._read(path)
            frame = node.role == "frame"
            if not frame and not ("showing" in node.states and "visible" in node.states):
                continue
            self._measure(node)
            if frame or (node.box[2] > 0 and node.box[3] > 0):
                found.append(node)
            paths.extend(child for _, child in reversed(self._call(path, "Accessible", "GetChildren")[0]))
        return found

    def press(self, node):
        """The first Press (or Toggle) of the node; False when it has none or is no more."""
        wanted = [i for i, name in enumerate(node.actions) if name in PRESSES]
        if not wanted:
            return False
        try:
            return bool(self._call(node.path, "Action", "DoAction", GLib.Variant("(i)", (wanted[0],)))[0])
        except GLib.Error:
            return False
