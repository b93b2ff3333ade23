#!/usr/bin/env python3
"""Keeps the arrows of the picture pointing down.

The truth is the build file: the lines `anzhi_library(NAME USES ...)` of CMakeLists.txt say which folder of src/ may
use which. Every #include of src/ and of the tests is held against them, and the pure folders against what they
promise: no file, clock, locale, chance or environment, integers only, and (given --build, a build folder without
sanitizers) no mutable file-scope variable and no call into the C library beyond the ones listed here.

    layers.py --root CHECKOUT [--build BUILD]

Prints one line per violation and exits 1 if there is any.
"""

import argparse
import pathlib
import re
import subprocess
import sys

PURE = ("base", "content", "exchange", "quiz", "app", "ui", "screens")

# Hosts that use SDL but keep no state of their own.
STATELESS = ("text", "paint")

# What a pure folder may take from the C library. <stdio.h> is here for snprintf and, in base, for the last words before
# an abort; FORBIDDEN_CALLS and ALLOWED_SYMBOLS hold the rest of it off.
PURE_HEADERS = {
    "assert.h", "inttypes.h", "limits.h", "stdalign.h", "stdarg.h", "stdbool.h", "stddef.h", "stdint.h", "stdio.h",
    "stdlib.h", "stdnoreturn.h", "string.h",
}

# base decodes GB18030 through iconv, which knows neither locale nor state once it is opened by name.
BASE_HEADERS = {"iconv.h", "errno.h"}

# The headers that come with a package named in USES.
PACKAGE_HEADERS = {
    "PkgConfig::CJSON": r"cjson/",
    "${UNISTRING}": r"uni(case|ctype|gbrk|lbrk|norm|str|types|wbrk|width)\.h",
    "PkgConfig::QRENCODE": r"qrencode\.h",
    "PkgConfig::SDL": r"SDL(_(?!ttf|image)\w+)?\.h",
    "PkgConfig::SDL_TTF": r"SDL_ttf\.h",
    "Late::SDL_IMAGE": r"SDL_image\.h",
    "PkgConfig::PNG": r"png\.h",
    "Late::XLSXWRITER": r"xlsxwriter\.h",
    "PkgConfig::SQLITE": r"sqlite3\.h",
    "${MATH}": r"math\.h",
    "${CRYPT}": r"crypt\.h",
}

# Named where they stand in the source. Names that a static function may well bear (open, read, close) are left to the
# symbols of the compiled library.
FORBIDDEN_CALLS = (
    "rand srand random srandom rand_r drand48 arc4random getrandom "
    "time clock clock_gettime gettimeofday localtime gmtime localtime_r gmtime_r mktime strftime ctime sleep usleep "
    "nanosleep setlocale localeconv nl_langinfo newlocale uselocale getenv setenv secure_getenv "
    "fopen freopen fdopen fclose fread fgets fgetc getc getchar fscanf scanf sscanf tmpfile opendir "
    "printf vprintf puts putchar strtod strtof strtold atof strcoll strxfrm "
    "isalpha isdigit isalnum isspace isupper islower isprint ispunct isxdigit toupper tolower mbstowcs wcstombs "
    "mbrtowc strtok strerror setjmp longjmp"
).split()
FORBIDDEN_WORDS = ("float", "double", "stdin", "stdout")

# Every symbol a pure library may leave to the C library. A name that is missing here is looked at by a person once.
ALLOWED_SYMBOLS = set(
    "memcpy memmove memset memcmp memchr memrchr memmem strlen strnlen strcmp strncmp strchr strrchr strstr strcpy "
    "strncpy strcat strspn strcspn strpbrk snprintf vsnprintf malloc calloc realloc free abort bsearch qsort "
    "__assert_fail __stack_chk_fail _GLOBAL_OFFSET_TABLE_ bcmp abs labs "
    "__memcpy_chk __memmove_chk __memset_chk __snprintf_chk __vsnprintf_chk __strcpy_chk __strcat_chk __strncpy_chk "
    "strtol strtoul strtoll strtoull __isoc23_strtol __isoc23_strtoll __isoc23_strtoul __isoc23_strtoull".split()
)
# Out of memory is said before the abort, by base and by nobody else; and iconv, as above.
ALLOWED_IN_BASE = set("fputs fwrite fprintf __fprintf_chk stderr iconv iconv_open iconv_close __errno_location".split())
# libqrencode turns bytes into modules: the same bytes give the same modules, and it asks the world for nothing.
PACKAGE_SYMBOLS = {
    "PkgConfig::CJSON": r"cJSON_\w+",
    "${UNISTRING}": r"(u8|u16|u32|uc|ulc)_\w+|uninorm_\w+|libunistring_\w+",
    "PkgConfig::QRENCODE": r"QR(code|input)_\w+",
}


def read_libraries(root):
    """{library: (everything it may use, transitively), in the order of the build file}."""
    text = re.sub(r"#[^\n]*", "", (root / "CMakeLists.txt").read_text(encoding="utf-8"))
    libraries = {}
    for name, uses in re.findall(r"^anzhi_library\((\w+)\s*(?:USES\s+([^)]*))?\)", text, re.M):
        reachable = []
        for use in uses.split():
            reachable += [use] + libraries.get(use, [])
        libraries[name] = list(dict.fromkeys(reachable))
    return libraries


def blank(match):
    return re.sub(r"[^\n]", " ", match.group())


def strip(source, strings):
    """The source with its comments blanked, and its strings too if asked; every line keeps its number."""
    token = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.S)
    return token.sub(lambda m: blank(m) if strings or m.group().startswith("/") else m.group(), source)


def package_of(header):
    for package, pattern in PACKAGE_HEADERS.items():
        if re.match(pattern, header):
            return package
    return None


