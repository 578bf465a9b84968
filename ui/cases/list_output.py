"""The list as a file or on paper: what is on the screen, in its order, and logged by whom it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.cases.caseload_row import CaseColumn, CaseloadRow, Deadline
from ui.cases.case_columns import HEADINGS, cell
from ui.danish_dates import full_date, long_date
from ui.operation import Road
from ui.shell.table_file import ask_for_table

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.exports.request import ExportReport
    from app.work import Work
    from ui.shell.workplace import Workplace


class ListOnScreen(NamedTuple):
    """What is seen, as values."""

    rows: Sequence[CaseloadRow]
    columns: Sequence[CaseColumn]
    deadlines: Mapping[str, Deadline]
    today: date

    def case_ids(self) -> list[str]:
        """Whom it shows."""
        return [row.case_id for row in self.rows]

    def lines(self) -> list[list[str]]:
        """Headings and rows. The birth date has a column of its own."""
        headings = [HEADINGS[column] for column in self.columns]
        place = self.columns.index(CaseColumn.CITIZEN)
        headings.insert(place + 1, "Født")
        return [headings, *(self._line(row, place) for row in self.rows)]

    def _line(self, row: CaseloadRow, place: int) -> list[str]:
        line = [
            row.name if column is CaseColumn.CITIZEN
            else cell(row, column, self.deadlines.get(row.case_id), self.today).whole()
            for column in self.columns
        ]  # fmt: skip
        line.insert(place + 1, full_date(row.born))
        return line


class ListOutput(QObject):
    """Asks where to, and writes or prints."""

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        """Write for a page."""
        super().__init__(page)
        self._workplace, self._page = workplace, page

    def ask_for_file(self, listed: ListOnScreen) -> QFileDialog:
        """Ask for the file's name and write it."""
        name = f"sager-{listed.today:%Y-%m-%d}.xlsx"
        return ask_for_table(self._page, self.tr("Eksportér sager"), name, lambda path: self.write(listed, path))

    def write(self, listed: ListOnScreen, path: Path) -> None:
        """Write the file."""
        desk = self._workplace.desk

        def work() -> ExportReport:
            from app.exports.caseload_table import export_caseload

            return export_caseload(
                desk.store,
                listed.lines(),
                listed.case_ids(),
                path,
                author=desk.author,
                clock=desk.clock,
                make_id=desk.make_id,
            )

        def done(report: ExportReport) -> None:
            words = self.tr("{count} rækker er skrevet til {file}.").format(count=report.rows, file=report.file)
            self._workplace.say(words)

        self._workplace.run(Road.WRITE, work, done, self)

    def ask_for_printer(self, listed: ListOnScreen) -> None:
        """Ask for the printer and print."""
        from PySide6.QtPrintSupport import QPrinter

        from ui.shell.print_dialog import ask_for_printer

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Sager")
        ask_for_printer(printer, self._page, lambda: self.print_list(listed, printer))

    def print_list(self, listed: ListOnScreen, printer: QPrinter) -> None:
        """Log whom it shows, and print once that is kept."""
        case_ids = listed.case_ids()

        def note(work: Work) -> str:
            from app.exports.caseload_table import note_printed

            note_printed(work, case_ids)
            return as_html(listed)

        def draw(html: str) -> None:
            from PySide6.QtGui import QPageLayout, QTextDocument

            printer.setPageOrientation(QPageLayout.Orientation.Landscape)
            document = QTextDocument()
            document.setHtml(html)
            document.print_(printer)
            self._workplace.say(self.tr("Listen er sendt til printeren."))

        self._workplace.run(Road.WRITE, self._workplace.desk.open(note), draw, self)


def as_html(listed: ListOnScreen) -> str:
    """The list as a table that is printed; whatever stands in the store is text and no markup."""
    headings, *lines = listed.lines()
    head = "".join(f"<th align='left'>{escape(text)}</th>" for text in headings)
    body = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in line) + "</tr>" for line in lines)
    return (
        f"<h3>Sager, {escape(long_date(listed.today))}</h3>"
        f"<table cellspacing='0' cellpadding='3' border='1' width='100%' style='font-size: 8pt'>"
        f"<thead><tr>{head}</tr></thead>{body}</table>"
    )
