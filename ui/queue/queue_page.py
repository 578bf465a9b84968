"""Min produktion: the list, whose rows and which kinds it shows, and the panel that says why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.queue.filters import Whose, count_lines, counts, lines_of, rows_beside, rows_of
from app.queue.grouping import QueueLine
from app.queue.item import QueueItem
from ui.danish_dates import long_date
from ui.queue.actions import Action, Doing
from ui.queue.done_notice import DoneNotice
from ui.queue.kept_focus import kept_focus
from ui.queue.kind_filter import KindFilter
from ui.queue.queue_view import QueueView
from ui.queue.why_panel import WhyPanel
from ui.queue.words import more_words
from ui.shell.case_action import CaseAction
from ui.shell.page_header import PageHeader
from ui.theme.labels import caption, frame
from ui.theme.theme import Theme
from ui.theme.tokens import Space, Tone

if TYPE_CHECKING:
    from app.queue.day import Appointment
    from db.values.talks import AttendanceKind
    from ui.desk import Desk
    from ui.queue.day_read import Day
    from ui.queue.day_strip import DayStrip
    from ui.queue.indicator_cards import IndicatorCards
    from ui.queue.own_actions import OwnActions


class QueuePage(QWidget):
    """Keeps the whole queue and shows the part that is chosen.

    `action_wanted` carries the `CaseAction` that another room does and the row it is about; `know_desk` says which
    of them there is somebody to do, and only those have a button.
    """

    import_wanted = Signal()
    action_wanted = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page with an empty list, so that it can be painted before anything is known."""
        super().__init__(parent)
        self._items: tuple[QueueItem, ...] = ()
        self._lines: dict[str, QueueLine] = {}
        self._today = date.min
        self._worker_id: str | None = None
        self.view = QueueView(theme)
        self.why = WhyPanel()
        self.notice = DoneNotice()
        self._own: OwnActions | None = None
        self._desk: Desk | None = None
        self._theme = theme
        self.cards: IndicatorCards | None = None
        self.day: DayStrip | None = None
        self._above = QVBoxLayout()
        self._above.setSpacing(Space.M)
        self.kinds = KindFilter()
        self.header = PageHeader(self.tr("Min produktion"))
        self.one_line = QCheckBox(self.tr("&Saml pr. borger"))
        self._whose = {whose: self._whose_button() for whose in Whose}
        self._list = QStackedWidget()
        self._nothing = caption("", "muted")
        self._import = QPushButton(self.tr("Indlæs en fil …"))
        self._lay_out()
        self.setFocusProxy(self.view)
        self.view.item_chosen.connect(self._show_why)
        self.kinds.group_chosen.connect(self._show_rows)
        self.why.action_pressed.connect(self._act)
        self._import.clicked.connect(self.import_wanted)
        self._show_choices()

    def show_day(self, today: date) -> None:
        """Write the day at the top."""
        self._today = today
        self.header.show_day(long_date(today))

    def show_queue(self, items: tuple[QueueItem, ...], today: date) -> None:
        """Show a queue that was just computed."""
        self._items = items
        self.show_day(today)
        self._show_rows()
        self._read_day()

    def know_worker(self, worker_id: str | None) -> None:
        """Show one's own rows from now on, when there are any and one is known."""
        if worker_id == self._worker_id:
            return
        self._worker_id = worker_id
        own = any(item.worker_id == worker_id for item in self._items)
        self._whose[Whose.MINE if worker_id is not None and own else Whose.ALL].setChecked(True)
        self._show_rows()

    def know_desk(self, desk: Desk, offers: frozenset[CaseAction] = frozenset()) -> None:
        """Let rows be acted on from now on: what is done here, and what other rooms offer."""
        from ui.queue.own_actions import OwnActions

        self._own = OwnActions(desk, self, self.notice)
        self.why.offer((*Action, *offers), desk.author)
        self._desk = desk
        self._show_why(self.view.chosen())
        self._read_day()

    def _read_day(self) -> None:
        """Read what stands above the list; it is not waited for."""
        desk, today = self._desk, self._today
        if desk is None:
            return
        from ui.operation import Operation, Road
        from ui.queue.day_read import read_day

        operation = Operation(self)
        operation.succeeded.connect(self._show_above)
        operation.unavailable.connect(lambda away: self.notice.say(away.message, tone=Tone.AMBER))
        operation.broke.connect(lambda: self.notice.say(self.tr("Dagens aftaler kan ikke vises."), tone=Tone.AMBER))
        operation.ended.connect(operation.deleteLater)
        desk.runner.start(operation, Road.READ, lambda: read_day(desk.store, desk.author, today))

    def _show_above(self, day: Day) -> None:
        if self.cards is None or self.day is None:
            from ui.queue.day_strip import DayStrip
            from ui.queue.indicator_cards import IndicatorCards

            self.cards, self.day = IndicatorCards(self._theme), DayStrip()
            self.day.attendance_noted.connect(self._note_attendance)
            self._above.addWidget(self.cards)
            self._above.addWidget(self.day)
        self.cards.show_results(day.results)
        with kept_focus(self.day, self.view):
            self.day.show_appointments(day.appointments)

    def _note_attendance(self, appointment: Appointment, kind: AttendanceKind) -> None:
        if self._own is not None:
            self._own.note_attendance(appointment, kind)

    def _act(self, action: Doing, item: QueueItem) -> None:
        if isinstance(action, CaseAction):
            self.action_wanted.emit(action, item)
        elif self._own is not None:
            self._own.do(action, item)

    def shown_items(self) -> tuple[QueueItem, ...]:
        """The rows of the chosen scope, of every kind."""
        return rows_of(self._items, self._scope(), self._worker_id)

    def shown_lines(self) -> tuple[QueueLine, ...]:
        """The lines of the list, in their order."""
        return tuple(self._lines.values())

    def _scope(self) -> Whose:
        return next((whose for whose, button in self._whose.items() if button.isChecked()), Whose.ALL)

    def _show_rows(self) -> None:
        gathered = self.one_line.isChecked()
        in_scope = self.shown_items()
        self.kinds.show_counts(counts(in_scope, one_line=gathered))
        lines = lines_of(in_scope, self.kinds.group(), one_line=gathered)
        self._lines = {line.item.key: line for line in lines}
        self._show_choices()
        self.view.show_holder(wanted=self._scope() is Whose.ALL)
        more = {line.item.key: more_words(line) for line in lines}
        self.view.show_items([line.item for line in lines], self._today, more)
        self._list.setCurrentIndex(0 if lines else 1)
        self.kinds.setVisible(bool(in_scope))
        self._import.setVisible(not self._items)
        self._nothing.setText(self._empty_words(any_in_scope=bool(in_scope)))

    def _empty_words(self, *, any_in_scope: bool) -> str:
        if not self._items:
            return self.tr("Køen er tom. Den regnes ud af borgere, samtaler og planer, som kan indlæses fra en fil.")
        if any_in_scope:
            return self.tr("Der er ikke flere af den slags. Vælg Alle for at se resten.")
        if self._scope() is Whose.UNASSIGNED:
            return self.tr("Alle borgere med en frist har en tovholder.")
        return self.tr("Der er ingen frister i din kø.")

    def _show_choices(self) -> None:
        names = {
            Whose.MINE: self.tr("Mine {count}"),
            Whose.ALL: self.tr("Alle {count}"),
            Whose.UNASSIGNED: self.tr("Uden tovholder {count}"),
        }
        for whose, button in self._whose.items():
            count = count_lines(rows_of(self._items, whose, self._worker_id), one_line=self.one_line.isChecked())
            if whose is Whose.MINE and self._worker_id is None:
                count = 0
            button.setText(names[whose].format(count=count))
            button.setAccessibleName(self.tr("Vis: {scope}").format(scope=button.text()))
            button.setVisible(self._worker_id is not None and bool(self._items))
        self.one_line.setVisible(bool(self._items))

    def _show_why(self, item: QueueItem | None) -> None:
        if item is None:
            self.why.show_nothing()
            return
        line = self._lines.get(item.key, QueueLine(item, (item,)))
        with kept_focus(self.why, self.view):
            self.why.show_rows(item, rows_beside(self.shown_items(), line), self._today)

    def _whose_button(self) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.clicked.connect(self._show_rows)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._fill_header()
        column.addWidget(self.header)
        below = QHBoxLayout()
        below.setSpacing(0)
        room = QVBoxLayout()
        room.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        room.setSpacing(Space.M)
        card = frame("card")
        inside = QVBoxLayout(card)
        # The card's border and round corners stay free of the list's own ground.
        inside.setContentsMargins(1, 1, 1, Space.S)
        inside.addWidget(self._list)
        self._list.addWidget(self.view)
        self._list.addWidget(self._empty())
        room.addWidget(self.notice)
        room.addLayout(self._above)
        room.addWidget(self.kinds)
        room.addWidget(card, stretch=1)
        below.addLayout(room, stretch=1)
        below.addWidget(self.why)
        column.addLayout(below, stretch=1)

    def _fill_header(self) -> None:
        self.one_line.setChecked(True)
        self.one_line.setToolTip(self.tr("Én linje pr. borger med den nærmeste frist (Alt+S)"))
        self.one_line.toggled.connect(self._show_rows)
        self.header.add(self.one_line)
        scope = QButtonGroup(self)
        for button in self._whose.values():
            scope.addButton(button)
            self.header.add(button)
        self._whose[Whose.ALL].setChecked(True)

    def _empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(Space.L)
        column.addStretch()
        for each in (self._nothing, self._import):
            column.addWidget(each, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return page

    def empty_text(self) -> QLabel:
        """What is said where no row is."""
        return self._nothing