def check_include(libraries, folder, quoted, header):
    """What is wrong with this #include in this folder, or None."""
    allowed = [folder] + libraries.get(folder, [])
    if quoted:
        home = header.split("/")[0]
        if "/" not in header or home not in libraries:
            return f'"{header}" is not written from src/ (as "base/arena.h")'
        if folder in libraries and home not in allowed:
            return f'{folder} may not use {home} ("{header}")'
        return None
    package = package_of(header)
    if package and folder in libraries and package not in allowed:
        return f"{folder} does not name the package of <{header}>"
    known = PURE_HEADERS | (BASE_HEADERS if folder == "base" else set())
    if folder in PURE and not package and header not in known:
        return f"{folder} is pure and may not include <{header}>"
    return None


INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def check_source(root, path, libraries, folder):
    """Yields (line, message) for one file of src/<folder>."""
    source = path.read_text(encoding="utf-8")
    for match in INCLUDE.finditer(strip(source, strings=False)):
        wrong = check_include(libraries, folder, match.group(1) == '"', match.group(2))
        if wrong:
            yield line_of(source, match.start(1)), wrong
    if folder not in PURE:
        return
    code = strip(source, strings=True)
    for match in re.finditer(r"(?<![\w.>])(%s)\s*\(" % "|".join(FORBIDDEN_CALLS), code):
        yield line_of(source, match.start()), f"{folder} is pure and may not call {match.group(1)}()"
    for match in re.finditer(r"(?<![\w.>])(%s)\b" % "|".join(FORBIDDEN_WORDS), code):
        yield line_of(source, match.start()), f"{folder} is pure and may not use {match.group(1)}"


def check_test(path, libraries, folder):
    """A test of a folder is bound by the same arrows, but may use files and the clock."""
    source = path.read_text(encoding="utf-8")
    allowed = [folder] + libraries[folder]
    for match in INCLUDE.finditer(strip(source, strings=False)):
        home = match.group(2).split("/")[0]
        if match.group(1) == '"' and home in libraries and home not in allowed:
            yield line_of(source, match.start(1)), f"a test of {folder} may not use {home}"


def check_tree(root, libraries):
    for path in sorted((root / "src").rglob("*.[ch]")):
        parts = path.relative_to(root / "src").parts
        folder = parts[0] if len(parts) > 1 else "main"
        if folder != "main" and folder not in libraries:
            yield f"{path.relative_to(root)}:1: src/{folder} is not a library of CMakeLists.txt"
            continue
        for line, message in check_source(root, path, libraries, folder):
            yield f"{path.relative_to(root)}:{line}: {message}"
    for folder in libraries:
        for path in sorted((root / "tests" / folder).rglob("*.[ch]")):
            for line, message in check_test(path, libraries, folder):
                yield f"{path.relative_to(root)}:{line}: {message}"


def check_order(libraries):
    above = set()
    for name, uses in libraries.items():
        for use in uses:
            if use not in above and use not in PACKAGE_HEADERS:
                yield f"CMakeLists.txt: {name} uses {use}, which does not stand above it"
        above.add(name)


def symbols_of(archive):
    """(object file, symbol, class letter, section) for each symbol of a static library."""
    output = subprocess.run(["nm", "-f", "sysv", archive], check=True, capture_output=True, text=True).stdout
    member = "?"
    for line in output.splitlines():
        heading = re.match(r"(?:Undefined symbols|Symbols) from .*\[(.*)\]:", line)
        if heading:
            member = heading.group(1)
        columns = [column.strip() for column in line.split("|")]
        if len(columns) == 7 and columns[0] != "Name":
            yield member, columns[0], columns[2], columns[6]


def is_mutable(section):
    writable = section.startswith((".data", ".bss", ".tdata", ".tbss", "*COM*"))
    return writable and not section.startswith(".data.rel.ro")


def check_library(archive, folder, libraries, defined):
    """Yields the mutable variables and the foreign symbols of one compiled pure folder."""
    allowed = ALLOWED_SYMBOLS | defined | (ALLOWED_IN_BASE if folder == "base" else set())
    packages = [PACKAGE_SYMBOLS[use] for use in libraries[folder] if use in PACKAGE_SYMBOLS]
    for member, symbol, kind, section in symbols_of(archive):
        if is_mutable(section):
            yield f"src/{folder}: {member} keeps a mutable variable: {symbol} ({section})"
        if folder in STATELESS:
            continue
        foreign = kind == "U" and symbol not in allowed
        if foreign and not any(re.fullmatch(pattern, symbol) for pattern in packages):
            yield f"src/{folder}: {member} is pure and may not use {symbol}"


def check_build(build, libraries):
    archives = {folder: build / f"lib{folder}.a" for folder in libraries if folder in PURE + STATELESS}
    archives = {folder: archive for folder, archive in archives.items() if archive.exists()}
    defined = {}
    for folder, archive in archives.items():
        defined[folder] = {symbol for _, symbol, kind, _ in symbols_of(archive) if kind != "U"}
    for folder, archive in archives.items():
        below = set().union(*(defined.get(use, set()) for use in [folder] + libraries[folder]))
        yield from check_library(archive, folder, libraries, below)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--build", type=pathlib.Path)
    arguments = parser.parse_args()
    libraries = read_libraries(arguments.root)
    if not libraries:
        sys.exit("CMakeLists.txt names no anzhi_library")
    problems = list(check_order(libraries)) + list(check_tree(arguments.root, libraries))
    if arguments.build:
        problems += check_build(arguments.build, libraries)
    for problem in problems:
        print(problem)
    if problems:
        sys.exit(1)
    print(f"{len(libraries)} libraries, every arrow points down")


if __name__ == "__main__":
    main()
