"""Imports every screen when the program is at rest, so that opening one for the first time costs no more than again.

2026-11-25. The first form of a kind took 100 ms longer than the next: its modules were imported in the GUI's thread,
between the key and the form. The start may not wait for them either. They are imported by the reader's thread, one
after the other with a pause between, so that what a person asks for meanwhile comes in between.

What stands then stays for as long as the program runs, and garbage is no longer looked for in it: a full collection
went through 250,000 objects and took up to 265 ms, in whichever thread, and the window stood still; without these
objects it takes 20 to 30. They are not collected first, which would take as long once more: the little garbage that
importing leaves is kept instead.
"""

from __future__ import annotations

import gc
import linecache
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer

from ui.operation import Operation, Road, Runner

_REST_MS: Final = 1_500
_PAUSE_MS: Final = 10
# What nobody comes to from the open window: the command line, the ways in, and what only draws pictures.
_NOT_PACKAGES: Final = frozenset({"command_line", "unlock", "manual"})
_NOT_MODULES: Final = frozenset({"scenes"})


def screens() -> Iterator[str]:
    """The names of the modules that screens are made of, by package."""
    import ui

    for package in pkgutil.iter_modules(ui.__path__, "ui."):
        if package.ispkg and package.name.removeprefix("ui.") not in _NOT_PACKAGES:
            for module in pkgutil.iter_modules(import_module(package.name).__path__, f"{package.name}."):
                if module.name.rpartition(".")[2] not in _NOT_MODULES:
                    yield module.name


class WarmUp(QObject):
    """Begins some time after it was made, and ends by itself."""

    def __init__(self, runner: Runner, parent: QObject) -> None:
        """Wait for the start to be over."""
        super().__init__(parent)
        self._runner = runner
        self._left = screens()
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        self._timer.start(_REST_MS)

    def stop(self) -> None:
        """Leave the rest to whoever needs it."""
        self._stopped = True
        self._timer.stop()

    def _next(self) -> None:
        operation = Operation(self)
        operation.succeeded.connect(self._go_on)
        operation.ended.connect(operation.deleteLater)
        self._runner.start(operation, Road.READ, self._import_one)

    def _import_one(self) -> bool:
        name = next(self._left, None)
        if name is not None:
            import_module(name)
        return name is not None

    def _go_on(self, more: object) -> None:
        if self._stopped:
            return
        if more:
            self._timer.start(_PAUSE_MS)
        else:
            # Source text that making classes has read: two megabytes that nobody asks for again.
            linecache.clearcache()
            gc.freeze()
