"""Content that changes while the program runs: sound content is taken at the idle screen, broken content is not.

The program looks each time the attract screen turns its page, and acts when a folder has kept still from one look to the
next, so this takes half a minute of waiting.
"""

import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading

SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])


class Program:
    def __init__(self, content, data):
        environment = dict(os.environ, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
        command = [os.environ["ANZHI"], "run", "--content", content, "--data", data, "--windowed", "1024x768", "--silent",
                   "--log-messages"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment, text=True,
                                        encoding="utf-8")
        self.lines = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stderr:
            self.lines.put(line)

    def wait_for(self, message, seconds=90):
        seen = []
        while True:
            try:
                line = self.lines.get(timeout=seconds)
            except queue.Empty:
                sys.exit(f"{message} was not heard:\n" + "".join(seen))
            seen.append(line)
            if line.rstrip().endswith(message):
                return
            if " reloaded " in line:
                sys.exit(f"{line} instead of {message}")

    def end(self):
        self.process.terminate()
        assert self.process.wait(20) == 0, self.process.returncode


def save(path, text):
    """As editors do: another file that takes the name."""
    beside = path.with_suffix(".neu")
    beside.write_text(text, encoding="utf-8")
    beside.rename(path)


with tempfile.TemporaryDirectory() as place:
    content, data = pathlib.Path(place) / "content", pathlib.Path(place) / "data"
    shutil.copytree(SOURCE / "content", content)
    pack = content / "packs/linian/pack.json"
    sound = pack.read_text(encoding="utf-8")
    report = content / "检查报告.txt"
    program = Program(content, data)
    program.wait_for("# figures 0")
    save(pack, sound.replace("{", "{ // 改过了", 1))
    program.wait_for("reloaded 1")
    text = report.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf") and "新内容已经在用".encode() in text, text.decode()
    save(pack, sound[: len(sound) // 2])
    program.wait_for("reloaded 0")
    text = report.read_text(encoding="utf-8-sig")
    assert "新内容没有使用" in text and "packs/linian/pack.json" in text, text
    program.end()
    print("sound content was taken, broken content was not")
