# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen of its own (Xvfb, no TCP), the accessibility bus and escale on a trial device: started together,
ended together. To be run under dbus-run-session."""
import os
import pathlib
import subprocess
import tempfile

import tree

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


class World:
    def __init__(self, escale, arguments):
        self.escale, self.arguments = escale, arguments
        self.processes = []
        self.folder = tempfile.TemporaryDirectory(prefix="escale-a11y-")

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self):
        env = os.environ | {"XDG_RUNTIME_DIR": self.folder.name, "HOME": self.folder.name, "LC_ALL": "C.UTF-8",
                            "TZ": "UTC", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb",
                            "QT_QUICK_BACKEND": "software"}
        env["DISPLAY"] = ":" + self._display(env)
        launcher = next(path for path in LAUNCHERS if pathlib.Path(path).exists())
        self._run([launcher, "--launch-immediately"], env)
        bus = tree.Bus()  # the program looks for the bus as it starts
        self.log = open(pathlib.Path(self.folder.name) / "escale.log", "w+", encoding="utf-8")
        self.program_process = self._run([self.escale, *self.arguments], env, self.log)
        self.program = bus.program("escale")

    def _display(self, env):
        """Starts Xvfb on the first free display; its number."""
        reading, writing = os.pipe()
        process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
            env=env, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.processes.append(process)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        return number

    def _run(self, command, env, output=subprocess.DEVNULL):
        process = subprocess.Popen(command, env=env, stdout=output, stderr=subprocess.STDOUT)
        self.processes.append(process)
        return process

    def said(self):
        """What the program has written so far."""
        self.log.flush()
        return pathlib.Path(self.log.name).read_text(encoding="utf-8", errors="replace")

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
        for process in reversed(self.processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
        self.folder.cleanup()
