#!/usr/bin/env python3
"""The program in a real window under Xvfb: a whole round by touches, one by keys, storms, a resize, and what it must
never do: leave, sleep badly, or send its picture over GL. Skipped (77) without Xvfb or xdotool."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ANZHI = os.environ["ANZHI"]
SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
WORK = pathlib.Path(tempfile.mkdtemp(prefix="anzhi-window-"))


def fail(message):
    raise SystemExit(f"window: {message}")


class Display:
    """An X server of its own, of one size, without a window manager."""

    def __init__(self, size):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-noreset", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        if not number:
            sys.exit(77)
        self.name = f":{number}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def do(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True, env={**os.environ, "DISPLAY": self.name},
                       capture_output=True)


class Program:
    def __init__(self, display, *arguments, **environment):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "WAYLAND"))}
        self.log = open(WORK / "log", "w+b")
        self.process = subprocess.Popen(
            [ANZHI, "run", "--content", SOURCE / "content", "--seed", "7", "--silent", "--log-messages", *arguments],
            env={**clean, "DISPLAY": display.name, "SDL_MOUSE_TOUCH_EVENTS": "1", **environment},
            stdout=self.log, stderr=subprocess.STDOUT)
        self.wait_for("# canvas")

    def text(self):
        return (WORK / "log").read_text(encoding="utf-8", errors="replace")

    def wait_for(self, pattern, count=1, seconds=20):
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
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(10) != 0:
            fail(f"SIGTERM: {self.process.returncode}\n{self.text()}")

    def usage(self):
        stat = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(stat[11]) + int(stat[12]), int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.M).group(1))


def touch(display, x, y):
    """The first click after a start is delivered at 0,0 unless the pointer was moved a while before."""
    display.do("mousemove", x, y)
    time.sleep(0.45)  # and the touch lock is 300 ms
    display.do("click", "1")


def a_round_by_touches(size, option, onward):
    with Display(size) as display:
        program = Program(display)
        for i in range(1, 14):
            touch(display, *option)
            program.wait_for("answer", i)
            touch(display, *onward)
            program.wait_for("next", i)
            if program.count("# save-round"):
                break
        else:
            fail(f"{size}: no round in thirteen questions\n{program.text()}")
        if program.count("through GL"):
            fail("the picture went over GL")
        program.end()


def a_round_by_keys():
    with Display("1280x1024") as display:
        program = Program(display)
        time.sleep(0.3)
        for i in range(1, 14):
            time.sleep(0.4)
            display.do("key", "1")
            program.wait_for("answer", i)
            time.sleep(0.4)
            display.do("key", "Next")
            program.wait_for("next", i)
            if program.count("# save-round"):
                break
        else:
            fail(f"no round by keys in thirteen questions\n{program.text()}")
        program.end()


def no_key_leaves_the_program():
    with Display("1024x768") as display:
        program = Program(display)
        for key in ("Escape", "alt+F4", "ctrl+c", "ctrl+q", "ctrl+alt+Delete", "F11", "alt+Tab", "super+l", "q", "Menu", "Print"):
            display.do("key", key)
        time.sleep(0.5)
        program.end()


def it_sleeps_while_nothing_moves():
    with Display("1024x768") as display:
        program = Program(display)
        touch(display, 800, 300)
        time.sleep(1.5)
        ticks, switches = program.usage()
        time.sleep(4)
        ticks_after, switches_after = program.usage()
        if ticks_after - ticks > 2 or switches_after - switches > 6:
            fail(f"{ticks_after - ticks} ticks and {switches_after - switches} wake-ups in 4 s of rest")
        program.end()


def the_environment_does_not_lead_into_the_trap():
    with Display("1024x768") as display:
        program = Program(display, SDL_FRAMEBUFFER_ACCELERATION="1")
        if program.count("through GL"):
            fail("SDL_FRAMEBUFFER_ACCELERATION=1 in the environment sends the picture over GL")
        program.end()


def a_window_can_change_its_size():
    with Display("1600x1200") as display:
        program = Program(display, "--windowed", "800x600")
        found = subprocess.run(["xdotool", "search", "--class", "anzhi"], env={**os.environ, "DISPLAY": display.name},
                               capture_output=True, text=True).stdout.split()
        for w, h in ((1200, 700), (500, 900), (1500, 1100), (800, 600)):
            display.do("windowsize", found[0], w, h)
            program.wait_for(f"canvas {w}x{h}")
        program.end()


def hold_corner(display, x, y):
    display.do("mousemove", x, y)
    time.sleep(0.1)
    display.do("mousedown", "1")
    time.sleep(3.3)
    display.do("mouseup", "1")


def enter_pin(display, program, pin):
    for digit in pin:
        before = program.count(" digit\n")
        display.do("key", digit)
        program.wait_for(" digit\n", before + 1)


def the_operator_gets_in_by_the_gesture_and_ends_the_program():
    data = WORK / "data"
    with Display("1080x1920") as display:
        program = Program(display, "--data", str(data), SDL_MOUSE_TOUCH_EVENTS="0")
        hold_corner(display, 10, 10)
        hold_corner(display, 1070, 1910)
        program.wait_for(" operator\n")
        time.sleep(0.5)
        enter_pin(display, program, "407192407192")
        program.wait_for(r"keep-pin(.|\n)* pin 6\n")
        kept = data / "operator-pin"
        if kept.stat().st_mode & 0o777 != 0o600 or not kept.read_text().startswith("$y$"):
            fail("the PIN is not kept as it should be")
        time.sleep(0.5)
        display.do("key", "Home")
        program.wait_for(" home\n")
        display.do("key", "ctrl+alt+shift+o")
        program.wait_for(" operator\n", 2)
        time.sleep(0.5)
        enter_pin(display, program, "407193")
        program.wait_for(r" pin 5\n")
        enter_pin(display, program, "407192")
        program.wait_for(r" pin 4\n")
        if re.search("40719|digit [0-9]", program.text()):
            fail("the log tells the PIN")
        for _ in range(2):  # 退出程序, where the design has it
            time.sleep(0.5)
            display.do("mousemove", 780, 1600)
            time.sleep(0.1)
            display.do("click", "1")
        if program.process.wait(10) != 0:
            fail(f"the operator's way out: {program.process.returncode}")


def main():
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        sys.exit(77)
    # An option and the button that leads on, in the design's own places.
    a_round_by_touches("1080x1920", (600, 1080), (600, 1430))
    a_round_by_touches("1920x1080", (1500, 360), (1500, 700))
    a_round_by_keys()
    no_key_leaves_the_program()
    it_sleeps_while_nothing_moves()
    the_environment_does_not_lead_into_the_trap()
    a_window_can_change_its_size()
    the_operator_gets_in_by_the_gesture_and_ends_the_program()
    print("rounds by touch and by key, rest, resize: fine")


if __name__ == "__main__":
    try:
        main()
    finally:
        shutil.rmtree(WORK, ignore_errors=True)
