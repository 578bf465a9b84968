"""From a painted window to a shown queue, by whichever way in the store has, and out again when it is locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.clock import Clock, FixedClock
from app.ids import NewId
from ui import opening
from ui.crash_notice import BROKEN
from ui.last_backup import LastBackup, backup_words, is_old
from ui.opening import Broken, Locked, LookedAfter, NoStore, Opened, Queue, Settled
from ui.operation import Operation, Road, Runner
from ui.shell.main_window import MainWindow
from ui.start_options import StartOptions
from ui.theme.danish import load_danish
from ui.theme.tokens import Tone
from ui.unlock.gates import Gates

if TYPE_CHECKING:
    from pathlib import Path

    from app.changes import Changes
    from db.store.backup import Backup
    from db.store.store import Store
    from ui.queue.queue_page import QueuePage
    from ui.shell.workplace import Workplace
    from ui.unlock.idle_watch import IdleWatch
    from ui.unlock.leaving import Leaving
    from ui.unlock.one_window import OneWindow
    from ui.warm_up import WarmUp

_PATIENCE_MS: Final = 1500
# How often the clock is asked whether a new day has begun.
_DAY_MS: Final = 20_000
# Changes that no row of the queue is made of.
_NOT_IN_THE_QUEUE: Final = frozenset({"saved_view"})
# Settings that no deadline depends on.
_NOT_OF_THE_QUEUE: Final = frozenset(("setting", name) for name in ("theme", "idle_minutes", "slots_per_week"))


class StartFlow(QObject):
    """Owns the open store, and every step of the way there.

    `arrived` comes when there is something to use: the queue, a way in, or word of what went wrong. `left` comes when
    this process is to give way to a new one, and carries the arguments for it, None for the ones it was started
    with. `not_needed` comes when another window has the same store and has come to the front.
    """

    arrived = Signal()
    left = Signal(object)
    not_needed = Signal()

    def __init__(self, window: MainWindow, runner: Runner, options: StartOptions, clock: Clock, make_id: NewId) -> None:
        """Take over a painted window; `begin` starts."""
        super().__init__(window)
        self.store: Store | None = None
        self.workplace: Workplace | None = None
        self.watch: IdleWatch | None = None
        self._warm_up: WarmUp | None = None
        self._queue: Queue | None = None
        self._window, self._runner, self._options = window, runner, options
        self._clock, self._make_id = clock, make_id
        self._worker_id: str | None = None
        self._demo = False
        self._page: QueuePage | None = None
        self._leaving: Leaving | None = None
        self._only: OneWindow | None = None
        self._gates = Gates(window, runner, options, clock, make_id)
        self._gates.opened.connect(self._show_opened)
        self._gates.made.connect(self._take_store)
        self._gates.told.connect(lambda text: window.notice.show_text(text, Tone.AMBER))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._tell_of_the_first_time)
        self._refreshing = self._refresh_again = False
        self._day = QTimer(self)
        self._day.setInterval(_DAY_MS)
        self._day.timeout.connect(self.follow_the_clock)
        window.navigation.status.lock_wanted.connect(self.lock)
        runner.changes.changes_made.connect(self._refresh)

    def begin(self) -> None:
        """Look for a way in, and make the list meanwhile."""
        directory, clock = self._options.directory, self._clock
        if self._options.demo:
            self._start(Road.READ, lambda: opening.find_demo(directory, clock), self._came_in)
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
        if self._warm_up is not None:
            self._warm_up.stop()
        if self.watch is not None:
            self.watch.stop()
        if self._only is not None:
            self._only.close()
        self._runner.stop()
        if self.store is not None:
            self.store.close()
            self.store = None

    def lock(self) -> None:
        """Keep everything, close the store, and give way to a process that knows nothing of it."""
        if self.store is not None:
            self._leave_by().lock(self.store, self.workplace)

    def restore(self, backup: Backup) -> None:
        """Put a backup in the store's place, and open it in a new process."""
        if self.store is not None:
            self._leave_by().restore(self.store, self.workplace, backup)

    def _leave_by(self) -> Leaving:
        if self._leaving is None:
            from ui.unlock.leaving import Leaving

            self._leaving = Leaving(self._window, self._runner, self.close)
            self._leaving.left.connect(lambda: self.left.emit(self._arguments()))
            self._leaving.stayed.connect(lambda why: self._window.notice.show_text(why, Tone.AMBER))
        return self._leaving

    def _arguments(self) -> list[str] | None:
        """What the next process is started with; the demo that was chosen on the first page has its own command."""
        if not self._gates.demo_chosen:
            return None
        today = self._options.today
        return ["demo"] if today is None else ["demo", "--today", today.isoformat()]

    def _came_in(self, found: NoStore | Locked | Broken | Opened) -> None:
        if not self._is_first(found.store.directory if isinstance(found, Opened) else found.directory):
            if isinstance(found, Opened):
                found.store.close()
            self._arrive()
            self.not_needed.emit()
            return
        self._arrive()
        match found:
            case NoStore():
                self._gates.show_start(found.directory)
            case Locked():
                self._gates.show_locked(found)
            case Broken():
                self._gates.show_broken(found)
            case Opened():
                self._show_opened(found)

    def _is_first(self, directory: Path) -> bool:
        from ui.unlock.one_window import OneWindow

        if self._only is None:
            self._only = OneWindow(self)
            self._only.asked_for.connect(self._window.come_to_front)
        return self._only.is_first(directory)

    def _take_store(self, store: Store) -> None:
        self.store = store

    def _show_opened(self, opened: Opened) -> None:
        self.store, self._demo = opened.store, opened.demo
        if self._gates.demo_chosen:
            # It has a folder and a day of its own.
            self._clock = FixedClock(opened.queue.today)
            if not self._is_first(opened.store.directory):
                self.not_needed.emit()
                return
        self._window.notice.hide()
        navigation = self._window.navigation
        kind = self.tr("Opdigtede borgere") if opened.demo else self.tr("Krypteret på denne maskine")
        navigation.status.show_store(kind)
        self._show_queue(opened.queue)
        self._window.show_work()
        self._day.start()
        # Qt's own words are wanted in menus and dialogs only, and those come later.
        QTimer.singleShot(0, load_danish)
        store = opened.store
        self._start(Road.WRITE, lambda: opening.settle(store), self._settled)

    def _settled(self, settled: Settled) -> None:
        self._worker_id = settled.worker_id
        if settled.theme is not None:
            self._window.theme.choose(settled.theme)
        status = self._window.navigation.status
        status.show_person(settled.worker_name or "", settled.unit_name or "")
        status.show_lock()
        self._show_backup(settled.backup)
        self.page().know_worker(settled.worker_id)
        self._watch(settled.idle_minutes)
        if self.store is not None and settled.worker_id is not None:
            self._sit_down(self.store, settled)
        if settled.notice:
            status.show_elsewhere(elsewhere=True)
            self._window.notice.show_text(settled.notice, Tone.AMBER)
            return
        store, clock = self.store, self._clock
        if store is not None:
            self._start(Road.WRITE, lambda: opening.look_after(store, clock), self._looked_after)

    def _watch(self, minutes: int) -> None:
        from ui.unlock.idle_watch import IdleWatch

        self.watch = IdleWatch(minutes, self)
        self.watch.lock_wanted.connect(self.lock)

    def _sit_down(self, store: Store, settled: Settled) -> None:
        from ui.desk import Desk
        from ui.shell.workplace import Workplace
        from ui.unlock.leaving import come_back
        from ui.warm_up import WarmUp

        desk = Desk(store, settled.worker_id or "", self._clock, self._make_id, self._runner)
        self.workplace = Workplace(desk, self._window, demo=self._demo)
        self.workplace.lock_wanted.connect(self.lock)
        self.workplace.restore_wanted.connect(self.restore)
        self.workplace.queue_now = self._queue_now
        self.workplace.take_in(self.page())
        self._warm_up = WarmUp(self._runner, self)
        if settled.place is not None:
            come_back(self.workplace, settled.place)

    def _looked_after(self, looked: LookedAfter) -> None:
        self._show_backup(looked.backup)
        if looked.notice:
            self._window.notice.show_text(looked.notice, Tone.RED)

    def follow_the_clock(self) -> None:
        """Compute the queue anew when the day has changed while the program was open."""
        if self._page is not None and self._page.shown_day() != self._clock.today():
            self._compute_anew()

    def _show_backup(self, backup: LastBackup | None) -> None:
        today = self._clock.today()
        self._window.navigation.status.show_backup(backup_words(backup, today), old=is_old(backup, today))

    def _refresh(self, changes: Changes, _initiator: QObject | None) -> None:
        store = self.store
        if store is None:
            return
        if ("setting", "idle_minutes") in changes.rows:
            self._start(Road.READ, lambda: opening.read_idle_minutes(store), self._watch_for)
        if changes.kinds - _NOT_IN_THE_QUEUE and not changes.rows <= _NOT_OF_THE_QUEUE:
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

    def _watch_for(self, minutes: int) -> None:
        if self.watch is not None:
            self.watch.minutes = minutes

    def _queue_now(self) -> Queue | None:
        known = self._queue
        return None if self._refreshing or known is None or known.today != self._clock.today() else known

    def _show_queue(self, queue: Queue) -> None:
        self._queue = queue
        self.page().show_queue(queue.items, queue.today)

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
        operation.report_to(self._show_problem, self._show_broken)
        return operation

    def _arrive(self) -> None:
        self._patience.stop()
        self.arrived.emit()

    def _show_broken(self) -> None:
        self._arrive()
        self._window.notice.show_text(BROKEN, Tone.RED)

    def _show_problem(self, message: str) -> None:
        self._arrive()
        self._window.notice.show_text(message, Tone.AMBER)
