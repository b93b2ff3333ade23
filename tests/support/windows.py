"""The program in a real window: an X server of its own, hands that touch it, and what it says. For the scripts of
tests/scripts."""

import os
import pathlib
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time

ANZHI = os.environ["ANZHI"]
SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])


PATIENCE = 60  # seconds; whoever waits for a condition may wait long: it costs nothing while the machine is idle


def fail(message):
    raise SystemExit(f"{pathlib.Path(sys.argv[0]).stem}: {message}")


def wait_until(is_so, complaint):
    """Until `is_so()`; else fails with what `complaint()` says."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            fail(complaint())
        time.sleep(0.05)


class Hands:
    """What touches and types on an X server, by its name; `before`: words before the command."""

    name = None
    before = ()

    def do(self, *arguments):
        subprocess.run([*self.before, "xdotool", *map(str, arguments)], check=True, env={**os.environ, "DISPLAY": self.name},
                       capture_output=True)


class Display(Hands):
    """An X server of its own, of one size, without a window manager."""

    def __init__(self, size):
        read, write = os.pipe()
        self.picture = tempfile.TemporaryDirectory(prefix="anzhi-picture-")
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-fbdir", self.picture.name, "-noreset", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        if not number:
            sys.exit(77)
        self.name = f":{number}"

    def pixels(self, y, *columns):
        """0xRRGGBB. What Xvfb keeps is a window dump: a header whose first number is its size, colours, rows."""
        dump = pathlib.Path(self.picture.name, "Xvfb_screen0").read_bytes()
        header = struct.unpack(">25I", dump[:100])
        row = header[0] + 12 * header[19] + y * header[12]
        return [int.from_bytes(dump[row + 4 * x:row + 4 * x + 3], "little") for x in columns]

    def pixel(self, x, y):
        return self.pixels(y, x)[0]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()
        self.picture.cleanup()


class Program:
    def __init__(self, display, *arguments, sounds=("--silent",), **environment):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "WAYLAND"))}
        self.log = tempfile.NamedTemporaryFile(prefix="anzhi-log-")
        self.scores = tempfile.TemporaryDirectory(prefix="anzhi-data-")
        self.process = subprocess.Popen(
            [ANZHI, "run", "--content", SOURCE / "content", "--seed", "7", "--log-messages", *sounds,
             "--data", self.scores.name, *arguments],
            env={**clean, "DISPLAY": display.name, "SDL_MOUSE_TOUCH_EVENTS": "1", **environment},
            stdout=self.log, stderr=subprocess.STDOUT)
        self.pid = self.process.pid
        self.wait_for("# canvas")

    def text(self):
        return pathlib.Path(self.log.name).read_text(encoding="utf-8", errors="replace")

    def wait_for(self, pattern, count=1, seconds=PATIENCE):
        end = time.monotonic() + seconds
        while len(re.findall(pattern, self.text())) < count:
            if self.process.poll() is not None:
                fail(f"the program left with {self.process.returncode}:\n{self.text()}")
            if time.monotonic() > end:
                fail(f"waited in vain for {count} × {pattern}:\n{self.text()}")
            time.sleep(0.02)

    def count(self, pattern):
        return len(re.findall(pattern, self.text()))

    def is_alive(self):
        return self.process.poll() is None

    def end(self):
        if not self.is_alive():
            fail(f"the program left with {self.process.returncode}:\n{self.text()}")
        os.kill(self.pid, signal.SIGTERM)
        if self.process.wait(10) != 0:
            fail(f"SIGTERM: {self.process.returncode}\n{self.text()}")

    def usage(self):
        stat = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        status = pathlib.Path(f"/proc/{self.pid}/status").read_text()
        return int(stat[11]) + int(stat[12]), int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.M).group(1))


TOUCH_LOCK = 0.35  # the program's is 300 ms, counted from what it has told last


def touch(display, x, y):
    """The first click after a start is delivered at 0,0 unless the pointer was moved a while before."""
    display.do("mousemove", x, y, "sleep", TOUCH_LOCK, "click", "1")


def press(display, key):
    time.sleep(TOUCH_LOCK)
    display.do("key", key)


def do_until(act, program, pattern, count):
    """What leads on is there only after a moment, and on a busy machine that moment is longer."""
    for _ in range(8):
        act()
        end = time.monotonic() + 0.4
        while time.monotonic() < end:
            if program.count(pattern) >= count:
                return
            time.sleep(0.02)
    program.wait_for(pattern, count)


def play_a_round(program, answer, go_on):
    """Answers and goes on until the round is over."""
    for i in range(1, 14):
        do_until(answer, program, r"\d answer ", i)
        do_until(go_on, program, r"\d next\b", i)
        if program.count("# save-round"):
            return
    fail(f"no round in thirteen questions\n{program.text()}")
