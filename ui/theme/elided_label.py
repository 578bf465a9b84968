"""A label on one line that gives way: what does not fit ends in three dots, and the whole stands in its tip."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """For names of any length: a screen reader hears all of it."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        """Make an empty label."""
        super().__init__(parent)
        self._full = ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show a text from the store."""
        self._full = text
        self.setAccessibleName(text)
        self.setMaximumWidth(self._wanted())
        self.updateGeometry()
        self._elide()

    def full_text(self) -> str:
        """The whole text."""
        return self._full

    def sizeHint(self) -> QSize:
        """Room for a few letters: it is content with little, and grows to the whole where there is room."""
        few = self.fontMetrics().horizontalAdvance("Navnet …")
        return QSize(min(few, self._wanted()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure it anew in another font, which a style sheet gives it late."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.setMaximumWidth(self._wanted())
            self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut it anew."""
        super().resizeEvent(event)
        self._elide()

    def _wanted(self) -> int:
        """Room for all of it."""
        return self.fontMetrics().horizontalAdvance(self._full) + 2

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        if shown != self.text():
            self.setText(shown)
        # As markup on purpose and escaped: Qt would guess whether a plain text is markup.
        self.setToolTip("" if shown == self._full else f"<p>{escape(self._full)}</p>")
