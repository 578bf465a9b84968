"""A new passphrase for one who came in by the recovery code, because the old one is forgotten."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.theme.theme import Theme
from ui.unlock.gate_page import GatePage


class NewPassphrasePage(GatePage):
    """Hands on the new passphrase once it was typed twice. `put_off` goes in without one."""

    passphrase_chosen = Signal(str)
    put_off = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page."""
        explanation = (
            "Lageret er låst op med gendannelseskoden. Vælg den adgangssætning, du vil bruge fra nu af. Den gamle "
            "holder op med at virke; koden på papir gælder stadig."
        )
        super().__init__(theme, "Vælg en ny adgangssætning", explanation, parent)
        self._new, self._repeated = QLineEdit(), QLineEdit()
        for each in (self._new, self._repeated):
            each.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field("new", self.tr("Ny adgangssætning, mindst 12 tegn"), self._new)
        self.add_field("repeated", self.tr("Gentag adgangssætningen"), self._repeated)
        self._keep = QPushButton(self.tr("Gem og åbn"))
        self._keep.setProperty("role", "primary")
        self._later = QPushButton(self.tr("Åbn uden at skifte"))
        self._later.setProperty("role", "link")
        self.finish()
        self.buttons.addWidget(self._keep)
        self.buttons.addStretch()
        self.buttons.addWidget(self._later)
        self._keep.clicked.connect(self._submit)
        self._new.returnPressed.connect(self._repeated.setFocus)
        self._repeated.returnPressed.connect(self._submit)
        self._later.clicked.connect(self.put_off)

    def set_busy(self, *, busy: bool) -> None:
        """Say that it is being saved."""
        for each in (self._new, self._repeated, self._keep, self._later):
            each.setEnabled(not busy)
        self._keep.setText(self.tr("Gemmer …") if busy else self.tr("Gem og åbn"))

    def _submit(self) -> None:
        if self._new.text() != self._repeated.text():
            self.show_wrong("repeated", self.tr("De to adgangssætninger er ikke ens. Skriv den samme begge steder."))
            return
        self.clear_wrong()
        self.set_busy(busy=True)
        self.passphrase_chosen.emit(self._new.text())
