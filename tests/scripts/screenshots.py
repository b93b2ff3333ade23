#!/usr/bin/env python3
"""The pictures of README.md and content/README.md are what the program paints today: as tests/cli/test_pictures.c does it, means of 4 × 4 pixels,
within 16 of 255 but for eight."""

import os
import pathlib
import struct
import subprocess
import tempfile
import zlib

SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
KEPT = SOURCE / "assets" / "screenshots"
SHRINKS, TOLERANCE, STRAYS, LARGEST = 4, 16, 8, 60000


def fail(message):
    raise SystemExit(f"screenshots: {message}\n./packaging/dev shots paints them anew")


def chunks(data):
    at = 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        yield kind, data[at + 8:at + 8 + length]
        at += 12 + length


def rows(path):
    """Of a picture of our own writer: a palette, and rows without a filter."""
    found = {}
    for kind, data in chunks(path.read_bytes()):
        found[kind] = found.get(kind, b"") + data
    width, height, depth, kind = struct.unpack(">IIBB", found[b"IHDR"][:10])
    if (depth, kind) != (8, 3):
        fail(f"{path.name} has no palette")
    colors = [found[b"PLTE"][i:i + 3] for i in range(0, len(found[b"PLTE"]), 3)]
    raw = zlib.decompress(found[b"IDAT"])
    lines = [raw[y * (width + 1):(y + 1) * (width + 1)] for y in range(height)]
    if any(line[0] for line in lines):
        fail(f"{path.name} has filtered rows")
    return [[colors[place] for place in line[1:]] for line in lines]


def shrunk(lines):
    means = []
    for y in range(0, len(lines), SHRINKS):
        for x in range(0, len(lines[0]), SHRINKS):
            block = [pixel for line in lines[y:y + SHRINKS] for pixel in line[x:x + SHRINKS]]
            means.append([sum(channel) / len(block) for channel in zip(*block)])
    return means


def strays(a, b):
    return sum(max(abs(x - y) for x, y in zip(one, other)) > TOLERANCE for one, other in zip(a, b))


def planted_mistake_is_seen(lines):
    """A part of the picture that is a pixel lower."""
    lower = lines[:100] + [lines[100]] + lines[100:300] + lines[301:]
    if strays(shrunk(lines), shrunk(lower)) <= STRAYS:
        fail("a planted mistake is not seen")


def compare(path, fresh):
    if path.stat().st_size > LARGEST:
        fail(f"{path.name} is larger than {LARGEST} bytes")
    wanted, actual = rows(path), rows(fresh)
    if (len(wanted), len(wanted[0])) != (len(actual), len(actual[0])):
        fail(f"{path.name} has another size")
    count = strays(shrunk(wanted), shrunk(actual))
    if count > STRAYS:
        fail(f"{path.name} differs from what the program paints ({count} pixels of {SHRINKS} × {SHRINKS})")
    return wanted


def main():
    with tempfile.TemporaryDirectory(prefix="anzhi-shots-") as place:
        subprocess.run(["bash", SOURCE / "packaging" / "shots.sh", os.environ["ANZHI"], place], check=True)
        fresh, kept = sorted(pathlib.Path(place).glob("*.png")), sorted(KEPT.glob("*.png"))
        if [path.name for path in fresh] != [path.name for path in kept]:
            fail(f"there are {[path.name for path in kept]}")
        guides = "".join((SOURCE / name).read_text(encoding="utf-8") for name in ("README.md", "content/README.md"))
        for path, new in zip(kept, fresh):
            if f"assets/screenshots/{path.name}" not in guides:
                fail(f"neither README.md nor content/README.md shows {path.name}")
            lines = compare(path, new)
        planted_mistake_is_seen(lines)
    print(f"{len(kept)} pictures are as the program paints them")


if __name__ == "__main__":
    main()
