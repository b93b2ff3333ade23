"""The program as it ships on a disk that refuses: no descriptor left, read-only, full, broken; at any call, once or from
there on; and under limits and on a disk that really are so small. A round reaches its end, what was acknowledged is
there, what is not is said, and when the disk is well again all is as if nothing had been.

ANZHI_REFUSALS=all tries every call; the tests try each so many."""

import concurrent.futures
import contextlib
import errno
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.environ["SOURCE_DIR"] + "/tests/support")
from windows import Display, Program, do_until, play_a_round, press

ANZHI, SOURCE = os.environ["ANZHI"], pathlib.Path(os.environ["SOURCE_DIR"])
REFUSE = pathlib.Path(os.environ["BUILD_DIR"]) / "refuse.so"
STEP = 1 if os.environ.get("ANZHI_REFUSALS") == "all" else 29
ERRORS = (errno.EMFILE, errno.EROFS, errno.ENOSPC, errno.EIO)
PLACE = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # every call is tried, none need be slow
OPENING = 10  # calls of the store's first opening, where most goes wrong
ROUNDS, ROWS = 2, 12
PRELOAD = {"LD_PRELOAD": str(REFUSE), "ASAN_OPTIONS": "verify_asan_link_order=0"}


def make_visit(folder):
    lines = ["anzhi-replay 1"]
    for i in range(ROUNDS):
        lines.append(f"{11000 * i} start kiosk {i} 20240909")
        lines += [f"{11000 * i + 1000 * n} {'answer right' if n % 2 else 'next'}" for n in range(1, 11)]
    visit = folder / "visit.replay"
    visit.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return visit


class Outcome:
    """What a visit said and left: keys that were acknowledged, and the hash of the state in which it ended."""

    def __init__(self, visit, data, environment=None, before=()):
        command = [*before, ANZHI, "play", visit, "--content", SOURCE / "content", "--data", data, "--ack"]
        result = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **(environment or {})}, timeout=60)
        words = result.stdout.split()
        self.status, self.said, self.data = result.returncode, result.stderr, data
        self.keys = {word for word in words if len(word) == 32}
        self.end = [word for word in words if len(word) == 16]

    def lost(self):
        found = re.search(r"(\d+) 行成绩没能保存", self.said)
        return int(found.group(1)) if found else 0


def keys_in(data):
    """Looked at in a copy: reading takes room, too."""
    if not (data / "scores.db").exists():
        return set()
    with tempfile.TemporaryDirectory() as place, contextlib.ExitStack() as stack:
        shutil.copytree(data, f"{place}/copy")
        store = stack.enter_context(contextlib.closing(sqlite3.connect(f"{place}/copy/scores.db")))
        if not store.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'answer'").fetchone()[0]:
            return set()
        assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = store.execute("SELECT seq, key FROM answer UNION ALL SELECT seq, key FROM round ORDER BY 1").fetchall()
    numbers = [seq for seq, _ in rows]
    assert numbers == list(range(1, len(numbers) + 1)), numbers
    return {key.hex() for _, key in rows}


def check(outcome, wanted, what):
    """`wanted`: the visit on a disk that is well."""
    if outcome.status == 2 and not outcome.keys:
        assert "不能用来记成绩" in outcome.said, (what, outcome.said)
        return
    assert outcome.status == 0 and outcome.end == wanted.end, (what, outcome.status, outcome.end, outcome.said)
    assert outcome.keys <= keys_in(outcome.data), (what, "an acknowledged row is not there")
    assert outcome.lost() == ROWS - len(outcome.keys), (what, outcome.said, len(outcome.keys))


def check_recovery(visit, data, before, what):
    after = Outcome(visit, data)
    assert after.status == 0 and len(after.keys) == ROWS, (what, after.said)
    assert before | after.keys <= keys_in(data), what
    assert not list(data.glob("scores-damaged*")), what


def refusal(error, data, first, count, **more):
    return {**PRELOAD, "REFUSE_ERROR": str(error), "REFUSE_FROM": str(first), "REFUSE_COUNT": str(count),
            "REFUSE_UNDER": str(data), **more}


def count_calls(folder, visit, error):
    Outcome(visit, folder / "calls", refusal(error, folder / "calls", 0, 0, REFUSE_TALLY=str(folder / "tally")))
    shutil.rmtree(folder / "calls")
    return int((folder / "tally").read_text())


def refuse_once_or_for_good(folder, visit, wanted, error, first, count):
    data, what = folder / f"{error}-{first}-{count}", f"{errno.errorcode[error]} at call {first}, {count} of them"
    outcome = Outcome(visit, data, refusal(error, data, first, count))
    check(outcome, wanted, what)
    if count == 1 and outcome.status == 0:
        assert len(outcome.keys) == ROWS, (what, "one refusal has lost rows", outcome.said)
    check_recovery(visit, data, outcome.keys, what)
    shutil.rmtree(data)
    return len(outcome.keys) < ROWS


