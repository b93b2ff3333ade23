"""The command line as people and programs use it: help, exit statuses, formats, and what goes to stderr."""
import json
import os
import re
import resource
import shutil
import signal
import struct
import subprocess
import tempfile
import unittest
import zlib
from pathlib import Path

import jsonschema

ANZHI = os.environ["ANZHI"]
SOURCE = os.environ["SOURCE_DIR"]
CONTENT = os.path.join(SOURCE, "content")
SCHEMAS = ["pack", "sources", "facts", "questions", "cards", "kiosk", "theme"]
COMMANDS = ["run", "check", "generate", "cards", "schema", "play"]

GOOD = """{
  "pack": {"id": "small", "title": "小题库", "version": "1"},
  "sources": [{"id": "s1", "title": "练习", "publisher": "练习", "date": "2024-09-09"}],
  "questions": [
    {"id": "q-001", "topic": "情景", "source": "s1", "stem": "收到陌生短信里的链接，先做什么？",
     "options": ["先核实再说", "马上点开看", "转发给朋友"], "answer": "A", "explanation": "先核实，再决定。"}
  ]
}
"""


def run(*arguments, cwd=SOURCE, **environment):
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run([ANZHI, *arguments], cwd=cwd, env={**env, **environment}, capture_output=True,
                          text=True, stdin=subprocess.DEVNULL)


