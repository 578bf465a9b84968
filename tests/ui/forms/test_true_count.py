"""Emitting signals must not use up the references to `True`."""

from __future__ import annotations

import subprocess
import sys

import pytest

_EMITTING = """
from PySide6.QtCore import QObject, Signal
{guard}
class Teller(QObject):
    told = Signal()
teller = Teller()
for _ in range(20_000):
    teller.told.emit()
"""


def _code(guard: str) -> int:
    return subprocess.run(
        [sys.executable, "-c", _EMITTING.format(guard=guard)], check=False, capture_output=True
    ).returncode


def test_that_a_program_outlives_its_signals() -> None:
    assert _code("from ui.forms.true_count import keep_true; keep_true()") == 0


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal there")
def test_that_the_guard_is_still_needed() -> None:
    assert _code("") != 0, "PySide no longer gives the references away: take ui/forms/true_count.py out"
