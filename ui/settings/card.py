"""A part of the settings: its heading, its fields, and word of what was saved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.labels import caption, stored
from ui.theme.tokens import Space


class Card(QFrame):
    """What it holds is added to `column`."""

    def __init__(self, title: str, about: str = "", parent: QWidget | None = None) -> None:
        """Make the card with its heading."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.status: QLabel = stored("", "fine")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self.column.setSpacing(Space.L)
        # Where the card is given more room than it needs, its parts stay together.
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setSpacing(Space.XS)
        row = QHBoxLayout()
        row.addWidget(caption(title, "heading"))
        row.addStretch()
        row.addWidget(self.status)
        head.addLayout(row)
        if about:
            head.addWidget(stored(about, "fine", wrap=True))
        self.column.addLayout(head)

    def side_by_side(self, *widgets: QWidget) -> None:
        """Add widgets in one row, each with the same room, however long what stands in them is."""
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        for widget in widgets:
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            around = QVBoxLayout()
            around.addWidget(widget)
            around.addStretch()
            row.addLayout(around, stretch=1)
        self.column.addLayout(row)