def generate(*arguments):
    return run("generate", "--content", CONTENT, *arguments)


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="anzhi-cli-")
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, text, encoding="utf-8"):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text.encode(encoding))
        return path

    def test_every_command_explains_itself(self):
        for command in COMMANDS:
            result = run(command, "--help")
            self.assertEqual((result.returncode, result.stderr), (0, ""), command)
            self.assertTrue(result.stdout.startswith("用法：anzhi " + command), result.stdout)
        self.assertEqual(run("--help").returncode, 0)
        for command in COMMANDS:
            self.assertIn("\n  " + command, run("--help").stdout)

    def test_version_is_that_of_the_build(self):
        with open(os.path.join(SOURCE, "CMakeLists.txt"), encoding="utf-8") as file:
            version = file.read().split("project(anzhi VERSION ")[1].split()[0]
        self.assertEqual(run("--version").stdout, f"anzhi {version}\n")

    def test_mistakes_are_named_on_stderr_with_status_2(self):
        for arguments in ([], ["fly"], ["check", "--colour"], ["generate"], ["generate", "--seed", "x", "--count", "1"],
                          ["generate", "--seed", "1", "--count", "-1"], ["generate", "--seed"], ["schema"],
                          ["generate", "--seed", "1", "--count", "1", "--mode", "party"], ["schema", "fish"],
                          ["play"], ["play", "no-such.replay"], ["check", "no-such-folder"], ["check", "a", "b"],
                          ["cards", "--format", "xml"], ["generate", "--seed", "1", "--count", "1", "--date", "9.9"],
                          ["generate", "--seed", "18446744073709551616", "--count", "1"]):
            result = run(*arguments)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertEqual(result.stdout, "", arguments)
            self.assertNotEqual(result.stderr, "", arguments)

    def test_shipped_content_has_not_one_message(self):
        result = run("check", CONTENT, "--strict")
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertIn("没有发现问题", result.stdout)
        self.assertEqual(json.loads(run("check", CONTENT, "--format", "json").stdout)["errors"], 0)
        self.assertEqual(run("check", CONTENT, "--format", "gcc").stdout, "")

    def test_stats_are_a_table_for_people(self):
        table = run("check", CONTENT, "--stats").stdout
        for part in ("没有发现问题", "题型", "内容包", "主题", "难度", "毛病", "卡方", "比瞎猜高几分"):
            self.assertIn(part, table)
        for line in table.splitlines():
            numbers = re.match(r"  .*?\s(\d+)\s+(\d+)\s+(\d+)$", line)
            if numbers:
                self.assertEqual(int(numbers[1]) + int(numbers[2]), int(numbers[3]), line)
        self.assertNotIn("题型", run("check", CONTENT).stdout)
        self.assertEqual(run("check", CONTENT, "--stats", "--format", "json").returncode, 2)

    def test_new_prints_what_can_be_pasted(self):
        content = os.path.join(self.folder, "content")
        shutil.copytree(CONTENT, content)
        for kind, name, key in (("question", "questions/fangzha.json", "questions"), ("fact", "facts.json", "facts"),
                                ("card", "cards/cards.json", "cards")):
            result = run("new", kind, "shenghuo", "--content", content)
            self.assertEqual(result.returncode, 0, result.stderr)
            record = json.loads(result.stdout)
            path = os.path.join(content, "packs/shenghuo", name)
            whole = {key: []}
            if os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    whole = json.load(file)
            whole[key].append(record)
            with open(path, "w", encoding="utf-8") as file:
                json.dump(whole, file, ensure_ascii=False)
            again = json.loads(run("new", kind, "shenghuo", "--content", content).stdout)
            self.assertEqual(int(again["id"][-3:]), int(record["id"][-3:]) + 1)
        result = run("check", content, "--strict")
        self.assertEqual(result.returncode, 0, result.stdout)

    def test_new_names_what_there_is(self):
        result = run("new", "question", "nobody", "--content", CONTENT)
        self.assertEqual(result.returncode, 2)
        self.assertIn("shenghuo", result.stderr)
        self.assertEqual(run("new", "poem", "shenghuo", "--content", CONTENT).returncode, 2)
        self.assertEqual(run("new", "question").returncode, 2)

    def test_proof_is_one_page_with_every_question(self):
        path = os.path.join(self.folder, "proof.html")
        self.assertEqual(run("proof", "-o", path, "--content", CONTENT).returncode, 0)
        with open(path, encoding="utf-8") as file:
            page = file.read()
        for part in ("A4", "校对", "shenghuo-q-001", "qj-31/scenario", "个人信息保护法"):
            self.assertIn(part, page)
        self.assertNotRegex(page, r"<script|<img|<link|src=|href=")
        opened = re.findall(r"<(/?)(table|tr|td|div|h2|p)\b", page)
        for tag in ("table", "tr", "td", "div", "h2", "p"):
            self.assertEqual(opened.count(("", tag)), opened.count(("/", tag)), tag)
        self.assertEqual(run("proof", "-o", path, "--pack", "danwei", "--content", CONTENT).returncode, 0)
        with open(path, encoding="utf-8") as file:
            page = file.read()
        self.assertIn("danwei-q-001", page)
        self.assertNotIn("shenghuo-q-001", page)
        self.assertEqual(run("proof", "--content", CONTENT).returncode, 2)
        self.assertEqual(run("proof", "-o", "/nowhere/x.html", "--content", CONTENT).returncode, 2)

    def test_wrong_answer_is_an_error_with_file_and_line(self):
        path = self.write("pack.json", GOOD.replace('"answer": "A"', '"answer": "E"'))
        result = run("check", path, "--format", "gcc")
        self.assertEqual(result.returncode, 2)
        self.assertRegex(result.stdout, r"pack\.json:6:\d+: error: .*\[T105\]")
        text = run("check", path).stdout
        for part in ("错误", "第 6 行", "^", "改法", "影响"):
            self.assertIn(part, text)
        messages = json.loads(run("check", path, "--format", "json").stdout)["messages"]
        self.assertEqual([(m["code"], m["line"]) for m in messages], [("T105", 6)])

    def test_warnings_fail_only_under_strict(self):
        path = self.write("pack.json", GOOD.replace('"topic"', '"topics"'))
        self.assertEqual(run("check", path).returncode, 0)
        self.assertEqual(run("check", path, "--strict").returncode, 1)

    def test_fix_mends_full_width_marks_and_keeps_the_old_file(self):
        broken = GOOD.replace('"answer": "A", ', '“answer”： “A”， ')
        path = self.write("pack.json", broken)
        self.assertEqual(run("check", path).returncode, 2)
        result = run("check", path, "--fix")
        self.assertEqual(result.returncode, 0, result.stdout)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(json.load(file), json.loads(GOOD))
        with open(path + ".bak", encoding="utf-8") as file:
            self.assertEqual(file.read(), broken)

    def test_fix_writes_utf8_for_gb18030_and_leaves_good_files_alone(self):
        path = self.write("pack.json", GOOD, "gb18030")
        self.assertEqual(run("check", path, "--fix").returncode, 0)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), GOOD)
        os.remove(path + ".bak")
        run("check", path, "--fix")
        self.assertFalse(os.path.exists(path + ".bak"))

    def test_generated_lines_have_the_promised_fields(self):
        lines = generate("--seed", "7", "--count", "60", "--mode", "training", "--format", "jsonl").stdout.splitlines()
        self.assertEqual(len(lines), 60)
        for line in map(json.loads, lines):
            for field in ("id", "fact", "pack", "kind", "topic", "stem", "options", "answer", "explanation", "source",
                          "difficulty"):
                self.assertIn(field, line)
            self.assertEqual(set(line["source"]), {"title", "publisher", "date"})
            self.assertTrue(line["stem"] and line["explanation"] and line["source"]["title"], line)
            self.assertTrue(line["answer"])
            self.assertTrue(all(0 <= i < len(line["options"]) for i in line["answer"]), line)

    def test_same_seed_same_questions_and_a_prefix_of_more(self):
        few = generate("--seed", "3", "--count", "10", "--format", "jsonl").stdout
        many = generate("--seed", "3", "--count", "25", "--format", "jsonl").stdout
        self.assertTrue(many.startswith(few))
        self.assertEqual(few, generate("--seed", "3", "--count", "10", "--format", "jsonl").stdout)
        self.assertNotEqual(few, generate("--seed", "4", "--count", "10", "--format", "jsonl").stdout)

    def test_kiosk_questions_keep_its_limits(self):
        lines = generate("--seed", "1", "--count", "300", "--format", "jsonl").stdout.splitlines()
        for line in map(json.loads, lines):
            self.assertLessEqual(len(line["stem"]), 40, line)
            self.assertLessEqual(len(line["options"]), 3, line)
            self.assertLessEqual(len(line["explanation"]), 60, line)

    def test_cards_are_printed_in_both_formats(self):
        cards = [json.loads(line) for line in run("cards", "--content", CONTENT, "--format", "jsonl").stdout.splitlines()]
        self.assertGreaterEqual(len(cards), 12)
        text = run("cards", "--content", CONTENT).stdout
        for card in cards:
            self.assertIn(card["title"], text)

    def test_every_schema_is_json_schema_draft_07(self):
        for kind in SCHEMAS:
            schema = json.loads(run("schema", kind).stdout)
            self.assertEqual(schema["$schema"], "http://json-schema.org/draft-07/schema#")
            self.assertTrue(schema["properties"])

    def test_the_schemas_beside_the_content_are_the_ones_that_the_program_prints(self):
        folder = os.path.join(CONTENT, "schema")
        self.assertEqual(sorted(os.listdir(folder)), sorted(f"{kind}.schema.json" for kind in SCHEMAS))
        for kind in SCHEMAS:
            with open(os.path.join(folder, f"{kind}.schema.json"), encoding="utf-8") as file:
                self.assertEqual(file.read(), run("schema", kind).stdout,
                                 f"换成现在的：anzhi schema {kind} > content/schema/{kind}.schema.json")

    def test_every_file_of_the_content_is_valid_by_its_schema(self):
        kinds = {"cards": "cards", "questions": "questions", "facts": "facts", "theme": "theme"}
        valid = {kind: jsonschema.Draft7Validator(json.loads(run("schema", kind).stdout)) for kind in SCHEMAS}
        files = [path for path in Path(CONTENT).rglob("*.json") if path.parent.name != "schema"]
        self.assertGreater(len(files), 60)
        for path in files:
            kind = path.stem if path.stem in SCHEMAS else kinds[path.parent.name]
            with self.subTest(path=path):
                self.assertEqual([error.message for error in valid[kind].iter_errors(json.loads(path.read_bytes()))], [])

    def test_the_help_of_shot_names_every_screen(self):
        names = self.screens()
        self.assertGreater(len(names), 15)
        told = run("shot", "--help").stdout.split("-o FILE.png  ")[0].split("--screen NAME  ")[1]
        self.assertEqual(sorted(names), sorted(re.findall(r"[a-z-]+", told)))

    def screens(self):
        refused = run("shot", "--screen", "fish", "-o", "/dev/null").stderr
        return re.findall(r"[a-z-]+", refused[refused.index("要写"):])

    def test_screens_that_a_bank_has_nothing_for_are_refused(self):
        """Its one question is too long for a kiosk, and it has no card."""
        self.write("packs/small.json", GOOD.replace("收到陌生短信", "夜里一个人在家的时候" * 5 + "收到陌生短信"))
        refused = []
        for screen in self.screens():
            result = run("shot", "--screen", screen, "--size", "540x960", "--content", self.folder, "-o", self.folder + "/x.png")
            self.assertIn(result.returncode, (0, 2), screen)
            if result.returncode:
                self.assertIn("到不了", result.stderr)
                refused.append(screen)
        self.assertLess({"question", "feedback", "result", "review", "duo"}, set(refused))

    def site(self, **theme):
        """A content folder with a theme of its own that kiosk.json chooses."""
        self.write("packs/small.json", GOOD)
        self.write("kiosk.json", '{"theme": "ye"}')
        self.write("theme/ye.json", json.dumps({"id": "ye", "title": "夜", "base": "dark", **theme}))

    def picture(self, *arguments):
        path = os.path.join(self.folder, "shot.png")
        result = run("shot", "--content", self.folder, "--screen", "question", "--size", "640x480", "-o", path, *arguments)
        self.assertEqual(result.returncode, 0, result.stderr)
        with open(path, "rb") as file:
            return file.read()

    def picture_in_dark(self):
        self.site()
        picture = self.picture()
        self.assertEqual(picture, self.picture("--theme", "dark"))
        return picture

    def test_a_site_is_shown_in_its_own_theme(self):
        dark = self.picture_in_dark()
        self.site(colors={"ground": "#120508"})
        self.assertNotEqual(self.picture(), dark)
        self.assertEqual(self.picture("--theme", "ye"), self.picture())
        self.assertEqual(self.picture("--theme", "dark"), dark)

    def test_a_broken_theme_is_shown_as_its_base(self):
        dark = self.picture_in_dark()
        self.site(colors={"ground": "red"})
        self.assertEqual(run("check", self.folder).returncode, 2)
        self.assertEqual(self.picture(), dark)

    def test_a_theme_that_is_not_there_is_named_with_those_that_are(self):
        self.site()
        for command in (["run"], ["shot", "--screen", "question", "-o", "no.png"]):
            result = run(*command, "--content", self.folder, "--theme", "pink")
            self.assertEqual((result.returncode, result.stdout), (2, ""))
            self.assertIn("light、dark、contrast、ye。", result.stderr)

    def test_a_text_that_is_hard_to_read_is_a_warning(self):
        self.site(colors={"ink": "#30506A"})
        self.assertEqual(run("check", self.folder).returncode, 0)
        result = run("check", self.folder, "--strict", "--format", "gcc")
        self.assertEqual(result.returncode, 1)
        self.assertTrue(all(line.startswith("theme/ye.json:1:") for line in result.stdout.splitlines()), result.stdout)

    def test_a_face_that_is_not_here_is_named_and_stood_in_for(self):
        dark = self.picture_in_dark()
        self.site(faces={"serif": ["no-such-face.ttf"]})
        result = run("check", self.folder, "--strict")
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertIn("no-such-face.ttf", result.stderr)
        self.assertIn("NotoSerifCJK-Bold.ttc", result.stderr)
        self.assertEqual(self.picture(), dark)

    def test_run_without_a_display_plays_a_round(self):
        result = run("run", "--content", CONTENT)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(result.stdout.startswith("没有找到显示器"))
        for part in ("第 1 题", "第 5 题", "回答", "这一轮"):
            self.assertIn(part, result.stdout)

    def test_run_falls_back_on_the_built_in_pack(self):
        result = run("run", "--content", self.folder)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("内置示例", result.stderr)
        self.assertIn("这一轮", result.stdout)

    def test_replay_says_whether_it_came_out_the_same(self):
        head = "anzhi-replay 1\n0 start kiosk 42 20240909\n"
        path = self.write("a.replay", head)
        result = run("play", path, "--content", CONTENT)
        self.assertEqual(result.returncode, 0, result.stderr)
        hash = result.stdout.split()[-1]
        self.write("a.replay", head + f"end {hash}\n")
        self.assertEqual(run("play", path, "--content", CONTENT).returncode, 0)
        self.write("a.replay", head + "2500 answer 1\n" + f"end {hash}\n")
        self.assertEqual(run("play", path, "--content", CONTENT).returncode, 1)
        self.write("a.replay", head + "2500 dance\n")
        self.assertEqual(run("play", path, "--content", CONTENT).returncode, 2)
        self.write("a.replay", head)
        self.assertIn("\n", run("play", path, "--content", CONTENT, "--dump").stdout.strip())

    def test_output_that_can_not_be_written_is_a_failure(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "w") as full:
            result = subprocess.run([ANZHI, "cards", "--content", CONTENT], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 2)

    def write_picture(self, spoil=False):
        def chunk(name, data):
            return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        rows = zlib.compress((b"\0" + b"\xC0\x35\x2A" * 600) * 400)
        if spoil:
            rows = rows[:8] + b"\xAA" * 16 + rows[24:]
        os.makedirs(os.path.join(self.folder, "images"), exist_ok=True)
        with open(os.path.join(self.folder, "images", "red.png"), "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 600, 400, 8, 2, 0, 0, 0)) +
                       chunk(b"IDAT", rows) + chunk(b"IEND", b""))

    def shot(self):
        path = os.path.join(self.folder, "shot.png")
        result = run("shot", "--screen", "question", "--size", "540x960", "--content", self.folder, "-o", path)
        self.assertEqual(result.returncode, 0, result.stderr)
        with open(path, "rb") as file:
            return file.read()

    def test_a_picture_of_a_pack_is_shown_and_one_that_can_not_be_is_named_by_check(self):
        self.write("pack.json", GOOD.replace('"answer"', '"image": "red.png", "alt": "红的", "answer"'))
        self.write_picture()
        self.assertEqual(run("check", self.folder, "--strict").returncode, 0)
        shown = self.shot()
        self.write_picture(spoil=True)
        result = run("check", self.folder)
        self.assertEqual(result.returncode, 2)
        self.assertIn("T117", result.stdout)
        spoilt = self.shot()
        self.assertNotEqual(shown, spoilt)
        os.remove(os.path.join(self.folder, "images", "red.png"))
        os.symlink("/etc/hostname", os.path.join(self.folder, "images", "red.png"))
        result = run("check", self.folder)
        self.assertIn("T113", result.stdout)
        self.assertIn("images/red.png”：它是链接", result.stderr)

    @unittest.skipIf(b"__asan_init" in open(ANZHI, "rb").read(), "a sanitizer needs all the addresses there are")
    def test_out_of_memory_is_said_in_a_sentence(self):
        path = self.write("pack.json", GOOD.replace('"questions": [', '"questions": [' + "{}," * 900000))

        def check(megabytes, *arguments):
            def limit():
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
                resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
            return subprocess.run([ANZHI, *arguments], capture_output=True, text=True, preexec_fn=limit)

        enough = next(m for m in range(16, 4096, 16) if check(m, "--version").returncode == 0)
        result = check(enough + 8, "generate", "--seed", "1", "--count", "1", "--content", path)
        self.assertEqual(result.returncode, -signal.SIGABRT, result.stderr)
        self.assertEqual(result.stderr.count("\n"), 1)
        self.assertIn("内存用完了", result.stderr)


if __name__ == "__main__":
    unittest.main()
