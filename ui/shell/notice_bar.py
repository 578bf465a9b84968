"""A line above the page: what does not work, what still works, and what to do. It can be put away."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.theme.labels import caption, restyle
from ui.theme.tokens import Space, Tone


class NoticeBar(QFrame):
    """Shows the newest notice until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._text = caption("", wrap=True)
        self._close = QPushButton(self.tr("Luk"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        row.addWidget(self._text, stretch=1)
        row.addWidget(self._close)
        self.hide()

    def show_text(self, text: str, tone: Tone) -> None:
        """Show a notice; it takes the place of the one before."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setProperty("tone", tone.value)
        restyle(self)
        restyle(self._text)
        self.show()

    def text(self) -> str:
        """What is shown, empty when nothing is."""
        return "" if self.isHidden() else self._text.text()
