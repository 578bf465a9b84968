"""The only place that starts work: one writer thread, one reader thread, and the answers on the GUI's thread.

2026-11-22: the GUI's thread never touches database, disk or network. One writer, because the store has one
writer; one reader, because two Python threads that compute take each other's time. A working thread never
sees a screen: it hands its outcome to the runner, which lives in the GUI's thread, and only there is the
screen's own `Operation` asked whether it is still there.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from queue import SimpleQueue
from typing import NamedTuple, Protocol

import shiboken6
from PySide6.QtCore import QObject, QThread, QTimer, Signal

from app.changes import Changes
from db.errors import Refused, Unavailable
from ui.changes_signal import ChangesSignal
from ui.crash import record_crash

Work = Callable[[], object]


class Road(Enum):
    """Which thread does the work."""

    READ = "reader"
    WRITE = "writer"


class Outcome(NamedTuple):
    """How work ended: with a value, a `Refused`, an `Unavailable` or another exception, which is a bug."""

    value: object = None
    error: Exception | None = None


class Operation(QObject):
    """One piece of work as the screen that asked for it sees it; it belongs to the screen and goes with it.

    `succeeded` carries what the work returned, `refused` and `unavailable` the exception, whose message is
    for the person; `broke` says that it was a bug and that a crash file was written. `ended` comes last,
    whatever happened.
    """

    succeeded = Signal(object)
    refused = Signal(object)
    unavailable = Signal(object)
    broke = Signal()
    ended = Signal()

    def report_to(
        self,
        say: Callable[[str], object],
        say_broken: Callable[[], object],
        refused: Callable[[Refused], object] | None = None,
    ) -> None:
        """Let what goes wrong be said to the person, and let the operation go when it has ended.

        `say` takes the message of what cannot be done; a refusal goes to `refused` instead, where there is a field
        to show it at. `say_broken` is called for a bug.
        """
        self.refused.connect(refused or (lambda outcome: say(outcome.message)))
        self.unavailable.connect(lambda outcome: say(outcome.message))
        self.broke.connect(say_broken)
        self.ended.connect(self.deleteLater)

    def deliver(self, outcome: Outcome) -> None:
        """Tell the screen how the work ended."""
        match outcome.error:
            case None:
                self.succeeded.emit(outcome.value)
            case Refused():
                self.refused.emit(outcome.error)
            case Unavailable():
                self.unavailable.emit(outcome.error)
            case _:
                self.broke.emit()
        self.ended.emit()


class Runner(Protocol):
    """Starts work; the program has threads for it, a test may do it on the spot."""

    changes: ChangesSignal

    def start(self, operation: Operation, road: Road, work: Work) -> None:
        """Do `work` and tell `operation`."""

    def stop(self) -> None:
        """Finish what was started and end; nothing can be started after it."""


def outcome_of(work: Work) -> Outcome:
    """Do the work; what is neither refused nor unavailable goes into the crash file."""
    try:
        return Outcome(value=work())
    except (Refused, Unavailable) as error:
        return Outcome(error=error)
    except Exception as error:  # noqa: BLE001 - a bug in one piece of work must not end the thread of all others.
        record_crash(error)
        return Outcome(error=error)


class ThreadRunner(QObject):
    """The program's runner."""

    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make both threads; each starts with its first work."""
        super().__init__(parent)
        self._window_first = False
        self._held: list[tuple[Road, Callable[[], None]]] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._hand_over)
        self.changes = ChangesSignal(self)
        self._threads = {road: _WorkThread(road.value, self) for road in Road}
        self._ended.connect(self._deliver)

    def start(self, operation: Operation, road: Road, work: Work) -> None:
        """Put the work at the end of the road's queue."""
        self._held.append((road, lambda: self._ended.emit(operation, outcome_of(work))))
        if not self._window_first:
            self._hand_over()
        elif not self._turn.isActive():
            self._turn.start()

    def let_window_go_first(self) -> None:
        """Hand work over from now on only when the window has drawn what it has to draw.

        A key mostly does both: it changes the screen and asks for something to be read. Two Python threads that
        compute take each other's time, and the screen is what the person waits for. At the start both go at once.
        """
        self._window_first = True

    def stop(self) -> None:
        """Let both threads finish what they have and wait for them."""
        self._turn.stop()
        self._hand_over()
        for thread in self._threads.values():
            thread.stop()

    def _hand_over(self) -> None:
        held, self._held = self._held, []
        for road, work in held:
            self._threads[road].put(work)

    def _deliver(self, operation: Operation, outcome: Outcome) -> None:
        # The screen may have been closed while the work was done.
        if shiboken6.isValid(operation):
            operation.deliver(outcome)
        _tell_changes(self.changes, operation, outcome)


class SynchronousRunner(QObject):
    """Does the work on the spot, for tests and for drawing pictures."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a runner without threads."""
        super().__init__(parent)
        self.changes = ChangesSignal(self)

    def start(self, operation: Operation, road: Road, work: Work) -> None:  # noqa: ARG002 - there is one road.
        """Do the work now."""
        outcome = outcome_of(work)
        operation.deliver(outcome)
        _tell_changes(self.changes, operation, outcome)

    def stop(self) -> None:
        """Nothing is running."""


class _WorkThread(QThread):
    """Does one thing after the other."""

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()

    def put(self, work: Callable[[], None]) -> None:
        self._waiting.put(work)
        if not self.isRunning():
            self.start()

    def run(self) -> None:
        while (work := self._waiting.get()) is not None:
            work()

    def stop(self) -> None:
        self._waiting.put(None)
        self.wait()


def _tell_changes(signal: ChangesSignal, operation: Operation, outcome: Outcome) -> None:
    changes = getattr(outcome.value, "changes", None)
    if isinstance(changes, Changes) and changes:
        initiator = operation.parent() if shiboken6.isValid(operation) else None
        signal.changes_made.emit(changes, initiator)
