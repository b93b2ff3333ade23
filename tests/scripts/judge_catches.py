"""tests/exchange/judge.py finds what is planted: drafts made out of the gold are all right, and each mistake costs."""

import contextlib
import copy
import io
import os
import pathlib
import re
import sys

EXCHANGE = pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/exchange"
sys.path.insert(0, str(EXCHANGE))
import judge  # noqa: E402  (beside the gold, not beside the scripts)

PAIRS = {"role": 0, "alias": 1, "definition": 0, "speech": 0}
LISTS = ("set", "organization-set", "ordered-list")


def read_rows(gold):
    return judge.read_gold(EXCHANGE / gold) if gold else list(judge.read_rows(EXCHANGE / "five.tsv"))


def draft_of(row):
    kind, value = row.kinds[0], row.value.split("|")[0]
    draft = {"doc": row.doc, "line": row.lines[0][0], "class": row.letter, "pattern": "P0", "type": kind, "subj_guess": "",
             "mark": row.mark, "value": value.split("；") if kind in LISTS else value}
    if kind in PAIRS:
        parts = value.split("：")
        draft["subj_guess"], draft["value"] = parts[PAIRS[kind]], parts[1 - PAIRS[kind]]
    return draft


def figures(drafts, gold):
    """(confident drafts, right ones, core facts, found ones, failures)."""
    rows = read_rows(gold)
    _, tally, judged = judge.judge(rows, drafts)
    with contextlib.redirect_stdout(io.StringIO()):
        judge.print_types(tally, rows)
    failed = list(judge.failures(tally, rows, judged, 97, 85))
    return *tally.sum("A", tally.names()), *judge.recall_of(rows, judge.CORE, ("core",)), failed


def check_perfect(gold):
    rows = read_rows(gold)
    drafts = [draft_of(row) for row in rows if row.kinds != ["clutter"]]
    count, right, wanted, found, failed = figures(drafts, gold)
    assert count == right and wanted == found and not failed, (gold, failed)
    assert figures(drafts + copy.deepcopy(drafts), gold)[0] == count, "equal drafts count once"
    assert figures([], gold)[4], "no drafts at all is no success"
    return drafts


def first(drafts, kind, pattern="."):
    return next(draft for draft in drafts
                if draft["type"] == kind and draft["class"] == "A" and draft["mark"] == "core" and re.search(pattern, str(draft["value"])))


def change(draft, field, made):
    draft[field] = made(draft[field])


MISTAKES = [
    ("a number without its hedge", "number", "余", "value", lambda text: text.replace("余", "")),
    ("a number with its noun", "number", "个$", "value", lambda text: text + "展区"),
    ("another number", "number", r"^\d", "value", lambda text: "1" + text),
    ("half a place", "place", "...", "value", lambda text: text[2:]),
    ("too much of a title", "title", ".", "value", lambda text: "了" + text),
    ("another year", "date", "2025年", "value", lambda text: text.replace("2025年", "2024年")),
    ("no year at all", "date", "2025年", "value", lambda text: text.replace("2025年", "")),
    ("one end of a range", "date-range", "至", "value", lambda text: text.split("至")[0]),
    ("the neighbour's post", "role", ".", "subj_guess", lambda text: text + "某"),
    ("a member too few", "organization-set", ".", "value", lambda names: names[1:]),
    ("a list upside down", "ordered-list", "完善监测体系", "value", lambda items: items[::-1]),
    ("another line", "slogan", ".", "line", lambda line: line + 1),
    ("another type", "percent", ".", "type", lambda _: "place"),
]


def check_mistakes(drafts):
    for name, kind, pattern, field, made in MISTAKES:
        planted = copy.deepcopy(drafts)
        change(first(planted, kind, pattern), field, made)
        count, right, wanted, found, _ = figures(planted, "corpus")
        assert right == count - 1, f"{name}: not seen by the precision"
        assert found == wanted - 1, f"{name}: not seen by the recall"


