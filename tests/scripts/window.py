#!/usr/bin/env python3
"""The program in a real window under Xvfb: a whole round by touches, one by keys, storms, a resize, and what it must
never do: leave, sleep badly, or send its picture over GL. Skipped (77) without Xvfb or xdotool."""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.environ["SOURCE_DIR"] + "/tests/support")
from windows import Display, Program, fail, play_a_round, press, touch

WORK = pathlib.Path(tempfile.mkdtemp(prefix="anzhi-window-"))


def a_round_by_touches(size, option, onward):
    with Display(size) as display:
        program = Program(display)
        play_a_round(program, lambda: touch(display, *option), lambda: touch(display, *onward))
        if program.count("through GL"):
            fail("the picture went over GL")
        program.end()


def a_round_by_keys():
    with Display("1280x1024") as display:
        program = Program(display)
        play_a_round(program, lambda: press(display, "1"), lambda: press(display, "Next"))
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


def the_first_picture_waits_for_no_library_of_later():
    """They are opened when they are wanted; linked, they would double the time in the dynamic loader."""
    with Display("1024x768") as display:
        program = Program(display)
        maps = pathlib.Path(f"/proc/{program.pid}/maps").read_text()
        for library in ("libSDL2-2", "libsqlite3"):
            if library not in maps:
                fail(f"{library} is not where one looks for it")
        for library in ("libSDL2_image", "libtiff", "libxlsxwriter", "libcrypto"):
            if library in maps:
                fail(f"{library} is loaded before anybody wants it")
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
        # 继续看, from the day's figures to the machine; then 退出程序, which asks once.
        for place in ((300, 1790), (780, 1600), (780, 1600)):
            click(display, *place)
        if program.process.wait(10) != 0:
            fail(f"the operator's way out: {program.process.returncode}")


def click(display, x, y):
    time.sleep(0.5)
    display.do("mousemove", x, y)
    time.sleep(0.1)
    display.do("click", "1")


def open_panel(display, program, pin):
    display.do("key", "ctrl+alt+shift+o")
    program.wait_for(" operator\n")
    time.sleep(0.5)
    enter_pin(display, program, pin)


def wait_for_ground(display, ground):
    end = time.monotonic() + 10
    while display.pixel(5, 5) != ground:
        if time.monotonic() > end:
            fail(f"the ground is {display.pixel(5, 5):06x} and not {ground:06x}")
        time.sleep(0.05)


def theme_and_volume_outlast_a_restart():
    light, dark = 0xE4ECF1, 0x07121E
    data = WORK / "kept"
    with Display("1080x1920") as display:
        program = Program(display, "--data", str(data))
        wait_for_ground(display, light)
        open_panel(display, program, "407192407192")
        program.wait_for(r" pin 6\n")
        click(display, 300, 1790)  # 继续看
        click(display, 540, 1210)  # 夜色
        program.wait_for("# theme 1\n")
        click(display, 540, 1355)  # 小声
        program.wait_for("# volume 2\n")
        program.end()
        program = Program(display, "--data", str(data))
        wait_for_ground(display, dark)
        open_panel(display, program, "407192")
        program.wait_for(r" pin 4\n")
        click(display, 300, 1790)
        click(display, 540, 1355)
        program.wait_for("# volume 1\n")
        if program.count("# volume") != 1:
            fail("the volume did not begin where it was left")
        program.end()


def a_stick_is_served_from_the_panel():
    data, stick = WORK / "served", WORK / "stick"
    stick.mkdir()
    with Display("1080x1920") as display:
        program = Program(display, "--data", str(data), "--stick", str(stick))
        play_a_round(program, lambda: touch(display, 600, 1080), lambda: touch(display, 600, 1430))
        open_panel(display, program, "407192407192")
        program.wait_for(r" pin 6\n")
        click(display, 300, 1790)  # 继续看, from the day to the machine
        click(display, 540, 1060)  # and on to the plan and the stick
        before = program.count(" more")
        if before != 2:
            fail(f"{before} pages were turned")
        click(display, 270, 1260)  # 导出、更新
        program.wait_for("# stick 0\n")
        end = time.monotonic() + 20
        while not list(stick.glob("anzhi-scores/*/scores.db")):
            if time.monotonic() > end:
                fail(f"nothing came to the stick\n{program.text()}")
            time.sleep(0.05)
        time.sleep(0.5)
        click(display, 810, 1260)  # 合并成绩: awake again, for the loop has heard of the end
        program.wait_for("# stick 1\n")
        while not (stick / "anzhi-all/题目.xlsx").exists():
            if time.monotonic() > end:
                fail(f"nothing was merged\n{program.text()}")
            time.sleep(0.05)
        program.end()


def whoever_plugged_a_stick_in_is_told_when_it_is_done():
    data, stick = WORK / "plugged", WORK / "other-stick"
    stick.mkdir()
    with Display("1080x1920") as display:
        program = Program(display, "--data", str(data))
        street = lambda: set(display.pixels(1872, *range(70, 500)))
        time.sleep(1)
        if len(street()) != 1:
            fail("the street is not empty where nobody has played yet")
        subprocess.run([os.environ["ANZHI"], "stick", stick, "--data", data, "--content", stick], check=False,
                       capture_output=True)
        end = time.monotonic() + 30
        while len(street()) == 1:
            if time.monotonic() > end:
                fail("nobody is told of the stick")
            time.sleep(0.2)
        program.end()
        again = Program(display, "--data", str(data))
        time.sleep(12)  # the question, and the page that comes after it
        if len(street()) != 1:
            fail("what was told before the start is told again")
        again.end()


# Each has a display of its own and mostly waits, so they run side by side; the longest first.
SCENES = (
    the_operator_gets_in_by_the_gesture_and_ends_the_program,
    theme_and_volume_outlast_a_restart,
    a_stick_is_served_from_the_panel,
    whoever_plugged_a_stick_in_is_told_when_it_is_done,
    # An option and the button that leads on, in the design's own places.
    lambda: a_round_by_touches("1080x1920", (600, 1080), (600, 1430)),
    lambda: a_round_by_touches("1920x1080", (1500, 360), (1500, 700)),
    a_round_by_keys,
    it_sleeps_while_nothing_moves,
    the_first_picture_waits_for_no_library_of_later,
    a_window_can_change_its_size,
    no_key_leaves_the_program,
    the_environment_does_not_lead_into_the_trap,
)


def main():
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        sys.exit(77)
    with concurrent.futures.ThreadPoolExecutor(4) as hands:
        for scene in [hands.submit(scene) for scene in SCENES]:
            scene.result()
    print("rounds by touch and by key, rest, resize: fine")


if __name__ == "__main__":
    try:
        main()
    finally:
        shutil.rmtree(WORK, ignore_errors=True)
