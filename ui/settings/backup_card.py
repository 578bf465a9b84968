"""The backups: how many there are, one more now, and the way back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.last_backup import backup_words, is_old, last_backup
from ui.operation import Road
from ui.settings.access_dialog import AccessDialog
from ui.settings.backup_table import BackupTable
from ui.settings.card import Card
from ui.settings.settings_read import read_backups, saves_after
from ui.theme.tokens import Space

if TYPE_CHECKING:
    from db.store.backup import Backup
    from ui.settings.backup_text import BackupRow
    from ui.shell.workplace import Workplace


class BackupCard(Card):
    """The list is read again whenever the page is shown."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Make the card; `read` fills it."""
        about = self.tr(
            "Der laves en hver dag, og de syv nyeste gemmes. Hver er krypteret og åbnet for at se, at den holder."
        )
        super().__init__(self.tr("Sikkerhedskopier"), about, parent)
        self._workplace = workplace
        self.table = BackupTable()
        self.make, self.restore = QPushButton(self.tr("Lav en sikkerhedskopi nu")), QPushButton(self.tr("Gendan …"))
        self.column.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.make)
        row.addWidget(self.restore)
        row.addStretch()
        self.column.addLayout(row)
        self.restore.setEnabled(False)
        self.make.clicked.connect(self._make)
        self.restore.clicked.connect(self._count)
        self.table.selectionModel().selectionChanged.connect(
            lambda: self.restore.setEnabled(self.table.chosen() is not None)
        )

    def read(self) -> None:
        """Read what there is."""
        store, today = self._workplace.desk.store, self._workplace.desk.clock.today()
        self._workplace.run(Road.READ, lambda: read_backups(store, today), self._show, self)

    def _show(self, rows: tuple[BackupRow, ...]) -> None:
        self.table.show_rows(rows)
        self.restore.setEnabled(False)

    def _make(self) -> None:
        desk = self._workplace.desk
        store, clock = desk.store, desk.clock
        self.make.setEnabled(False)
        self.status.setText(self.tr("Laver en sikkerhedskopi …"))

        def work() -> Backup:
            from app.clock import danish_time
            from db.store.backup import back_up, label_of

            store.claim()
            return back_up(store, label=label_of(clock.today(), clock.now().astimezone(danish_time()).time()))

        self._workplace.run(Road.WRITE, work, self._made, self, self._ready)

    def _ready(self) -> None:
        self.make.setEnabled(True)
        self.status.setText("")

    def _made(self, _backup: Backup) -> None:
        self._workplace.say(self.tr("Sikkerhedskopien er lavet og efterset."))
        self.read()
        store, today = self._workplace.desk.store, self._workplace.desk.clock.today()
        status = self._workplace.window.navigation.status
        self._workplace.run(
            Road.READ,
            lambda: last_backup(store.directory),
            lambda found: status.show_backup(backup_words(found, today), old=is_old(found, today)),
            self,
        )

    def _count(self) -> None:
        """See first what would be lost."""
        row, store = self.table.chosen(), self._workplace.desk.store
        if row is not None:
            self._workplace.run(Road.READ, lambda: saves_after(store, row), lambda saves: self._ask(row, saves), self)

    def _ask(self, row: BackupRow, saves: int | None) -> None:
        dialog = restore_dialog(self._workplace, row, saves, self)
        dialog.saved.connect(lambda _: self._workplace.restore_wanted.emit(row.backup))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def restore_dialog(workplace: Workplace, row: BackupRow, saves: int | None, parent: QWidget) -> AccessDialog:
    """Say what will be lost and what is kept."""
    if saves is None:
        lost = "Det, der er registreret efter kopien, er ikke med i den og forsvinder fra dit lager."
    elif saves == 0:
        lost = "Der er ikke gemt noget, siden kopien blev lavet."
    else:
        times = "én gang" if saves == 1 else f"{saves} gange"
        lost = f"Der er gemt {times}, siden kopien blev lavet. Det forsvinder fra dit lager."
    about = (
        f"Kopi: {row.line}. {lost}\n\nKopien efterses først. Holder den ikke, sker der ikke noget. Det nuværende lager "
        "lægges til side som en sikkerhedskopi »før en gendannelse«, så du kan komme tilbage. Bagefter starter "
        "programmet forfra."
    )
    return AccessDialog(
        "Gendan sikkerhedskopi", about, "Gendan og start igen", {}, workplace.desk.runner, lambda: _nothing, parent
    )


def _nothing() -> None:
    """Only the frame can do it, once the form is closed."""
