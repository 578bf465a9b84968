"""The files on the table: looks into them, tries them and takes them in, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.imports.guess import guess_kind, kind_names
from app.imports.kept_mappings import KeepMapping, keep_mapping, kept_kind, kept_mapping
from app.imports.reading import peek
from ui.imports.import_file import BUSY, FileState, ImportFile, Looked
from ui.imports.import_run import ImportRun
from ui.operation import Operation, Road

if TYPE_CHECKING:
    from app.imports.request import ImportReport
    from ui.shell.workplace import Workplace


class ImportBench(QObject):
    """`file_changed` carries the file that has come further; `taken` one that was taken in.

    `progressed` carries how many of how many and the stage of the file that is at work.
    """

    file_changed = Signal(object)
    taken = Signal(object)
    progressed = Signal(int, int, str)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        """Begin with an empty table."""
        super().__init__(parent)
        self._workplace = workplace
        self.files: list[ImportFile] = []
        self._run = ImportRun(workplace.desk, self)
        self._at_work: ImportFile | None = None
        self._left: list[ImportFile] = []
        self._run.progressed.connect(self.progressed)
        self._run.reported.connect(self._report)
        self._run.stopped.connect(self._stop)
        self._run.ended.connect(self._end)

    def add(self, paths: Sequence[Path]) -> None:
        """Put files on the table; one that lies there already is looked into anew."""
        for path in paths:
            known = next((file for file in self.files if file.path == path), None)
            if known is not None and known.state in BUSY:
                continue
            if known is not None:
                self.files.remove(known)
            file = ImportFile(path)
            self.files.append(file)
            self._look(file)

    def remove(self, file: ImportFile) -> None:
        """Take a file off the table."""
        if file is not self._at_work:
            self.files.remove(file)
            self._left = [each for each in self._left if each is not file]

    def at_work(self) -> ImportFile | None:
        """The file that is being tried or taken in."""
        return self._at_work

    def try_file(self, file: ImportFile) -> None:
        """Find out what would happen. Waits until the file before it is done."""
        if file.can_be_tried() and file.state not in BUSY and file not in self._left:
            self._left.append(file)
            self._next()

    def take_in(self, file: ImportFile) -> None:
        """Take a tried file in."""
        if self._at_work is None and file.state is FileState.TRIED:
            self._start(file, dry_run=False)

    def cancel(self) -> None:
        """Stop what is at work; nothing is half done."""
        self._left.clear()
        self._run.cancel()

    def _look(self, file: ImportFile) -> None:
        desk, path = self._workplace.desk, file.path

        def look() -> Looked:
            peeked = peek(path)
            today = desk.clock.today()
            changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().date()
            with desk.store.reading() as session:
                mappings = {name: kept_mapping(session, name, peeked.headings) for name in kind_names()}
                kind = kept_kind(session, kind_names(), peeked.headings)
            kept = {name: mapping for name, mapping in mappings.items() if mapping is not None}
            return Looked(peeked, min(changed, today), kind or guess_kind(peeked.headings, path.stem), kept)

        def show(looked: Looked) -> None:
            file.take_look(looked)
            self.files.sort(key=_order)
            self.file_changed.emit(file)
            self.try_file(file)

        operation = Operation(self)
        operation.succeeded.connect(show)
        operation.report_to(
            lambda message: self._break(file, message),
            lambda: self._break(file, self.tr("Der er en fejl i programmet. Filen er ikke indlæst.")),
        )
        desk.runner.start(operation, Road.READ, look)

    def _break(self, file: ImportFile, message: str) -> None:
        file.state = FileState.BROKEN
        file.message = message
        self.file_changed.emit(file)

    def _next(self) -> None:
        if self._at_work is None and self._left:
            self._start(self._left.pop(0), dry_run=True)

    def _start(self, file: ImportFile, *, dry_run: bool) -> None:
        self._at_work = file
        file.state = FileState.TRYING if dry_run else FileState.TAKING
        file.message = ""
        self.file_changed.emit(file)
        self._run.start(file.request(dry_run=dry_run))

    def _report(self, report: ImportReport) -> None:
        file = self._at_work
        if file is None:
            return
        file.report = report
        file.state = FileState.TRIED if report.dry_run else FileState.TAKEN
        self._keep_columns(file)
        if not report.dry_run:
            self.taken.emit(file)

    def _stop(self, message: str) -> None:
        if self._at_work is not None:
            file = self._at_work
            # What was tried still holds; a file that could not even be tried is to be chosen for anew.
            file.state = FileState.TRIED if file.report is not None else FileState.CHOOSING
            file.message = message

    def _end(self) -> None:
        file, self._at_work = self._at_work, None
        if file is not None:
            self.file_changed.emit(file)
        self._next()

    def _keep_columns(self, file: ImportFile) -> None:
        """Let the next file of the same shape need no work."""
        if not file.is_own_choice() or file.kind is None or file.looked is None:
            return
        looked = file.looked
        request = KeepMapping(file.kind.name, looked.peeked.headings, file.mapping())
        file.looked = replace(looked, kept={**looked.kept, request.kind: request.mapping})
        write: Callable[[], None] = self._workplace.desk.use(keep_mapping, request)
        self._workplace.run(Road.WRITE, write, lambda _done: None, self)


def _order(file: ImportFile) -> int:
    """Citizens are taken in before what hangs on them; what is not known comes last."""
    return kind_names().index(file.kind.name) if file.kind is not None else len(kind_names())