def check_failures(drafts):
    confident = copy.deepcopy(drafts)
    next(draft for draft in confident if draft["class"] == "B")["class"] = "A"
    count, right = figures(confident, "corpus")[:2]
    assert right == count - 1, "confident where a person decides"
    clutter = copy.deepcopy(drafts)
    first(clutter, "title")["line"] = 1
    first(clutter, "title")["doc"] = "wangye.txt"
    assert any("clutter" in text for text in figures(clutter, "corpus")[4])
    year = copy.deepcopy(drafts)
    change(first(year, "date", "2025年"), "value", lambda text: text.replace("2025年", "2023年"))
    assert any("year" in text for text in figures(year, "corpus")[4])
    assert any("recall" in text for text in figures(drafts[::2], "corpus")[4])


def check_same_values():
    """What is the same in other words, and what is not."""
    for kind, one, other, same in [
            ("date", "2024年9月9日", "2024-09-09", True), ("date", "二〇二五年七月四日", "2025年7月4日", True),
            ("date", "截至2024年8月", "2024年8月", True), ("date-range", "9月9日—15日", "9月9日至9月15日", True),
            ("date-range", "9月9日至15日", "9月9日", False), ("number", "三大类", "3类", True),
            ("number", "达5.2万人次", "5.2万人次", True), ("number", "百余人", "余人", False),
            ("number", "约800人", "800人", False), ("percent", "超过六成", "六成", False), ("percent", "9.6%", "96%", False),
            ("title", "《甲（试行）》", "甲试行", True), ("version", "GB/T 1—2020", "GB/T1-2020", True)]:
        assert (judge.gold_key(kind, one) == judge.gold_key(kind, other)) == same, (one, other)


def whole_drafts(gold):
    """Drafts out of the gold of whole facts, each with the subject and the attribute that are named first."""
    folder = EXCHANGE / (gold or "")
    facts = list(judge.read_facts(folder, None if gold else EXCHANGE / "five.tsv"))
    drafts = []
    for fact in facts:
        subject, attribute = ("", "") if fact.is_none else (re.sub(r"[][]", "", text.split("|")[0]) for text in (fact.subject, fact.attribute))
        drafts.append({"doc": fact.doc, "line": fact.line, "class": "A", "type": fact.kind, "subj_guess": subject, "attr_guess": attribute,
                       "value": fact.value.split("；") if fact.kind in LISTS else fact.value})
    return facts, drafts


def wholes(facts, drafts):
    return judge.Wholes([(draft, "right") for draft in drafts], facts).figures("A")


def check_wholes(gold):
    facts, drafts = whole_drafts(gold)
    claims, given, right = wholes(facts, drafts)
    assert claims == given == right == sum(not fact.is_none for fact in facts) > 40, (gold, claims, given, right)
    first_claim = next(i for i, fact in enumerate(facts) if not fact.is_none)
    first_none = next(i for i, fact in enumerate(facts) if fact.is_none)
    for name, place, fields, expected in [
            ("a wrong subject", first_claim, {"subj_guess": "某某大会"}, (claims, given, right - 1)),
            ("half a subject", first_claim, {"subj_guess": drafts[first_claim]["subj_guess"][1:]}, (claims, given, right - 1)),
            ("a wrong attribute", first_claim, {"attr_guess": "某某"}, (claims, given, right - 1)),
            ("no subject", first_claim, {"subj_guess": ""}, (claims, given - 1, right - 1)),
            ("a claim where there is none", first_none, {"subj_guess": "某某", "attr_guess": "某某"}, (claims + 1, given + 1, right))]:
        planted = copy.deepcopy(drafts)
        planted[place].update(fields)
        assert wholes(facts, planted) == expected, name
    wrong_value = judge.Wholes([(draft, "wrong" if i == first_claim else "right") for i, draft in enumerate(drafts)], facts)
    assert wrong_value.figures("A") == (claims, given, right - 1), "a wrong value makes no right fact"
    assert list(wrong_value.failures(100, 0)) and not list(wrong_value.failures(0, 100)), "the thresholds hold"
    halves = [judge.half_of(facts, half) for half in (1, 2)]
    assert sorted(halves[0] + halves[1]) == judge.half_of(facts, None) and not set(halves[0]) & set(halves[1])


def main():
    sys.dont_write_bytecode = True
    for gold in ("corpus", None):
        check_wholes(gold)
    check_same_values()
    for gold in ("heldout", None, "corpus"):
        drafts = check_perfect(gold)
    check_mistakes(drafts)
    check_failures(drafts)


main()
