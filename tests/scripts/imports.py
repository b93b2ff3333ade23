"""anzhi import document writes drafts and a report, never a pack; what can't be read is said and harms nothing else."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

ANZHI = os.environ["ANZHI"]

NEWS = """---
title: 2025年云汀网络安全周开幕
source: 云汀在线
date: 2025-09-16
---

# 2025年云汀网络安全周开幕

9月15日至21日，2025年云汀网络安全周在四川成都举行，约800人参加。

预览时标签不可点
"""
OTHER = NEWS.replace("9月15日至21日", "9月18日至24日").replace("四川成都", "浙江杭州")
PACK = {"pack": {"id": "a", "title": "甲", "version": "1.0", "editor": "测试"}}


def anzhi(*arguments, cwd, status=0, given=None):
    done = subprocess.run([ANZHI, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, encoding="utf-8", input=given)
    assert done.returncode == status, (arguments, done)
    return done.stdout, done.stderr


def files_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def make_place(place):
    (place / "content/packs/a").mkdir(parents=True)
    (place / "content/kiosk.json").write_text("{}", encoding="utf-8")
    (place / "content/packs/a/pack.json").write_text(json.dumps(PACK["pack"], ensure_ascii=False), encoding="utf-8")
    (place / "news.txt").write_text(NEWS, encoding="utf-8")
    (place / "other.txt").write_text(OTHER, encoding="gb18030")
    (place / "empty.txt").write_text("---\ntitle: 直播\n---\n\n![](a.png)\n", encoding="utf-8")


def lines_are_drafts(place):
    printed, _ = anzhi("import", "document", "news.txt", "--format", "jsonl", cwd=place)
    drafts = [json.loads(line) for line in printed.splitlines()]
    by_type = {draft["type"]: draft for draft in drafts}
    assert by_type["date-range"]["value"] == "9月15日至21日" and by_type["date-range"]["line"] == 9, drafts
    assert by_type["date-range"]["year"] == {"value": 2025, "from": "title"}, drafts
    assert by_type["place"]["value"] == "四川成都" and by_type["number"]["value"] == "约800人", drafts
    assert not (place / "content/inbox").exists(), "jsonl writes no file"


def drafts_lie_in_the_inbox(place):
    before = files_of(place / "content/packs")
    report, _ = anzhi("import", "document", "news.txt", "other.txt", "--into", "a", cwd=place)
    assert "news.txt：" in report and "说法不一致的" in report and "四川成都" in report and "浙江杭州" in report, report
    assert sorted(path.name for path in (place / "content/inbox").glob("*.json")) == ["news.drafts.json", "other.drafts.json"]
    assert files_of(place / "content/packs") == before, "a pack was touched"
    again, _ = anzhi("import", "document", "news.txt", "--into", "a", cwd=place)
    assert "浙江杭州" in again, "what was imported before is compared too"


def what_is_empty_says_so(place):
    printed, said = anzhi("import", "document", "empty.txt", "news.txt", "--format", "jsonl", cwd=place)
    assert "正文为空" in said and "约800人" in printed, (said, printed)


def mistakes_are_told(place):
    for arguments in (["import"], ["import", "document"], ["import", "tiku", "news.txt"], ["import", "document", "news.txt"],
                      ["import", "document", "missing.txt", "--into", "a"],
                      ["import", "document", "news.txt", "--into", "a", "--format", "xml"]):
        _, said = anzhi(*arguments, cwd=place, status=2)
        assert said.startswith("anzhi: "), (arguments, said)
    usage, _ = anzhi("import", "--help", cwd=place)
    assert "--into" in usage


def main():
    for test in (lines_are_drafts, drafts_lie_in_the_inbox, what_is_empty_says_so, mistakes_are_told):
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            make_place(place)
            test(place)
            print(f"{test.__name__}: ok")


if __name__ == "__main__":
    sys.exit(main())
