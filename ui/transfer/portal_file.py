"""The list for the labour market portal as a file, and then, as a step of its own, all of it marked as reported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.exports import reports
from app.exports.request import ExportReport, ExportRequest
from app.transfer.ticks import TickRef
from db.values.people import ExternalSystem
from ui.operation import Road
from ui.shell.table_file import ask_for_table
from ui.theme.labels import stored
from ui.theme.tokens import Space
from ui.transfer.transfer_desk import transfer_desk

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace
    from ui.transfer.transfer_page import TransferPage


class PortalFile(QWidget):
    """Writing the file marks nothing: it may never reach the portal."""

    def __init__(self, workplace: Workplace, page: TransferPage) -> None:
        """Make the line under the list."""
        super().__init__(page)
        self._workplace, self._page = workplace, page
        self._waiting: tuple[str, ...] = ()
        self.save = QPushButton(self.tr("Gem indberetning som fil …"))
        self.mark = QPushButton()
        self.mark.hide()
        self._text = stored("", "fine", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.save)
        row.addWidget(self.mark)
        row.addWidget(self._text, stretch=1)
        self.save.clicked.connect(self._ask_where)
        self.mark.clicked.connect(self._mark_all)

    def write(self, path: Path) -> None:
        """Write the reports that wait: those of the scope that is chosen."""
        desk, mine = self._workplace.desk, self._page.choice().mine
        # The file dialog of some systems leaves the ending out.
        path = path if path.suffix.lower() in {".csv", ".xlsx"} else path.with_name(f"{path.name}.csv")

        def work() -> ExportReport:
            from app.exports.export import export_file

            request = ExportRequest(reports.NAME, path, mine=mine)
            return export_file(desk.store, request, author=desk.author, clock=desk.clock, make_id=desk.make_id)

        self._workplace.run(Road.WRITE, work, self._show_written, self)

    def _ask_where(self) -> None:
        ask_for_table(self.window(), self.tr("Gem indberetning"), "indberetning.csv", self.write)

    def _show_written(self, report: ExportReport) -> None:
        self._waiting = report.reports
        rows = self.tr("1 linje") if report.rows == 1 else self.tr("{count} linjer").format(count=report.rows)
        self._text.setText(self.tr("{file}: {rows}. Filen rummer CPR-numre. Slet den, når den er brugt.").format(
            file=report.file, rows=rows))  # fmt: skip
        self.mark.setText(self.tr("Marker alle i filen som indberettet ({count})").format(count=len(self._waiting)))
        self.mark.setVisible(bool(self._waiting))

    def _mark_all(self) -> None:
        refs = [TickRef(ExternalSystem.LABOUR_MARKET_PORTAL, each) for each in self._waiting]
        words = self.tr("{count} indberetninger er sat som indberettet.").format(count=len(refs))
        self._waiting = ()
        self.mark.hide()
        self._text.setText("")
        transfer_desk(self._workplace).mark(refs, words)
