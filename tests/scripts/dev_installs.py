#!/usr/bin/env python3
"""packaging/dev on machines that lack something, played with a stage set: dpkg-query, apt-get, cmake, ninja, ctest and
sudo are short scripts that write down how they were called. Nothing is installed and nothing is built."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])

STAGE = {
    # Says that everything is installed but what $MISSING names, as dpkg-query does, and fails if anything is missing.
    "dpkg-query": 'shift 3; for p; do case " $MISSING " in *" $p "*) ;; *) echo "ii  $p";; esac; done; [ -z "$MISSING" ]',
    # Knows packages only after an update when $LISTS is empty; the first real install fails when $STALE is set.
    "apt-get": 'echo "apt-get $*" >>"$LOG"\n'
    'case " $* " in\n'
    '*" update "*) touch "$LOG.updated";;\n'
    '*" -s "*) [ "$LISTS" = full ] || [ -e "$LOG.updated" ];;\n'
    '*" install "*) [ -z "$STALE" ] || [ -e "$LOG.updated" ];;\n'
    "esac",
    "sudo": '"$@"',
    "cmake": 'echo "cmake $*" >>"$LOG"; mkdir -p build/release build/test; touch build/release/build.ninja',
    "ninja": 'echo "ninja $*" >>"$LOG"\n'
    'printf \'#!/bin/sh\\necho "anzhi $*"\\n\' >build/release/anzhi; chmod +x build/release/anzhi',
    "ctest": 'echo "ctest $*" >>"$LOG"; echo "100% tests passed"',
}


class Machine:
    """A copy of the checkout, without sources, on the stage."""

    def __init__(self, folder, **settings):
        self.folder = pathlib.Path(folder)
        shutil.copytree(SOURCE / "packaging", self.folder / "packaging")
        shutil.copy2(SOURCE / "CMakePresets.json", self.folder)
        stage = self.folder / "stage"
        stage.mkdir()
        for name, body in STAGE.items():
            (stage / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
            (stage / name).chmod(0o755)
        self.log = self.folder / "log"
        self.environment = {"PATH": f"{stage}:{os.environ['PATH']}", "LOG": str(self.log), "MISSING": "", "LISTS": "full",
                            "STALE": "", **settings}

    def dev(self, *arguments):
        self.log.write_text("")
        return subprocess.run([self.folder / "packaging/dev", *arguments], env=self.environment, capture_output=True,
                              text=True, cwd="/")

    def apt_calls(self):
        calls = [line for line in self.log.read_text().splitlines() if line.startswith("apt-get")]
        return ["update" if " update" in call else "try" if " -s" in call else "install" for call in calls]


TESTS = []


def on(**settings):
    """A test that is given a machine of these settings."""
    def register(test):
        TESTS.append((test, settings))
        return test
    return register


@on()
def a_complete_machine_installs_nothing(machine):
    result = machine.dev("run", "--seed", "7")
    assert result.returncode == 0, result.stderr
    assert result.stdout == "anzhi run --seed 7\n", result.stdout
    assert machine.apt_calls() == [] and "安装" not in result.stderr


@on(MISSING="gcc libcjson-dev clang")
def what_is_missing_is_said_and_installed(machine):
    result = machine.dev("run")
    assert result.returncode == 0, result.stderr
    assert "将用 apt-get 安装 2 个软件包" in result.stderr, "clang is not needed to run"
    assert "gcc　C 编译器" in result.stderr and "libcjson-dev　" in result.stderr
    assert machine.apt_calls() == ["try", "install"]
    install = machine.log.read_text().splitlines()[1]
    assert install.endswith("--no-install-recommends gcc libcjson-dev"), install


@on(MISSING="clang")
def tests_need_more_than_the_program(machine):
    result = machine.dev("test", "-R", "base")
    assert machine.apt_calls() == ["try", "install"]
    assert result.stdout.endswith("100% tests passed\n") and "-R base" in machine.log.read_text()


@on(MISSING="gcc", LISTS="empty")
def empty_lists_are_fetched_first(machine):
    assert machine.dev("run").returncode == 0
    assert machine.apt_calls() == ["try", "update", "install"]


@on(MISSING="gcc", STALE="yes")
def stale_lists_are_fetched_and_tried_again(machine):
    assert machine.dev("run").returncode == 0
    assert machine.apt_calls() == ["try", "install", "update", "install"]


@on()
def an_unknown_command_is_refused(machine):
    result = machine.dev("tset")
    assert result.returncode == 2 and "tset" in result.stderr and result.stdout == ""


@on()
def the_second_call_does_not_configure_again(machine):
    machine.dev("run")
    machine.dev("run")
    assert "cmake" not in machine.log.read_text()


def main():
    failed = 0
    for test, settings in TESTS:
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Machine(folder, **settings))
            except AssertionError as error:
                failed += 1
                print(f"{test.__name__}: {error}")
    print(f"{len(TESTS)} tests, {failed} failed")
    sys.exit(failed > 0)


main()
