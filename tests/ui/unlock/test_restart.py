"""The next process is started as this one was, and nothing about anybody stands on its command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.repository import ROOT
from ui.unlock.restart import command_line


@pytest.mark.parametrize("way", [["-m", "tests.ui.unlock.said_command_line"], ["-X", "utf8", "-c", "PROGRAM"]])
def test_that_the_way_the_program_was_started_in_is_the_way_it_is_started_again(way: list[str]) -> None:
    program = "from ui.unlock.restart import command_line as c; print(*c()[1:], sep='\\x1f')"
    way = [program if each == "PROGRAM" else each for each in way]
    arguments = [*way, "--store", "et sted", "--today", "2007-03-20"]
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip().split("\x1f") == arguments


def test_that_other_arguments_take_the_place_of_the_programs_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "ui.main", "--today", "2007-03-20"])
    monkeypatch.setattr(sys, "argv", [str(Path("ui") / "main.py"), "--today", "2007-03-20"])
    assert command_line(["demo"]) == [sys.executable, "-m", "ui.main", "demo"]
    assert command_line() == [sys.executable, "-m", "ui.main", "--today", "2007-03-20"]
