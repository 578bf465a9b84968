"""The page of one citizen: head, timeline, and the tabs beside it. One page; it shows whoever was asked for last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.cases.citizen_page import reveal_address, reveal_cpr
from app.cases.dossier import open_dossier, read_dossier
from ui.citizen.head_bar import HeadBar
from ui.citizen.page_deeds import Deeds
from ui.citizen.side_panel import SidePanel
from ui.citizen.timeline_panel import TimelinePanel
from ui.danish_dates import age, full_date
from ui.forms.case_dialog import CaseDialog
from ui.operation import Operation, Road
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.theme.elided_label import ElidedLabel
from ui.theme.icons import Icon, icon_before_text
from ui.theme.labels import caption, frame, stored
from ui.theme.tokens import Space

if TYPE_CHECKING:
    from app.cases.case_documents import DocumentLine
    from app.cases.dossier import Dossier
    from app.cases.timeline import TimelineEntry
    from app.changes import Changes
    from app.queue.item import QueueItem
    from app.work import Work
    from db.errors import Refused
    from ui.opening import Queue
    from ui.shell.workplace import Workplace

CITIZEN_PAGE = "citizen"


class CitizenView(QWidget):
    """Shows a citizen and remembers where one came from."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self._workplace = workplace
        self._desk = workplace.desk
        self._case_id: str | None = None
        self._came_from: list[tuple[str, str | None]] = []
        self._dossier: Dossier | None = None
        self._items: tuple[QueueItem, ...] | None = None
        self._items_old = self._told_by_form = False
        deeds = Deeds(
            workplace.offered, self._act, self._open_form, workplace.show_citizen,
            self._show_document, self._save_document,
        )  # fmt: skip
        self.header = workplace.header("")
        self.back = QPushButton(self.tr("Tilbage"))
        self.back.setToolTip("Alt+Venstre")
        self.name = ElidedLabel("title")
        self._born = stored("", "muted")
        self.head = HeadBar(workplace.offered())
        self.timeline = TimelinePanel(workplace.theme)
        self.side = SidePanel(deeds)
        self.side.built.connect(self._order_stops)
        self._closed_words = caption("", "heading", wrap=True)
        self._pages = QStackedWidget()
        self._lay_out()
        self.back.clicked.connect(self.go_back)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)
        self.head.buttons.pressed.connect(self._act)
        self.head.cpr_wanted.connect(lambda: self._reveal(reveal_cpr, self.head.reveal_cpr))
        self.head.address_wanted.connect(lambda: self._reveal(reveal_address, self.head.reveal_address))
        self.timeline.entry_chosen.connect(self._read_entry)
        self.timeline.withdraw_wanted.connect(self._withdraw)
        self._desk.runner.changes.changes_made.connect(self._refresh)
        workplace.theme.changed.connect(self._colour_icons)
        self._colour_icons()

    def case_id(self) -> str | None:
        """Whose page it is."""
        return self._case_id

    def show_case(self, case_id: str, came_from: str) -> None:
        """Go to a citizen; `came_from` is the page that was in front."""
        if came_from != CITIZEN_PAGE:
            self._came_from = [(came_from, None)]
        elif self._case_id not in {None, case_id}:
            self._came_from.append((CITIZEN_PAGE, self._case_id))
        self._open(case_id)

    def go_back(self) -> None:
        """Go to where one came from: the page before, or the citizen before."""
        page, case_id = self._came_from.pop() if self._came_from else ("queue", None)
        if case_id is not None:
            self._open(case_id)
        else:
            self._workplace.show_page(page)

    def dossier(self) -> Dossier | None:
        """What was read last."""
        return self._dossier

    def show_dossier(self, dossier: Dossier) -> None:
        """Show another reading of the citizen who is shown."""
        self._show(dossier.page.case_id, dossier, fresh=False)

    def closed_text(self) -> str:
        """Why nothing is shown; empty while the citizen is."""
        return self._closed_words.text() if self._pages.currentIndex() == 1 else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the timeline. A focus proxy would hide what stands before it from Tab."""
        super().focusInEvent(event)
        self.timeline.view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the deadlines up to date that were left alone meanwhile."""
        super().showEvent(event)
        if self._items_old and self._dossier is not None:
            self._read_items()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing secret stays behind another page."""
        super().hideEvent(event)
        self.head.hide_secrets()

    def _open(self, case_id: str) -> None:
        self._case_id, self._dossier, self._items = case_id, None, None
        self._workplace.current_case = case_id
        self._read(Road.WRITE, self._desk.open(lambda work: open_dossier(work, case_id)), case_id, fresh=True)

    def _read(self, road: Road, work: Callable[[], Dossier], case_id: str, *, fresh: bool) -> None:
        operation = Operation(self)
        operation.succeeded.connect(lambda dossier: self._show(case_id, dossier, fresh=fresh))
        operation.report_to(
            self._workplace.warn,
            lambda: self._workplace.warn(self.tr("Der er en fejl, og siden kan ikke vises.")),
            lambda refused: self._show_closed(case_id, refused),
        )
        self._desk.runner.start(operation, road, work)

    def _show(self, case_id: str, dossier: Dossier, *, fresh: bool) -> None:
        if case_id != self._case_id:
            return
        today = self._desk.clock.today()
        first = self._dossier is None
        if not fresh:
            self._tell_of_holder(dossier)
        self._dossier = dossier
        page = dossier.page
        self.name.show_text(page.details.name)
        self._born.setText(
            self.tr("født {born} · {age} år").format(born=full_date(page.born), age=age(page.born, today))
        )
        self.head.show_dossier(dossier, today)
        known = self._workplace.queue_now()
        if known is not None:
            self._items = self._near(known, dossier)
            self._show_first_steps(self._items)
        elif first:
            self.head.show_items(())
        self.side.show_dossier(dossier, self._items, today)
        self.timeline.show_entries(page.timeline, fresh=fresh)
        self._pages.setCurrentIndex(0)
        if self.window().focusWidget() is self:
            # In a window that is not in front yet no focus event comes, and Tab would never find the page again.
            self.timeline.view.setFocus()
        self._items_old = known is None
        if known is None and self.isVisible():
            self._read_items()

    def _show_closed(self, case_id: str, refused: Refused) -> None:
        """The case was closed to the worker, or has moved: nothing of it stays on the screen."""
        if case_id != self._case_id:
            return
        self._dossier = self._items = None
        self.name.show_text("")
        self._born.setText("")
        self.head.hide_secrets()
        self.side.forget()
        self.timeline.show_entries((), fresh=True)
        self._closed_words.setText(refused.message)
        self._pages.setCurrentIndex(1)

    def _tell_of_holder(self, dossier: Dossier) -> None:
        """Say when the case was given to somebody else while one looked at it; who did it here knows already."""
        before = self._dossier.page.holder if self._dossier is not None else None
        now = dossier.page.holder
        own = self._desk.author
        if self._told_by_form or before is None or before.worker_id != own or dossier.page.closed is not None:
            return
        if now is None or now.worker_id != own:
            who = now.name if now is not None and now.name else self.tr("ingen")
            self._workplace.warn(self.tr("Sagen er overført. Tovholder er nu {who}.").format(who=who))

    def _read_items(self) -> None:
        """Compute the whole queue as the list shows it; the page does not wait for it.

        Only while the list has none that holds: otherwise every citizen who is opened would cost a whole queue.
        """
        from ui.opening import read_queue

        self._items_old = False
        case_id, store, today = self._case_id, self._desk.store, self._desk.clock.today()

        def shown(queue: Queue) -> None:
            if case_id != self._case_id or self._dossier is None:
                return
            self._items = self._near(queue, self._dossier)
            self._show_first_steps(self._items)
            self.side.show_items(self._items)

        self._workplace.run(Road.READ, lambda: read_queue(store, today), shown, self)

    def _near(self, queue: Queue, dossier: Dossier) -> tuple[QueueItem, ...]:
        """The rows of the citizen and the household."""
        near = _household_of(dossier)
        return tuple(item for item in queue.items if item.case_id in near)

    def _show_first_steps(self, items: Sequence[QueueItem]) -> None:
        self.head.show_items([item for item in items if item.case_id == self._case_id])

    def _refresh(self, changes: Changes, initiator: object) -> None:
        case_id, dossier = self._case_id, self._dossier
        if case_id is None or dossier is None:
            return
        near = _household_of(dossier)
        if not near & changes.cases and "snooze" not in changes.kinds:
            return
        self._told_by_form = isinstance(initiator, CaseDialog)
        worker_id, today = self._desk.author, self._desk.clock.today()
        read = self._desk.read(lambda session: read_dossier(session, case_id, worker_id=worker_id, today=today))
        self._read(Road.READ, read, case_id, fresh=False)

    def _order_stops(self) -> None:
        """Let Tab go as one reads; what is put together anew comes last otherwise."""
        search = (each for each in self.header.findChildren(QPushButton) if each is not self.back)
        stops: tuple[QWidget, ...] = (
            self.back,
            *search,
            *self.head.stops(),
            *self.timeline.stops(),
            *self.side.stops(),
        )
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _act(self, action: CaseAction, item: QueueItem | None) -> None:
        if self._case_id is not None:
            self._workplace.do(action, Subject((self._case_id,), item))

    def _open_form(self, name: str, about_id: str | None) -> None:
        if self._case_id is not None:
            self._workplace.forms.open(self._workplace.form_makers()[name](), self._case_id, about_id)

    def _read_entry(self, entry: TimelineEntry) -> None:
        from app.cases.entry_details import entry_details

        read = self._desk.read(lambda session: entry_details(session, entry.kind, entry.row_id))
        self._workplace.run(Road.READ, read, partial(self.timeline.show_details, entry), self)

    def _withdraw(self, entry: TimelineEntry) -> None:
        self._open_form("withdraw", f"{entry.kind}/{entry.row_id}")

    def _reveal(self, read: Callable[[Work, str], str], show: Callable[[str], None]) -> None:
        case_id = self._case_id
        if case_id is None:
            return

        def shown(text: str) -> None:
            if case_id == self._case_id and self.isVisible():
                show(text)

        self._workplace.run(Road.WRITE, self._desk.open(lambda work: read(work, case_id)), shown, self)

    def _show_document(self, line: DocumentLine) -> None:
        from ui.citizen.document_copy import show_document

        show_document(self._workplace, line)

    def _save_document(self, line: DocumentLine) -> None:
        from ui.citizen.document_copy import save_document

        save_document(self._workplace, line)

    def _colour_icons(self) -> None:
        colours = self._workplace.theme.colours
        self.back.setIcon(icon_before_text(Icon.BACK, colours.ink, self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        strip = self.header.layout()
        if isinstance(strip, QBoxLayout):
            # Before the title, which is empty here: the citizen's name stands in its place.
            strip.insertWidget(0, self.back)
            # The name takes the room that the rest leaves, up to its own length.
            strip.insertWidget(1, self.name, stretch=1)
            strip.insertWidget(2, self._born)
            strip.insertSpacing(1, Space.S)
        column.addWidget(self.header)
        column.addWidget(self._pages, stretch=1)
        self._pages.addWidget(self._work())
        self._pages.addWidget(self._closed())

    def _work(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        below = QHBoxLayout()
        below.setSpacing(0)
        room = QVBoxLayout()
        room.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        room.addWidget(self.timeline)
        below.addLayout(room, stretch=1)
        below.addWidget(self.side)
        column.addLayout(below, stretch=1)
        return page

    def _closed(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        inside.addWidget(self._closed_words)
        column.addWidget(card)
        column.addStretch()
        return page


def _household_of(dossier: Dossier) -> set[str]:
    household = dossier.page.household
    return {dossier.page.case_id} | {other.case_id for other in (household.others if household else ())}
