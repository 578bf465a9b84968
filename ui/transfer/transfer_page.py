"""Overfør: steps through what must also be written in other systems, one entry after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.transfer.choice import Choice, chosen_items, joined
from app.transfer.entry import TransferEntry, open_transfer
from app.transfer.systems import EntryField, the_systems
from app.transfer.waiting import Tick, TransferItem
from db.values.people import ExternalSystem
from ui.lists.row_list import RowList
from ui.operation import Road
from ui.shell.begin_at import begin_at
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.secret_clipboard import SECONDS
from ui.theme.labels import frame
from ui.theme.tokens import Space
from ui.transfer.columns import transfer_columns
from ui.transfer.entry_panel import EntryPanel
from ui.transfer.portal_file import PortalFile
from ui.transfer.reasons import ask_why_not_needed, ask_why_sent_back
from ui.transfer.transfer_desk import TransferDesk, transfer_desk

if TYPE_CHECKING:
    from app.changes import Changes
    from ui.shell.workplace import Workplace

# What changes the words of an entry, and not only where it stands.
_WORDS = frozenset({"talk", "note", "match_assessment", "job_plan", "plan_goal", "plan_step", "placement"})


class TransferPage(QWidget):
    """F2 copies the CPR number, F3 the note, F4 ticks off and goes on. Enter in the list goes to the values."""

    def __init__(self, workplace: Workplace) -> None:
        """Make the page and show what waits."""
        super().__init__()
        self._workplace = workplace
        self._desk: TransferDesk = transfer_desk(workplace)
        self._today = workplace.desk.clock.today()
        self._busy = False
        self._wanted: Callable[[TransferItem], bool] | None = None
        self._file = PortalFile(workplace, self)
        columns = transfer_columns(self._today, done=False)
        self.list = RowList(workplace.theme, self.tr("Det, der venter"), columns, lambda item: item.key)
        self.panel = EntryPanel()
        self.panel.offer_citizen(offered=workplace.shows_citizens())
        self.mine, self.all = self._tab(), self._tab()
        self.waiting, self.done = self._tab(), self._tab()
        self.only_today = QCheckBox(self.tr("Kun dagens"))
        self.system = QComboBox()
        self.system.setAccessibleName(self.tr("System"))
        self.system.addItem(self.tr("Alle systemer"), None)
        for system, name in the_systems().names.items():
            self.system.addItem(name, system)
        self._lay_out()
        self._connect()
        begin_at(self, self.list)
        self._show_items()
        self._desk.read()

    def show_system(self, system: ExternalSystem | None) -> None:
        """Show what waits in one system, or in all."""
        self.waiting.setChecked(True)
        self.system.setCurrentIndex(max(0, self.system.findData(system)))
        self._show_items()

    def show_case(self, case_id: str) -> None:
        """Stand on the citizen's first entry, if there is one."""
        self._go_to(lambda item: item.case_id == case_id)

    def show_subject(self, subject_id: str) -> None:
        """Stand on what was just saved."""
        self.waiting.setChecked(True)
        self.system.setCurrentIndex(0)
        self._show_items()
        self._go_to(lambda item: item.subject_id == subject_id)

    def choice(self) -> Choice:
        """What is chosen above the list."""
        return Choice(
            mine=self.mine.isChecked(),
            system=self._system(),
            only_today=self.only_today.isChecked(),
            done=self.done.isChecked(),
        )

    def _go_to(self, fits: Callable[[TransferItem], bool]) -> None:
        """Stand on the first that fits; what is still being read is waited for."""
        self._wanted = fits
        for number in range(self.list.rows.rowCount()):
            if fits(self.list.rows.row(number)):
                self._wanted = None
                self.list.go_to(number)
                return

    def _system(self) -> ExternalSystem | None:
        # Qt hands a text back where a member of a closed set of texts was put in.
        data = self.system.currentData()
        return None if data is None else ExternalSystem(data)

    def _asked_first(self) -> ExternalSystem | None:
        """The system that the entry is shown for: the chosen one, else the first that waits."""
        item = self.panel.item if self.list.chosen() is None else self.list.chosen()
        if item is None:
            return None
        waiting = [tick.ref.system for tick in item.waiting]
        chosen = self._system()
        return chosen if chosen in waiting else next(iter(waiting), None)

    def _show_items(self) -> None:
        items, choice = self._desk.items, self.choice()
        shown = chosen_items(items, choice)
        counts = {each: len(chosen_items(items, Choice(each, choice.system, choice.only_today, choice.done)))
                  for each in (True, False)}  # fmt: skip
        self.mine.setText(self.tr("Mine {count}").format(count=counts[True]))
        self.all.setText(self.tr("Alle {count}").format(count=counts[False]))
        self.list.show_rows(shown, transfer_columns(self._today, done=choice.done))
        self.list.say_when_empty(self._empty_words(choice))
        if self._wanted is not None:
            self._go_to(self._wanted)

    def _empty_words(self, choice: Choice) -> str:
        if choice.done:
            return self.tr("Intet er sat som overført i de sidste 30 dage.")
        if any(item.waiting for item in self._desk.items):
            return self.tr("Her venter intet. Vælg Alle, et andet system eller alle dage for at se resten.")
        return self.tr("Alt er overført.")

    def _show_item(self, item: TransferItem | None) -> None:
        self.panel.show_item(item, self._asked_first(), self._today)
        if item is not None and self.panel.entry is None:
            self._open(item)

    def _open(self, item: TransferItem) -> None:
        desk = self._workplace.desk
        work = desk.open(lambda work: open_transfer(work, item.case_id, item.subject, item.subject_id))

        def show(entry: TransferEntry) -> None:
            self.panel.show_entry(entry, self._asked_first())

        self._workplace.run(Road.WRITE, work, show, self)

    def _note_changes(self, changes: Changes) -> None:
        item = self.panel.item
        if item is not None and item.case_id in changes.cases and changes.kinds & _WORDS:
            self._open(item)

    def _copy(self, key: EntryField, text: str) -> None:
        item = self.panel.item
        if item is None:
            return
        if key is EntryField.CPR:
            # The number is read and logged where it is asked for, and never shown.
            self._workplace.do(CaseAction.COPY_CPR, Subject((item.case_id,)))
            return
        self._workplace.clipboard.copy(text)
        self._say_copied(self.tr("Kopieret."))

    def _say_copied(self, what: str) -> None:
        gone = self.tr("Det fjernes fra udklipsholderen om {seconds} sekunder.").format(seconds=SECONDS)
        self._workplace.say(f"{what} {gone}")

    def _copy_key(self, *keys: EntryField) -> None:
        """By its key: the first of these that the entry has."""
        for key in keys:
            button = self.panel.values.button(key)
            if button is not None:
                button.click()
                return

    def _mark_next(self) -> None:
        """Tick the system that is asked first, and go on: to its next system, else to the next entry."""
        item, system = self.panel.item, self._asked_first()
        if item is None or system is None:
            return
        self._mark(item, [tick for tick in item.waiting if tick.ref.system is system])

    def _mark(self, item: TransferItem, ticks: list[Tick]) -> None:
        if self._busy or not ticks:
            return
        self._busy = True
        words = self.tr("{citizen} er overført til {system}.").format(
            citizen=item.citizen, system=joined(tick.name for tick in ticks)
        )
        self._desk.mark([tick.ref for tick in ticks], words, self._free)

    def _free(self) -> None:
        self._busy = False
        # A box that was ticked and refused must not stay so.
        if self.panel.item is not None:
            self.panel.show_item(self.panel.item, self._asked_first(), self._today)

    def _go_on(self) -> None:
        """Leave this one for later."""
        row = self.list.currentIndex().row() + 1
        if row < self.list.rows.rowCount():
            self.list.go_to(row)

    def _connect(self) -> None:
        self._desk.items_read.connect(lambda _items: self._show_items())
        self._workplace.desk.runner.changes.changes_made.connect(lambda changes, _by: self._note_changes(changes))
        self.list.row_chosen.connect(self._show_item)
        self.list.entered_row.connect(lambda _row: self.panel.values.take_focus())
        self.panel.copy_wanted.connect(self._copy)
        self.panel.done_wanted.connect(self._mark_next)
        self.panel.next_wanted.connect(self._go_on)
        self.panel.citizen_wanted.connect(self._workplace.show_citizen)
        ticks = self.panel.ticks
        ticks.ticked.connect(lambda tick: self._mark(self.panel.item, [tick]) if self.panel.item else None)
        ticks.unticked.connect(lambda tick: self._desk.take_back([tick.ref]))
        ticks.given_up.connect(lambda tick: ask_why_not_needed(self._workplace, self._desk, self.panel.item, tick))
        ticks.sent_back.connect(lambda tick: ask_why_sent_back(self._workplace, self._desk, self.panel.item, tick))
        for keys, do in (
            ("F2", lambda: self._copy_key(EntryField.CPR)),
            ("F3", lambda: self._copy_key(EntryField.NOTE, EntryField.REASON)),
            ("F4", self._mark_next),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _tab(self) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.clicked.connect(self._show_items)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._workplace.header(self.tr("Overfør")))
        below = QHBoxLayout()
        below.setSpacing(0)
        room = QVBoxLayout()
        room.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        room.setSpacing(Space.M)
        room.addLayout(self._filters())
        card = frame("card")
        inside = QVBoxLayout(card)
        # The card's border and round corners stay free of the list's own ground.
        inside.setContentsMargins(1, 1, 1, Space.S)
        inside.addWidget(self.list)
        room.addWidget(card, stretch=1)
        room.addWidget(self._file)
        below.addLayout(room, stretch=1)
        below.addWidget(self.panel)
        column.addLayout(below, stretch=1)

    def _filters(self) -> QHBoxLayout:
        self.waiting.setText(self.tr("Venter"))
        self.done.setText(self.tr("Overført"))
        self.done.setToolTip(self.tr("Det, der er sat som overført i de sidste 30 dage"))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for pair in ((self.mine, self.all), (self.waiting, self.done)):
            group = QButtonGroup(self)
            for button in pair:
                group.addButton(button)
                row.addWidget(button)
            pair[0].setChecked(True)
            row.addSpacing(Space.S)
        self.system.currentIndexChanged.connect(self._show_items)
        row.addWidget(self.system)
        self.only_today.toggled.connect(self._show_items)
        row.addWidget(self.only_today)
        row.addStretch()
        return row
