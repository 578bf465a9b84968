"""The entry at the right: whom and what it is about, where it goes, and every value ready to be copied."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.transfer.entry import TransferEntry
from app.transfer.systems import EntryField, the_systems
from app.transfer.waiting import TransferItem
from db.values.people import ExternalSystem
from ui.danish_dates import age, full_date, near_date
from ui.shell.scrolled import scrolled
from ui.theme.labels import breakable, frame, stored
from ui.theme.tokens import Size, Space
from ui.transfer.tick_rows import TickRows
from ui.transfer.value_rows import ValueRows

_HIDDEN = "····"


class EntryPanel(QFrame):
    """`copy_wanted` carries the field and its text, which is empty for the CPR number."""

    copy_wanted = Signal(object, str)
    done_wanted = Signal()
    next_wanted = Signal()
    citizen_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(Size.TRANSFER_PANEL)
        self.setAccessibleName(self.tr("Overførsel"))
        self.item: TransferItem | None = None
        self.entry: TransferEntry | None = None
        self.ticks, self.values = TickRows(), ValueRows()
        self._name, self._born = stored("", "heading", wrap=True), stored("", "muted")
        self._what, self._order = stored("", "strong", wrap=True), stored("", "fine", wrap=True)
        self._nothing = stored(self.tr("Vælg en linje for at se, hvad der skal skrives."), "muted", wrap=True)
        self.done = QPushButton()
        self.done.setProperty("role", "primary")
        self._next = QPushButton(self.tr("Næste"))
        self._open = QPushButton(self.tr("Åbn sag"))
        self._body, self._foot = QWidget(), frame("foot")
        self._lay_out()
        self.values.copy_wanted.connect(self._copy)
        self.done.clicked.connect(self.done_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._open.clicked.connect(self._open_citizen)
        self.show_item(None, None, date.min)

    def offer_citizen(self, *, offered: bool) -> None:
        """Show the way to the citizen's page, where there is one."""
        self._open.setVisible(offered)

    def show_item(self, item: TransferItem | None, system: ExternalSystem | None, today: date) -> None:
        """Show whom and where; the values come with `show_entry`. `system` is the one that is asked first."""
        before, self.item = self.item, item
        self._nothing.setVisible(item is None)
        self._body.setVisible(item is not None)
        self._foot.setVisible(item is not None)
        if item is None:
            self.entry = None
            return
        if before is None or before.key != item.key:
            self.entry = None
        self._name.setText(breakable(item.citizen))
        born = self.tr("født {born} · {age} år").format(born=full_date(item.born), age=age(item.born, today))
        self._born.setText(born)
        self._what.setText(self.tr("{what}, {day}").format(what=item.title, day=near_date(item.day, today)))
        self.ticks.show_item(item, today)
        self._show_next(item, system)
        self._show_values(system)

    def show_entry(self, entry: TransferEntry, system: ExternalSystem | None) -> None:
        """Show the values; those of another item are not shown."""
        if self.item is not None and (entry.subject, entry.subject_id) == self.item.key:
            self.entry = entry
            self._show_values(system)

    def text_of(self, key: EntryField) -> str | None:
        """The text of a value that is shown."""
        return None if self.entry is None else self.entry.values.get(key)

    def _open_citizen(self) -> None:
        if self.item is not None:
            self.citizen_wanted.emit(self.item.case_id)

    def _show_next(self, item: TransferItem, system: ExternalSystem | None) -> None:
        name = None if system is None else the_systems().name(system)
        if not item.waiting or name is None:
            self.done.setText(self.tr("Overført"))
            self.done.setEnabled(False)
            self._order.setText("")
        else:
            self.done.setText(self.tr("Overført til {system}  F4").format(system=name))
            self.done.setEnabled(True)
            self._order.setText(self.tr("I den rækkefølge, {system} beder om det").format(system=name))
        self._order.setVisible(bool(self._order.text()))

    def _show_values(self, system: ExternalSystem | None) -> None:
        item, entry = self.item, self.entry
        if item is None or entry is None:
            self.values.show_values(())
            return
        hidden = f"{item.born:%d%m%y}-{_HIDDEN}"
        texts = {**entry.values, EntryField.CPR: hidden}
        order = the_systems().order(system, item.subject)
        self.values.show_values([(key, texts[key]) for key in order if key in texts])

    def _copy(self, key: EntryField) -> None:
        text = "" if key is EntryField.CPR else self.text_of(key)
        if text is not None:
            self.copy_wanted.emit(key, text)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.addWidget(self._nothing)
        column.addWidget(self._body)
        column.addStretch()
        outer.addWidget(scrolled(page), stretch=1)
        outer.addWidget(self._foot)
        self._fill_body()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        foot.setSpacing(Space.S)
        foot.addWidget(self.done)
        foot.addStretch()
        foot.addWidget(self._next)

    def _fill_body(self) -> None:
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.M)
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._name)
        names.addWidget(self._born)
        head.addLayout(names, stretch=1)
        head.addWidget(self._open, alignment=Qt.AlignmentFlag.AlignTop)
        body.addLayout(head)
        body.addWidget(self._what)
        where = QVBoxLayout()
        where.setSpacing(Space.XS)
        where.addWidget(stored(self.tr("Skal også registreres i"), "label"))
        where.addWidget(self.ticks)
        body.addLayout(where)
        line = frame("rule")
        line.setFixedHeight(1)
        body.addWidget(line)
        body.addWidget(self._order)
        body.addWidget(self.values)
