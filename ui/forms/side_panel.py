"""What stands at the right of a form: what is known already, to read and not to fill in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.shell.scrolled import scrolled
from ui.theme.labels import chip, frame, stored
from ui.theme.tokens import Size, Space, Tone


class SideLine(NamedTuple):
    """A line of the panel in its role; with a tone it is a chip. `close` stands right under the line before it."""

    text: str
    role: str | None = None
    tone: Tone | None = None
    close: bool = False


def side_panel(lines: Iterable[SideLine]) -> QFrame:
    """Make the panel; every text is shown as it is, wrapped where it is long."""
    side = frame("side")
    side.setFixedWidth(Size.WHY_PANEL - 2 * Size.ROW)
    outer = QVBoxLayout(side)
    outer.setContentsMargins(0, 0, 0, 0)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
    column.setSpacing(0)
    before: SideLine | None = None
    for line in lines:
        if before is not None:
            column.addSpacing(_distance(before, line))
        before = line
        if line.tone is None:
            column.addWidget(stored(line.text, line.role, wrap=True))
        else:
            column.addWidget(chip(line.text, line.tone), alignment=Qt.AlignmentFlag.AlignLeft)
    column.addStretch()
    outer.addWidget(scrolled(page))
    return side


def _distance(before: SideLine, line: SideLine) -> int:
    """What says something about the line over it stands close to it."""
    if line.role == "heading":
        return Space.L + Space.XS
    return Space.XS // 2 if before.role == "strong" or line.close else Space.S
