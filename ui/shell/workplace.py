"""The open program as its screens see it: where they go, what they open, and where they say what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk import Desk
from ui.forms.form_desk import BROKEN, FormDesk
from ui.operation import Operation, Road
from ui.shell.case_action import CaseAction
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.offer import CommandOffer, PageOffer, Subject
from ui.shell.page_header import PageHeader
from ui.shell.rooms import ROOMS
from ui.shell.secret_clipboard import SecretClipboard
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from app.queue.item import QueueItem
    from db.errors import Refused
    from ui.opening import Queue
    from ui.queue.queue_page import QueuePage
    from ui.shell.main_window import MainWindow
    from ui.shell.notice_bar import Way
    from ui.shell.offer import RoomOffer
    from ui.theme.theme import Theme


SEARCH = "search"


class Workplace(QObject):
    """One worker at one open store in one window. Every page but the queue is made with it.

    `page_shown` carries the name of the page that came to the front, `citizen_shown` the case whose page did.
    `before_lock` comes before the program locks, closes or is started anew: the moment to clear what must not stay,
    and to hand in what is not kept yet. `lock_wanted` and `restore_wanted`, which carries a backup, ask for what only
    the frame can do. `current_case` is the citizen that the screen in front is about, such as the chosen row's; the
    rooms set it. `queue_now` gives the whole queue as it was computed last, None while it is computed anew or nobody
    keeps it: what needs it then computes it for itself.
    """

    page_shown = Signal(str)
    citizen_shown = Signal(str)
    before_lock = Signal()
    lock_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(
        self, desk: Desk, window: MainWindow, *, demo: bool = False, rooms: tuple[RoomOffer, ...] = ROOMS
    ) -> None:
        """Sit down; `demo` says that the citizens are invented."""
        super().__init__(window)
        self.desk, self.window, self.demo = desk, window, demo
        self.theme: Theme = window.theme
        self.forms = FormDesk(desk, window)
        self.forms.told.connect(self.say)
        self.forms.failed.connect(self.warn)
        self._rooms = rooms
        self._pages = {page.name: page for room in rooms for page in room.pages}
        self._made: dict[str, QWidget] = {}
        self._actions = {action: do for room in rooms for action, do in room.case_actions.items()}
        self._shown = QUEUE_PAGE
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.before_lock)
        self.current_case: str | None = None
        self.queue_now: Callable[[], Queue | None] = lambda: None
        self.clipboard = SecretClipboard(self)
        self.before_lock.connect(self.clipboard.clear)

    def take_in(self, page: QueuePage) -> None:
        """Take the first page in: let its rows be acted on, and let everything be reached from it."""
        navigation = self.window.navigation
        navigation.show_pages(self.pages())
        navigation.page_wanted.connect(self.show_page)
        page.action_wanted.connect(self._act_on_row)
        page.actions_on_many.connect(lambda action, cases: self.do(action, Subject(tuple(cases))))
        page.own_counted.connect(lambda count: navigation.show_count(QUEUE_PAGE, count))
        page.citizen_wanted.connect(self.show_citizen)
        page.case_chosen.connect(self._set_current_case)
        page.know_desk(self.desk, self.offered())
        page.header.offer_search(self.search)
        self.begin()

    def header(self, title: str) -> PageHeader:
        """Make the white line at the top of a page, with the way to the search at its right end."""
        made = PageHeader(title)
        made.offer_search(self.search)
        return made

    def search(self) -> None:
        """Open the search."""
        self.command(SEARCH)

    def command(self, name: str) -> None:
        """Do what the search could do, by its name; nothing when no room offers it."""
        for command in self.commands():
            if command.name == name:
                command.do(self)

    def begin(self) -> None:
        """Give pages and commands their keys, and let every room begin."""
        from PySide6.QtGui import QKeySequence, QShortcut

        def on(keys: str, do: Callable[[], object]) -> None:
            QShortcut(QKeySequence(keys), self.window).activated.connect(do)

        on("Ctrl+1", lambda: self.show_page(QUEUE_PAGE))
        for page in self._pages.values():
            if page.keys:
                on(page.keys, partial(self.show_page, page.name))
        for command in self.commands():
            if command.keys:
                on(command.keys, partial(command.do, self))
        for room in self._rooms:
            if room.begin is not None:
                room.begin(self)

    def lock(self) -> None:
        """Lock the program."""
        self.lock_wanted.emit()

    def rooms(self) -> tuple[RoomOffer, ...]:
        """The rooms, in the order of the house."""
        return self._rooms

    def pages(self) -> tuple[PageOffer, ...]:
        """Every page but the queue, in the order of the navigation."""
        return tuple(sorted(self._pages.values(), key=lambda page: page.order))

    def commands(self) -> tuple[CommandOffer, ...]:
        """What the search can do that is about no case."""
        return tuple(command for room in self._rooms for command in room.commands)

    def form_makers(self) -> Mapping[str, Callable[[], Any]]:
        """What makes each form, by the name of its draft."""
        return {name: make for room in self._rooms for name, make in room.forms.items()}

    def offered(self) -> frozenset[CaseAction]:
        """Everything that somebody does."""
        return frozenset(self._actions)

    def do(self, action: CaseAction, subject: Subject) -> None:
        """Do what is offered about a case, about many, or about the worker's own rows."""
        if action in self._actions:
            self._actions[action](self, subject)

    def show_page(self, name: str) -> QWidget:
        """Bring a page to the front; it is made when it is first shown. `QUEUE_PAGE` is the list."""
        if name != QUEUE_PAGE and name not in self._made:
            page = self._made[name] = self._pages[name].make(self)
            self.window.add_page(name, page)
        self._shown = name
        self.window.navigation.show_current(name)
        widget = self.window.show_page_named(name)
        self.page_shown.emit(name)
        return widget

    def shown_page(self) -> str:
        """The name of the page in front."""
        return self._shown

    def show_citizen(self, case_id: str) -> None:
        """Go to a citizen's page."""
        for room in self._rooms:
            if room.show_citizen is not None:
                room.show_citizen(self, case_id)
                self.citizen_shown.emit(case_id)

    def shows_citizens(self) -> bool:
        """Whether there is a page of a citizen to go to."""
        return any(room.show_citizen is not None for room in self._rooms)

    def say(self, text: str, undo: Callable[[], None] | None = None, way: Way | None = None) -> None:
        """Say what was done, with a way back where there is one, and a way on."""
        self.window.notice.show_text(text, Tone.BLUE, undo, way)

    def warn(self, text: str) -> None:
        """Say what could not be done."""
        self.window.notice.show_text(text, Tone.AMBER)

    def run(
        self,
        road: Road,
        work: Callable[[], object],
        done: Callable[[Any], None],
        parent: QObject | None = None,
        ended: Callable[[], None] | None = None,
        refused: Callable[[Refused], object] | None = None,
    ) -> Operation:
        """Start work; what goes wrong is said in the line above the page. It goes with its `parent`.

        `ended` is called last, whatever happened; `refused` takes a refusal that is shown at its field.
        """
        operation = Operation(parent or self)
        operation.succeeded.connect(done)
        if ended is not None:
            operation.ended.connect(ended)
        operation.report_to(self.warn, lambda: self.warn(BROKEN), refused)
        self.desk.runner.start(operation, road, work)
        return operation

    def _set_current_case(self, case_id: str) -> None:
        self.current_case = case_id or None

    def _act_on_row(self, action: CaseAction, item: QueueItem) -> None:
        self.do(action, Subject((item.case_id,) if item.case_id else (), item))
