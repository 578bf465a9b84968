"""Takes files in one after the other, tells how far it has come, and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.clock import Clock
from app.ids import NewId
from db.errors import Refused, Unavailable
from ui.operation import Operation, Road, Runner

if TYPE_CHECKING:
    from app.imports.request import ImportReport, Stage
    from db.store.store import Store


@dataclass(frozen=True, slots=True)
class ImportSetting:
    """What every file of a run is taken in with."""

    store: Store
    author: str
    clock: Clock
    make_id: NewId


class ImportRun(QObject):
    """One run over some files. The first that cannot be read stops it; what was taken in before stays.

    `progressed` carries how many of how many and the stage; `reported` an `ImportReport`; `stopped` the
    Danish reason. `ended` comes last.
    """

    progressed = Signal(int, int, str)
    reported = Signal(object)
    stopped = Signal(str)
    broke = Signal()
    ended = Signal()

    def __init__(self, runner: Runner, setting: ImportSetting, parent: QObject) -> None:
        """Make a run; `start` starts it."""
        super().__init__(parent)
        self._runner, self._setting = runner, setting
        self._cancel = threading.Event()
        self._left: list[tuple[Path, str]] = []
        self._dry_run = True
        self._keep_refused = False

    def start(self, files: Sequence[tuple[Path, str]], *, dry_run: bool, keep_refused: bool = False) -> None:
        """Begin with the first file. A dry run writes nothing; `keep_refused` writes refused rows beside the file."""
        self._left = list(files)
        self._dry_run, self._keep_refused = dry_run, keep_refused
        self._cancel.clear()
        self._next()

    def cancel(self) -> None:
        """Stop as soon as can be; the file that is being taken in leaves nothing behind."""
        self._cancel.set()

    def _next(self) -> None:
        if not self._left:
            self.ended.emit()
            return
        path, kind = self._left.pop(0)
        operation = Operation(self)
        operation.succeeded.connect(self._report)
        operation.refused.connect(self._stop)
        operation.unavailable.connect(self._stop)
        operation.broke.connect(self._break)
        road = Road.READ if self._dry_run else Road.WRITE
        self._runner.start(operation, road, lambda: self._take_in(path, kind))

    def _take_in(self, path: Path, kind: str) -> ImportReport:
        from app.imports.request import ImportRequest
        from app.imports.run import import_file

        setting = self._setting
        refused_to = path.with_name(f"{path.stem}-afvist.csv") if self._keep_refused else None
        request = ImportRequest(kind, path, dry_run=self._dry_run, refused_to=refused_to)
        return import_file(
            setting.store,
            request,
            author=setting.author,
            clock=setting.clock,
            make_id=setting.make_id,
            progress=self._tell,
            cancelled=self._cancel.is_set,
        )

    def _tell(self, done: int, total: int, stage: Stage) -> None:
        # From the working thread: Qt hands it over to the window's. The dialog waits for the end before it goes.
        self.progressed.emit(done, total, stage.value)

    def _report(self, report: ImportReport) -> None:
        self.reported.emit(report)
        self._next()

    def _stop(self, outcome: Refused | Unavailable) -> None:
        self._left.clear()
        self.stopped.emit(outcome.message)
        self.ended.emit()

    def _break(self) -> None:
        self._left.clear()
        self.broke.emit()
        self.ended.emit()
