"""The two menus at the top of the list: what is begun without a row, and the list on paper or in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QPushButton

from ui.desk import Desk
from ui.shell.case_action import CaseAction

if TYPE_CHECKING:
    from ui.queue.queue_page import QueuePage


class HeaderMenus(QObject):
    """Each entry has a key of its own, so that nothing here needs the mouse."""

    def __init__(self, page: QueuePage, desk: Desk, offers: frozenset[CaseAction]) -> None:
        """Make both menus."""
        super().__init__(page)
        self._page, self._desk = page, desk
        self.new = self._button(self.tr("Nyt"), self.tr("Begynd noget nyt"))
        self.list = self._button(self.tr("Liste"), self.tr("Udskriv eller eksportér listen"))
        begin = QMenu(self.new)
        begin.addAction(self.tr("Egen påmindelse …"), "Ctrl+Shift+P", page.remind)
        if CaseAction.PHONE_NOTE in offers:
            begin.addAction(self.tr("Telefonnotat …"), "Ctrl+Shift+T", self.write_phone_note)
        self.new.setMenu(begin)
        out = QMenu(self.list)
        out.addAction(self.tr("Udskriv liste …"), "Ctrl+P", self.print)
        out.addAction(self.tr("Eksportér …"), "Ctrl+E", self.export)
        out.addSeparator()
        out.addAction(self.tr("Vælg alle viste"), page.view.mark_all)
        self.list.setMenu(out)
        # A menu's keys work only while it belongs to what is shown.
        for menu in (begin, out):
            page.addActions(menu.actions())

    def buttons(self) -> tuple[QPushButton, ...]:
        """Both, from left to right."""
        return self.new, self.list

    def print(self) -> None:
        """Print what is shown."""
        if self._page.out is not None:
            self._page.out.print(self._page.printed())

    def export(self) -> None:
        """Write what is shown into a file."""
        if self._page.out is not None:
            self._page.out.export(self._page.view.items())

    def write_phone_note(self) -> None:
        """Ask who called, and open the note."""
        from ui.shell.citizen_picker import pick_citizen

        def write(case_id: str) -> None:
            self._page.actions_on_many.emit(CaseAction.PHONE_NOTE, (case_id,))

        pick_citizen(self._desk, self.tr("Telefonnotat: hvem drejer det sig om?"), self._page, write)

    def _button(self, words: str, heard: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "menu")
        button.setAccessibleName(heard)
        return button
