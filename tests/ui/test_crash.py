"""Crash files and log lines hold no personal data."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.repository import ROOT
from ui.crash import describe, record_crash
from ui.queue.queue_model import QueueModel
from ui.redaction import RedactingFormatter

NAME = "Kanariefugl Hemmelig"


def _fail_with(secret: str) -> Exception:
    def inner(citizen: str) -> None:
        try:
            raise LookupError(citizen)
        except LookupError as error:
            raise ValueError(f"borger {citizen}") from error

    try:
        inner(secret)
    except ValueError as error:
        return error
    raise AssertionError


def test_that_a_crash_file_names_types_but_no_text(crash_files: Path) -> None:
    path = record_crash(_fail_with(NAME))
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert "builtins.LookupError" in text
    assert "Kanariefugl" not in text


def test_that_a_crash_file_names_our_own_lines_only() -> None:
    with pytest.raises(IndexError) as raised:
        QueueModel().row(99)
    text = describe(raised.value)
    assert "ui/queue/queue_model.py:" in text
    assert "tests/" not in text


def test_that_only_its_owner_can_read_a_crash_file(crash_files: Path) -> None:
    path = record_crash(_fail_with(NAME))
    assert path is not None
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o077 == 0


def test_that_a_full_disk_does_not_hide_the_first_fault(crash_files: Path) -> None:
    crash_files.write_text("a file stands where the folder should be")
    assert record_crash(_fail_with(NAME)) is None


@given(name=st.text(min_size=3).filter(lambda text: text.strip() and not text.isascii()))
def test_that_no_name_reaches_the_description(name: str) -> None:
    assert name not in describe(_fail_with(name))


def test_that_what_nobody_caught_ends_in_a_file_and_not_on_the_terminal(crash_files: Path) -> None:
    program = f"""
import threading
from pathlib import Path
from ui.crash import install_hooks, write_crashes_to
write_crashes_to(Path({str(crash_files)!r}))
install_hooks()
thread = threading.Thread(target=lambda: int({NAME!r}))
thread.start(); thread.join()
raise RuntimeError({NAME!r})
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert NAME not in done.stderr + done.stdout
    written = [each.read_text(encoding="utf-8") for each in sorted(crash_files.iterdir())]
    assert ["ValueError" in written[0], "RuntimeError" in written[1]] == [True, True]
    assert not any("Kanariefugl" in text for text in written)


def _logged(message: str, *args: object) -> str:
    return RedactingFormatter().format(logging.LogRecord("app", logging.INFO, "x.py", 1, message, args, None))


def test_that_a_log_line_keeps_ids_and_counts_and_hides_words() -> None:
    shown = _logged("case %s has %d rows for %s", "0190f0c4-7d2a-7c3e-9b1a-2f3c4d5e6f70", 12, NAME)
    assert "0190f0c4-7d2a-7c3e-9b1a-2f3c4d5e6f70 has 12 rows for [skjult]" in shown
    assert NAME not in shown


def test_that_a_number_like_a_cpr_is_hidden_wherever_it_stands() -> None:
    number = "6112" + "581234"
    for line in (_logged("borger " + number), _logged("borger %d", int(number)), _logged("%s", number)):
        assert number not in line


def test_that_an_exception_in_a_log_is_named_by_type_only() -> None:
    error = _fail_with(NAME)
    record = logging.LogRecord("app", logging.ERROR, "x.py", 1, "failed", (), (type(error), error, None))
    assert RedactingFormatter().format(record).endswith("failed ValueError")


@pytest.mark.parametrize("arguments", [({"name": NAME},), (NAME, NAME)])
def test_that_arguments_that_do_not_fit_are_hidden(arguments: tuple[object, ...]) -> None:
    assert NAME not in _logged("one %s", *arguments)
    assert threading.current_thread().is_alive()
