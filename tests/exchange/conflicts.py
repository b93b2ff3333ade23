"""`anzhi import document` lists where documents contradict each other or a pack, and settles none of it by itself.

Each folder of tests/exchange/conflicts is one of the 31 contradictions that real documents had, in invented ones, with
what looks like it and is none.

A folder's expected.tsv says, a line for each, what has to be seen (FILE:LINE VALUE is a draft; values as tests/exchange/judge.py
compares them, a day without a year agrees with every year):
    conflict  A  B           both drafts are there and each names the other
    pack      A  ID          the draft is there and names the fact or set of the pack in content/
    spares    A  ID          the draft is there and does not name this
    listed    A              there, and it has a warning or names another
    doubt     A  [WORD]      there, not confident, with a warning (with this word in it) or a name of another
    agree     A              there, and it names no other
    open      A              there, and not the whole list
    has       A              there
    apart     A  B           both drafts are there, and neither is taken for the other or names it
    literal   A              there, and its words stand in the document as they are
    dated     A  YEAR        there, and of this year
    undated   A              there, not confident, and of no year
    clear     A              there, without a warning, and it names no other
    sure      A              the same, and confident
    never     TYPE SUBJECT [VALUE]   no confident draft of this type with such a subject (and this value)
    unsure    FILE           drafts of this document are there, and none of them is confident
    unused    TEXT           no draft has this as its subject, attribute or value
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import judge

CONFLICTS = pathlib.Path(__file__).with_name("conflicts")
COUNT = 31
NOT_IN_DOCUMENTS = {"C31": "which session of a series it was the documents don't say: it is sources elsewhere that count differently"}


def run_import(folder):
    documents = sorted(str(path) for path in folder.glob("*.txt"))
    content = ["--content", str(folder / "content")] if (folder / "content").exists() else []
    with tempfile.TemporaryDirectory() as empty:
        done = subprocess.run([os.environ["ANZHI"], "import", "document", *documents, *content, "--format", "jsonl"],
                              capture_output=True, cwd=empty, check=True)
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def same_value(draft, text):
    kind = draft["type"]
    if kind in ("role", "alias", "definition") and "：" not in text:
        return False
    if kind == "speech" and "：" not in text: # whoever said it
        return judge.fold(text) == judge.fold(judge.draft_text(draft["value"]))
    wanted, key = judge.gold_key(kind, text), judge.draft_key(draft)
    if kind in ("date", "date-range") and isinstance(wanted, list) and isinstance(key, list) and not wanted[0][0]:
        return [day[1:] for day in wanted] == [day[1:] for day in key]
    return wanted == key


def drafts_at(drafts, place):
    where, text = place.split(" ", 1)
    doc, lines = where.split(":")
    first, _, last = lines.partition("-")
    span = range(int(first), int(last or first) + 1)
    return [draft for draft in drafts if draft["doc"] == doc and draft["line"] in span and same_value(draft, text)]


def names(draft, other):
    return other in re.split(r"[,，\s]+", draft["conflict_with"])


def is_doubted(draft, word):
    return (draft["class"] == "B" and bool(draft["warn"] or draft["conflict_with"])
            and word in "；".join([*draft["warn"], draft["reason"]]))


def names_each_other(drafts, one, two):
    return any(names(a, b["draft"]) and names(b, a["draft"]) for a in drafts_at(drafts, one) for b in drafts_at(drafts, two))


def is_never(drafts, kind, subject, value=None):
    return not any(draft["class"] == "A" and draft["type"] == kind and subject in draft["subj_guess"]
                   and (value is None or same_value(draft, value)) for draft in drafts)


def are_apart(drafts, one, two):
    pairs = [(a, b) for a in drafts_at(drafts, one) for b in drafts_at(drafts, two)]
    return pairs and not any(names(a, b["draft"]) or names(b, a["draft"]) or b["draft"] == a["dup_of"] or
                             a["draft"] == b["dup_of"] for a, b in pairs)


def values(draft):
    return draft["value"] if isinstance(draft["value"], list) else [draft["value"]]


def is_literal(draft):
    return all(value in draft["quote"] for value in values(draft))


def is_undated(draft):
    return draft["class"] == "B" and not draft["year"]


def is_unsure(drafts, doc):
    classes = [draft["class"] for draft in drafts if draft["doc"] == doc]
    return classes and "A" not in classes


def is_clear(draft):
    return not draft["warn"] and not draft["conflict_with"]


CHECKS = {
    "conflict": names_each_other,
    "pack": lambda drafts, place, fact: any(names(draft, fact) for draft in drafts_at(drafts, place)),
    "spares": lambda drafts, place, fact: (found := drafts_at(drafts, place)) and not any(names(draft, fact) for draft in found),
    "listed": lambda drafts, place: any(draft["warn"] or draft["conflict_with"] for draft in drafts_at(drafts, place)),
    "doubt": lambda drafts, place, word="": any(is_doubted(draft, word) for draft in drafts_at(drafts, place)),
    "agree": lambda drafts, place: (found := drafts_at(drafts, place)) and not any(draft["conflict_with"] for draft in found),
    "open": lambda drafts, place: any(draft["open"] for draft in drafts_at(drafts, place)),
    "has": lambda drafts, place: bool(drafts_at(drafts, place)),
    "apart": are_apart,
    "literal": lambda drafts, place: any(is_literal(draft) for draft in drafts_at(drafts, place)),
    "dated": lambda drafts, place, year: any(draft["year"] and draft["year"]["value"] == int(year)
                                             for draft in drafts_at(drafts, place)),
    "undated": lambda drafts, place: any(is_undated(draft) for draft in drafts_at(drafts, place)),
    "unsure": is_unsure,
    "unused": lambda drafts, text: not any(text in (draft["subj_guess"], draft["attr_guess"], *values(draft)) for draft in drafts),
    "clear": lambda drafts, place: any(is_clear(draft) for draft in drafts_at(drafts, place)),
    "sure": lambda drafts, place: any(is_clear(draft) and draft["class"] == "A" for draft in drafts_at(drafts, place)),
    "never": is_never,
}


def check_folder(folder):
    drafts = run_import(folder)
    for line in (folder / "expected.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        word, *rest = line.split("\t")
        if not CHECKS[word](drafts, *rest):
            yield f"{folder.name}: {line}"


def main():
    folders = sorted(path for path in CONFLICTS.iterdir() if path.is_dir())
    known = {folder.name for folder in folders} | NOT_IN_DOCUMENTS.keys()
    untold = [f"C{number:02}" for number in range(1, COUNT + 1) if f"C{number:02}" not in known]
    failed = [f"{name}: no folder" for name in untold]
    failed += [failure for folder in folders for failure in check_folder(folder)]
    for failure in failed:
        print("not seen:", failure.replace("\t", "  "))
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
