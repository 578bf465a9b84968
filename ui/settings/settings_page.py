"""Indstillinger: who sits here, how the program looks, when it locks, and the backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.operation import Road
from ui.settings.backup_card import BackupCard
from ui.settings.lock_card import LockCard
from ui.settings.person_card import PersonCard
from ui.settings.settings_read import SettingsRead, read_settings
from ui.settings.work_card import WorkCard
from ui.shell.begin_at import begin_at
from ui.theme.tokens import Space

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


class SettingsPage(QWidget):
    """Two columns of cards. Everything is saved as it is changed."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Make the page and read what it shows."""
        super().__init__(parent)
        self._workplace = workplace
        self._passphrase_wanted = False
        self.person: PersonCard | None = None
        self.work: WorkCard | None = None
        self.lock: LockCard | None = None
        self.backups: BackupCard | None = None
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self.area = QScrollArea()
        self._lay_out()
        store = workplace.desk.store
        workplace.run(Road.READ, lambda: read_settings(store), self._show, self)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the backups again: one may have been made meanwhile."""
        super().showEvent(event)
        if self.backups is not None:
            self.backups.read()

    def change_passphrase(self) -> None:
        """Open that form."""
        if self.lock is None:
            self._passphrase_wanted = True
        else:
            self.lock.change.click()

    def _show(self, read: SettingsRead) -> None:
        """Put the cards in, in the order in which Tab goes through them."""
        if read.me is not None:
            self.person = PersonCard(self._workplace, read.me)
            self._left.addWidget(self.person)
        self.work = WorkCard(self._workplace, read)
        self._left.addWidget(self.work)
        self.lock = LockCard(self._workplace, read)
        self._right.addWidget(self.lock)
        self.backups = BackupCard(self._workplace)
        self._right.addWidget(self.backups)
        for side in (self._left, self._right):
            side.addStretch(1)
        self.backups.read()
        if self._passphrase_wanted:
            self.lock.change.click()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._workplace.header(self.tr("Indstillinger")))
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        row.setSpacing(Space.L)
        for side in (self._left, self._right):
            side.setSpacing(Space.L)
            row.addLayout(side, stretch=1)
        self.area.setWidgetResizable(True)
        # Where one comes in: the arrow keys scroll, and nothing is typed into somebody's name by mistake.
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("Indstillinger"))
        begin_at(self, self.area)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        column.addWidget(self.area, stretch=1)
