"""What is painted first: the page's frame without a list.

2026-11-22: the list, its model and what draws it take longer to import than the rest of the window, and
`PySide6.QtCore.Qt` alone takes 30 ms, because PySide makes all of its enumerations at the first use. None
of it is needed to paint an empty frame, and none of it is imported before the first paint.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.shell.page_header import PageHeader
from ui.theme.labels import frame
from ui.theme.tokens import Size, Space


class EmptyPage(QWidget):
    """The same header, card and side as the page that takes its place."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Make the frame."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHeader(title))
        below = QHBoxLayout()
        below.setSpacing(0)
        room = QVBoxLayout()
        room.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        room.addWidget(frame("card"))
        below.addLayout(room, stretch=1)
        side = frame("side")
        side.setFixedWidth(Size.WHY_PANEL)
        below.addWidget(side)
        column.addLayout(below, stretch=1)
