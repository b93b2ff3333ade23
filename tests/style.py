#!/usr/bin/env python3
"""What no compiler checks: files of more than 600 lines and notes to oneself fail; how long the functions of each
folder are is printed for people to look at.

    style.py CHECKOUT
"""

import pathlib
import re
import statistics
import sys

LONGEST_FILE = 600
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME)\b")


def project_files(root):
    for top in ("src", "tests", "packaging", ".ci"):
        for path in sorted((root / top).rglob("*")):
            if path.is_file():
                yield path
    yield from (path for path in (root / "CMakeLists.txt", root / "README.md") if path.exists())


def is_program(path):
    return path.suffix in (".c", ".h", ".py", ".sh") or path.name in ("dev", "run")


def is_text(path):
    return is_program(path) or path.suffix in (".cmake", ".txt", ".md")


def check(root):
    for path in filter(is_text, project_files(root)):
        name = path.relative_to(root)
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        if is_program(path) and len(lines) > LONGEST_FILE:
            yield f"{name}:{LONGEST_FILE + 1}: a file of {len(lines)} lines; {LONGEST_FILE} is the limit"
        if name.parts[:2] == ("tests", "content"):
            continue  # hostile packs may say what they like
        for number, line in enumerate(lines, 1):
            if UNFINISHED.search(line):
                yield f"{name}:{number}: unfinished: {line.strip()}"


def function_lengths(path):
    """(lines of the body, line) of each function: clang-format ends its signature in `) {` and closes it in column 1."""
    start = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if start is None and line.endswith(") {"):
            start = number
        elif start is not None and line == "}":
            yield number - start - 1, start
            start = None


def report(root):
    print("函数长度（行）：文件夹　函数个数　中位数　最长")
    for folder in sorted(path for path in (root / "src").iterdir() if path.is_dir()):
        found = [(length, f"{path.name}:{line}") for path in folder.glob("*.c") for length, line in function_lengths(path)]
        if found:
            longest, where = max(found)
            median = statistics.median(length for length, _ in found)
            print(f"  {folder.name}　{len(found)}　{median:g}　{longest}（{where}）")


def main():
    root = pathlib.Path(sys.argv[1])
    problems = list(check(root))
    report(root)
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
