"""Exports read back by other programs, stores merged, copied and verified."""

import csv
import datetime
import html.parser
import io
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

import openpyxl

SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
NASTY = ["=1+1", "+8613", "-甲", "@名", ' "引号"，和,逗号', "两\n行", "\t=制表", "100%"]


def make_store(folder, kiosk, rounds=3, first_key=0):
    folder.mkdir(exist_ok=True)
    store = sqlite3.connect(folder / "scores.db")
    store.executescript((SOURCE / "src/store/schema.sql").read_text(encoding="utf-8"))
    store.executescript("PRAGMA application_id = 0x616E7A68; PRAGMA user_version = 1")
    store.execute("INSERT INTO kiosk VALUES (?, 'm', 0)", (kiosk,))
    for number, text in enumerate(NASTY):
        store.execute("INSERT INTO shown VALUES (?,?,?,?,?,?,?,?,?,?)",
                      (number + 1, "p", "0" * 16, f"i-{number}", 1, "t", "single", text,
                       json.dumps([text, "乙"], ensure_ascii=False), "[0]"))
    seq = 0
    for i in range(rounds):
        key = (first_key + i).to_bytes(16, "big")
        for place in range(5):
            seq += 1
            store.execute("INSERT INTO answer VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                          ((first_key + i * 10 + place + 1).to_bytes(16, "little"), kiosk, seq, 1725846000000 + seq, 20240921,
                           key, place, "kiosk", 0, (i * 5 + place) % len(NASTY) + 1, "[1]" if place else "[0]",
                           int(not place), 0, 1234))
        seq += 1
        store.execute("INSERT INTO round VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                      (key, kiosk, seq, 1725846000000 + seq, 20240921, "kiosk", 0, "code", 5, 5, 1, 20, 6170, 0, 0, ""))
    store.commit()
    store.close()


def anzhi(*arguments, status=0):
    result = subprocess.run([os.environ["ANZHI"], *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == status, (arguments, result)
    return result.stdout + result.stderr


def export(folder, what, ending):
    path = folder / f"{what}.{ending}"
    anzhi("export", "--data", folder, "--what", what, "-o", path)
    assert not path.with_name(path.name + ".part").exists()
    return path


def comma_separated_values_are_what_was_written(place):
    make_store(place, "k1")
    data = export(place, "results", "csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 15 and rows[0]["机器"] == "k1" and rows[0]["日期"] == "2024-09-21", rows[0]
    assert [row["第几行"] for row in rows] == [str(n) for n in range(1, 18) if n % 6], rows
    for row, text in zip(rows, NASTY):
        formula = text.strip()[0] in "=+-@"
        assert row["题干"] == ("'" if formula else "") + text, (row["题干"], text)
        assert row["选项"].startswith(f"A {text}；B 乙"), row["选项"]
    assert rows[0]["所选"] == "A" and rows[1]["所选"] == "B" and rows[0]["用时毫秒"] == "1234"


def workbooks_are_read_by_another_library(place):
    make_store(place, "k1")
    sheet = openpyxl.load_workbook(export(place, "results", "xlsx")).active
    rows = list(sheet.values)
    titles = list(rows[0])
    assert len(rows) == 16, len(rows)
    for row, text in zip(rows[1:], NASTY):
        assert row[titles.index("题干")] == text and isinstance(row[titles.index("用时毫秒")], int), row
    cell = sheet.cell(2, titles.index("题干") + 1)
    assert cell.data_type == "s", "a text was taken for a formula"
    register = list(openpyxl.load_workbook(export(place, "register", "xlsx")).active.values)
    assert len(register) == 4 and 20 in register[1], register


def lines_of_json_have_every_row(place):
    make_store(place, "k1")
    rows = [json.loads(line) for line in export(place, "results", "jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["stem"] for row in rows[:8]] == NASTY and rows[0]["options"] == [NASTY[0], "乙"], rows[0]
    assert rows[1]["choice"] == [1] and rows[1]["answer"] == [0] and rows[1]["place"] == 1, rows[1]
    store = sqlite3.connect(place / "scores.db")
    keys = {key.hex() for (key,) in store.execute("SELECT key FROM answer")}
    assert {row["key"] for row in rows} == keys
    questions = export(place, "questions", "jsonl").read_text(encoding="utf-8").splitlines()
    assert len(questions) == len(NASTY), questions
    said = subprocess.run([os.environ["ANZHI"], "stats", "--data", place, "--by", "question", "--format", "jsonl"],
                          capture_output=True, text=True, encoding="utf-8", check=True).stdout.splitlines()
    assert said == questions, "export and stats differ"


def what_can_not_be_written_leaves_nothing(place):
    make_store(place, "k1")
    assert "写不了" in anzhi("export", "--data", place, "-o", place / "none" / "x.csv", status=2)
    assert "结尾" in anzhi("export", "--data", place, "-o", place / "x.txt", status=2)
    (place / "old.csv").write_text("old", encoding="utf-8")
    if os.path.exists("/dev/full"):
        os.symlink("/dev/full", place / "old.csv.part")
        assert "写不了" in anzhi("export", "--data", place, "-o", place / "old.csv", status=2)
        assert (place / "old.csv").read_text(encoding="utf-8") == "old"


def merging_is_a_union(place):
    for kiosk, first in (("k1", 0), ("k2", 1000), ("k3", 2000)):
        make_store(place / kiosk, kiosk, first_key=first)
    target = place / "all"
    first = anzhi("merge", place / "k1", place / "k2", "--data", target)
    assert first.count("新增 18 行") == 2, first
    again = anzhi("merge", place / "k2", place / "k3", place / "k1", "--data", target)
    assert again.count("新增 0 行，已有 18 行") == 2 and again.count("新增 18 行") == 1, again
    assert "3 台机器，9 轮，45 次作答" in anzhi("verify", "--data", target)
    copy = place / "copy"
    copy.mkdir()
    anzhi("backup", "--data", target, "-o", copy / "scores.db")
    assert "3 台机器，9 轮，45 次作答" in anzhi("verify", "--data", copy)


def every_kind_of_row_is_merged(place):
    make_store(place / "a", "k1")
    store = sqlite3.connect(place / "a" / "scores.db")
    store.execute("INSERT INTO flag VALUES (x'0A', 'k1', 19, 0, 20240921, 2)")
    store.execute("INSERT INTO switch VALUES (x'0B', 'k1', 20, 0, 20240921, 'i-1', 1)")
    store.commit()
    assert "新增 20 行" in anzhi("merge", place / "a", "--data", place / "all")
    target = sqlite3.connect(place / "all" / "scores.db")
    for table in ("kiosk", "shown", "answer", "round", "flag", "switch"):
        rows = [set(base.execute(f"SELECT * FROM {table}")) for base in (store, target)]
        assert rows[0] and rows[0] <= rows[1], (table, rows)
    store.close()
    target.close()


def differing_copies_are_told(place):
    make_store(place / "a", "k1")
    make_store(place / "b", "k1")
    store = sqlite3.connect(place / "b" / "scores.db")
    store.execute("UPDATE answer SET correct = 1 - correct WHERE seq = 2")
    store.commit()
    store.close()
    anzhi("merge", place / "a", "--data", place / "all")
    said = anzhi("merge", place / "b", "--data", place / "all", status=1)
    assert "新增 0 行，已有 17 行，同一编号而内容不同 1 行" in said, said
    store = sqlite3.connect(place / "all" / "scores.db")
    assert store.execute("SELECT correct FROM answer WHERE seq = 2").fetchone() == (0,)


def a_copied_disk_is_told(place):
    make_store(place / "a", "k1", first_key=0)
    make_store(place / "b", "k1", first_key=5000)
    anzhi("merge", place / "a", place / "b", "--data", place / "all")
    assert "18 行的机器和行号相同" in anzhi("verify", "--data", place / "all", status=1)


def what_is_odd_is_told(place):
    make_store(place, "k1")
    store = sqlite3.connect(place / "scores.db")
    store.execute("DELETE FROM answer WHERE seq = 8")
    store.execute("DELETE FROM round WHERE seq = 18")
    store.execute("DELETE FROM shown WHERE id = 2")
    store.commit()
    store.close()
    said = anzhi("verify", "--data", place, status=1)
    for finding in ("1 轮没有结尾", "1 个行号空着", "次作答找不到当时的题目"):
        assert finding in said, said
    data = bytearray((place / "scores.db").read_bytes())
    data[4096 * 3:4096 * 3 + 2000] = b"x" * 2000
    (place / "scores.db").write_bytes(data)
    assert "损坏" in anzhi("verify", "--data", place, status=2)


class Page(html.parser.HTMLParser):
    """Sees that every element is closed, and keeps the text."""

    def __init__(self):
        super().__init__()
        self.open, self.text, self.tags = [], "", set()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        assert not any(name in ("src", "href", "onload") for name, _ in attributes), attributes
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, (tag, self.open)

    def handle_data(self, data):
        self.text += data


def report_stands_alone_and_says_what_was_written(place):
    make_store(place, "k1", rounds=40)
    store = sqlite3.connect(place / "scores.db")
    store.execute("UPDATE shown SET stem = '<script>alert(1)</script>&\"' WHERE id = 3")
    store.execute("UPDATE round SET abandoned = 1 WHERE seq <= 60")
    store.commit()
    store.close()
    anzhi("report", "--data", place, "-o", place / "report.html")
    source = (place / "report.html").read_text(encoding="utf-8")
    page = Page()
    page.feed(source)
    page.close()
    assert page.open == [] and "script" not in page.tags and "http" not in source and "@import" not in source
    for text in ("40参与人次", "75%完成率", "200答题次数", "20%正确率", "2024-09-21", '<script>alert(1)</script>&"', "1 台机器"):
        assert text in page.text.replace("\n", ""), (text, page.text)
    empty = place / "empty"
    make_store(empty, "k2", rounds=0)
    anzhi("report", "--data", empty, "-o", empty / "report.html")


def report_names_the_hardest_questions_and_what_draws(place):
    make_store(place, "k1", rounds=40)
    store = sqlite3.connect(place / "scores.db")
    store.execute("UPDATE shown SET stem = '题' || id || '。', options = '[\"对的\",\"诱人的\",\"没人要的\"]'")
    store.execute("UPDATE answer SET correct = 1, choice = '[0]'")
    store.execute("UPDATE answer SET correct = 0, choice = iif(seq % 5 = 0, '[2]', '[1]') WHERE shown = 6")
    store.execute("UPDATE answer SET correct = 0, choice = '[1]' WHERE shown = 3 AND seq % 2")
    store.commit()
    store.close()
    anzhi("report", "--data", place, "-o", place / "report.html")
    page = Page()
    page.feed((place / "report.html").read_text(encoding="utf-8"))
    hardest = page.text.split("最易错的题")[1]
    assert re.findall(r"题(\d)。", hardest)[:2] == ["6", "3"], hardest
    first = hardest.split("题6。")[1].split("题3。")[0]
    assert "正确：对的" in first and "最多人错选：诱人的" in first and first.strip().endswith("0%"), first


def a_long_report_shows_every_day(place):
    make_store(place, "k1", rounds=90)
    store = sqlite3.connect(place / "scores.db")
    for number, (key,) in enumerate(store.execute("SELECT key FROM round ORDER BY seq").fetchall()):
        day = (datetime.date(2024, 6, 1) + datetime.timedelta(days=number)).strftime("%Y%m%d")
        store.execute("UPDATE round SET day = ? WHERE key = ?", (int(day), key))
        store.execute("UPDATE answer SET day = ? WHERE round = ?", (int(day), key))
    store.commit()
    store.close()
    anzhi("report", "--data", place, "-o", place / "report.html")
    chart = (place / "report.html").read_text(encoding="utf-8").split('class="columns">')[1].split("</svg>")[0]
    columns = re.findall(r'<rect x="([0-9.]+)" y="[0-9.]+" width="[0-9.]+" height="[0-9.]+" fill="#143C61"', chart)
    assert len(columns) == 90, len(columns)
    places = [float(x) for x in re.findall(r'<text x="([0-9.]+)" y="[0-9.]+" class="name"', chart)]
    assert len(places) > 8 and all(b - a >= 40 for a, b in zip(places, places[1:])), places


def make_odd_store(folder, value):
    """Ours by its head; of tables that take anything, in each row one column of which is odd, another in each."""
    make_store(folder, "k1", rounds=20)
    store = sqlite3.connect(folder / "scores.db")
    store.execute("INSERT INTO flag VALUES (x'0A', 'k1', 190, 0, 20240921, 2)")
    store.execute("INSERT INTO switch VALUES (x'0B', 'k1', 200, 0, 20240921, 'i-1', 1)")
    for (name,) in store.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").fetchall():
        columns = [row[1] for row in store.execute(f"PRAGMA table_info({name})")]
        rows = store.execute(f"SELECT * FROM {name}").fetchall()
        rows = rows + rows[:1] * (len(columns) - len(rows))
        store.execute(f"DROP TABLE {name}")
        store.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
        for number, row in enumerate(rows):
            odd = number % len(columns)
            store.execute(f"INSERT INTO {name} VALUES ({','.join('?' * len(columns))})", [*row[:odd], value, *row[odd + 1:]])
    store.commit()
    store.close()


def odd_values_crash_nothing(place):
    """A file that somebody made: every reader ends, with what it finds or with a word."""
    values = (None, "", "x" * 300, -1, 2**63 - 1, -(2**63), 1.5, b"", b"\x00\xff" * 8, "[0,1,99999999999]", '["a"]', "[" * 2000)
    for number, value in enumerate(values):
        data = place / str(number)
        make_odd_store(data, value)
        for command in (["stats", "--by", "question"], ["stats", "--by", "day"], ["stats", "--by", "topic"], ["verify"],
                        ["export", "--what", "results", "-o", data / "a.csv"], ["export", "--what", "results", "-o", data / "a.jsonl"],
                        ["export", "--what", "register", "-o", data / "r.xlsx"], ["export", "--what", "questions", "-o", data / "q.csv"],
                        ["report", "-o", data / "report.html"], ["backup", "-o", data / "b.db"]):
            result = subprocess.run([os.environ["ANZHI"], *map(str, command), "--data", data], capture_output=True)
            assert result.returncode in (0, 1, 2), (number, command, result)
        result = subprocess.run([os.environ["ANZHI"], "merge", data, "--data", place / "all"], capture_output=True)
        assert result.returncode in (0, 1, 2), (number, result)


def junk_is_not_merged(place):
    make_store(place / "a", "k1")
    (place / "junk").mkdir()
    (place / "junk" / "scores.db").write_bytes(b"junk" * 3000)
    said = anzhi("merge", place / "junk", place / "a", place / "nowhere", "--data", place / "all", status=1)
    assert "不是安知的成绩库" in said and "还没有成绩" in said and "新增 18 行" in said, said


for test in (comma_separated_values_are_what_was_written, workbooks_are_read_by_another_library, lines_of_json_have_every_row,
             what_can_not_be_written_leaves_nothing, merging_is_a_union, every_kind_of_row_is_merged, differing_copies_are_told,
             a_copied_disk_is_told, what_is_odd_is_told, report_stands_alone_and_says_what_was_written,
             report_names_the_hardest_questions_and_what_draws, a_long_report_shows_every_day,
             odd_values_crash_nothing, junk_is_not_merged):
    with tempfile.TemporaryDirectory() as folder:
        test(pathlib.Path(folder))
        print(f"{test.__name__}: fine")
sys.exit(0)
