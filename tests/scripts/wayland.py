#!/usr/bin/env python3
"""The program under a kiosk compositor for Wayland (cage, headless), started by it as at an exhibition: through XWayland a
whole round by touches and one by keys; natively the first frame, rest and a clean end, for the cage of Debian
12 lets nobody synthesise input there. Skipped (77) where the compositor cannot run, and says why."""

import atexit
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.environ["SOURCE_DIR"] + "/tests/support")
from windows import ANZHI, SOURCE, Hands, Program, fail, play_a_round, press, touch

NEEDED = ("cage", "Xwayland", "xdotool")
NOBODY = 65534
HANDS = {"SDL_MOUSE_TOUCH_EVENTS": "1"}


class Client(Program):
    """The program as the client of a cage of its own; it ends with the program's status."""

    def __init__(self, **environment):
        self.folder = tempfile.TemporaryDirectory(prefix="anzhi-wayland-")
        self.place = pathlib.Path(self.folder.name)
        self.place.chmod(0o700)
        shutil.copy2(ANZHI, self.place / "anzhi")
        shutil.copytree(SOURCE / "content", self.place / "content")
        self.log = open(self.place / "log", "w+b")
        self.before = self.as_nobody()
        self.process = subprocess.Popen([*self.before, "cage", "--", "sh", "-c", self.script()],
                                        env=self.environment(environment), stdout=self.log, stderr=subprocess.STDOUT)
        atexit.register(self.process.kill)
        self.pid, self.name = self.told()
        self.wait_for("# canvas")

    def environment(self, more):
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "WAYLAND", "DISPLAY", "WLR_"))}
        return {**kept, **more, "XDG_RUNTIME_DIR": str(self.place), "HOME": str(self.place), "LC_ALL": "C.UTF-8",
                "WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}

    def as_nobody(self):
        """cage refuses to run as root."""
        if os.geteuid() != 0:
            return []
        for path in (self.place, *self.place.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]

    def script(self):
        return (f'cd {self.place}; echo "$$ $DISPLAY" >told.new; mv told.new told; '
                "exec ./anzhi run --content content --data data --seed 7 --silent --log-messages")

    def told(self):
        told = self.place / "told"
        for _ in range(1000):
            if told.exists():
                pid, name = told.read_text().split()
                return int(pid), name
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        self.process.kill()
        print(f"wayland: skipped: cage does not start on this machine:\n{self.text()}")
        sys.exit(77)


def hands_of(client):
    hands = Hands()
    hands.name = client.name
    hands.before = client.before
    return hands


def expect(client, pattern):
    if not client.count(pattern):
        fail(f"there is no {pattern} in\n{client.text()}")


def it_rests(client):
    time.sleep(2)
    ticks, switches = client.usage()
    time.sleep(3)
    ticks_after, switches_after = client.usage()
    if ticks_after - ticks > 3 or switches_after - switches > 30:
        fail(f"{ticks_after - ticks} ticks and {switches_after - switches} wake-ups in 3 s of rest")


def a_round_by_touches():
    client = Client(SDL_VIDEODRIVER="x11", **HANDS)
    expect(client, "# canvas 1280x720 x11 surface")
    hands = hands_of(client)
    # An option and the button that leads on, in the design's own places.
    play_a_round(client, lambda: touch(hands, 1000, 240), lambda: touch(hands, 1000, 467))
    client.end()


def a_round_by_keys():
    client = Client(SDL_VIDEODRIVER="x11")
    hands = hands_of(client)
    play_a_round(client, lambda: press(hands, "1"), lambda: press(hands, "Next"))
    client.end()


def first_frame_on_wayland():
    client = Client(SDL_VIDEODRIVER="wayland")
    expect(client, "# canvas 1280x720 wayland texture")
    it_rests(client)
    client.end()


def main():
    missing = [program for program in NEEDED if not shutil.which(program)]
    if missing:
        print(f"wayland: skipped: {' '.join(missing)} not installed")
        sys.exit(77)
    scenes = (a_round_by_touches, a_round_by_keys, first_frame_on_wayland)
    with concurrent.futures.ThreadPoolExecutor(len(scenes)) as hands:
        for scene in [hands.submit(scene) for scene in scenes]:
            scene.result()
    print("rounds through XWayland, first frame and rest on Wayland: fine")


if __name__ == "__main__":
    main()
