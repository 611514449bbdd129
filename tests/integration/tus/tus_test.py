#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Any client of tus completes, is cut, and resumes: tus-js-client against the real server, over mutual TLS.
Usage: tus_test.py SERVER CTL MODULES [--perte]. With --perte, in a network of its own that loses one packet in
five; where a machine allows no such network, without loss, and the output says so."""
import json
import os
import shutil
import subprocess
import sys
import unittest

from world import World, offsets

PART = 64 << 10
NO_LOSS = "WITHOUT LOSS: this machine allows no network that loses packets"
LOSSES = (("tc netem", "tc qdisc add dev lo root netem loss 20%"),
          ("nftables", "nft add table inet perte && nft 'add chain inet perte entree { type filter hook input priority 0; }'"
                       " && nft 'add rule inet perte entree numgen random mod 100 < 20 drop'"))


class TusClientTest(unittest.TestCase):
    programs = ()
    size = 3 << 20
    lossy = False

    @classmethod
    def setUpClass(cls):
        cls.world = World(*cls.programs)  # enrolling is not what is tried here
        if cls.lossy:
            how = lossy_network()
            print(f"20 % of packets are lost ({how})" if how else NO_LOSS, file=sys.stderr, flush=True)

    @classmethod
    def tearDownClass(cls):
        cls.world.close()

    def test_a_page_goes_whole_in_one_part(self):
        page, metadata = self.world.page(self.size)
        lines = self.world.send(page, metadata)
        self.assertIn("done", lines[-1], lines[-1])
        self.assertTrue(self.world.filed(metadata["sha256"]))
        self.assertEqual(self.world.received(metadata), 1)

    def test_a_cut_upload_resumes_at_the_byte(self):
        page, metadata = self.world.page(self.size)
        lines = self.world.send(page, metadata, chunkSize=PART, abortAt=5 * PART)
        self.assertIn("stopped", lines[-1], lines[-1])
        self.assertFalse(self.world.filed(metadata["sha256"]))
        resumed = self.world.send(page, metadata, chunkSize=PART, uploadUrl=lines[-1]["stopped"])
        self.assertIn("done", resumed[-1], resumed[-1])
        self.assertGreaterEqual(offsets(resumed, "HEAD")[0], 4 * PART)
        self.assertTrue(self.world.filed(metadata["sha256"]))

    def test_a_lost_address_is_found_again_by_the_content(self):
        page, metadata = self.world.page(self.size)
        lines = self.world.send(page, metadata, chunkSize=PART, abortAt=2 * PART)
        again = self.world.send(page, metadata, chunkSize=PART)
        self.assertEqual(again[-1].get("done"), lines[-1]["stopped"])

    def test_a_server_killed_in_the_middle_loses_nothing_that_it_said(self):
        page, metadata = self.world.page(self.size)
        client = subprocess.Popen(self.world.job(page, metadata, chunkSize=PART),
                                  stdout=subprocess.PIPE, text=True)
        said, killed, lines = 0, False, []
        for line in client.stdout:
            lines.append(json.loads(line))
            if not killed and lines[-1].get("method") == "PATCH":
                said = int(lines[-1]["offset"] or 0)
                if said >= 5 * PART:
                    self.world.kill()
                    self.world.start()
                    killed = True
        client.wait()
        client.stdout.close()
        self.assertTrue(killed)
        self.assertIn("done", lines[-1], lines[-1])
        heads = offsets(lines, "HEAD")
        self.assertTrue(heads and heads[-1] >= said, (heads, said))  # lost packets may bring earlier ones
        self.assertTrue(self.world.filed(metadata["sha256"]))

    def test_a_part_that_changed_is_refused_and_moves_nothing(self):
        for algorithm in ("sha256", "sha1"):
            page, metadata = self.world.page(self.size)
            bad = self.world.send(page, metadata, chunkSize=PART, checksum=algorithm, alterAt=PART + 10)
            self.assertEqual(bad[-1].get("status"), 460, bad[-1])
            self.assertEqual(max(offsets(bad, "PATCH") + offsets(bad, "HEAD")), PART)
        good = self.world.send(page, metadata, chunkSize=PART, checksum="sha256", uploadUrl=bad[-1]["url"])
        self.assertEqual(offsets(good, "HEAD")[0], PART)
        self.assertIn("done", good[-1], good[-1])

    def test_a_page_that_changed_without_checksum_is_never_filed(self):
        page, metadata = self.world.page(self.size)
        bad = self.world.send(page, metadata, chunkSize=1 << 20, alterAt=100)
        self.assertEqual(bad[-1].get("status"), 460, bad[-1])
        self.assertFalse(self.world.filed(metadata["sha256"]))
        self.assertIn("done", self.world.send(page, metadata)[-1])

    def test_a_truncated_page_is_never_filed(self):
        page, metadata = self.world.page(self.size)
        length = page.stat().st_size // 2
        lines = self.world.send(page, metadata, length=length)
        self.assertEqual(lines[-1].get("status"), 460, lines[-1])
        self.assertFalse(self.world.filed(metadata["sha256"]))
        self.assertFalse(self.world.on_its_way(lines[-1]["url"]))

    def test_an_upload_is_given_up(self):
        page, metadata = self.world.page(self.size)
        lines = self.world.send(page, metadata, chunkSize=PART, abortAt=2 * PART, terminate=True)
        self.assertIn("stopped", lines[-1], lines[-1])
        self.assertIn(204, [line["status"] for line in lines if line.get("method") == "DELETE"])
        self.assertFalse(self.world.on_its_way(lines[-1]["stopped"]))

    def test_patch_may_travel_as_post(self):
        page, metadata = self.world.page(200_000)
        lines = self.world.send(page, metadata, override=True)
        self.assertIn("done", lines[-1], lines[-1])
        self.assertNotIn("PATCH", [line.get("method") for line in lines])


def lossy_network():
    """In a network of our own: puts the loss in place, and says how; None when the machine allows none."""
    for name, command in LOSSES:
        if subprocess.run(["sh", "-c", command], capture_output=True, check=False).returncode == 0:
            return name
    return None


def enter_own_network():
    """Starts this program again in a network namespace; comes back only where there is none to have."""
    for words in (["unshare", "-n"], ["unshare", "-rn"]):
        if shutil.which("unshare") and subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
            os.execvp(words[0], [*words, sys.executable, *sys.argv, "--dedans"])


if __name__ == "__main__":
    arguments = [word for word in sys.argv[1:] if not word.startswith("--")]
    TusClientTest.programs = tuple(arguments)
    if "--perte" in sys.argv:
        TusClientTest.size = 500_000
        if "--dedans" not in sys.argv:
            enter_own_network()
        TusClientTest.lossy = "--dedans" in sys.argv
        if TusClientTest.lossy:
            subprocess.run(["ip", "link", "set", "lo", "up", "mtu", "1500"], check=True)
        else:
            print(NO_LOSS, file=sys.stderr, flush=True)
    unittest.main(argv=sys.argv[:1], verbosity=2)
