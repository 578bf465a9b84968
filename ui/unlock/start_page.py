"""Where there is no store yet: make one, or look at the program with invented people."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.theme.labels import stored
from ui.theme.theme import Theme
from ui.unlock.gate_page import NOT_THE_RECORD, GatePage


class StartPage(GatePage):
    """The three ways in."""

    new_store_wanted = Signal()
    demo_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page."""
        explanation = (
            "Tovholder holder styr på, hvad der forfalder for dine borgere, og hvorfor. Alt ligger krypteret på denne "
            "maskine og virker uden net."
        )
        super().__init__(theme, "Velkommen", explanation, parent)
        self._new = QPushButton(self.tr("Opret dit lager"))
        self._new.setProperty("role", "primary")
        self._demo = QPushButton(self.tr("Prøv med opdigtede borgere"))
        self._restore = QPushButton(self.tr("Gendan fra sikkerhedskopi"))
        self._restore.setProperty("role", "link")
        self.first_field = self._new
        self.column.addWidget(stored(NOT_THE_RECORD, "strong", wrap=True))
        self.finish()
        self.buttons.addWidget(self._new)
        self.buttons.addWidget(self._demo)
        self.buttons.addStretch()
        below = QHBoxLayout()
        below.addWidget(self._restore)
        below.addStretch()
        self.column.addLayout(below)
        self._new.clicked.connect(self.new_store_wanted)
        self._demo.clicked.connect(self._ask_for_demo)
        self._restore.clicked.connect(self.restore_wanted)

    def _ask_for_demo(self) -> None:
        self.set_busy(busy=True)
        self.demo_wanted.emit()

    def set_busy(self, *, busy: bool) -> None:
        """Say that the invented people are being made."""
        self._new.setEnabled(not busy)
        self._demo.setEnabled(not busy)
        self._restore.setEnabled(not busy)
        self._demo.setText(self.tr("Opretter opdigtede borgere …") if busy else self.tr("Prøv med opdigtede borgere"))
