"""Takes one file in, or tries to, tells how far it has come, and can be stopped."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk
from ui.operation import Operation, Road

if TYPE_CHECKING:
    from app.imports.request import ImportReport, ImportRequest, Stage
    from db.errors import Refused, Unavailable


class ImportRun(QObject):
    """One run of one file.

    `progressed` carries how many of how many and the stage; `reported` an `ImportReport`; `stopped` the
    Danish reason. `ended` comes last.
    """

    progressed = Signal(int, int, str)
    reported = Signal(object)
    stopped = Signal(str)
    ended = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Make a run; `start` starts it."""
        super().__init__(parent)
        self._desk = desk
        self._cancel = threading.Event()

    def start(self, request: ImportRequest) -> None:
        """Begin. A dry run writes nothing and goes on the reader's road."""
        self._cancel.clear()
        operation = Operation(self)
        operation.succeeded.connect(self.reported)
        operation.refused.connect(self._stop)
        operation.unavailable.connect(self._stop)
        operation.broke.connect(
            lambda: self.stopped.emit(self.tr("Der er en fejl i programmet. Filen er ikke indlæst."))
        )
        operation.ended.connect(self.ended)
        road = Road.READ if request.dry_run else Road.WRITE
        self._desk.runner.start(operation, road, lambda: self._take_in(request))

    def cancel(self) -> None:
        """Stop as soon as can be; the file that is being taken in leaves nothing behind."""
        self._cancel.set()

    def _take_in(self, request: ImportRequest) -> ImportReport:
        from app.imports.run import import_file

        desk = self._desk
        return import_file(
            desk.store,
            request,
            author=desk.author,
            clock=desk.clock,
            make_id=desk.make_id,
            progress=self._tell,
            cancelled=self._cancel.is_set,
        )

    def _tell(self, done: int, total: int, stage: Stage) -> None:
        # From the working thread: Qt hands it over to the window's. The page lives as long as the window, and the
        # window waits for its threads before it goes.
        self.progressed.emit(done, total, stage.value)

    def _stop(self, outcome: Refused | Unavailable) -> None:
        self.stopped.emit(outcome.message)
