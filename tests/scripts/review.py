"""Drafts on their way into a pack, as an editor uses the commands: review, accept, reject, trace."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ANZHI = os.environ["ANZHI"]

FACTS = """{
  "entities": [
    { "id": "zhou", "kind": "event", "name": "2024年宣传周" },
    { "id": "zhou-2023", "kind": "event", "name": "2023年宣传周" },
    { "id": "zhou-2021", "kind": "event", "name": "2021年宣传周" },
    { "id": "zhou-2022", "kind": "event", "name": "2022年宣传周" }
  ],
  "attributes": [
    {
      "id": "day",
      "name": "举行日期",
      "class": "举行日期",
      "stems": ["{S}是哪天举行的？", "{S}在哪天举行？", "哪天举行{S}？"],
      "statements": ["{S}于{V}举行。"]
    }
  ],
  "facts": [
    { "id": "f-2022", "subject": "@zhou-2022", "attribute": "day", "value": "9月5日", "topic": "周", "source": "s1" },
    { "id": "f-2023", "subject": "@zhou-2023", "attribute": "day", "value": "9月11日", "topic": "周", "source": "s1" } // last
  ]
}
"""
DOCUMENT = "---\ntitle: 宣传周今日开幕\nsource: 某社\ndate: 2024-09-09\n---\n\n**9月9日**，2024年宣传周在<甲>市举行。\n9月8日，2024年宣传周开幕。\n"


def draft(number, **keys):
    base = {"id": f"D{number:04d}", "status": "draft", "subject": "2024年宣传周", "attribute": "举办时间",
            "value": "9月9日", "class": "A", "line": 7, "span": [2, 6], "quote": "9月9日，2024年宣传周在<甲>市举行。",
            "surface": "9月9日", "type": "date", "pattern": "P2", "reason": "句首的日期", "mark": "0"}
    return {**base, **keys}


DRAFTS = [
    draft(1),
    draft(2, subject="2021年宣传周", value="10月8日", normal="2021-10-08", quote="10月8日，2021年宣传周开幕。", surface="10月8日"),
    draft(3, subject="2021年宣传周", value="10月7日", normal="2021-10-07", quote="10月7日，2021年宣传周开幕。", surface="10月7日"),
    draft(4, subject="", attribute="", value="甲市", type="term", pattern="P11", surface="甲"),
    draft(5, **{"class": "B"}, subject="甲市动员大会", warn=["年份要由人判断"]),
    draft(6, subject="2023年宣传周", value="9月11日"),
]


class Review(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="anzhi-review-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.write("content/packs/zhou/pack.json", '{"id": "zhou-bao", "title": "宣传周"}')
        self.write("content/packs/zhou/sources.json",
                   '{"sources": [{"id": "s1", "title": "往年", "publisher": "某社", "date": "2023-09-11"}]}')
        self.write("content/packs/zhou/facts.json", FACTS)
        self.document = self.write("elsewhere/001_kaimu.txt", DOCUMENT)
        self.put(DRAFTS[:1] + DRAFTS[3:])

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def put_document(self, name, drafts):
        head = {"file": name + ".txt", "path": str(self.document), "title": "宣传周今日开幕", "publisher": "某社",
                "date": "2024-09-09", "url": "", "hash": "0"}
        return self.write(f"content/inbox/{name}.drafts.json", json.dumps(
            {"format": 1, "document": head, "into": "zhou-bao", "facts": drafts}, ensure_ascii=False))

    def put(self, drafts):
        """D0003 is of another document: one alone is not held against itself."""
        self.drafts = self.put_document("001_kaimu", [fact for fact in drafts if fact["id"] != "D0003"])
        self.other = self.put_document("002_bimu", [fact for fact in drafts if fact["id"] == "D0003"])

    def run_anzhi(self, *arguments, expect=0):
        result = subprocess.run([ANZHI, *arguments], cwd=self.folder, capture_output=True, text=True,
                                stdin=subprocess.DEVNULL)
        self.assertEqual(result.returncode, expect, f"{arguments}\n{result.stdout}{result.stderr}")
        return result

    def text(self, name):
        return (self.folder / "content" / name).read_text(encoding="utf-8")

    def all_files(self):
        return {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def status(self, id_):
        facts = [fact for path in (self.drafts, self.other) for fact in json.loads(path.read_text(encoding="utf-8"))["facts"]]
        return next(fact for fact in facts if fact["id"] == id_)

    # ---- import ----

    def test_an_imported_document_can_be_found_again(self):
        shutil.rmtree(self.folder / "content/inbox")
        shown = self.run_anzhi("import", "document", "elsewhere/001_kaimu.txt", "--into", "zhou-bao").stdout
        self.assertIn("001_kaimu.txt", shown)
        self.assertIn(f'"path": "{self.document}"', self.text("inbox/001_kaimu.drafts.json"))
        self.assertEqual(self.text("inbox/导入报告.txt"), shown)
        before = self.text("inbox/001_kaimu.drafts.json")
        self.run_anzhi("import", "document", "elsewhere/001_kaimu.txt", "--into", "zhou-bao")
        self.assertEqual(self.text("inbox/001_kaimu.drafts.json"), before)

    def test_what_could_not_be_accepted_later_is_not_imported(self):
        before = self.all_files()
        self.assertIn("zhou-bao", self.run_anzhi("import", "document", "elsewhere/001_kaimu.txt", "--into", "nobody",
                                                 expect=2).stderr)
        self.assertIn("标准输入", self.run_anzhi("import", "document", "-", "--into", "zhou-bao", expect=2).stderr)
        self.assertEqual(self.all_files(), before)

    def test_a_document_that_says_nothing_of_itself(self):
        """As an editor meets it who pasted a text and no more."""
        shutil.rmtree(self.folder / "content/inbox")
        self.write("elsewhere/记录.txt", "云汀动员大会在湖区举行\n\n2024年9月8日，云汀动员大会在湖区礼堂举行，约800人参加。\n")
        told = self.run_anzhi("import", "document", "elsewhere/记录.txt", "--into", "zhou-bao").stdout
        for part in ("云汀动员大会在湖区举行", "开头的一行", "--title", "--date"):
            self.assertIn(part, told)
        shown = self.run_anzhi("review").stdout
        day = re.search(r"(D\d+)　A　记录.txt:3 〔P2·举办时间〕 云汀动员大会", shown).group(1)
        self.assertIn(f"命令　anzhi accept {day} --decided --date …", shown)
        self.assertIn("新建的记作 2024 这一届", shown)
        self.run_anzhi("review", "-o", "review.html")
        page = (self.folder / "review.html").read_text(encoding="utf-8")
        self.assertIn("开头的一行，暂作标题", page)
        self.assertIn("没有写日期", page)
        before = self.all_files()
        self.assertIn("2025-09-15 这样", self.run_anzhi("accept", day, "--decided", "--date", "9月9日", expect=2).stderr)
        self.assertIn("--date", self.run_anzhi("accept", day, "--decided", expect=2).stderr)
        self.assertEqual(self.all_files(), before)
        told = self.run_anzhi("accept", day, "--decided", "--date", "2024-09-09").stdout
        self.assertIn("记作 2024 这一届", told)
        sources, facts = self.text("packs/zhou/sources.json"), self.text("packs/zhou/facts.json")
        self.assertIn('"title": "云汀动员大会在湖区举行"', sources)
        self.assertIn('"date": "2024-09-09"', sources)
        self.assertIn('"edition": "2024"', facts)
        self.run_anzhi("check", "content")
        self.run_anzhi("import", "document", "elsewhere/记录.txt", "--into", "zhou-bao")  # what was said of it stays
        self.assertIn('"date": "2024-09-09"', self.text("inbox/记录.drafts.json"))

    # ---- review ----

    def test_decisions_come_first(self):
        self.put(DRAFTS)
        shown = self.run_anzhi("review").stdout
        groups = [shown.index("== " + title) for title in ("说法不一", "要人拿主意", "可以收", "还缺一样", "已经有了")]
        self.assertEqual(groups, sorted(groups))
        order = [shown.index(f"\n{id_}　") for id_ in ("D0002", "D0003", "D0005", "D0001", "D0004", "D0006")]
        self.assertEqual(order, sorted(order))
        for part in ("001:7 〔P2·举办时间〕 2024年宣传周—举办时间＝9月9日", "【9月9日】，2024年宣传周", "说法　2024年宣传周于9月9日举行。",
                     "冲突　D0003", "年份要由人判断", "anzhi accept D0005 --decided", "f-2023"):
            self.assertIn(part, shown)

    def test_a_fact_that_was_retired_contradicts_nothing(self):
        self.put([draft(1, subject="2022年宣传周", value="9月9日", normal="2022-09-09")])
        self.assertIn("== 说法不一", self.run_anzhi("review").stdout)
        self.write("content/packs/zhou/facts.json", FACTS.replace('"f-2022",', '"f-2022", "status": "retired",'))
        self.assertIn("== 可以收", self.run_anzhi("review").stdout)
        self.run_anzhi("accept", "D0001")

    def test_what_the_bank_says_stands_beside_it(self):
        self.write("content/packs/zhou/facts.json", FACTS.replace('"2024年宣传周" },', """"2024年宣传周" },
    { "id": "beifen", "kind": "term", "name": "数据备份", "meaning": "把数据另存一份" },
    { "id": "batiao", "kind": "document", "name": "“数安八条”", "aliases": ["《甲市办法》"] },""").replace('"facts": [', """"sets": [
    { "id": "texing", "name": "三特性", "class": "特性", "unit": "个", "closed": true, "members": ["保密性", "完整性", "可用性"],
      "lures": ["美观性", "趣味性", "流行性"], "topic": "周", "source": "s1" }
  ],
  "facts": ["""))
        term = draft(1, subject="数据备份", attribute="定义", value="把数据压缩起来", type="definition", pattern="P13")
        name = draft(2, subject="《甲市新办法》", attribute="简称", value="数安八条", type="alias", pattern="P10", line=8)
        group = draft(4, subject="三特性", attribute="包括", value=["保密性", "完整性", "好用性"], type="set", pattern="P12", line=9)
        self.put([term, name, group])
        shown = self.run_anzhi("review").stdout
        self.run_anzhi("review", "-o", "review.html")
        page = (self.folder / "review.html").read_text(encoding="utf-8")
        for id_, side in (("beifen", "把数据另存一份"), ("batiao", "“数安八条”｜《甲市办法》"), ("texing", "保密性｜完整性｜可用性")):
            self.assertRegex(shown, f"冲突　{id_}　题库：.*{side}")
            self.assertIn(f"<b>{side}</b><span>题库　{id_}</span>", page)

    def test_the_page_stands_alone(self):
        self.put(DRAFTS)
        self.run_anzhi("review", "-o", "review.html")
        page = (self.folder / "review.html").read_text(encoding="utf-8")
        self.assertNotRegex(page, r"<script|<img|<link|src=|href=|<甲>")
        for part in ("&lt;甲&gt;", "<mark>9月9日</mark>", 'class="side"', "宣传周今日开幕", "anzhi accept D0001"):
            self.assertIn(part, page)
        for tag in ("div", "article", "table", "tr", "td", "b", "span", "p", "blockquote", "mark"):
            self.assertEqual(len(re.findall(rf"<{tag}\b", page)), len(re.findall(rf"</{tag}>", page)), tag)
        self.assertEqual(page.count('class="side"'), 4)  # two drafts, each beside the other

    def test_a_pack_may_be_chosen(self):
        self.assertIn("D0001", self.run_anzhi("review", "--pack", "zhou-bao").stdout)
        self.assertNotIn("D0001", self.run_anzhi("review", "--pack", "other").stdout)

    def test_without_an_inbox_there_is_nothing(self):
        shutil.rmtree(self.folder / "content/inbox")
        self.assertIn("没有草稿", self.run_anzhi("review").stderr)

    def test_nothing_of_the_inbox_is_played_or_checked(self):
        before = self.run_anzhi("check", "--format", "json").stdout
        self.drafts.write_text("{ broken", encoding="utf-8")
        self.assertEqual(self.run_anzhi("check", "--format", "json").stdout, before)
        for command in (["review"], ["accept", "D0001"], ["reject", "D0001"], ["trace", "f-2022"]):
            self.assertIn("inbox/001_kaimu.drafts.json", self.run_anzhi(*command, expect=2).stderr)
        self.assertEqual(self.drafts.read_text(encoding="utf-8"), "{ broken")

    # ---- accept ----

    def test_an_accepted_draft_is_asked_about(self):
        shown = self.run_anzhi("accept", "D0001").stdout
        self.assertIn("zhou-bao-f-001", shown)
        self.assertIn("2024年宣传周", shown)
        facts = self.text("packs/zhou/facts.json")
        self.assertEqual(self.text("packs/zhou/facts.json.bak"), FACTS)
        cut = FACTS.index(" // last")
        self.assertTrue(facts.startswith(FACTS[:cut] + ",\n    {\n      \"id\": \"zhou-bao-f-001\""), facts)
        self.assertTrue(facts.endswith(FACTS[cut:]))
        self.assertIn("宣传周今日开幕", self.text("packs/zhou/sources.json"))
        self.assertEqual((self.status("D0001")["status"], self.status("D0001")["fact"]), ("accepted", "zhou-bao-f-001"))
        self.assertFalse(self.drafts.with_name(self.drafts.name + ".bak").exists())
        self.assertEqual(json.loads(self.run_anzhi("check", "--format", "json").stdout)["errors"], 0)
        asked = self.run_anzhi("generate", "--seed", "1", "--count", "3", "--format", "jsonl").stdout
        self.assertIn("zhou-bao-f-001/", asked)

    def test_a_fact_is_seen_as_it_will_be_asked(self):
        self.run_anzhi("accept", "D0001")
        shown = self.run_anzhi("generate", "--of", "zhou-bao-f-001").stdout
        self.assertIn("zhou-bao-f-001/when", shown)
        command = re.search(r"anzhi (shot .*) -o 题.png", shown)[1]
        painted = self.run_anzhi(*command.split(), "-o", "q.png", "--dump").stdout
        self.assertIn("2024年宣传周", "".join(re.findall(r'"text":"([^"]*)"', painted)))
        self.assertIn("出不了题", self.run_anzhi("generate", "--of", "nobody", expect=2).stderr)

    def test_what_is_refused_changes_nothing(self):
        before = self.all_files()
        for arguments, says in ((["D0004"], "说的是谁"), (["D0005"], "--decided"), (["D0006", "--decided"], "f-2023"),
                                (["D0001", "D0004"], "一条都没有写"), (["D0099"], "D0099"), (["fish"], "fish"),
                                (["D0001", "--subject", "2023年宣传周"], "9月11日"),
                                (["D0001", "--source", "s9"], "s9"),
                                (["D0001", "D0005", "--value", "x"], "一个编号"), ([], "accepted")):
            result = self.run_anzhi("accept", *arguments, expect=2)
            self.assertIn(says, result.stderr)
            self.assertEqual(self.all_files(), before, arguments)

    def test_what_the_checker_refuses_is_not_written(self):
        before = self.all_files()
        result = self.run_anzhi("accept", "D0001", "--value", "很长的一句话" * 30, expect=2)
        self.assertIn("没有通过检查", result.stderr)
        self.assertEqual(self.all_files(), before)

    def test_edits_go_into_the_fact_and_the_draft(self):
        self.run_anzhi("accept", "d4", "--subject", "甲市动员大会", "--attribute", "举办时间", "--value", "9月6日", "--decided")
        facts = self.text("packs/zhou/facts.json")
        for part in ('"name": "甲市动员大会"', '"value": "9月6日"', '"x-from": "001_kaimu.txt:7"', '"x-draft": "D0004"'):
            self.assertIn(part, facts)
        self.assertEqual(self.status("D0004")["value"], "9月6日")

    def test_a_list_is_edited_as_a_list(self):
        self.put([draft(1, type="organization-set", attribute="主办", value=["甲委", "乙局"])])
        self.run_anzhi("accept", "D0001", "--value", "甲委、乙局、丙会")
        self.assertIn('"members": ["甲委", "乙局", "丙会"]', self.text("packs/zhou/facts.json"))

    def test_old_faults_are_not_told_again(self):
        self.write("content/packs/zhou/questions/a.json", """{"questions": [{"id": "q1", "stem": "天是什么颜色的？", "options":
            ["蓝色", "红色", "绿色"], "answer": "A", "topic": "天", "source": "s1"}]}""")
        self.assertIn("没有写解析", self.run_anzhi("check").stdout)
        self.assertNotIn("没有写解析", self.run_anzhi("accept", "D0001").stderr)

    def test_what_was_marked_in_the_file_is_taken(self):
        marked = [dict(fact, status="accepted") if fact["id"] == "D0001" else fact for fact in DRAFTS[:1] + DRAFTS[3:]]
        self.put(marked)
        self.assertIn("zhou-bao-f-001", self.run_anzhi("accept").stdout)
        self.assertIn("也没有标成 accepted", self.run_anzhi("accept", expect=2).stderr)

    def test_a_conflict_is_decided_by_rejecting(self):
        self.put(DRAFTS[1:3])
        self.run_anzhi("accept", "D0002", expect=2)
        self.run_anzhi("reject", "D0003", "--why", "写的是前一天")
        self.assertEqual((self.status("D0003")["status"], self.status("D0003")["note"]), ("rejected", "写的是前一天"))
        self.assertNotIn("说法不一", self.run_anzhi("review").stdout)
        self.run_anzhi("accept", "D0002")
        self.assertIn("zhou-bao-f-001", self.run_anzhi("reject", "D0002", expect=2).stderr)
        self.assertIn("弃：写的是前一天", self.run_anzhi("review").stdout)

    def test_a_disk_that_refuses_leaves_all_as_it_was(self):
        """The second file can't be swapped in: a folder stands where its new text would."""
        before = self.all_files()
        (self.folder / "content/packs/zhou/sources.json.new").mkdir()
        result = self.run_anzhi("accept", "D0001", expect=2)
        self.assertIn("sources.json", result.stderr)
        after = {path: text for path, text in self.all_files().items() if path.suffix != ".bak"}
        self.assertEqual(after, before)

    # ---- trace ----

    def test_a_question_leads_back_to_its_line(self):
        self.run_anzhi("accept", "D0001")
        for id_ in ("zhou-bao-f-001", "zhou-bao-f-001/when", "D0001"):
            shown = self.run_anzhi("trace", id_).stdout
            for part in ("2024年宣传周于9月9日举行", "facts.json，第", "宣传周今日开幕　某社　2024-09-09", "D0001", "第 7 行",
                         "│ **9月9日**，2024年宣传周"):
                self.assertIn(part, shown)
            self.assertRegex(shown, r"│   \^{6,7}\n")
        self.assertIn("没有“nobody”", self.run_anzhi("trace", "nobody", expect=2).stderr)

    def test_a_fact_that_was_renamed_is_still_found(self):
        self.run_anzhi("accept", "D0001")
        self.write("content/packs/zhou/facts.json", self.text("packs/zhou/facts.json").replace("zhou-bao-f-001", "f-2024"))
        self.assertIn("D0001", self.run_anzhi("trace", "f-2024").stdout)

    def test_bold_marks_are_looked_through(self):
        self.put([draft(1, span=[0, 8])])
        self.run_anzhi("accept", "D0001")
        self.assertRegex(self.run_anzhi("trace", "D0001").stdout, r"│ \^{10,11}\n")

    def test_a_document_that_changed_is_searched(self):
        self.run_anzhi("accept", "D0001")
        self.document.write_text("新加的一行\n" + DOCUMENT, encoding="utf-8")
        self.assertIn("第 8 行", self.run_anzhi("trace", "D0001").stdout)
        self.document.write_text("另一篇\n", encoding="utf-8")
        self.assertIn("找不到", self.run_anzhi("trace", "D0001").stdout)
        self.document.unlink()
        self.assertIn("不在手边", self.run_anzhi("trace", "D0001").stdout)

    def test_what_a_person_wrote_is_found_by_its_source(self):
        self.write("elsewhere/old.txt", "往年\n宣传周9月5日开幕。\n")
        self.write("elsewhere/other.txt", "别的\n9月5日还有别的事。\n")
        self.assertIn("不在手边", self.run_anzhi("trace", "f-2022").stdout)
        shown = self.run_anzhi("trace", "f-2022", "--documents", "elsewhere").stdout
        self.assertIn("│ 宣传周9月5日开幕。", shown)
        self.assertNotIn("别的", shown)

    def test_every_command_explains_itself(self):
        for command in ("review", "accept", "reject", "trace"):
            self.assertTrue(self.run_anzhi(command, "--help").stdout.startswith("用法：anzhi " + command))
            self.assertIn("不认识选项", self.run_anzhi(command, "--fish", expect=2).stderr)
        self.run_anzhi("reject", expect=2)
        self.run_anzhi("trace", expect=2)
        self.run_anzhi("review", "--format", "xml", expect=2)


if __name__ == "__main__":
    unittest.main()
