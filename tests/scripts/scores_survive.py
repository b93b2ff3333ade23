"""An answer that was acknowledged is there after the program was killed.

`anzhi play --data DIR --ack` plays a recorded visit against a real store and prints the key of each row the moment it
is durable. It is killed at a random moment, again and again, on the same store: every key that came through the pipe
must be in the store, and the store must be sound. The same is done with `liar`, a build of the program that
acknowledges before it commits: if that is not caught, this test is worth nothing.

ANZHI_KILLS says how many times (150 in the tests; the promise was tried with 10000).
"""

import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

BUILD = pathlib.Path(os.environ["BUILD_DIR"])
SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
KILLS = int(os.environ.get("ANZHI_KILLS", "150"))


def long_visit(folder):
    """Some minutes of visits without an end line, so that the program is always busy when it is killed."""
    lines = ["anzhi-replay 1"]
    now = 0
    for seed in range(40):
        lines.append(f"{now} start kiosk {seed} 20240909")
        for question in range(5):
            lines.append(f"{now + 1000} answer {question % 2}")
            lines.append(f"{now + 2000} next")
            now += 2000
    path = folder / "visit.replay"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def kill_once(program, replay, data, chance):
    """Keys that were acknowledged before the program was killed."""
    command = [program, "play", replay, "--content", SOURCE / "content", "--data", data, "--ack"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    first = process.stdout.readline()
    time.sleep(chance.uniform(0, 0.03))
    process.kill()
    rest = process.stdout.read()
    process.wait()
    lines = (first + rest).decode().split("\n")
    return {line for line in lines[:-1] if len(line) == 32}


def keys_in(data):
    """All keys of the store, which must be sound."""
    store = sqlite3.connect(data / "scores.db")
    state = store.execute("PRAGMA integrity_check").fetchone()[0]
    if state != "ok":
        sys.exit(f"the store is damaged: {state}")
    found = {key.hex() for table in ("answer", "round") for (key,) in store.execute(f"SELECT key FROM {table}")}
    numbers = [seq for (seq,) in store.execute("SELECT seq FROM answer UNION ALL SELECT seq FROM round ORDER BY 1")]
    store.close()
    if numbers != list(range(1, len(numbers) + 1)):
        sys.exit("rows are not numbered one after the other")
    return found


def count_lost(program, kills, seed):
    """(acknowledged, lost) of a store under that many kills."""
    acknowledged = set()
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "data"
        replay = long_visit(pathlib.Path(folder))
        for _ in range(kills):
            acknowledged |= kill_once(program, replay, data, chance)
        found = keys_in(data)
        left = list(data.glob("scores-damaged*"))
    if left:
        sys.exit(f"set aside: {left}")
    return len(acknowledged), len(acknowledged - found)


def main():
    acknowledged, lost = count_lost(os.environ["ANZHI"], KILLS, 1)
    print(f"{KILLS} kills: {acknowledged} rows acknowledged, {lost} lost")
    if lost or acknowledged < KILLS:
        sys.exit(1)
    acknowledged, lost = count_lost(BUILD / "liar", 40, 2)
    print(f"acknowledged before the commit, 40 kills: {acknowledged} rows acknowledged, {lost} lost")
    if not lost:
        sys.exit("the planted bug was not caught")


main()
