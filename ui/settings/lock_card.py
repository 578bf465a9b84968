"""When the program locks, and the ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from app.cases.screen_settings import LONGEST_IDLE_MINUTES, SetIdleMinutes, set_idle_minutes
from ui.forms.number_field import NumberField
from ui.operation import Road
from ui.settings.access_dialog import AccessDialog
from ui.settings.access_forms import change_passphrase_form, keyring_form, new_code_form
from ui.settings.card import Card
from ui.settings.saver import Saver
from ui.theme.labels import stored
from ui.theme.tokens import Space

if TYPE_CHECKING:
    from db.store.access import Renewed
    from ui.settings.settings_read import SettingsRead
    from ui.shell.workplace import Workplace


class LockCard(Card):
    """The lock after a while, the keyring, and passphrase and recovery code behind a form each."""

    def __init__(self, workplace: Workplace, read: SettingsRead, parent: QWidget | None = None) -> None:
        """Make the card with what stands in the store and its key file."""
        about = self.tr("Ctrl+L låser med det samme. Programmet låser også, når maskinen har sovet.")
        super().__init__(self.tr("Lås og adgang"), about, parent)
        self._workplace = workplace
        self._whose = read.me.name if read.me else ""
        self.minutes = NumberField(
            self.tr("Lås, når programmet ikke har været brugt i"),
            unit=self.tr("minutter"),
            largest=LONGEST_IDLE_MINUTES,
        )
        self.minutes.set_value(read.settings.idle_minutes)
        self.keyring = QCheckBox(self.tr("Maskinens nøglering åbner lageret, når programmet startes"))
        self.keyring.setChecked(read.keyring is True)
        self.keyring.setEnabled(read.keyring is not None)
        self.change, self.code = (
            QPushButton(self.tr("Skift adgangssætning …")),
            QPushButton(self.tr("Ny gendannelseskode …")),
        )
        self.column.addWidget(self.minutes)
        self.column.addWidget(self.keyring)
        self.column.addWidget(
            stored(self.tr("Efter en lås skal adgangssætningen altid skrives, også med nøglering."), "fine", wrap=True)
        )
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.change)
        row.addWidget(self.code)
        row.addStretch()
        self.column.addLayout(row)
        self.saver = Saver(
            workplace,
            {"idle_minutes": self.minutes},
            set_idle_minutes,
            lambda: SetIdleMinutes(self.minutes.whole()),
            self.status,
        )
        self.change.clicked.connect(self._change_passphrase)
        self.code.clicked.connect(self._new_code)
        self.keyring.clicked.connect(self._turn_keyring)

    def _change_passphrase(self) -> None:
        if not self._is_public():
            self._open(change_passphrase_form(self._workplace, self), self._say_changed)

    def _new_code(self) -> None:
        if not self._is_public():
            self._open(new_code_form(self._workplace, self), self._show_code)

    def _turn_keyring(self, on: bool) -> None:  # noqa: FBT001 - carried by a signal.
        if self._is_public():
            self.keyring.setChecked(not on)
        elif on:
            # It is on when the passphrase was right, and not before.
            self.keyring.setChecked(False)
            self._open(keyring_form(self._workplace, self), self._say_keyring)
        else:
            from db.store.access import ask_always

            store = self._workplace.desk.store
            # It is off when that stands in the key file, and not before.
            self.keyring.setChecked(True)
            self._workplace.run(Road.WRITE, lambda: ask_always(store), self._say_asked_always, self)

    def _open(self, dialog: AccessDialog, done: object) -> None:
        dialog.saved.connect(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _is_public(self) -> bool:
        """The store of invented people must open for everybody."""
        if self._workplace.demo:
            self._workplace.warn(self.tr("Demoens adgangssætning er offentlig og kan ikke ændres."))
        return self._workplace.demo

    def _say_changed(self, renewed: Renewed) -> None:
        self._workplace.say(self.tr("Adgangssætningen er skiftet."))
        self._warn_of_backups(renewed)

    def _show_code(self, renewed: Renewed) -> None:
        from ui.settings.code_dialog import CodeDialog

        self._warn_of_backups(renewed)
        today = self._workplace.desk.clock.today()
        dialog = CodeDialog(renewed.recovery_code or "", self._whose, today, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say_keyring(self, renewed: Renewed) -> None:
        self.keyring.setChecked(True)
        self._workplace.say(self.tr("Nøgleringen åbner lageret, når programmet startes."))
        self._warn_of_backups(renewed)

    def _say_asked_always(self, renewed: Renewed) -> None:
        self.keyring.setChecked(False)
        self._workplace.say(self.tr("Adgangssætningen skal nu skrives, hver gang programmet startes."))
        self._warn_of_backups(renewed)

    def _warn_of_backups(self, renewed: Renewed) -> None:
        if not renewed.in_backups:
            text = self.tr("Sikkerhedskopierne har stadig den gamle adgang. De følger med, næste gang der laves en.")
            self._workplace.warn(text)
