"""Brings a store back from a backup: on a new machine, or where the present one does not open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton

from db.errors import Refused
from ui.theme.theme import Theme
from ui.unlock.gate_page import GatePage

if TYPE_CHECKING:
    from ui.settings.backup_text import BackupRow


class RestorePage(GatePage):
    """A folder, one of the backups in it, and the passphrase or the code that opens it.

    `folder_chosen` carries a path, and what is found there comes back by `show_backups`. `submitted` carries the
    backup, the secret, and whether that is the recovery code.
    """

    folder_chosen = Signal(object)
    submitted = Signal(object, str, bool)
    cancelled = Signal()

    def __init__(self, theme: Theme, *, why: str | None = None, can_go_back: bool = True) -> None:
        """Make the page. `why` says why only a backup helps; one cannot go back then."""
        asked = (
            "Vælg mappen med sikkerhedskopien, og lås den op med dens adgangssætning eller gendannelseskode. Kopien "
            "åbnes og efterses først. Ligger der et lager på maskinen, bliver det lagt til side og ikke slettet."
        )
        super().__init__(theme, "Gendan fra sikkerhedskopi", f"{why} {asked}" if why else asked)
        self._found: tuple[BackupRow, ...] = ()
        self._by_code = False
        self._folder, self._backup = QLineEdit(), QComboBox()
        self._folder.setReadOnly(True)
        self._folder.setPlaceholderText(self.tr("Ingen mappe er valgt"))
        self._choose = QPushButton(self.tr("Vælg mappe …"))
        self._secret, self._code = QLineEdit(), QLineEdit()
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.add_field("folder", self.tr("Mappe"), self._folder, beside=self._choose)
        self.add_field("backup", self.tr("Sikkerhedskopi"), self._backup)
        self.add_field("passphrase", self.tr("Adgangssætning"), self._secret)
        self.add_field("recovery_code", self.tr("Gendannelseskode"), self._code)
        self.first_field = self._choose
        self._restore = QPushButton(self.tr("Gendan"))
        self._restore.setProperty("role", "primary")
        self._back = QPushButton(self.tr("Tilbage") if can_go_back else self.tr("Luk"))
        self._other = QPushButton()
        self._other.setProperty("role", "link")
        self.finish()
        for each in (self._restore, self._back):
            self.buttons.addWidget(each)
        self.buttons.addStretch()
        self.buttons.addWidget(self._other)
        self._choose.clicked.connect(self._choose_folder)
        self._restore.clicked.connect(self._submit)
        self._secret.returnPressed.connect(self._submit)
        self._code.returnPressed.connect(self._submit)
        self._back.clicked.connect(self.cancelled)
        self._other.clicked.connect(self._change_way)
        self.show_field("backup", shown=False)
        self._show_way()

    def show_backups(self, folder: Path, found: tuple[BackupRow, ...]) -> None:
        """Let one of them be chosen; the newest is."""
        self.set_busy(busy=False)
        self.clear_wrong()
        self._found = found
        self._folder.setText(str(folder))
        self._backup.clear()
        self._backup.addItems([row.line for row in found])
        self.show_field("backup", shown=bool(found))
        (self._code if self._by_code else self._secret).setFocus()

    def show_refused(self, refused: Refused) -> None:
        """Show what was wrong at its field."""
        if refused.field == "folder":
            self._found = ()
            self.show_field("backup", shown=False)
        super().show_refused(refused)

    def set_busy(self, *, busy: bool) -> None:
        """Say that the backup is being looked through."""
        fields = (self._choose, self._backup, self._secret, self._code, self._restore, self._back, self._other)
        for each in fields:
            each.setEnabled(not busy)
        self._restore.setText(self.tr("Gendanner …") if busy else self.tr("Gendan"))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Vælg mappen med sikkerhedskopien"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.folder_chosen.emit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _submit(self) -> None:
        secret = (self._code if self._by_code else self._secret).text()
        if not self._found:
            self.show_wrong("folder", self.tr("Vælg mappen med sikkerhedskopien først."))
        elif not secret:
            missing = self.tr("Skriv gendannelseskoden.") if self._by_code else self.tr("Skriv adgangssætningen.")
            self.show_wrong("recovery_code" if self._by_code else "passphrase", missing)
        else:
            self.clear_wrong()
            self.set_busy(busy=True)
            self.submitted.emit(self._found[self._backup.currentIndex()].backup, secret, self._by_code)

    def _change_way(self) -> None:
        self._by_code = not self._by_code
        self._show_way()
        (self._code if self._by_code else self._secret).setFocus()

    def _show_way(self) -> None:
        self.clear_wrong()
        self.show_field("passphrase", shown=not self._by_code)
        self.show_field("recovery_code", shown=self._by_code)
        self._other.setText(
            self.tr("Brug adgangssætningen") if self._by_code else self.tr("Glemt? Brug gendannelseskoden")
        )
