"""From a painted window to a shown queue, by whichever way in the store has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.clock import Clock
from app.ids import NewId
from db.errors import Refused, Unavailable
from ui import opening
from ui.crash_notice import BROKEN
from ui.opening import Locked, NoStore, Opened, Queue, Settled
from ui.operation import Operation, Road, Runner
from ui.shell.main_window import MainWindow
from ui.start_options import StartOptions
from ui.theme.danish import load_danish
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from app.changes import Changes
    from db.store.store import Store
    from ui.new_store import Created, NewStore
    from ui.queue.queue_page import QueuePage
    from ui.shell.workplace import Workplace
    from ui.unlock.start_page import StartPage
    from ui.unlock.unlock_page import UnlockPage

_PATIENCE_MS: Final = 1500
# How often the clock is asked whether a new day has begun.
_DAY_MS: Final = 20_000
# Changes that no row of the queue is made of.
_NOT_IN_THE_QUEUE: Final = frozenset({"saved_view"})


class StartFlow(QObject):
    """Owns the open store, and every step of the way there.

    `arrived` comes when there is something to use: the queue, a way in, or word of what went wrong.
    """

    arrived = Signal()

    def __init__(self, window: MainWindow, runner: Runner, options: StartOptions, clock: Clock, make_id: NewId) -> None:
        """Take over a painted window; `begin` starts."""
        super().__init__(window)
        self.store: Store | None = None
        self._window, self._runner, self._options = window, runner, options
        self._clock, self._make_id = clock, make_id
        self._worker_id: str | None = None
        self._demo = False
        self._created: Created | None = None
        self._page: QueuePage | None = None
        self.workplace: Workplace | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._tell_of_the_first_time)
        self._refreshing = self._refresh_again = False
        self._day = QTimer(self)
        self._day.setInterval(_DAY_MS)
        self._day.timeout.connect(self.follow_the_clock)
        runner.changes.changes_made.connect(self._refresh)

    def begin(self) -> None:
        """Look for a way in, and make the list meanwhile."""
        directory, clock = self._options.directory, self._clock
        if self._options.demo:
            self._start(Road.READ, lambda: opening.open_demo(directory, clock), self._came_in)
            self._patience.start(_PATIENCE_MS)
        else:
            self._start(Road.READ, lambda: opening.find_way_in(directory, clock), self._came_in)
        self.page()

    def _tell_of_the_first_time(self) -> None:
        text = self.tr("De opdigtede borgere bliver oprettet. Det sker kun første gang og kan tage et halvt minut.")
        self._window.notice.show_text(text, Tone.BLUE)

    def page(self) -> QueuePage:
        """The page with the list; made when it is first asked for, beside the reader's work."""
        if self._page is None:
            from ui.queue.queue_page import QueuePage

            self._page = QueuePage(self._window.theme)
            self._page.show_day(self._clock.today())
            self._page.import_wanted.connect(self._show_imports)
            self._window.show_page(self._page)
        return self._page

    def close(self) -> None:
        """Let the work that was begun end, and close the store."""
        self._day.stop()
        self._runner.stop()
        if self.store is not None:
            self.store.close()
            self.store = None

    def _came_in(self, found: NoStore | Locked | Opened) -> None:
        self._arrive()
        match found:
            case NoStore():
                self._show_start_page(found.directory)
            case Locked():
                self._show_unlock_page(found)
            case Opened():
                self._show_opened(found)

    def _show_opened(self, opened: Opened) -> None:
        self.store, self._demo = opened.store, opened.demo
        self._window.notice.hide()
        navigation = self._window.navigation
        navigation.show_store(self.tr("Opdigtede borgere") if opened.demo else self.tr("Krypteret på denne maskine"))
        self.page().show_queue(opened.queue.items, opened.queue.today)
        self._window.show_work()
        self._day.start()
        # Qt's own words are wanted in menus and dialogs only, and those come later.
        QTimer.singleShot(0, load_danish)
        store = opened.store
        self._start(Road.WRITE, lambda: opening.settle(store), self._settled)

    def _settled(self, settled: Settled) -> None:
        self._worker_id = settled.worker_id
        self._window.navigation.show_person(settled.worker_name or "")
        self.page().know_worker(settled.worker_id)
        if self.store is not None and settled.worker_id is not None:
            self._sit_down(self.store, settled.worker_id)
        if settled.notice:
            self._window.notice.show_text(settled.notice, Tone.AMBER)
            return
        store, clock = self.store, self._clock
        if store is not None:
            self._start(Road.WRITE, lambda: opening.look_after(store, clock), self._looked_after)

    def _sit_down(self, store: Store, worker_id: str) -> None:
        from ui.desk import Desk
        from ui.shell.workplace import Workplace

        desk = Desk(store, worker_id, self._clock, self._make_id, self._runner)
        self.workplace = Workplace(desk, self._window, demo=self._demo)
        self.workplace.take_in(self.page())

    def _looked_after(self, notice: str | None) -> None:
        if notice:
            self._window.notice.show_text(notice, Tone.RED)

    def follow_the_clock(self) -> None:
        """Compute the queue anew when the day has changed while the program was open."""
        if self._page is not None and self._page.shown_day() != self._clock.today():
            self._compute_anew()

    def _refresh(self, changes: Changes, _initiator: QObject | None) -> None:
        if changes.kinds - _NOT_IN_THE_QUEUE:
            self._compute_anew()

    def _compute_anew(self) -> None:
        """Compute the queue on the reader. What comes while it is computed is computed together afterwards."""
        store, clock = self.store, self._clock
        if store is None:
            return
        if self._refreshing:
            self._refresh_again = True
            return
        self._refreshing = True
        operation = self._operation()
        operation.succeeded.connect(self._show_queue)
        operation.ended.connect(self._refreshed)
        self._runner.start(operation, Road.READ, lambda: opening.read_queue(store, clock.today()))

    def _refreshed(self) -> None:
        again, self._refreshing, self._refresh_again = self._refresh_again, False, False
        if again:
            self._compute_anew()

    def _show_queue(self, queue: Queue) -> None:
        self.page().show_queue(queue.items, queue.today)

    def _show_unlock_page(self, locked: Locked) -> None:
        from ui.unlock.unlock_page import UnlockPage

        page = UnlockPage(self._window.theme, locked.why)
        clock = self._clock
        page.passphrase_given.connect(
            lambda given: self._try(page, lambda: opening.open_with_passphrase(locked.directory, given, clock))
        )
        page.code_given.connect(
            lambda given: self._try(page, lambda: opening.open_with_code(locked.directory, given, clock))
        )
        self._window.show_gate(page)

    def _try(self, page: UnlockPage, work: Callable[[], Opened]) -> None:
        operation = Operation(page)
        operation.succeeded.connect(self._show_opened)
        operation.refused.connect(page.show_refused)
        operation.unavailable.connect(lambda outcome: page.show_message(outcome.message))
        operation.broke.connect(lambda: page.show_message(BROKEN))
        self._runner.start(operation, Road.READ, work)

    def _show_start_page(self, directory: Path) -> None:
        from ui.unlock.start_page import StartPage

        page = StartPage(self._window.theme)
        page.new_store_wanted.connect(lambda: self._start(Road.READ, opening.units_to_choose, show_form))
        page.demo_wanted.connect(lambda: self._make_demo(page))

        def show_form(units: Any) -> None:  # noqa: ANN401 - carried by a signal.
            self._show_first_run(directory, units)

        self._window.show_gate(page)

    def _make_demo(self, page: StartPage) -> None:
        from app.clock import FixedClock
        from ui.demo_day import DEMO_DAY

        # The invented people live in March 2007; on any other day nearly all of them would be overdue.
        clock = self._clock = FixedClock(self._options.today or DEMO_DAY)
        operation = Operation(page)
        operation.succeeded.connect(self._show_opened)
        operation.refused.connect(lambda outcome: page.show_message(outcome.message))
        operation.unavailable.connect(lambda outcome: page.show_message(outcome.message))
        operation.broke.connect(lambda: page.show_message(BROKEN))
        self._runner.start(operation, Road.READ, lambda: opening.open_demo(None, clock))

    def _show_first_run(self, directory: Path, units: Any) -> None:  # noqa: ANN401 - carried by a signal.
        from ui.unlock.first_run_page import FirstRunPage

        page = FirstRunPage(self._window.theme, units)
        page.cancelled.connect(lambda: self._show_start_page(directory))

        def create(request: NewStore) -> None:
            from ui.new_store import create_store

            operation = Operation(page)
            operation.succeeded.connect(self._show_code)
            operation.refused.connect(page.show_refused)
            operation.unavailable.connect(lambda outcome: page.show_message(outcome.message))
            operation.broke.connect(lambda: page.show_message(BROKEN))
            clock, make_id = self._clock, self._make_id
            self._runner.start(operation, Road.WRITE, lambda: create_store(directory, request, clock, make_id))

        page.submitted.connect(create)
        self._window.show_gate(page)

    def _show_code(self, created: Created) -> None:
        from ui.unlock.recovery_code_page import RecoveryCodePage

        self.store = created.store
        page = RecoveryCodePage(self._window.theme, created.recovery_code, created.notice)
        store, clock = created.store, self._clock
        page.confirmed.connect(
            lambda: self._start(
                Road.READ, lambda: Opened(store, opening.read_queue(store, clock.today())), self._show_opened
            )
        )
        self._window.show_gate(page)

    def _show_imports(self) -> None:
        if self.workplace is not None:
            self.workplace.show_page("imports")
        elif self.store is not None:
            message = self.tr("Lageret ved ikke, hvem du er, og kan derfor ikke indlæse filer.")
            self._window.notice.show_text(message, Tone.AMBER)

    def _start(self, road: Road, work: Callable[[], object], done: Callable[[Any], None]) -> None:
        """Start work of the frame itself; what goes wrong stands in the line above the page."""
        operation = self._operation()
        operation.succeeded.connect(done)
        self._runner.start(operation, road, work)

    def _operation(self) -> Operation:
        operation = Operation(self)
        operation.refused.connect(self._show_outcome)
        operation.unavailable.connect(self._show_outcome)
        operation.broke.connect(self._show_broken)
        operation.ended.connect(operation.deleteLater)
        return operation

    def _arrive(self) -> None:
        self._patience.stop()
        self.arrived.emit()

    def _show_broken(self) -> None:
        self._arrive()
        self._window.notice.show_text(BROKEN, Tone.RED)

    def _show_outcome(self, outcome: Refused | Unavailable) -> None:
        self._arrive()
        self._window.notice.show_text(outcome.message, Tone.AMBER)
