"""A stick brings content and takes scores away; pulled at any moment it leaves both sides whole."""

import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
ANZHI = os.environ["ANZHI"]
KILLS = int(os.environ.get("ANZHI_KILLS", "40"))


def anzhi(*arguments, status=0):
    # What was installed with the program is the content folder where it runs.
    result = subprocess.run([ANZHI, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", cwd=SOURCE)
    assert result.returncode == status, (arguments, result)
    return result.stdout + result.stderr


def make_sides(place):
    """(stick with the shipped content, data folder with a visit in it)."""
    stick, data = place / "stick", place / "data"
    shutil.copytree(SOURCE / "content", stick / "content")
    replay = place / "visit.replay"
    lines = ["0 start kiosk 1 20240909"] + [f"{i}000 {'answer right' if i % 2 else 'next'}" for i in range(1, 11)]
    replay.write_text("anzhi-replay 1\n" + "\n".join(lines) + "\n", encoding="utf-8")
    anzhi("play", replay, "--content", SOURCE / "content", "--data", data)
    return stick, data


def set_version(stick, version):
    path = stick / "content/packs/linian/pack.json"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [f'  "version": "{version}",' if '"version"' in line else line for line in lines]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def version_in(data):
    text = (data / "content/packs/linian/pack.json").read_text(encoding="utf-8")
    return text.split('"version": "')[1].split('"')[0]


def serve(stick, data, status=0):
    return anzhi("stick", stick, "--data", data, status=status)


def newer_content_is_taken_and_scores_are_given(place):
    stick, data = make_sides(place)
    set_version(stick, "9.9")
    said = serve(stick, data)
    assert "题库换好了" in said and "成绩写到了" in said and said.endswith("完成，可拔出。\n"), said
    assert version_in(data) == "9.9" and not list(data.glob("content.*"))
    (scores,) = (stick / "anzhi-scores").iterdir()
    assert "新增 6 行" in anzhi("merge", scores, "--data", place / "all")
    assert "不比现在的新" in serve(stick, data)
    set_version(stick, "9.10")
    assert "题库换好了" in serve(stick, data) and version_in(data) == "9.10"
    set_version(stick, "9.9")
    assert "不比现在的新" in serve(stick, data) and version_in(data) == "9.10"


def unsound_content_is_left_and_told(place):
    stick, data = make_sides(place)
    set_version(stick, '9.9", oops')
    said = serve(stick, data, status=1)
    assert "有错误，没有换" in said and not (data / "content").exists(), said
    assert "linian/pack.json" in (stick / "检查报告.txt").read_text(encoding="utf-8-sig")


def a_stick_with_nothing_or_that_is_gone(place):
    stick, data = make_sides(place)
    shutil.rmtree(stick / "content")
    assert "没有题库" in serve(stick, data)
    assert "没有写到U盘" in serve(place / "visit.replay", data, status=2)
    assert "还没有成绩" in serve(stick, place / "fresh")


def exchange_that_the_power_cut_is_mended(place):
    stick, data = make_sides(place)
    set_version(stick, "9.9")
    serve(stick, data)
    (data / "content").rename(data / "content.old")
    assert "不比现在的新" in serve(stick, data) and version_in(data) == "9.9"


def the_unit_says_what_the_program_understands(place):
    stick, data = make_sides(place)
    unit = (SOURCE / "packaging/stick/anzhi-stick@.service").read_text(encoding="utf-8")
    (line,) = [line for line in unit.splitlines() if line.startswith("ExecStart=")]
    (mounted,) = [line.split()[-1] for line in unit.splitlines() if line.startswith("ExecStartPre=")]
    command = line.removeprefix("ExecStart=").split()
    assert command[0].endswith("/anzhi") and command.count(mounted) == 1, command
    said = anzhi(*[str(stick) if word == mounted else str(data) if word == "/var/lib/anzhi" else word for word in command[1:]])
    assert said.endswith("完成，可拔出。\n"), said
    assert f"ReadWritePaths=/var/lib/anzhi {pathlib.Path(mounted).parent}" in unit
    rule = (SOURCE / "packaging/stick/90-anzhi-stick.rules").read_text(encoding="utf-8")
    assert 'ENV{SYSTEMD_WANTS}+="anzhi-stick@%k.service"' in rule


def assert_whole(stick, data, versions):
    own = data / "content" if (data / "content").exists() else data / "content.old"
    if own.exists():
        anzhi("check", own)
        assert (own / "packs/wangan-2024/facts.json").exists()
        text = (own / "packs/linian/pack.json").read_text(encoding="utf-8")
        assert any(f'"{version}"' in text for version in versions), text
    for path in (stick / "anzhi-scores").glob("*/scores.db"):
        store = sqlite3.connect(path)
        assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert store.execute("SELECT count(*) FROM answer").fetchone() == (5,)
        store.close()


def pulled_at_any_moment(place):
    stick, data = make_sides(place)
    chance = random.Random(3)
    set_version(stick, "9.0")
    began = time.monotonic()
    serve(stick, data)
    whole = time.monotonic() - began
    for i in range(1, KILLS + 1):
        set_version(stick, f"9.{i}")
        process = subprocess.Popen([ANZHI, "stick", stick, "--data", data], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   cwd=SOURCE)
        time.sleep(chance.uniform(0, whole * 1.2))
        process.kill()
        process.wait()
        assert_whole(stick, data, [f"9.{n}" for n in range(i + 1)])
    set_version(stick, "10")
    serve(stick, data)
    assert version_in(data) == "10"


for test in (newer_content_is_taken_and_scores_are_given, unsound_content_is_left_and_told,
             a_stick_with_nothing_or_that_is_gone, exchange_that_the_power_cut_is_mended, the_unit_says_what_the_program_understands,
             pulled_at_any_moment):
    with tempfile.TemporaryDirectory() as folder:
        test(pathlib.Path(folder))
        print(f"{test.__name__}: fine")
sys.exit(0)
