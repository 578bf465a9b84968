"""A line above the list that says what was done, with a way to undo it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.theme.labels import restyle, stored
from ui.theme.tokens import Space, Tone


class DoneNotice(QFrame):
    """Shows the newest until it is closed, undone or followed by another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden line."""
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._text = stored("", wrap=True)
        self._undo: Callable[[], None] | None = None
        self.undo = QPushButton(self.tr("Fortryd"))
        self._close = QPushButton(self.tr("Luk"))
        self.undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._text, stretch=1)
        row.addWidget(self.undo)
        row.addWidget(self._close)
        self.hide()

    def say(self, text: str, undo: Callable[[], None] | None = None, tone: Tone = Tone.BLUE) -> None:
        """Show what was done, and offer to take it back where that can be done."""
        self._text.setText(text)
        self._undo = undo
        self.setAccessibleName(text)
        self.undo.setAccessibleName(self.tr("Fortryd: {text}").format(text=text))
        self.undo.setVisible(undo is not None)
        self.setProperty("tone", tone.value)
        restyle(self)
        restyle(self._text)
        self.show()

    def warn(self, text: str) -> None:
        """Say what could not be done."""
        self.say(text, tone=Tone.AMBER)

    def say_broken(self, text: str) -> None:
        """Say that it was the program's own fault."""
        self.say(text, tone=Tone.RED)

    def text(self) -> str:
        """What is shown, empty when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def _take_back(self) -> None:
        undo = self._undo
        self.hide()
        if undo is not None:
            undo()
