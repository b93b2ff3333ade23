#!/usr/bin/env python3
"""The guides are tests. In every .md file of the tree:

* a block fenced as ```sh is run, in a copy of the tree, and has to succeed (```console is for showing, not for running);
* a block fenced as ```json stands below a comment that says what it is a sample of, and `anzhi check` has to accept it:
    <!-- sample: facts -->        a whole file: pack, sources, facts, questions, cards, kiosk or theme
    <!-- sample: single -->       a file that is a pack of its own, with "pack" in it; checked by itself
    <!-- sample: question -->     one element of such a file, or several with commas between them
    <!-- sample: wrong question --> the same, and `anzhi check` has to refuse it
    <!-- sample: output -->       something that the program prints: one JSON value a line, or one in all
  The samples of one guide make up one content folder, so that they may refer to each other; a picture that a sample
  names is there;
* a link to a file of the tree leads somewhere;
* the README's table of packages is packaging/packages, line by line.
"""

import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import zlib

SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
BUILD = pathlib.Path(os.environ["BUILD_DIR"])
ANZHI = pathlib.Path(os.environ["ANZHI"])
WORK = BUILD / "readme"

FILES = {"pack", "sources", "facts", "questions", "cards", "kiosk", "theme"}
# Where an element of this kind stands: file, and the list in it.
ELEMENTS = {
    "source": ("sources", "sources"), "question": ("questions", "questions"), "card": ("cards", "cards"),
    "entity": ("facts", "entities"), "attribute": ("facts", "attributes"), "fact": ("facts", "facts"),
    "set": ("facts", "sets"), "pairing": ("facts", "pairings"), "scenario": ("facts", "scenarios"),
    "phrase": ("facts", "phrases"),
}
# These commands install, build and run everything, this test among them: CI runs each of them itself.
TOO_LARGE = re.compile(r"\./packaging/dev (test|lint|asan|fuzz|bench|soak|shots)\b")

FENCE = re.compile(r"^```([a-z]+)\n(.*?)^```$", re.M | re.S)
SAMPLE = re.compile(r"<!--\s*sample:\s*(wrong )?(\w+)\s*-->\s*\Z")

failures = []


def fail(where, what):
    failures.append(f"{where}: {what}")


def guides():
    for path in sorted(SOURCE.rglob("*.md")):
        if not path.relative_to(SOURCE).parts[0].startswith(("build", ".git")):
            yield path


def blocks(path):
    """(language, body, place, the text above) of each fenced block."""
    text = path.read_text(encoding="utf-8")
    for match in FENCE.finditer(text):
        place = f"{path.relative_to(SOURCE)}:{text.count(chr(10), 0, match.start()) + 1}"
        yield match.group(1), match.group(2), place, text[: match.start()]


# ---- commands ----


def copy_tree(copy):
    """What a newcomer gets, without history. Its build folder stays from one run to the next, so that only the first
    one takes long."""
    copy.mkdir(parents=True, exist_ok=True)
    for old in copy.iterdir():
        if old.name != "build":
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    for entry in SOURCE.iterdir():
        if entry.name == ".git" or entry.name.startswith("build"):
            continue
        if entry.is_dir():
            shutil.copytree(entry, copy / entry.name)
        else:
            shutil.copy2(entry, copy / entry.name)


def runnable(script, place):
    """The script without the commands that are too large; those have to be known to `dev help` at least."""
    usage = subprocess.run([SOURCE / "packaging/dev", "help"], capture_output=True, text=True, check=True).stdout
    kept = []
    for line in script.splitlines():
        large = TOO_LARGE.match(line)
        if large and not re.search(rf"^  {large.group(1)}\b", usage, re.M):
            fail(place, f"dev help does not know: {line}")
        if not large:
            kept.append(line)
    return "\n".join(kept)


def run_script(script, place, copy):
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment["PATH"] = f"{ANZHI.parent}:{environment['PATH']}"
    result = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=copy, env=environment,
                            stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if result.returncode != 0:
        fail(place, f"exit status {result.returncode}\n{script}\n{result.stdout[-2000:]}\n{result.stderr[-2000:]}")


def check_commands(paths):
    copy = WORK / "tree"
    copy_tree(copy)
    count = 0
    for path in paths:
        for language, body, place, _ in blocks(path):
            if language == "sh":
                run_script(runnable(body, place), place, copy)
                count += 1
    print(f"{count} blocks of commands")


# ---- samples ----


