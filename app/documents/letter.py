"""A letter as its sender means it: to whom, from whom, and what it says. Knows nothing of paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Facts:
    """What must be seen at a glance, such as (`Tid`, `onsdag den 28. marts 2007 kl. 10.00`); set in a box."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter.

    `recipient` are the lines of the window, the name first. `sender` are the lines at the right; the first is the
    unit, which also stands at the top. A line break in a paragraph is kept. `remark` is for the one who sends the
    letter and stands outside the window.
    """

    title: str
    recipient: tuple[str, ...]
    paragraphs: tuple[str | Facts, ...]
    sender: tuple[str, ...]
    written_on: date
    remark: str | None = None