def every_call_may_fail(folder):
    visit = make_visit(folder)
    wanted = Outcome(visit, folder / "well")
    assert wanted.status == 0 and len(wanted.keys) == ROWS and wanted.lost() == 0
    for error in ERRORS:
        calls, tried, unsaved = count_calls(folder, visit, error), 0, 0
        for first in range(1, calls + 1):
            for count in (1, 0):
                if first % STEP and first > OPENING:
                    continue
                unsaved += refuse_once_or_for_good(folder, visit, wanted, error, first, count)
                tried += 1
        print(f"  {errno.errorcode[error]}: {calls} calls of a visit, {tried} refusals, {unsaved} with rows that were not saved")
        assert calls > 5 and unsaved


def limits_are_no_end(folder):
    visit = make_visit(folder)
    wanted = Outcome(visit, folder / "well")
    unsaved = 0
    for size in (0, 1, 4096, 20000, 60000, 90000):
        data, what = folder / f"size-{size}", f"files of at most {size} bytes"
        outcome = Outcome(visit, data, before=["prlimit", f"--fsize={size}:"])
        check(outcome, wanted, what)
        check_recovery(visit, data, outcome.keys, what)
        unsaved += len(outcome.keys) < ROWS
    assert unsaved > 3, unsaved
    for count in (7, 8, 10):  # with fewer, content itself can't be read
        outcome = Outcome(visit, folder / f"files-{count}", before=["prlimit", f"--nofile={count}:"])
        assert outcome.status == 0 and len(outcome.keys) == ROWS, (count, outcome.said)


def mount(*arguments):
    return subprocess.run(["mount", *map(str, arguments)], capture_output=True).returncode == 0


def a_disk_that_is_really_full(folder):
    """Needs the right to mount; without it this is left out, with a word."""
    visit, disk = make_visit(folder), folder / "disk"
    disk.mkdir()
    wanted = Outcome(visit, folder / "well")
    unsaved = 0
    for pages in (1, 2, 4, 8, 14, 20, 28, 36, 44):
        if os.geteuid() != 0 or not mount("-t", "tmpfs", "-o", f"size={4 * pages}k", "tmpfs", disk):
            print("  no right to mount a small disk: left out")
            return
        try:
            outcome = Outcome(visit, disk / "data")
            check(outcome, wanted, f"{pages} pages")
            unsaved += len(outcome.keys) < ROWS
            assert mount("-o", "remount,size=10m", disk)
            check_recovery(visit, disk / "data", outcome.keys, f"{pages} pages")
            assert mount("-o", "remount,ro", disk)
            read_only = Outcome(visit, disk / "data")
            check(read_only, wanted, "read-only")
            assert not read_only.keys
        finally:
            subprocess.run(["umount", disk], check=True)
    assert unsaved > 3, unsaved


def play_in_a_window(error, from_the_start):
    """A round while the disk refuses, and an answer after it is well again."""
    with tempfile.TemporaryDirectory(dir=PLACE) as place, Display("1024x768") as display:
        data, sick = pathlib.Path(place) / "data", pathlib.Path(place) / "sick"
        if from_the_start:
            sick.touch()
        program = Program(display, "--data", str(data), **refusal(error, data, 1, 0, REFUSE_WHILE=str(sick)))
        sick.touch()
        play_a_round(program, lambda: press(display, "1"), lambda: press(display, "Next"))
        unsaved = program.count(r"\d unsaved\n")
        assert unsaved >= 5 and not program.count(r"\d saved\n"), program.text()
        sick.unlink()
        do_until(lambda: press(display, "Home"), program, r"\d home\n", 1)
        answers = program.count(r"\d answer ")
        for key in ("1", "1", "1"):
            press(display, key)
        program.wait_for(r"\d saved\n")
        program.end()
        assert program.count(r"\d answer ") > answers
        kept = keys_in(data)
        assert len(kept) >= unsaved + 2, (len(kept), unsaved)  # its answers, its round, and what came after it
        return errno.errorcode[error]


def begin_windows(pool):
    """A round takes its time, by the touch lock alone: meanwhile the rest is done."""
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        print("no Xvfb or xdotool: left out")
        return []
    return [pool.submit(play_in_a_window, error, error in (errno.EMFILE, errno.EROFS)) for error in ERRORS]


def a_log_that_nobody_reads(folder):
    """Who read it has gone: the program goes on."""
    read, write = os.pipe()
    os.close(read)
    command = [ANZHI, "run", "--content", SOURCE / "content", "--data", folder / "data", "--log-messages", "--quit-after", "300"]
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    assert subprocess.run(command, env=environment, stderr=write, stdout=subprocess.DEVNULL).returncode == 0
    os.close(write)


with concurrent.futures.ThreadPoolExecutor() as pool:
    windows = begin_windows(pool)
    for test in (every_call_may_fail, limits_are_no_end, a_disk_that_is_really_full, a_log_that_nobody_reads):
        with tempfile.TemporaryDirectory(dir=PLACE) as folder:
            test(pathlib.Path(folder))
            print(f"{test.__name__}: fine", flush=True)
    print("a round in a window ended, and what waited was saved:", *[window.result() for window in windows])
sys.exit(0)
