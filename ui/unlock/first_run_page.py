"""Makes the first store: who sits here, where, and the passphrase that opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from db.values.people import Role
from ui.new_store import NewStore, UnitChoice
from ui.theme.labels import stored
from ui.theme.theme import Theme
from ui.unlock.gate_page import NOT_THE_RECORD, GatePage

ROLES: Final[dict[Role, str]] = {
    Role.CASEWORKER: "Sagsbehandler",
    Role.LEADER: "Teamleder",
    Role.JOB_PATROL: "Jobpatrulje",
    Role.DELEGATED_REGISTRAR: "Registrerer for andre",
}


class FirstRunPage(GatePage):
    """Reads its fields into a `NewStore`; whether they will do is decided where the store is made."""

    submitted = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme, units: Sequence[UnitChoice], parent: QWidget | None = None) -> None:
        """Make the page with the units to choose from."""
        explanation = "Navn og enhed står på det, du registrerer. Adgangssætningen åbner lageret på denne maskine."
        super().__init__(theme, "Opret dit lager", explanation, parent)
        self._name, self._unit, self._role = QLineEdit(), QComboBox(), QComboBox()
        self._passphrase, self._repeated = _secret(), _secret()
        for unit in units:
            self._unit.addItem(unit.name, unit.id)
        for role, word in ROLES.items():
            self._role.addItem(word, role)
        self.add_field("name", self.tr("Dit navn"), self._name)
        self.add_field("unit_id", self.tr("Enhed"), self._unit)
        self.add_field("role", self.tr("Opgave"), self._role)
        self.add_field("passphrase", self.tr("Adgangssætning, mindst 12 tegn"), self._passphrase)
        self.add_field("repeated", self.tr("Gentag adgangssætningen"), self._repeated)
        self.column.addWidget(stored(NOT_THE_RECORD, "strong", wrap=True))
        self._create = QPushButton(self.tr("Opret lager"))
        self._create.setProperty("role", "primary")
        self._back = QPushButton(self.tr("Tilbage"))
        self.finish()
        self.buttons.addWidget(self._create)
        self.buttons.addWidget(self._back)
        self.buttons.addStretch()
        self._create.clicked.connect(self._submit)
        self._repeated.returnPressed.connect(self._submit)
        self._back.clicked.connect(self.cancelled)

    def set_busy(self, *, busy: bool) -> None:
        """Say that the store is being made."""
        for each in (self._name, self._unit, self._role, self._passphrase, self._repeated, self._create, self._back):
            each.setEnabled(not busy)
        self._create.setText(self.tr("Opretter …") if busy else self.tr("Opret lager"))

    def _submit(self) -> None:
        if not self._name.text().strip():
            self.show_wrong("name", self.tr("Skriv dit navn."))
        elif self._passphrase.text() != self._repeated.text():
            self.show_wrong("repeated", self.tr("De to adgangssætninger er ikke ens. Skriv den samme begge steder."))
        else:
            self.clear_wrong()
            self.set_busy(busy=True)
            self.submitted.emit(self._request())

    def _request(self) -> NewStore:
        return NewStore(
            name=self._name.text().strip(),
            unit_id=str(self._unit.currentData()),
            role=Role(self._role.currentData()),
            passphrase=self._passphrase.text(),
        )


def _secret() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
