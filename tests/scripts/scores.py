"""What a visit leaves in the store, read back as anybody would: with another SQLite.

ANZHI_RACES says how often two programs are begun at once (the promise was tried with 1000)."""

import fcntl
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
RACES = int(os.environ.get("ANZHI_RACES", "8"))


def play(folder, messages, status=0, content=SOURCE / "content"):
    lines = ["anzhi-replay 1"] + [f"{1000 * i} {message}" for i, message in enumerate(messages)]
    replay = folder / "visit.replay"
    replay.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [os.environ["ANZHI"], "play", replay, "--content", content, "--data", folder / "data", "--ack"]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == status, result
    return result


def rows(folder, sql):
    store = sqlite3.connect(folder / "data" / "scores.db")
    store.row_factory = sqlite3.Row
    found = [dict(row) for row in store.execute(sql)]
    store.close()
    return found


def a_round_to_its_end(folder):
    said = play(folder, ["start kiosk 7 20240909"] + ["answer right", "next"] * 5).stdout.split()
    answers, rounds = rows(folder, "SELECT * FROM answer ORDER BY seq"), rows(folder, "SELECT * FROM round ORDER BY seq")
    assert [row["place"] for row in answers] == [0, 1, 2, 3, 4], answers
    assert all(row["correct"] and row["millis"] == 1000 and not row["again"] for row in answers), answers
    assert len(rounds) == 1 and answers[0]["round"] == rounds[0]["key"], rounds
    wanted = {"planned": 5, "answered": 5, "correct": 5, "score": 100, "millis": 5000, "abandoned": 0, "open": 0}
    assert wanted.items() <= rounds[0].items(), rounds
    assert said[:6] == [row["key"].hex() for row in answers + rounds], said
    for shown in rows(folder, "SELECT shown.*, choice FROM answer JOIN shown ON shown.id = answer.shown"):
        assert len(json.loads(shown["options"])) in (2, 3) and shown["stem"] and shown["topic"], shown
        assert json.loads(shown["answer"]) == json.loads(shown["choice"]), shown


def a_sign_where_there_is_a_board(folder):
    content = folder / "content"
    shutil.copytree(SOURCE / "content", content)
    kiosk = json.loads((content / "kiosk.json").read_text(encoding="utf-8"))
    (content / "kiosk.json").write_text(json.dumps({**kiosk, "board": True}), encoding="utf-8")
    visit = ["start kiosk 7 20240909"] + ["answer right", "next"] * 5 + ["home", "answer right", "home"]
    play(folder, visit, content=content)
    signs = [row["sign"] for row in rows(folder, "SELECT sign FROM round ORDER BY seq")]
    assert len(signs) == 2 and re.fullmatch("[金青蓝紫红][盾鹰松峰杉榕桨鹏] [0-9][0-9]", signs[0]) and signs[1] == "", signs
    play(folder, visit, content=content)
    assert [row["sign"] for row in rows(folder, "SELECT sign FROM round ORDER BY seq")] == 2 * signs
    table = folder / "rounds.csv"
    command = [os.environ["ANZHI"], "export", "--what", "register", "--data", folder / "data", "-o", table]
    subprocess.run(command, capture_output=True, check=True)
    assert table.read_text(encoding="utf-8-sig").count(signs[0]) == 2


def a_round_that_was_left(folder):
    play(folder, ["start kiosk 7 20240909", "answer wrong", "next", "answer right", "next", "home", "answer right"])
    (left,) = rows(folder, "SELECT * FROM round ORDER BY seq")
    wanted = {"planned": 5, "answered": 2, "correct": 1, "score": 20, "abandoned": 1}
    assert wanted.items() <= left.items(), left
    answers = rows(folder, "SELECT round, shown FROM answer ORDER BY seq")
    assert [row["round"] == left["key"] for row in answers] == [True, True, False], answers
    open_at_last = rows(folder, f"SELECT item FROM shown WHERE id = {left['open']}")
    assert len(open_at_last) == 1 and left["open"] not in [row["shown"] for row in answers[:2]], open_at_last


