"""Tells the person of an exception that nobody caught: in a slot, in a drawing, in any thread."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.crash import tell_of_crashes
from ui.shell.main_window import MainWindow
from ui.theme.tokens import Tone

BROKEN: Final = (
    "Der er en fejl i programmet. Det, der er gemt, er der stadig. En fejlrapport uden personoplysninger ligger "
    "på denne maskine."
)


class CrashNotice(QObject):
    """The way from the hook, in whichever thread, to the window's line."""

    _crashed = Signal()

    def __init__(self, window: MainWindow) -> None:
        """Tell of everything from now on, until `stop`."""
        super().__init__(window)
        self._window = window
        self._crashed.connect(self._show)
        tell_of_crashes(self._crashed.emit)

    def stop(self) -> None:
        """Tell nobody any more: the window goes."""
        tell_of_crashes(None)

    def _show(self) -> None:
        self._window.notice.show_text(BROKEN, Tone.RED)
        # A form over the window hides the line; it has one of its own.
        show = getattr(QApplication.activeModalWidget(), "show_message", None)
        if show is not None:
            show(BROKEN)
