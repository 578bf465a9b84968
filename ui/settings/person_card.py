"""Who sits here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.cases.own_details import ChangeOwnDetails, OwnDetails, change_own_details
from app.cases.workers import SetMe, set_me
from db.values.people import Role
from ui.forms.choice_fields import Choice
from ui.forms.text_fields import TextLine
from ui.settings.access_dialog import AccessDialog
from ui.settings.card import Card
from ui.settings.saver import Saver
from ui.unlock.first_run_page import ROLES

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


class PersonCard(Card):
    """Name, unit, task and telephone, and the way to let somebody else sit here."""

    def __init__(self, workplace: Workplace, me: OwnDetails, parent: QWidget | None = None) -> None:
        """Make the card with what stands in the store."""
        super().__init__(self.tr("Hvem er du"), self.tr("Det står på det, du registrerer og udskriver."), parent)
        self._workplace, self._me = workplace, me
        self.name = TextLine(self.tr("Navn"), help_text=self.tr("Som det står i udtrækkene."))
        self.unit = Choice(self.tr("Enhed"), me.units, empty=self.tr("Ingen enhed"))
        self.role = Choice(self.tr("Opgave"), dict(ROLES))
        self.phone = TextLine(self.tr("Telefon"), help_text=self.tr("Kan stå tom."))
        self.other = QPushButton(self.tr("En anden sidder her …"))
        self.side_by_side(self.name, self.phone)
        self.side_by_side(self.unit, self.role)
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addStretch()
        self.column.addLayout(row)
        fields = {"name": self.name, "unit_id": self.unit, "role": self.role, "phone": self.phone}
        self._fill()
        self.saver = Saver(workplace, fields, change_own_details, self._request, self.status)
        self.saver.saved.connect(self._show_in_navigation)
        self.other.clicked.connect(self._ask_who)
        self.other.setVisible(len(me.workers) > 1)

    def _fill(self) -> None:
        self.name.set_value(self._me.name)
        self.unit.set_value(self._me.unit_id if self._me.unit_id in self._me.units else None)
        self.role.set_value(self._me.role)
        self.phone.set_value(self._me.phone or "")

    def _request(self) -> ChangeOwnDetails:
        return ChangeOwnDetails(
            self._me.worker_id,
            self.name.value(),
            self.unit.value(),
            self.role.value() or Role.CASEWORKER,
            self.phone.value() or None,
        )

    def _show_in_navigation(self) -> None:
        unit = self._me.units.get(self.unit.value() or "", "")
        self._workplace.window.navigation.status.show_person(self.name.value(), unit)

    def _ask_who(self) -> None:
        others = {worker: name for worker, name in self._me.workers.items() if worker != self._me.worker_id}
        who = Choice(self.tr("Medarbejder"), others)
        desk = self._workplace.desk
        about = self.tr(
            "Alt, der registreres fra nu af, får den andens navn. Programmet låses og åbner hos den, du vælger. "
            "Adgangssætningen er den samme."
        )
        dialog = AccessDialog(
            self.tr("En anden sidder her"),
            about,
            self.tr("Skift og lås"),
            {"worker_id": who},
            desk.runner,
            lambda: desk.use(set_me, SetMe(who.value() or "")),
            self,
        )
        dialog.saved.connect(lambda _: self._workplace.lock())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