def two_have_a_row_each(folder):
    both = ["answer right @1", "answer wrong @2", "next"]
    play(folder, ["start kiosk 7 20240909", "duo"] + both * 4 + ["answer wrong @2", "answer right @1", "next"])
    answers, rounds = rows(folder, "SELECT * FROM answer ORDER BY seq"), rows(folder, "SELECT * FROM round ORDER BY seq")
    assert [row["player"] for row in answers] == [1, 2] * 4 + [2, 1], answers
    assert all(row["correct"] == (row["player"] == 1) for row in answers), answers
    assert [(row["player"], row["score"], row["answered"]) for row in rounds] == [(1, 100, 5), (2, 0, 5)], rounds
    for row in rows(folder, "SELECT choice, answer, correct FROM answer JOIN shown ON shown.id = answer.shown"):
        assert len(json.loads(row["choice"])) == 1 and (row["choice"] == row["answer"]) == row["correct"], row
    keys = {row["player"]: row["key"] for row in rounds}
    assert keys[1] != keys[2] and all(row["round"] == keys[row["player"]] for row in answers), rounds


def one_of_two_leaves_and_has_no_row(folder):
    play(folder, ["start kiosk 7 20240909", "duo", "answer right @2", "touch @2", "home"])
    (left,) = rows(folder, "SELECT * FROM round ORDER BY seq")
    assert {"player": 2, "answered": 1, "correct": 1, "abandoned": 1, "open": 0}.items() <= left.items(), left


def nobody_who_answers_leaves_nothing(folder):
    assert play(folder, ["start kiosk 7 20240909", "cards", "home"]).stdout.count("\n") == 1
    assert not (folder / "data" / "scores.db").exists() or not rows(folder, "SELECT * FROM round ORDER BY seq")


def a_question_reported(folder):
    play(folder, ["start kiosk 7 20240909", "answer wrong", "flag", "flag"])
    flags = rows(folder, "SELECT flag.shown = answer.shown AS same FROM flag, answer")
    assert flags == [{"same": 1}], flags


def a_store_that_another_has(folder):
    (folder / "data").mkdir()
    with open(folder / "data" / "scores.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = play(folder, ["start kiosk 7 20240909"], status=2)
        assert "另一个安知" in result.stderr, result
        command = [os.environ["ANZHI"], "run", "--data", folder / "data", "--quit-after", "1"]
        environment = dict(os.environ, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
        result = subprocess.run(command, capture_output=True, text=True, env=environment)
        assert result.returncode == 2 and "已经有一个安知" in result.stderr, result


def begin(folder):
    command = [os.environ["ANZHI"], "run", "--content", SOURCE / "content", "--data", folder / "data", "--silent", "--log-messages"]
    environment = dict(os.environ, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, encoding="utf-8", env=environment)


def race(programs):
    """The one that runs; the other has said why it does not."""
    end = time.monotonic() + 30
    while all(program.poll() is None for program in programs):
        assert time.monotonic() < end, "both run"
        time.sleep(0.002)
    loser, winner = sorted(programs, key=lambda program: program.poll() is None)
    assert loser.returncode == 2 and "已经有一个安知在用" in loser.stderr.read(), loser.returncode
    assert any(" figures " in line for line in winner.stderr), winner.poll()
    assert winner.poll() is None
    return winner


def two_begun_at_once(folder):
    """One of them runs, the other says why not; and so again when the one has been killed."""
    first = 0
    for _ in range(RACES):
        programs = [begin(folder), begin(folder)]
        try:
            first += race(programs) is programs[0]
        finally:
            for program in programs:
                program.kill()
                program.wait()
                program.stderr.close()
    print(f"  {RACES} races, {first} won by the one begun first")


for test in (two_begun_at_once, a_round_to_its_end, a_sign_where_there_is_a_board,
             a_round_that_was_left, two_have_a_row_each, one_of_two_leaves_and_has_no_row,
             nobody_who_answers_leaves_nothing, a_question_reported, a_store_that_another_has):
    with tempfile.TemporaryDirectory() as place:
        test(pathlib.Path(place))
        print(f"{test.__name__}: fine")
sys.exit(0)
