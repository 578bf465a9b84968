"""Min produktion: the list, whose rows and which kinds it shows, and the panel that says why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.queue.facets import NO_FILTERS, Filters, facet_counts, narrowed
from app.queue.filters import Chosen, Seat, Whose, count_lines, counts, lines_of, rows_beside, rows_of
from app.queue.grouping import QueueLine
from app.queue.item import QueueItem
from ui.danish_dates import long_date
from ui.queue.actions import Action, Doing
from ui.queue.done_notice import DoneNotice
from ui.queue.empty_list import EmptyList
from ui.queue.kind_filter import KindFilter
from ui.queue.list_tools import ListTools
from ui.queue.queue_view import QueueView
from ui.queue.why_panel import WhyPanel
from ui.queue.words import GROUPS, more_words
from ui.shell.case_action import CaseAction
from ui.shell.kept_focus import kept_focus
from ui.shell.page_header import PageHeader
from ui.theme.labels import frame
from ui.theme.theme import Theme
from ui.theme.tokens import Space

if TYPE_CHECKING:
    from app.queue.day import Appointment
    from db.values.talks import AttendanceKind
    from ui.desk import Desk
    from ui.queue.day_panel import DayPanel
    from ui.queue.day_read import Day
    from ui.queue.filter_chips import FilterChips
    from ui.queue.filter_panel import FilterPanel
    from ui.queue.header_menus import HeaderMenus
    from ui.queue.list_out import ListOut
    from ui.queue.marked_bar import MarkedBar
    from ui.queue.own_actions import OwnActions
    from ui.queue.printed_list import PrintedList
    from ui.queue.queue_desk import QueueDesk
    from ui.queue.view_menu import ViewMenu


class QueuePage(QWidget):
    """Keeps the whole queue and shows the part that is chosen.

    `action_wanted` carries the `CaseAction` that another room does and the row it is about; `actions_on_many` one
    that is done for several, and their case ids. `know_desk` says which of them there is somebody to do, and only
    those have a button. `case_chosen` carries the case of the row that is chosen, `own_counted` how many lines of
    one's own there are, `citizen_wanted` the case whose page is wanted.
    """

    import_wanted = Signal()
    action_wanted = Signal(object, object)
    actions_on_many = Signal(object, object)
    case_chosen = Signal(str)
    own_counted = Signal(int)
    citizen_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page with an empty list, so that it can be painted before anything is known."""
        super().__init__(parent)
        self._items: tuple[QueueItem, ...] = ()
        self._lines: dict[str, QueueLine] = {}
        self._today = date.min
        self._seat = Seat()
        self._filters: Filters = NO_FILTERS
        self._offers: frozenset[CaseAction] = frozenset()
        self._theme = theme
        self.view = QueueView(theme)
        self.why = WhyPanel()
        self.notice = DoneNotice()
        self.kinds = KindFilter()
        self.tools = ListTools(theme)
        self._whose = self.tools.scopes
        self.header = PageHeader(self.tr("Min produktion"))
        self.one_line = QCheckBox(self.tr("&Saml pr. borger"))
        # What follows is made when the worker has sat down: none of it is needed to show the list.
        self._desk: Desk | None = None
        self._own: OwnActions | None = None
        self.work: QueueDesk | None = None
        self.day: DayPanel | None = None
        self.chips: FilterChips | None = None
        self.panel: FilterPanel | None = None
        self.marked: MarkedBar | None = None
        self.views: ViewMenu | None = None
        self.out: ListOut | None = None
        self.menus: HeaderMenus | None = None
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        self._chips_place = QVBoxLayout()
        self._list = QStackedWidget()
        self.empty = EmptyList()
        self._lay_out()
        self._connect()
        self._show_choices()

    def show_day(self, today: date) -> None:
        """Write the day at the top."""
        self._today = today
        self.header.show_day(long_date(today))

    def shown_day(self) -> date:
        """The day the queue was computed for."""
        return self._today

    def show_queue(self, items: tuple[QueueItem, ...], today: date) -> None:
        """Show a queue that was just computed; the chosen row and the place in the list stay."""
        self._items = items
        self.show_day(today)
        self._show_rows(stay=True)
        if self.work is not None:
            self.work.read_day()

    def know_worker(self, worker_id: str | None) -> None:
        """Show one's own rows from now on, when there are any and one is known."""
        if worker_id == self._seat.worker_id:
            return
        self._seat = Seat(worker_id)
        own = any(item.worker_id == worker_id for item in self._items)
        self.tools.choose_scope(Whose.MINE if worker_id is not None and own else Whose.ALL)
        self._show_rows()

    def know_desk(self, desk: Desk, offers: frozenset[CaseAction] = frozenset()) -> None:
        """Let rows be acted on from now on: what is done here, and what other rooms offer."""
        from ui.queue.list_out import ListOut
        from ui.queue.own_actions import OwnActions
        from ui.queue.queue_desk import QueueDesk

        self._desk, self._offers = desk, offers
        self._own = OwnActions(desk, self, self.notice)
        self.out = ListOut(desk, self, self.notice)
        self.work = QueueDesk(desk, self, self.notice, self._theme)
        self.work.day_read.connect(self._show_above)
        self.work.beside_read.connect(self.why.show_beside)
        self.work.beside_read.connect(self._order_why)
        self.work.citizen_wanted.connect(self.citizen_wanted)
        self.why.beside_wanted.connect(self.work.read_beside)
        self.why.procedure_wanted.connect(self.work.show_procedure)
        self._add_tools(desk)
        self.why.offer((*Action, *offers), desk.author)
        self.view.offer((*Action, *offers), desk.author)
        self._show_why(self.view.chosen())
        self.work.read_day()

    def take_step(self, item: QueueItem) -> None:
        """Do what does a row's work; where nobody can, open the case if there is a page for it."""
        step = self.view.step_of(item)
        if step is None and item.case_id is not None and CaseAction.OPEN_CITIZEN in self._offers:
            step = CaseAction.OPEN_CITIZEN
        if step is not None:
            self._act(step, item)

    def remind(self) -> None:
        """Write an own reminder that is about no case."""
        if self._own is not None:
            self._own.remind()

    def shown_items(self) -> tuple[QueueItem, ...]:
        """The rows of the chosen scope and filters, of every kind."""
        return narrowed(rows_of(self._items, self.tools.scope(), self._seat), self._filters, self._today)

    def shown_lines(self) -> tuple[QueueLine, ...]:
        """The lines of the list, in their order."""
        return tuple(self._lines.values())

    def present(self) -> Chosen:
        """What is chosen to be seen, as a view keeps it."""
        return Chosen(self.tools.scope(), self.kinds.group(), self.one_line.isChecked(), self._filters)

    def choose_view(self, chosen: Chosen) -> None:
        """Show what a view has kept."""
        self._filters = chosen.filters
        self.tools.choose_scope(chosen.whose)
        self.kinds.choose(chosen.group)
        self.one_line.blockSignals(True)
        self.one_line.setChecked(chosen.one_line)
        self.one_line.blockSignals(False)
        self._show_rows()

    def use_filters(self, filters: Filters) -> None:
        """Narrow the list."""
        self._filters = filters
        self._show_rows()

    def filters(self) -> Filters:
        """What the list is narrowed by."""
        return self._filters

    def filter_words(self) -> tuple[str, ...]:
        """What is shown, in words, for the head of a printed list."""
        kind = () if self.kinds.group() is None else (GROUPS[self.kinds.group()],)
        return (self.tools.scope_words(), *kind, *(self.chips.words() if self.chips else ()))

    def printed(self) -> PrintedList:
        """The list as it goes on paper."""
        from ui.queue.printed_list import PrintedList

        own = (item.holder_name for item in self._items if item.worker_id == self._seat.worker_id)
        return PrintedList(self.view.items(), self._today, next(filter(None, own), ""), self.filter_words())

    def show_filters(self) -> None:
        """Fold out the panel with every side that the list can be narrowed by, or put it away."""
        from ui.queue.filter_panel import FilterPanel

        if self.panel is None:
            self.panel = FilterPanel(self)
            self.panel.filters_changed.connect(self.use_filters)
        if self.panel.isVisible():
            self.panel.put_away()
            return
        in_scope = rows_of(self._items, self.tools.scope(), self._seat)
        self.panel.open_below(self.tools.filters, facet_counts(in_scope, self._filters, self._today), self._filters)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the list. A focus proxy would let Tab pass over everything before it (see `ui.shell.begin_at`)."""
        super().focusInEvent(event)
        self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what stands above the list where the window is low."""
        super().resizeEvent(event)
        if self.day is not None:
            self.day.know_height(self.height())

    def _add_tools(self, desk: Desk) -> None:
        from ui.queue.filter_chips import FilterChips
        from ui.queue.header_menus import HeaderMenus
        from ui.queue.marked_bar import MarkedBar
        from ui.queue.view_menu import ViewMenu

        self.chips = FilterChips(self._theme)
        self.chips.filters_changed.connect(self.use_filters)
        self._chips_place.addWidget(self.chips)
        self.marked = MarkedBar()
        self.marked.all_wanted.connect(self.view.mark_all)
        self.marked.none_wanted.connect(self.view.unmark)
        self.marked.summon_wanted.connect(lambda cases: self.actions_on_many.emit(CaseAction.SUMMON, cases))
        self._below.addWidget(self.marked)
        self.views = ViewMenu(desk, self.tools.views, self.notice, self, self.present)
        self.views.view_chosen.connect(self.choose_view)
        self.menus = HeaderMenus(self, desk, self._offers)
        for button in self.menus.buttons():
            self.header.add(button)
        for late in (self.tools.filters, self.tools.views):
            late.show()
        self._order_keys()

    def _order_keys(self) -> None:
        """Let Tab come by things as they are read, though half of the page is made when the worker has sat down."""
        from ui.shell.tab_order import walk_on

        above = (self.notice, *filter(None, (self.day,)), self.tools, self.kinds, *filter(None, (self.chips,)))
        walk_on(self.header.last(), *above, self._list, *filter(None, (self.marked,)), self.why)

    def _order_why(self) -> None:
        """The panel's buttons are made anew with every row."""
        if self._desk is not None:
            from ui.shell.tab_order import walk_on

            walk_on(walk_on(self.view, *filter(None, (self.marked,))), self.why)

    def _show_above(self, day: Day) -> None:
        if self.day is None:
            self.day = self._make_day_panel()
        self.day.know_height(self.height())
        self.day.show_day(day, self.view)
        self._order_keys()
        if day.seat != self._seat:
            self._seat = day.seat
            self._show_rows(stay=True)

    def _make_day_panel(self) -> DayPanel:
        from ui.queue.day_panel import DayPanel

        made = DayPanel(self._theme)
        made.attendance_noted.connect(self._note_attendance)
        if self.work is not None:
            work, opens = self.work, CaseAction.OPEN_CITIZEN in self._offers
            made.folded.connect(work.remember_fold)
            made.own_results_wanted.connect(work.show_own_results)
            made.result_wanted.connect(lambda result: work.show_figure(result, opens_citizens=opens))
        self._above.addWidget(made)
        return made

    def _note_attendance(self, appointment: Appointment, kind: AttendanceKind) -> None:
        if self._own is not None:
            self._own.note_attendance(appointment, kind)

    def _act(self, action: Doing, item: QueueItem) -> None:
        if isinstance(action, CaseAction):
            self.action_wanted.emit(action, item)
        elif self._own is not None:
            self._own.do(action, item)

    def _show_rows(self, *, stay: bool = False) -> None:
        gathered = self.one_line.isChecked()
        in_scope = self.shown_items()
        self.kinds.show_counts(counts(in_scope, one_line=gathered))
        lines = lines_of(in_scope, self.kinds.group(), one_line=gathered)
        self._lines = {line.item.key: line for line in lines}
        self._show_choices()
        if self.chips is not None:
            self.chips.show_filters(self._filters)
            self._order_keys()
        if self.panel is not None and self.panel.isVisible():
            whole = rows_of(self._items, self.tools.scope(), self._seat)
            self.panel.show_counts(facet_counts(whole, self._filters, self._today), self._filters)
        self.view.show_holder(wanted=self.tools.scope() is not Whose.MINE or bool(self._seat.covers))
        more = {line.item.key: words for line in lines if (words := more_words(line))}
        if not self.view.show_items([line.item for line in lines], self._today, more, stay=stay):
            # The lines are the same, but what stands behind one may be another.
            self._show_why(self.view.chosen())
        self._list.setCurrentIndex(0 if lines else 1)
        self.kinds.setVisible(bool(in_scope))
        self.empty.say_why(
            self.tools.scope(),
            any_at_all=bool(self._items),
            any_in_scope=bool(in_scope),
            filtered=bool(self._filters),
        )

    def _show_choices(self) -> None:
        gathered, known = self.one_line.isChecked(), self._seat.worker_id is not None
        found = {whose: count_lines(rows_of(self._items, whose, self._seat), one_line=gathered) for whose in Whose}
        self.tools.show_counts(found, shown=known and bool(self._items))
        self.one_line.setVisible(bool(self._items))
        if known:
            self.own_counted.emit(found[Whose.MINE])

    def _show_why(self, item: QueueItem | None) -> None:
        if item is None:
            self.why.show_nothing()
            return
        line = self._lines.get(item.key, QueueLine(item, (item,)))
        with kept_focus(self.why, self.view):
            self.why.show_rows(item, rows_beside(self.shown_items(), line), self._today)
        if item.case_id is not None:
            self.case_chosen.emit(item.case_id)

    def _show_marked(self, items: tuple[QueueItem, ...]) -> None:
        if self.marked is not None:
            can_summon = CaseAction.SUMMON in self._offers
            self.marked.show_marked(items, len(self._lines), can_summon=can_summon)

    def _connect(self) -> None:
        self.view.item_chosen.connect(self._show_why)
        self.view.step_wanted.connect(self.take_step)
        self.view.marked.connect(self._show_marked)
        self.kinds.group_chosen.connect(lambda _group: self._show_rows())
        self.tools.scope_chosen.connect(self._show_rows)
        self.tools.filters.clicked.connect(self.show_filters)
        self.one_line.toggled.connect(lambda _checked: self._show_rows())
        self.why.action_pressed.connect(self._act)
        self.empty.import_wanted.connect(self.import_wanted)
        self.empty.all_wanted.connect(lambda: self.use_filters(NO_FILTERS))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.one_line.setChecked(True)
        self.one_line.setToolTip(self.tr("Én linje pr. borger med den nærmeste frist (Alt+S)"))
        self.header.add(self.one_line)
        column.addWidget(self.header)
        below = QHBoxLayout()
        below.setSpacing(0)
        room = QVBoxLayout()
        room.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        room.setSpacing(Space.M)
        card = frame("card")
        inside = QVBoxLayout(card)
        # The card's border and round corners stay free of the list's own ground.
        inside.setContentsMargins(1, 1, 1, Space.S)
        inside.setSpacing(0)
        inside.addWidget(self._list)
        inside.addLayout(self._below)
        self._list.addWidget(self.view)
        self._list.addWidget(self.empty)
        room.addWidget(self.notice)
        room.addLayout(self._above)
        room.addWidget(self.tools)
        room.addWidget(self.kinds)
        room.addLayout(self._chips_place)
        room.addWidget(card, stretch=1)
        below.addLayout(room, stretch=1)
        below.addWidget(self.why)
        column.addLayout(below, stretch=1)
