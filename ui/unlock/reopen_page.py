"""The lock of the store of invented people: it has no secret, so that a button opens it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme.theme import Theme
from ui.unlock.gate_page import GatePage


class ReopenPage(GatePage):
    """One button."""

    reopen_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page."""
        explanation = (
            "Demoen er låst. Borgerne er opdigtede, så den åbnes uden adgangssætning. "
            "Dit eget lager beder altid om adgangssætningen, når det har været låst."
        )
        super().__init__(theme, "Låst", explanation, parent)
        self._open = QPushButton(self.tr("Åbn igen"))
        self._open.setProperty("role", "primary")
        self._open.setAutoDefault(True)
        self.first_field = self._open
        self.finish()
        self.buttons.addWidget(self._open)
        self.buttons.addStretch()
        self._open.clicked.connect(self._ask)

    def set_busy(self, *, busy: bool) -> None:
        """Let the button be pressed once."""
        self._open.setEnabled(not busy)

    def _ask(self) -> None:
        self.set_busy(busy=True)
        self.reopen_wanted.emit()
