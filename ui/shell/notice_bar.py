"""A line above the page: what does not work, what still works, and what to do. It can be put away."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.theme.labels import caption, restyle
from ui.theme.tokens import Space, Tone


class Way(NamedTuple):
    """Somewhere to go from a notice: what stands on the button, and what it does."""

    words: str
    go: Callable[[], None]


class NoticeBar(QFrame):
    """Shows the newest notice until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._text = caption("", wrap=True)
        self._back: Callable[[], None] | None = None
        self._on: Way | None = None
        self._way = QPushButton()
        self._way.hide()
        self._way.clicked.connect(self._go_on)
        self._undo = QPushButton(self.tr("Fortryd"))
        self._undo.hide()
        self._undo.clicked.connect(self._go_back)
        self._close = QPushButton(self.tr("Luk"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        row.addWidget(self._text, stretch=1)
        row.addWidget(self._way)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self.hide()

    def show_text(self, text: str, tone: Tone, undo: Callable[[], None] | None = None, way: Way | None = None) -> None:
        """Show a notice, with a way back and a way on where there are; it takes the place of the one before."""
        self._back, self._on = undo, way
        self._way.setText(way.words if way else "")
        self._way.setVisible(way is not None)
        self._undo.setVisible(undo is not None)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setProperty("tone", tone.value)
        restyle(self)
        restyle(self._text)
        self.show()

    def text(self) -> str:
        """What is shown, empty when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def _go_on(self) -> None:
        way, self._on = self._on, None
        self.hide()
        if way is not None:
            way.go()

    def _go_back(self) -> None:
        back, self._back = self._back, None
        self.hide()
        if back is not None:
            back()
