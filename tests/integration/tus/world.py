# SPDX-License-Identifier: GPL-3.0-or-later
"""The real server, a borne with escale-ctl, and tus-js-client, in one folder."""
import json
import os
import pathlib
import socket
import subprocess
import tempfile

# Enough to outlast lost packets; refusals (4xx) are not tried again by the client.
RETRIES = [200, 500, 1000, 2000, 4000, 8000, 8000, 8000, 8000]
HERE = pathlib.Path(__file__).resolve().parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def pdf(size, seed):
    """A whole PDF of one page with about `size` bytes that no compression shortens, different for each seed."""
    noise = os.urandom(size)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
               b"<< /Length %d >>\nstream\n" % len(noise) + noise + b"\nendstream"]
    out, places = b"%%PDF-1.4\n%% %d\n" % seed, []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)


class World:
    def __init__(self, server, ctl, modules):
        self.server_program, self.ctl_program, self.modules = server, ctl, modules
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        self.data, self.device = self.root / "serveur", self.root / "borne"
        self.port, self.process, self.made = free_port(), None, 0
        ca = self.run_server("init", "--data", self.data)["ca"]
        self.start()
        code = self.run_server("enrol", "--data", self.data, "--site", "EPN", "--role", "borne")["code"]
        self.ctl("device", "init", "--server", f"https://127.0.0.1:{self.port}", "--ca", ca, "--code", code)
        self.dossier = self.ctl("dossier", "create", "--set", "demandeur.nom=Benarous")["dossier"]
        self.ctl("sync")
        profile = json.loads((self.device / "appareil.json").read_text())
        self.cert = self.root / "borne.pem"
        self.cert.write_text(profile["certificat"])
        self.ca = ca

    def close(self):
        self.kill()
        self.folder.cleanup()

    def answer(self, program, *words):
        ran = subprocess.run([program, *map(str, words)], capture_output=True, text=True, timeout=600)
        if ran.returncode != 0:
            raise AssertionError(f"{words[:2]}: {ran.stderr}{ran.stdout}")
        return json.loads(ran.stdout)

    def run_server(self, *words):
        return self.answer(self.server_program, *words)

    def ctl(self, *words):
        count = 1 if words[0] == "sync" else 2
        return self.answer(self.ctl_program, *words[:count], "--data", self.device, *words[count:])

    def start(self):
        self.process = subprocess.Popen([self.server_program, "run", "--data", self.data, "--port", str(self.port)],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        if not self.process.stdout.readline():
            raise AssertionError("the server does not listen")

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
            self.process = None

    def page(self, size):
        """A pièce of one page sealed by the borne and not sent: its file, and how tus names it."""
        self.made += 1
        source = self.root / "page.pdf"
        source.write_bytes(pdf(size, self.made))
        piece = self.ctl("piece", "add", "--dossier", self.dossier, "--type", "identite", source)["piece"]
        shown = self.ctl("dossier", "show", "--dossier", self.dossier)["pieces"]
        name = next(p["pages"][0] for p in shown if p["piece"] == piece)
        return self.device / "pieces" / name, {"dossier": self.dossier, "piece": piece, "sha256": name}

    def job(self, page, metadata, **more):
        job = {"modules": str(self.modules), "page": str(page), "metadata": metadata, "ca": str(self.ca),
               "cert": str(self.cert), "key": str(self.device / "appareil.key"),
               "endpoint": f"https://127.0.0.1:{self.port}/v1/uploads", "retryDelays": RETRIES, **more}
        path = self.root / "job.json"
        path.write_text(json.dumps(job))
        return ["node", str(HERE / "send.mjs"), str(path)]

    def send(self, page, metadata, **more):
        """Every line that the client said; the last one tells how it ended."""
        ran = subprocess.run(self.job(page, metadata, **more), capture_output=True, text=True, timeout=900)
        lines = [json.loads(line) for line in ran.stdout.splitlines()]
        if not lines:
            raise AssertionError(ran.stderr)
        return lines

    def filed(self, name):
        return (self.data / "blobs" / name[:2] / name).exists()

    def on_its_way(self, url):
        return (self.data / "uploads" / url.rsplit("/", 1)[-1]).exists()

    def received(self, metadata):
        """Pages of the pièce that the server has, once the borne has told it about the pièce."""
        for _ in range(5):  # the borne tries again later, too
            if subprocess.run([self.ctl_program, "sync", "--data", self.device], capture_output=True,
                              timeout=600, check=False).returncode == 0:
                break
        pieces = self.run_server("dossier", "show", "--data", self.data, "--dossier", self.dossier)["pieces"]
        return next(p["recues"] for p in pieces if p["piece"] == metadata["piece"])


def offsets(lines, method):
    return [int(line["offset"]) for line in lines if line.get("method") == method and line["offset"] is not None]


