"""How good are the drafts that `anzhi import document` makes? Prints precision and recall beside a gold made by people.

    judge.py FOLDER [--gold FILE] [--least-precision 97] [--least-recall 85] [--half 1] [--errors] [--drafts FILE]

FOLDER holds documents NAME.txt, each with NAME.gold.tsv: line, type, value, mark, class. --gold FILE is one gold for all
documents of a folder that has none, with the document as a first column; five.tsv when it is not said. The thresholds are per cent, of
confident drafts and of core facts; missing one, a draft out of clutter, or a confident date in a wrong year, is status 1.
--errors lists what was wrong and what was missed. --drafts FILE judges drafts that were printed before.

How a draft is compared, and nothing is forgiven beyond this:
  line    the gold's line; "a-b": any line from a to b (a value broken over lines); "a|b": either.
  type    the gold's type; "a|b": either. date and date-range are one type whose value tells them apart.
  value   equal after folding: NFKC, Chinese numerals below 万 as digits, without blanks, quotes, 《》 and punctuation
          ("." and "%" and "+" stay). No substring, no near miss; "a|b" in the gold: either. Moreover
          - dates: equal days, and the year too. Words beside the days (截至, 以来, 前, 初, 中旬, 上午) are not compared. The
            year is the one in the value, else the draft's year. Where it has `normal`, that must say the same days;
          - numbers and per cents: hedge + number + measure word, as the document has them; 达, 共, 累计, 仅 and the like
            before them are no hedges, 大 in 三大类 is none either;
          - speech: speaker, and words up to the first mark; where it agrees with a term (words in quotation marks) it
            is right as well, and where the gold knows no speech at all one that agrees with nothing is not judged;
          - role: post and person, alias: short and long name, definition: term and words up to the first mark;
          - sets: the same members in any order; ordered lists: in order, each up to its first mark;
          - an organization is a set of one.
  class   a draft of class A on a gold row of class B is wrong: there a person has to decide.

Equal drafts of one line count once. A gold row marked "core" or "more" and not found lowers recall; one marked "may" is
right when drafted and not missed when not. Recall counts drafts of both classes.

Whole facts are judged beside a second gold, NAME.facts.tsv (five.facts.tsv): line, type, value as above, subject,
attribute. "a|b": either; "[a]": with it or without. "-": the words say nothing of anybody that a person would ask for.
  claims  drafts with a row that is not "-", and those that say whose and what where nothing is to be said
  given   those that say both, subject and attribute
  right   given, and subject, attribute and value are right; folded as above, and 2024年 is 2024
Posts, short names, definitions and speeches have their subject in the gold itself. --least-whole and --least-given are per cent
of confident claims: how many of the given are right, how many are given. A wrong one is worse than an empty one.
--half 1 or 2 judges whole facts over one half of the documents, by name: rules are written for the first alone.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

CORE = ("date", "date-range", "number", "percent", "place", "title", "version", "slogan", "role", "organization",
        "organization-set", "ordered-list")
NUMERALS = "零一二三四五六七八九"
MARKS = re.compile(r"[^\w.%+]|_")
HEAD = re.compile(r"[，；。：,;:!?！？]")
FIRST_WORDS = re.compile(r"[、，；。：,;:!?！？]")


# ---- folding ----


def number_of(text):
    """二十五 as 25; None for what is no plain numeral. Digits alone (二〇二五) are a year."""
    text = text.replace("〇", "零").replace("两", "二")
    if all(letter in NUMERALS for letter in text):
        return int("".join(str(NUMERALS.index(letter)) for letter in text))
    total, digit = 0, 0
    for letter in text:
        if letter in NUMERALS:
            digit = NUMERALS.index(letter)
        else:
            total, digit = total + (digit or 1) * {"十": 10, "百": 100, "千": 1000}[letter], 0
    return total + digit


def digits(text):
    """Chinese numerals as digits, but a 百 or 千 that is none (百余人)."""
    plain = re.compile(r"[零〇一二两三四五六七八九十百千]+")
    return plain.sub(lambda m: m[0] if m[0] in ("百", "千") else str(number_of(m[0])), text)


def fold(text):
    text = digits(unicodedata.normalize("NFKC", text))
    return re.sub(r"\.(?!\d)|(?<!\d)\.", "", MARKS.sub("", text)).lower()


def fold_head(text, end=HEAD):
    return fold(end.split(text.strip(), maxsplit=1)[0])


def fold_number(text):
    text = fold(re.sub(r"(?<=\d),(?=\d{3})", "", text))
    text = re.sub(r"^(达到|达|共计|总计|合计|累计|共有|共|计|仅有|仅|只有)+", "", text)
    return re.sub(r"(?<=\d)大(?=\w)", "", text)


DAY = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})[日号]?)?"
BESIDE_BEFORE = r"^(?:截至|截止|截止到|自|从|到|至|于|在|今年|去年|明年|次日|当日|本月|每年)*"
BESIDE_BEHIND = r"(?:以来|起|前|底|末|初|上旬|中旬|下旬|之前|以前|内|上午|下午|晚|晚上|凌晨|\d{1,2}(?:时|点|:\d\d)\S*)*$"


def day_list(text):
    """[(year, month, day), …], one or two, with 0 for what is left out; or None when the text is no date."""
    text = digits(unicodedata.normalize("NFKC", text)).replace(" ", "")
    iso = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:/(\d{4})-(\d\d)(?:-(\d\d))?)?", text)
    if iso:
        parts = [int(part or 0) for part in iso.groups()]
        return [tuple(parts[:3]), tuple(parts[3:])] if parts[3] else [tuple(parts[:3])]
    text = re.sub(BESIDE_BEFORE, "", text)
    text = re.sub(BESIDE_BEHIND, "", re.sub(r"\d{1,2}时(?=[至—–-])", "", text))
    found = re.fullmatch(DAY + r"(?:(?:至|到|—|–|-|~|——)" + DAY + ")?", text)
    if not found or not any(found.groups()[:2]):
        return None
    first, last = ([int(part or 0) for part in found.groups()[i:i + 3]] for i in (0, 3))
    if not any(last):
        return [tuple(first)]
    last[0] = last[0] or first[0]
    last[1] = last[1] or first[1]
    return [tuple(first), tuple(last)]


def with_year(days, year):
    return days and [(day[0] or year, *day[1:]) for day in days]


# ---- a value in the form in which it is compared ----


def pair_of(one, other, head):
    return "=".join((fold(one), fold_head(other, FIRST_WORDS) if head else fold(other)))


def members_of(value):
    return value if isinstance(value, list) else re.split("[；;]", value)


def gold_key(kind, text):
    if kind in ("date", "date-range"):
        return day_list(text) or fold(text)
    if kind in ("number", "percent"):
        return fold_number(text)
    if kind in ("role", "alias", "definition", "speech"):
        left, _, right = text.partition("：")
        return pair_of(left, right, kind in ("definition", "speech"))
    if kind in ("set", "organization-set", "organization"):
        return sorted(map(fold, members_of(text)))
    if kind == "ordered-list":
        return [fold_head(member) for member in members_of(text)]
    return fold(text)


def draft_text(value):
    return "、".join(value) if isinstance(value, list) else str(value)


def draft_date(draft):
    year = (draft.get("year") or {}).get("value", 0)
    days = with_year(day_list(draft_text(draft["value"])), year)
    normal = day_list(draft.get("normal", "")) if draft.get("normal") else None
    if days and normal and all(day[0] for day in normal) and normal != days:
        return f"normal {draft['normal']}"
    return days or fold(draft_text(draft["value"]))


def draft_key(draft):
    kind, value = draft["type"], draft["value"]
    if kind in ("date", "date-range"):
        return draft_date(draft)
    if kind == "role":
        return pair_of(draft["subj_guess"], draft_text(value), False)
    if kind == "alias":
        return pair_of(draft_text(value), draft["subj_guess"], False)
    if kind in ("definition", "speech"):
        return pair_of(draft["subj_guess"], draft_text(value), True)
    if kind in ("set", "organization-set", "organization"):
        return sorted(map(fold, value if isinstance(value, list) else [value]))
    if kind == "ordered-list":
        return [fold_head(member) for member in (value if isinstance(value, list) else [value])]
    if kind in ("number", "percent"):
        return fold_number(draft_text(value))
    return fold(draft_text(value))


# ---- gold and drafts ----


class Row:
    """One line of the gold."""

    def __init__(self, doc, fields):
        place, kinds, value, self.mark, self.letter = fields
        self.doc, self.value, self.found = doc, value, False
        self.lines = [tuple(map(int, part.split("-"))) for part in place.split("|")]
        self.kinds = kinds.split("|")
        self.keys = {kind: [gold_key(kind, text) for text in re.split(r"\|", value)] for kind in self.kinds}

    def has_line(self, line):
        return any(span[0] <= line <= span[-1] for span in self.lines)

    def agrees(self, draft, key):
        if draft["doc"] != self.doc or not self.has_line(draft["line"]):
            return False
        kind = draft["type"]
        if kind == "speech" and fold(draft_text(draft["value"])) in self.keys.get("term", []):
            return True
        same = {"date": "date-range", "date-range": "date", "organization-set": "organization",
                "organization": "organization-set"}.get(kind)
        return any(key in self.keys[name] for name in (kind, same) if name in self.keys)


def read_rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) == 6:
            yield Row(fields[0], fields[1:])
        else:
            yield Row(path.name.replace(".gold.tsv", ".txt"), fields)


def read_gold(folder, gold=None):
    paths = [gold] if gold else sorted(folder.glob("*.gold.tsv")) or [pathlib.Path(__file__).with_name("five.tsv")]
    rows = [row for path in paths for row in read_rows(path)]
    for name in sorted({row.doc for row in rows}):
        if not (folder / name).exists():
            sys.exit(f"{name}: there is gold for it, and no such document in {folder}")
    return rows


def run_import(folder):
    """The drafts of all documents of a folder; exit status 1 is for remarks, such as an empty body."""
    documents = sorted(folder.glob("*.txt"))
    command = [os.environ["ANZHI"], "import", "document", *map(str, documents), "--format", "jsonl"]
    with tempfile.TemporaryDirectory() as empty:
        done = subprocess.run(command, capture_output=True, cwd=empty, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"import: status {done.returncode}\n{done.stderr.decode('utf-8', 'replace')}")
    return done.stdout.decode("utf-8")


def distinct(drafts):
    seen = set()
    for draft in drafts:
        key = json.dumps([draft["doc"], draft["line"], draft["type"], draft_key(draft)], ensure_ascii=False)
        if key not in seen:
            seen.add(key)
            yield draft


# ---- whole facts ----

OWN = {"role": ["职务"], "alias": ["简称"], "definition": ["定义"],
       "speech": ["指出", "表示", "强调", "提出", "介绍", "介绍说", "认为", "说", "坦言", "提醒", "呼吁", "建议", "透露"]}


def plain(text):
    return re.sub(r"(?<=\d{4})年", "", fold(text))


def pattern_of(text):
    """"[2024年]松湖大会|大会" as a pattern over plain text."""
    def one(part):
        pieces = re.split(r"(\[[^\]]*\])", part)
        return "".join(f"(?:{re.escape(plain(piece))})?" if piece.startswith("[") else re.escape(plain(piece)) for piece in pieces)
    return re.compile("|".join(map(one, text.split("|"))))


class Fact:
    """One line of the gold of whole facts."""

    def __init__(self, doc, fields):
        line, self.kind, self.value, self.subject, self.attribute = fields
        self.doc, self.line, self.key = doc, int(line), gold_key(self.kind, self.value)
        self.is_none = self.subject == "-"
        self.subjects, self.attributes = pattern_of(self.subject), pattern_of(self.attribute)

    def is_of(self, draft):
        return (draft["doc"], draft["line"], draft["type"]) == (self.doc, self.line, self.kind) and \
            value_key(draft) == self.key

    def agrees(self, draft):
        return bool(self.subjects.fullmatch(plain(draft["subj_guess"])) and self.attributes.fullmatch(plain(draft["attr_guess"])))


def value_key(draft):
    """The words alone: which year a date is of is judged elsewhere."""
    value = draft["value"]
    return gold_key(draft["type"], "；".join(value) if isinstance(value, list) else value)


def read_facts(folder, gold=None):
    paths = [gold.with_name(gold.name.replace(".tsv", ".facts.tsv"))] if gold else sorted(folder.glob("*.facts.tsv"))
    if not paths and not any(folder.glob("*.gold.tsv")):
        paths = [pathlib.Path(__file__).with_name("five.facts.tsv")]
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
            if line and not line.startswith("#"):
                fields = line.split("\t")
                doc = fields.pop(0) if len(fields) == 6 else path.name.replace(".facts.tsv", ".txt")
                yield Fact(doc, fields)


def fact_verdict(draft, word, facts):
    """"right", "wrong" or "empty"; None where there is nothing to claim and nothing is claimed."""
    given = bool(draft["subj_guess"] and draft["attr_guess"])
    if draft["type"] == "metadata":
        return None
    if draft["type"] in OWN:
        return "right" if word == "right" and draft["attr_guess"] in OWN[draft["type"]] else "wrong"
    wanted = [fact for fact in facts if fact.is_of(draft)]
    if all(fact.is_none for fact in wanted):
        return "wrong" if given else None
    if not given:
        return "empty"
    return "right" if word == "right" and any(fact.agrees(draft) for fact in wanted) else "wrong"


def half_of(facts, half):
    """The names of the documents of one half; all without one."""
    names = sorted({fact.doc for fact in facts})
    middle = (len(names) + 1) // 2
    return names[:middle] if half == 1 else names[middle:] if half == 2 else names


class Wholes:
    """How many drafts of a class claim something, how many say whose and what, and how many of these are right."""

    def __init__(self, judged, facts):
        self.rows = [(draft, fact_verdict(draft, word, facts)) for draft, word in judged]

    def figures(self, letter):
        words = [word for draft, word in self.rows if draft["class"] in letter and word]
        return len(words), len(words) - words.count("empty"), words.count("right")

    def print(self):
        for name, letter in (("whole facts, A", "A"), ("whole facts, B", "B"), ("whole facts", "AB")):
            claims, given, right = self.figures(letter)
            print(f"{name:18} claims {claims:5}   given {given:5} share given {share(given, claims)}   "
                  f"right {right:5} precision of those given {share(right, given)}   of all {share(right, claims)}")

    def print_errors(self):
        for draft, word in self.rows:
            if word in ("wrong", "empty"):
                print(f"{draft['doc']}:{draft['line']} {draft['class']} {draft['type']} fact {word}: "
                      f"{draft['subj_guess'] or '∅'} — {draft['attr_guess'] or '∅'} = {draft_text(draft['value'])}")

    def failures(self, least_whole, least_given):
        claims, given, right = self.figures("A")
        if right * 100 < least_whole * given:
            yield f"whole facts: precision of those given {share(right, given).strip()}, wanted 0.{least_whole}"
        if given * 100 < least_given * claims:
            yield f"whole facts: share given {share(given, claims).strip()}, wanted 0.{least_given}"


# ---- judging ----


def wrong_year(draft, rows):
    """A date whose month and day are in the gold and whose year is another."""
    key = draft_key(draft)
    if draft["type"] not in ("date", "date-range") or not isinstance(key, list):
        return False
    def short(days):
        return [day[1:] for day in days] if isinstance(days, list) else None
    same_place = [row for row in rows if row.doc == draft["doc"] and row.has_line(draft["line"])]
    return any(short(gold) == short(key) for row in same_place for kind in ("date", "date-range") for gold in row.keys.get(kind, []))


def verdict(draft, rows):
    """"right", or what is wrong."""
    key = draft_key(draft)
    if any(row.kinds == ["clutter"] and row.doc == draft["doc"] and row.has_line(draft["line"]) for row in rows):
        return "clutter"
    agreeing = [row for row in rows if row.agrees(draft, key)]
    for row in agreeing:
        row.found = True
    if agreeing and draft["class"] == "A" and all(row.letter == "B" for row in agreeing):
        return "confident where a person decides"
    if agreeing:
        return "right"
    return "year" if wrong_year(draft, rows) else "wrong"


class Tally:
    """Drafts, and how many of them are right, by a name and by class."""

    def __init__(self):
        self.counts = {}

    def add(self, name, letter, right):
        count = self.counts.setdefault((name, letter), [0, 0])
        count[0] += 1
        count[1] += right

    def of(self, name, letter):
        return self.counts.get((name, letter), [0, 0])

    def names(self):
        return {name for name, _ in self.counts}

    def sum(self, letter, names):
        both = [self.of(name, letter) for name in names]
        return [sum(count[0] for count in both), sum(count[1] for count in both)]


def share(part, whole):
    return f"{part / whole:6.3f}" if whole else "     –"


def cells(count):
    return f"{count[0]:6} {count[1]:6} {share(count[1], count[0])}"


def print_patterns(tally):
    print("pattern            A drafts right precision | B drafts right precision")
    for name in sorted(tally.names(), key=lambda name: (len(name), name)):
        print(f"{name:18} {cells(tally.of(name, 'A'))}    | {cells(tally.of(name, 'B'))}")


def recall_of(rows, kinds, marks):
    wanted = [row for row in rows if row.kinds[0] in kinds and row.mark in marks]
    return len(wanted), sum(row.found for row in wanted)


def print_types(tally, rows):
    print("type               A drafts right precision | B drafts right precision |  gold found recall")
    others = sorted((tally.names() | {row.kinds[0] for row in rows}) - set(CORE) - {"clutter"})
    for name in (*CORE, *others):
        gold, found = recall_of(rows, [name], ("core", "more"))
        print(f"{name:18} {cells(tally.of(name, 'A'))}    | {cells(tally.of(name, 'B'))}    | {gold:5} {found:5} {share(found, gold)}")


def print_sums(tally, rows):
    names = tally.names()
    gold, found = recall_of(rows, CORE, ("core",))
    print(f"{'core types':18} {cells(tally.sum('A', CORE))}    | {cells(tally.sum('B', CORE))}    | {gold:5} {found:5} {share(found, gold)}")
    every = recall_of(rows, {row.kinds[0] for row in rows}, ("core", "more"))
    print(f"{'all':18} {cells(tally.sum('A', names))}    | {cells(tally.sum('B', names))}    | {every[0]:5} {every[1]:5} {share(every[1], every[0])}")


def print_errors(judged, rows):
    for draft, word in judged:
        if word != "right":
            print(f"{draft['doc']}:{draft['line']} {draft['class']} {draft['pattern']} {draft['type']} {word}: "
                  f"{draft['subj_guess']} ← {draft_text(draft['value'])}")
    for row in rows:
        if row.mark != "may" and not row.found:
            print(f"{row.doc}:{row.lines[0][0]} missed {row.kinds[0]}: {row.value}")


def judge(rows, drafts):
    by_pattern, by_type, judged = Tally(), Tally(), []
    of_document = {}
    for row in rows:
        of_document.setdefault(row.doc, []).append(row)
    knows_speech = any("speech" in row.kinds for row in rows)
    for draft in distinct(drafts):
        word = verdict(draft, of_document.get(draft["doc"], []))
        if draft["type"] == "speech" and not knows_speech and word == "wrong":
            continue
        judged.append((draft, word))
        by_pattern.add(draft["pattern"], draft["class"], word == "right")
        by_type.add(draft["type"], draft["class"], word == "right")
    return by_pattern, by_type, judged


def failures(tally, rows, judged, least_precision, least_recall):
    drafts, right = tally.sum("A", tally.names())
    gold, found = recall_of(rows, CORE, ("core",))
    if right * 100 < least_precision * drafts or (least_precision and not drafts):
        yield f"precision of confident drafts {share(right, drafts).strip()}, wanted 0.{least_precision}"
    if found * 100 < least_recall * gold:
        yield f"recall of core facts {share(found, gold).strip()}, wanted 0.{least_recall}"
    for draft, word in judged:
        if word == "clutter" or (word == "year" and draft["class"] == "A"):
            yield f"{word}: {draft['doc']}:{draft['line']} {draft_text(draft['value'])}"


def read_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--gold", type=pathlib.Path)
    parser.add_argument("--drafts", type=pathlib.Path)
    parser.add_argument("--least-precision", type=int, default=0)
    parser.add_argument("--least-recall", type=int, default=0)
    parser.add_argument("--least-whole", type=int, default=0)
    parser.add_argument("--least-given", type=int, default=0)
    parser.add_argument("--half", type=int, choices=(1, 2))
    parser.add_argument("--errors", action="store_true")
    return parser.parse_args()


def main():
    arguments = read_arguments()
    rows = read_gold(arguments.folder, arguments.gold)
    printed = arguments.drafts.read_text(encoding="utf-8") if arguments.drafts else run_import(arguments.folder.resolve())
    drafts = [json.loads(line) for line in printed.splitlines() if line.strip()]
    by_pattern, by_type, judged = judge(rows, drafts)
    print_patterns(by_pattern)
    print()
    print_types(by_type, rows)
    print_sums(by_type, rows)
    facts = list(read_facts(arguments.folder, arguments.gold))
    names = half_of(facts, arguments.half)
    wholes = Wholes([(draft, word) for draft, word in judged if draft["doc"] in names], facts)
    if facts:
        print()
        wholes.print()
    if arguments.errors:
        print()
        print_errors(judged, rows)
        wholes.print_errors()
    failed = list(failures(by_type, rows, judged, arguments.least_precision, arguments.least_recall))
    failed += wholes.failures(arguments.least_whole, arguments.least_given) if facts else []
    for failure in failed:
        print(f"FAILED {failure}")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
