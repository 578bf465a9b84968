"""What stands in the place of the list when it has no row: why, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.queue.filters import Whose
from ui.theme.labels import caption
from ui.theme.tokens import Space


class EmptyList(QWidget):
    """`import_wanted` and `all_wanted` come from its two buttons; which of them is shown goes by what is missing."""

    import_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it without words."""
        super().__init__(parent)
        self.text = caption("", "muted")
        self._import = QPushButton(self.tr("Indlæs en fil …"))
        self._clear = QPushButton(self.tr("Ryd filtre"))
        self._import.clicked.connect(self.import_wanted)
        self._clear.clicked.connect(self.all_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(Space.L)
        column.addStretch()
        for each in (self.text, self._import, self._clear):
            column.addWidget(each, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def say_why(self, whose: Whose, *, any_at_all: bool, any_in_scope: bool, filtered: bool) -> None:
        """Say which choice left no row: `any_at_all` in the store, `any_in_scope` of another kind."""
        self._import.setVisible(not any_at_all)
        self._clear.setVisible(any_at_all and filtered)
        if not any_at_all:
            words = self.tr("Køen er tom. Den regnes ud af borgere, samtaler og planer, som kan indlæses fra en fil.")
        elif any_in_scope:
            words = self.tr("Der er ikke flere af den slags. Vælg Alle for at se resten.")
        elif filtered:
            words = self.tr("Ingen rækker svarer til filtrene.")
        elif whose is Whose.UNASSIGNED:
            words = self.tr("Alle borgere med en frist har en tovholder.")
        else:
            words = self.tr("Der er ingen frister i din kø.")
        self.text.setText(words)
