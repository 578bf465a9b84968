"""The letter beside the form that makes it, as it would be printed now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.talks.letter_preview import Preview
from ui.shell.scrolled import scrolled
from ui.talks.paper_view import PaperView
from ui.theme.labels import caption, stored
from ui.theme.tokens import Size, Space


class LetterPreview(QFrame):
    """Shows sheets, and above them what stands in the way of printing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(Size.LETTER_PREVIEW)
        self.paper = PaperView()
        self._problem = stored("", "wrong", wrap=True)
        self._problem.hide()
        self._none = stored(self.tr("Der skrives intet brev."), "muted", wrap=True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(caption(self.tr("Brevet"), "strong"))
        column.addWidget(self._problem)
        column.addWidget(self._none)
        column.addWidget(self.paper)
        column.addStretch()
        scroll = scrolled(page)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.show_preview(Preview(()))

    def show_preview(self, preview: Preview) -> None:
        """Show a letter, or that there is none."""
        self.paper.show_sheets(preview.sheets)
        self.paper.setVisible(bool(preview.sheets))
        self._problem.setText(preview.problem or "")
        self._problem.setVisible(preview.problem is not None)
        self._none.setVisible(not preview.sheets and preview.problem is None)

    def problem(self) -> str:
        """What is said above the sheets."""
        return self._problem.text()
