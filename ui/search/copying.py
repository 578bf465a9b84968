"""Kopiér CPR and Kopiér notat: one thing to the clipboard, logged, and gone again after half a minute."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.cases.copying import copy_cpr, copy_note
from ui.operation import Road
from ui.shell.secret_clipboard import SECONDS

if TYPE_CHECKING:
    from app.work import Work
    from ui.shell.offer import Subject
    from ui.shell.workplace import Workplace


class Copying(QObject):
    """Does it at one workplace."""

    def __init__(self, workplace: Workplace) -> None:
        """Copy what belongs to this workplace's citizens."""
        super().__init__(workplace)
        self._workplace = workplace

    def copy_cpr(self, subject: Subject) -> None:
        """Copy a citizen's number."""
        said = self.tr("CPR-nummeret er kopieret. Det fjernes fra udklipsholderen om {seconds} sekunder.")
        self._copy(lambda work: copy_cpr(work, subject.case_id), said)

    def copy_note(self, subject: Subject) -> None:
        """Copy the newest note, or the one that the subject is about."""
        said = self.tr("Notatet er kopieret. Det fjernes fra udklipsholderen om {seconds} sekunder.")
        self._copy(lambda work: copy_note(work, subject.case_id, subject.about_id), said)

    def copy_cpr_of_current(self) -> None:
        """Copy the number of the citizen in front."""
        from ui.shell.offer import Subject

        case_id = self._workplace.current_case
        if case_id is None:
            self._workplace.warn(self.tr("Vælg en borger først."))
        else:
            self.copy_cpr(Subject((case_id,)))

    def _copy(self, read: Callable[[Work], str], said: str) -> None:
        def copied(text: str) -> None:
            self._workplace.clipboard.copy(text)
            self._workplace.say(said.format(seconds=SECONDS))

        desk = self._workplace.desk
        self._workplace.run(Road.WRITE, desk.open(read), copied, self)