def wrap(kind, body):
    """A whole file made of one element, or of several."""
    return f'{{"{ELEMENTS[kind][1]}": [\n{body}\n]}}\n'


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def pack_json(name):
    return json.dumps({"id": name, "title": "说明书里的例子", "edition": "2024", "version": "1"}, ensure_ascii=False)


def picture():
    """A grey PNG that is large enough."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    rows = zlib.compress((b"\0" + b"\x80" * 600) * 600)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 600, 600, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def id_of(body):
    return re.search(r'"id"\s*:\s*"([^"]+)"', body).group(1)


def place_sample(content, kind, body, number):
    """Puts the sample where an editor would put it: a file into a pack of its own."""
    name = f"sample-{number}"
    file = ELEMENTS[kind][0] if kind in ELEMENTS else kind
    text = wrap(kind, body) if kind in ELEMENTS else body
    if file == "kiosk":
        return write(content / "kiosk.json", text)
    if file == "pack":
        return write(content / "packs" / id_of(body) / "pack.json", text)
    if file == "theme":
        return write(content / "theme" / f"{id_of(body)}.json", text)
    write(content / "packs" / name / "pack.json", pack_json(name))
    for image in re.findall(r'"image"\s*:\s*"([^"]+\.[^"]+)"', body):
        (content / "packs" / name / "images").mkdir(parents=True, exist_ok=True)
        (content / "packs" / name / "images" / image).write_bytes(picture())
    inner = {"questions": "questions/01.json", "cards": "cards/01.json"}.get(file, f"{file}.json")
    return write(content / "packs" / name / inner, text)


def ask_check(content):
    return subprocess.run([ANZHI, "check", "--strict", content], capture_output=True, text=True)


def check_output_sample(body, place):
    try:
        json.loads(body)
    except ValueError:
        try:
            for line in body.splitlines():
                json.loads(line)
        except ValueError as error:
            fail(place, f"not JSON: {error}")


def check_single_sample(body, place):
    write(WORK / "single.json", body)
    result = ask_check(WORK / "single.json")
    if result.returncode != 0:
        fail(place, f"anzhi check refuses it:\n{result.stdout}{result.stderr}")


def check_wrong_samples(right, wrong):
    """Each alone beside the right ones, so that what is refused is this sample."""
    for number, (kind, body, place) in enumerate(wrong):
        content = WORK / "wrong"
        shutil.rmtree(content, ignore_errors=True)
        if right.exists():
            shutil.copytree(right, content)
        place_sample(content, kind, body, f"wrong-{number}")
        if ask_check(content).returncode != 2:
            fail(place, "shown as wrong, but anzhi check accepts it")


def collect_samples(path):
    for language, body, place, above in blocks(path):
        if language != "json":
            continue
        comment = SAMPLE.search(above)
        kind = comment.group(2) if comment else None
        if kind == "output":
            check_output_sample(body, place)
        elif kind == "single":
            check_single_sample(body, place)
        elif kind in FILES or kind in ELEMENTS:
            yield bool(comment.group(1)), kind, body, place
        else:
            fail(place, f"the comment <!-- sample: KIND --> above it is missing, or unknown: {kind}")


def check_samples(path):
    name = str(path.relative_to(SOURCE))
    content = WORK / "samples" / name.replace("/", "_")
    shutil.rmtree(content, ignore_errors=True)
    samples = list(collect_samples(path))
    right = [sample[1:] for sample in samples if not sample[0]]
    for number, (kind, body, _) in enumerate(right):
        place_sample(content, kind, body, number)
    if right:
        result = ask_check(content)
        if result.returncode != 0:
            fail(name, f"anzhi check refuses its samples:\n{result.stdout}{result.stderr}")
    check_wrong_samples(content, [sample[1:] for sample in samples if sample[0]])
    return len(samples)


# ---- links and packages ----


def check_links(path):
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        if not (path.parent / target).exists():
            fail(path.relative_to(SOURCE), f"a link that leads nowhere: {target}")


def listed_packages():
    for line in (SOURCE / "packaging/packages").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split("|"))


def check_packages():
    readme = (SOURCE / "README.md").read_text(encoding="utf-8")
    table = re.search(r"^\| 软件包 \|.*\n\|[- |]+\|\n((?:\|.*\n)+)", readme, re.M)
    rows = [tuple(cell.strip(" `") for cell in row.strip("|").split("|")) for row in table.group(1).splitlines()]
    if rows != list(listed_packages()):
        fail("README.md", "the table of packages and packaging/packages differ")


def main():
    paths = list(guides())
    for path in paths:
        check_links(path)
    check_packages()
    print(sum(check_samples(path) for path in paths), "samples")
    check_commands(paths)
    for failure in failures:
        print(failure)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
