#!/usr/bin/env python3
"""Plants one violation after another in a small tree and asks layers.py for each: a check that never fails proves
nothing. The same tree without a violation must pass."""

import os
import pathlib
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])

GOOD = {
    "CMakeLists.txt": "anzhi_library(base    USES ${UNISTRING})\n"
    "anzhi_library(content USES base PkgConfig::CJSON)\n"
    "anzhi_library(quiz    USES content)\n"
    "anzhi_library(text    USES quiz PkgConfig::SDL_TTF)\n"
    "anzhi_library(cli     USES text)\n",
    "src/base/text.h": "#include <stddef.h>\nsize_t text_measure(const char *text);\n",
    "src/base/text.c": '#include "base/text.h"\n#include <string.h>\n#include <uninorm.h>\n'
    "// time( and rand( in a comment, \"getenv(\" in a string: neither is a call\n"
    'static const char *const names[] = {"rand()", "float"};\n'
    "size_t text_measure(const char *text) { return strlen(text) + strlen(names[text[0] & 1]); }\n",
    "src/content/pack.c": '#include "base/text.h"\n#include <cjson/cJSON.h>\n',
    "src/quiz/round.c": '#include "content/pack.h"\n#include "base/text.h"\n',
    "src/text/faces.c": '#include "quiz/round.h"\n#include <SDL_ttf.h>\n',
    "src/cli/run.c": '#include "quiz/round.h"\n#include <stdio.h>\n#include <time.h>\n',
    "src/main.c": '#include "cli/run.h"\n',
    "tests/base/test_text.c": '#include "base/text.h"\n#include <stdio.h>\n#include <time.h>\n',
}

# name: (file, text added to it, what the message must say)
PLANTED = {
    "an arrow upwards": ("src/base/text.c", '#include "quiz/round.h"\n', "base may not use quiz"),
    "an arrow upwards with spaces": ("src/base/text.c", '#  include  "content/pack.h"\n', "base may not use content"),
    "an upward arrow in the build file": ("CMakeLists.txt", "anzhi_library(app USES ui)\n", "does not stand above"),
    "an include that is not from src/": ("src/quiz/round.c", '#include "round.h"\n', "not written from src/"),
    "a parent path": ("src/quiz/round.c", '#include "../base/text.h"\n', "not written from src/"),
    "somebody else's package": ("src/base/text.c", "#include <cjson/cJSON.h>\n", "does not name the package"),
    "the clock's header": ("src/quiz/round.c", "#include <time.h>\n", "may not include <time.h>"),
    "the locale's header": ("src/quiz/round.c", "#include <locale.h>\n", "may not include <locale.h>"),
    "a window": ("src/quiz/round.c", "#include <SDL2/SDL.h>\n", "may not include <SDL2/SDL.h>"),
    "a font": ("src/quiz/round.c", "#include <SDL_ttf.h>\n", "does not name the package"),
    "a host's header": ("src/quiz/round.c", '#include "text/faces.h"\n', "quiz may not use text"),
    "a window in a host without one": ("src/text/faces.c", "#include <SDL.h>\n", "does not name the package"),
    "a database": ("src/content/pack.c", "#include <sqlite3.h>\n", "does not name the package of <sqlite3.h>"),
    "a system header": ("src/content/pack.c", "#include <unistd.h>\n", "may not include <unistd.h>"),
    "a file": ("src/content/pack.c", 'void f(void) { fopen("x", "r"); }\n', "may not call fopen()"),
    "printing": ("src/content/pack.c", 'void f(void) { printf("x"); }\n', "may not call printf()"),
    "chance": ("src/quiz/round.c", "int f(void) { return rand (); }\n", "may not call rand()"),
    "the time": ("src/quiz/round.c", "long f(void) { return time(0); }\n", "may not call time()"),
    "the environment": ("src/quiz/round.c", 'char *f(void) { return getenv("A"); }\n', "may not call getenv()"),
    "the locale": ("src/quiz/round.c", 'void f(void) { setlocale(0, ""); }\n', "may not call setlocale()"),
    "a locale's letter": ("src/quiz/round.c", "int f(int c) { return isalpha(c); }\n", "may not call isalpha()"),
    "a fraction": ("src/quiz/round.c", "static double half(void);\n", "may not use double"),
    "a folder without a library": ("src/extra/x.c", "int x;\n", "is not a library"),
    "a test that reaches up": ("tests/base/test_text.c", '#include "quiz/round.h"\n', "a test of base may not use quiz"),
}

# name: (C source of base, what the message must say), compiled as the build does it
COMPILED = {
    "nothing wrong": ('#include <string.h>\nstatic const char *const t[] = {"a", "b"};\n'
                      "const char *f(const char *s) { return t[strlen(s) & 1]; }\n", None),
    "a file-scope variable": ("static int n;\nint f(void) { return ++n; }\n", "mutable variable: n"),
    "a set file-scope variable": ("int n = 7;\nint f(void) { return ++n; }\n", "mutable variable: n"),
    "a table that is not const": ('const char *t[] = {"a"};\n', "mutable variable: t"),
    "a static inside a function": ("int f(void) { static int calls; return ++calls; }\n", "mutable variable: calls"),
    "a thread's variable": ("_Thread_local int n;\n", "mutable variable: n"),
    "a call hidden from the reader": ("int rename(const char *, const char *);\nint (*const f)(const char *, const char "
                                      "*) = rename;\n", "may not use rename"),
    "a clock under another spelling": ("long time(long *);\n#define now time\nlong f(void) { return now(0); }\n",
                                       "may not use time"),
}


def plant(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def ask(folder, *arguments):
    command = [sys.executable, SOURCE / "tests/layers.py", "--root", folder, *arguments]
    result = subprocess.run(command, capture_output=True, text=True)
    return result.returncode, result.stdout + result.stderr


def missed(name, answer, expected):
    """Prints what went wrong, if anything did."""
    status, output = answer
    fine = status == 0 if expected is None else status == 1 and expected in output
    if not fine:
        print(f"{name}: expected {expected!r}, got status {status} and:\n{output}")
    return not fine


def try_source(name, planted):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        plant(folder, GOOD)
        expected = None
        if planted:
            file, text, expected = planted
            plant(folder, {file: GOOD.get(file, "") + text})
        return missed(name, ask(folder), expected)


def try_compiled(name, source, expected):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        plant(folder, {"CMakeLists.txt": GOOD["CMakeLists.txt"], "x.c": source, "src/main.c": ""})
        subprocess.run(["cc", "-O2", "-fPIC", "-c", "x.c"], cwd=folder, check=True)
        subprocess.run(["ar", "rcs", "libbase.a", "x.o"], cwd=folder, check=True)
        return missed(name, ask(folder, "--build", folder), expected)


def main():
    failures = try_source("the tree without a violation", None)
    failures += sum(try_source(name, planted) for name, planted in PLANTED.items())
    failures += sum(try_compiled(name, *planted) for name, planted in COMPILED.items())
    print(f"{len(PLANTED) + len(COMPILED)} planted, {failures} wrong answers")
    sys.exit(failures > 0)


main()
