"""Notices that nobody is at the machine, or that it has slept, and that Ctrl+L was pressed where no shortcut reaches.

Every window that gets the focus is listened to at the place where keys and mouse come in from the desktop; that is
one call for each of them, where a filter on the whole program would be one for every paint and timer as well.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

TICK_SECONDS: Final = 5

# Two ticks further apart than this: the machine slept, or the whole session was stopped.
ASLEEP_SECONDS: Final = 30

_SOMEBODY: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


def seconds_with_sleep() -> float:
    """Seconds on a clock that nobody sets and that goes on while the machine sleeps."""
    # Linux has one; its monotonic clock stands still while the machine sleeps. Elsewhere that goes on.
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class IdleWatch(QObject):
    """`lock_wanted` comes when the program should lock. Looks at the time every few seconds."""

    lock_wanted = Signal()

    def __init__(
        self, minutes: int, parent: QObject | None = None, seconds: Callable[[], float] = seconds_with_sleep
    ) -> None:
        """Watch from now on."""
        super().__init__(parent)
        self.minutes = minutes
        self._seconds = seconds
        self._touched = self._ticked = seconds()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen_to)
            self._listen_to(application.focusWindow())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(TICK_SECONDS * 1000)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look at the time; the timer does it."""
        now = self._seconds()
        slept = now - self._ticked > TICK_SECONDS + ASLEEP_SECONDS
        self._ticked = now
        if slept or now - self._touched >= self.minutes * 60:
            self._touched = now
            self.lock_wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; take Ctrl+L where no shortcut of the window took it, as over a form."""
        if event.type() in _SOMEBODY:
            self._touched = self._seconds()
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_ctrl_l(event):
                self.lock_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            # Installing a filter again only moves it to the front.
            window.installEventFilter(self)


def _is_ctrl_l(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
