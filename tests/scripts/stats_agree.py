"""`anzhi stats` against the same formulas written again here, over a store of made-up visits, to nine digits.

ANZHI_ANSWERS=1000000 makes a bigger store and prints how long `stats` takes.
"""

import json
import math
import os
import pathlib
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
ANSWERS = int(os.environ.get("ANZHI_ANSWERS", "12000"))
ITEMS = 60
NIGHT = 1725811200000  # 2024-09-09 00:00 in Guangzhou


def make_shown(chance):
    """(rows of `shown`, ways to stand of each item): every item in six orders of its options."""
    rows, ways = [], []
    for item in range(ITEMS):
        options = [f"第{item}题的{letter}" for letter in "甲乙丙"]
        orders = []
        for way in range(6):
            order = chance.sample(range(3), 3)
            orders.append(((item * 10 + way) * 7919 - 10**15, order))
            rows.append(((item * 10 + way) * 7919 - 10**15, f"p{item % 4}", "0" * 16, f"i-{item:03}", 1, f"t{item % 5}", "single",
                         f"题干{item}", json.dumps([options[i] for i in order], ensure_ascii=False),
                         json.dumps([order.index(0)])))
        ways.append(orders)
    return rows, ways


def make_rounds(chance, ways, rounds):
    """Rows of `round` and `answer`, and the visits as plain lists for the reckoning here."""
    skill = [chance.gauss(0, 1) for _ in range(rounds)]
    ease = [chance.gauss(0.5, 1.2) for _ in range(ITEMS)]
    round_rows, answer_rows, visits = [], [], []
    for i in range(rounds):
        then = (NIGHT + i * 1000).to_bytes(6, "big")
        key = then + b"\x70\x00" + chance.randbytes(8)
        kiosk, day, mode = f"k{i % 3}", 20240909 + i * 7 // rounds, "kiosk" if i % 5 else "class"
        questions = 5 if mode == "kiosk" else 10
        ended = chance.random() > 0.1
        count = questions if ended else chance.randrange(1, questions)
        drawn = chance.sample(range(ITEMS), questions)
        answers = []
        for place, item in enumerate(drawn[:count]):
            shown, order = chance.choice(ways[item])
            right = chance.random() < 1 / (1 + math.exp(-skill[i] - ease[item]))
            pick = 0 if right else chance.choice([1, 1, 1, 2])
            millis = int(chance.lognormvariate(9, 0.6))
            answers.append((item, place, pick, right, millis))
            answer_rows.append((then + chance.randbytes(10), kiosk, len(answer_rows) + 1, NIGHT, day, key, place, mode, 0, shown,
                                json.dumps([order.index(pick)]), int(right), 0, millis))
        if chance.random() < 0.3:  # what came again must count nowhere
            shown, order = ways[drawn[0]][0]
            answer_rows.append((then + chance.randbytes(10), kiosk, len(answer_rows) + 1, NIGHT, day, key, 9, mode, 0, shown, "[0]",
                                1, 1, 5))
        right = sum(answer[3] for answer in answers)
        open_at = 0 if ended else ways[drawn[count]][0][0]
        round_rows.append((key, kiosk, len(round_rows) + 10**7, NIGHT + i * 1000, day, mode, 0, "", questions, count, right,
                           right * 100 // questions, 0, int(not ended), open_at, ""))
        visits.append({"day": day, "mode": mode, "kiosk": kiosk, "questions": questions, "ended": ended, "answers": answers,
                       "left_at": None if ended else drawn[count], "score": right * 100 // questions})
    return round_rows, answer_rows, visits


def make_store(folder, rounds):
    chance = random.Random(42)
    store = sqlite3.connect(folder / "scores.db")
    store.executescript((SOURCE / "src/store/schema.sql").read_text(encoding="utf-8"))
    store.executescript("PRAGMA application_id = 0x616E7A68; PRAGMA user_version = 1")
    shown, ways = make_shown(chance)
    round_rows, answer_rows, visits = make_rounds(chance, ways, rounds)
    for table, rows in (("shown", shown), ("round", round_rows), ("answer", answer_rows)):
        store.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)
    store.commit()
    store.close()
    return visits


def run(folder, *arguments):
    command = [os.environ["ANZHI"], "stats", "--data", folder, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def near(said, reckoned, what):
    same = said is None if reckoned is None else said is not None and math.isclose(said, reckoned, rel_tol=1e-9, abs_tol=1e-12)
    if not same:
        sys.exit(f"{what}: the program says {said}, this test {reckoned}")


def correlation(pairs):
    if len(pairs) < 30:
        return None
    xs, ys = zip(*pairs)
    if len(set(xs)) == 1 or len(set(ys)) == 1:
        return None
    return statistics.correlation([float(x) for x in xs], ys)


def check_items(folder, visits):
    said = {row["item"]: row for row in map(json.loads, run(folder, "--by", "question", "--format", "jsonl").splitlines())}
    for item in range(ITEMS):
        row, results, pairs = said[f"i-{item:03}"], [], []
        left = sum(visit["left_at"] == item for visit in visits)
        for visit in visits:
            total = sum(answer[3] for answer in visit["answers"])
            for answer in visit["answers"]:
                if answer[0] != item:
                    continue
                results.append(answer)
                if visit["ended"] and len(visit["answers"]) > 1:
                    pairs.append((int(answer[3]), (total - answer[3]) / (len(visit["answers"]) - 1)))
        n, right = len(results), sum(answer[3] for answer in results)
        near(row["n"], n, "n")
        near(row["facility"], right / n, "facility")
        near(row["discrimination"], correlation(pairs), "discrimination")
        near(row["median_ms"], statistics.median_low(answer[4] for answer in results), "median")
        near(row["left_share"], left / (n + left), "left share")
        shares = {option["text"][-1]: option["share"] for option in row["options"]}
        for pick, letter in enumerate("甲乙丙"):
            near(shares[letter], sum(answer[2] == pick for answer in results) / n, f"share of {letter}")
        wrong = [shares[letter] for letter in "乙丙"]
        flags = {"hard": right / n < 0.25, "easy": right / n > 0.95, "lure": max(wrong) > 0.4, "idle_lure": min(wrong) < 0.05,
                 "left": left / (n + left) > 0.15}
        wanted = {name for name, on in flags.items() if on and n >= 30}
        if set(row["flags"]) != wanted:
            sys.exit(f"flags of {row['item']}: {row['flags']}, not {wanted}")


def check_days(folder, visits):
    said = {row["name"]: row for row in json.loads(run(folder, "--by", "day", "--format", "json"))}
    for day in {visit["day"] for visit in visits}:
        row = said[f"{day // 10000}-{day // 100 % 100:02}-{day % 100:02}"]
        of_day = [visit for visit in visits if visit["day"] == day]
        answers = [answer for visit in of_day for answer in visit["answers"]]
        near(row["started"], len(of_day), "started")
        near(row["ended"], sum(visit["ended"] for visit in of_day), "ended")
        near(row["mean_score"], statistics.fmean(visit["score"] for visit in of_day if visit["ended"]), "mean score")
        near(row["facility"], sum(answer[3] for answer in answers) / len(answers), "facility of a day")
        near(row["median_ms"], statistics.median_low(answer[4] for answer in answers), "median of a day")
    for by, count in (("kiosk", 3), ("pack", 4), ("topic", 5)):
        rows = json.loads(run(folder, "--by", by, "--format", "json"))
        near(len(rows), count, by)
        near(sum(row["n"] for row in rows), sum(len(visit["answers"]) for visit in visits), f"answers by {by}")


def kr20(visits, mode, questions):
    whole = [[answer[3] for answer in visit["answers"]] for visit in visits
             if visit["ended"] and visit["mode"] == mode and visit["questions"] == questions]
    shares = [statistics.fmean(column) for column in zip(*whole)]
    variance = statistics.pvariance([sum(row) for row in whole])
    return questions / (questions - 1) * (1 - sum(p * (1 - p) for p in shares) / variance)


def check_reliability(folder, visits):
    text = run(folder)
    for mode, questions in (("kiosk", 5), ("class", 10)):
        (line,) = [line for line in text.splitlines() if line.startswith(f"{mode}，每轮 {questions} 题")]
        if not line.endswith(f"信度（KR-20）{kr20(visits, mode, questions):.2f}"):
            sys.exit(f"{line}, not {kr20(visits, mode, questions)}")


def main():
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        visits = make_store(folder, ANSWERS // 6)
        if ANSWERS > 100000:
            for by in ("day", "question"):
                began, used = time.monotonic(), os.times().children_user
                run(folder, "--by", by)
                took, used = time.monotonic() - began, os.times().children_user - used
                print(f"--by {by}: {sum(len(visit['answers']) for visit in visits)} answers, {took:.2f} s, {used:.2f} s of a core")
            return
        check_items(folder, visits)
        check_days(folder, visits)
        check_reliability(folder, visits)
        print(f"{len(visits)} rounds: every number is the same")


main()
