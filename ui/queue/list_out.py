"""The list on paper and in a file: exactly the lines that are shown, and never without a line in the log of use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.operation import Operation, Road
from ui.queue.done_notice import DoneNotice
from ui.shell.table_file import ask_for_table

if TYPE_CHECKING:
    from app.exports.request import ExportReport
    from app.queue.item import QueueItem
    from app.work import Work
    from ui.queue.printed_list import PrintedList

_BROKEN: Final = "Der er en fejl i programmet, og der er ikke skrevet noget."
PRINTED: Final = "Udskrift af kø"
"""What the log of use says."""


class ListOut:
    """Asks where to, writes beside the window, and says what came of it."""

    def __init__(self, desk: Desk, parent: QWidget, notice: DoneNotice) -> None:
        """Work at a desk; the dialogs belong to `parent`."""
        self._desk, self._parent, self._notice = desk, parent, notice

    def export(self, items: tuple[QueueItem, ...]) -> None:
        """Ask for a file and write the rows into it, in the order of the screen."""
        name = f"min-produktion-{self._desk.clock.today():%Y-%m-%d}.xlsx"
        ask_for_table(self._parent, "Eksportér listen", name, lambda path: self.write(items, path))

    def write(self, items: tuple[QueueItem, ...], path: Path) -> None:
        """Write the file, whole or not at all."""
        desk = self._desk

        def work() -> ExportReport:
            from app.exports.export import export_queue

            return export_queue(desk.store, items, path, author=desk.author, clock=desk.clock, make_id=desk.make_id)

        def written(report: ExportReport) -> None:
            lines = "1 linje" if report.rows == 1 else f"{report.rows} linjer"
            self._notice.say(f"{lines} er skrevet til {report.file}. Filen er ikke krypteret.")

        self._start(work, written)

    def print(self, printed: PrintedList) -> None:
        """Ask for a printer, log whose lines go out, and draw them."""
        from PySide6.QtPrintSupport import QPrinter

        from ui.queue.printed_list import page_layout
        from ui.shell.print_dialog import ask_for_printer

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        printer.setDocName("Min produktion")
        ask_for_printer(printer, self._parent, lambda: self.print_on(printed, printer), "Udskriv listen")

    def print_on(self, printed: PrintedList, printer: object) -> None:
        """Log first, and print when the log has it."""
        from PySide6.QtPrintSupport import QPrinter

        from ui.queue.printed_list import draw

        cases = tuple(dict.fromkeys(item.case_id for item in printed.items if item.case_id is not None))

        def log(work: Work) -> None:
            from app.cases.usage_log import note_use_of_cases
            from db.values.people import UsageKind

            note_use_of_cases(work, UsageKind.PRINTED, PRINTED, cases)

        def logged(_nothing: object) -> None:
            if not isinstance(printer, QPrinter):
                return
            pages = draw(printed, printer)
            if printer.printerState() is QPrinter.PrinterState.Error or not pages:
                self._notice.warn("Listen kunne ikke udskrives. Se efter, om printeren er tændt.")
                return
            sheets = "1 side" if pages == 1 else f"{pages} sider"
            self._notice.say(f"Listen er sendt til printeren: {sheets}.")

        self._start(self._desk.write("print_queue", log), logged)

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        operation = Operation(self._parent)
        operation.succeeded.connect(done)
        operation.report_to(self._notice.warn, lambda: self._notice.say_broken(_BROKEN))
        self._desk.runner.start(operation, Road.WRITE, work)
