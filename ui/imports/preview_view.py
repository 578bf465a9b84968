"""What will happen, or what has: the counts, the rows with their faults at the cells, and what is wrong in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.imports.applying.plan import FindingKind
from app.imports.preview import Preview, PreviewRow
from app.imports.request import ImportReport
from ui.imports.import_file import ImportFile
from ui.imports.words import OUTCOMES, counts, rows
from ui.lists.row_list import RowList
from ui.lists.row_model import ListColumn
from ui.queue.flow_row import FlowRow
from ui.theme.fonts import font
from ui.theme.labels import chip, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space

_MOST_NOTICES = 3
_WHO = ("cpr", "navn", "tilbud_nr", "ordre_nr", "titel")


class PreviewView(QWidget):
    """`keep_refused_changed` says whether refused rows go to a file; `findings_wanted` which list is asked for."""

    keep_refused_changed = Signal(bool)
    findings_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it without a report."""
        super().__init__(parent)
        self._preview = Preview((), ())
        self.title = stored("", "strong", wrap=True)
        self._chips = QWidget()
        self._flow = FlowRow(self._chips)
        self._notes = stored("", "fine", wrap=True)
        self.only_faults = QCheckBox()
        self.keep_refused = QCheckBox(self.tr("Gem de afviste rækker i en fil ved siden af, så de kan rettes"))
        self.list = RowList(theme, self.tr("Filens rækker"), (), lambda row: row.line)
        self.list.set_row_height(Size.IMPORT_ROW)
        self.fault = stored("", "wrong", wrap=True)
        self._links = {kind: self._link(kind) for kind in FindingKind}
        self._lay_out()
        self.only_faults.toggled.connect(self._show_rows)
        self.keep_refused.toggled.connect(self.keep_refused_changed)
        self.list.row_chosen.connect(self._show_fault)

    def show_report(self, file: ImportFile) -> None:
        """Show a file's report."""
        report = file.report
        if report is None:
            return
        self.title.setText(self._title(report))
        while (place := self._flow.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words, tone in counts(report):
            made = chip(words, tone)
            self._flow.addWidget(made)
            made.show()
        self._chips.updateGeometry()
        self._show_notes(report, file)
        self.only_faults.setText(self.tr("Kun fejl ({count})").format(count=report.refused))
        self.only_faults.setVisible(bool(report.refused))
        self.keep_refused.setVisible(bool(report.refused) and report.dry_run)
        self.keep_refused.setChecked(file.keep_refused)
        if not report.refused:
            self.only_faults.setChecked(False)
        for kind, link in self._links.items():
            count = sum(1 for finding in report.findings if finding.kind is kind)
            link.setText(self._link_words(kind, count))
            link.setVisible(bool(count) and not report.dry_run)
        self._preview = report.preview or Preview((), ())
        self.list.set_row_height(Size.IMPORT_ROW if report.faults else Size.ROW)
        self.list.show_rows((), self._columns())
        self._show_rows()

    def shown_rows(self) -> tuple[PreviewRow, ...]:
        """The rows of the list."""
        return tuple(self.list.rows.row(number) for number in range(self.list.rows.rowCount()))

    def _title(self, report: ImportReport) -> str:
        day = f"{report.extract_on:%d.%m.%Y}"
        what = self.tr("Det sker, når du indlæser") if report.dry_run else self.tr("Indlæst")
        return self.tr("{what}: {rows} {kind}, udtræk pr. {day}").format(
            what=what, rows=rows(report.read), kind=report.kind, day=day
        )

    def _show_notes(self, report: ImportReport, file: ImportFile) -> None:
        notes = []
        if report.ignored_columns:
            notes.append(self.tr("Læses ikke: {columns}.").format(columns=", ".join(report.ignored_columns)))
        if report.dry_run:
            for kind in FindingKind:
                count = sum(1 for finding in report.findings if finding.kind is kind)
                if count:
                    notes.append(self.tr("Kommer på en liste bagefter: {what}.").format(
                        what=self._link_words(kind, count)))  # fmt: skip
        elif report.refused and file.keep_refused:
            notes.append(self.tr("De afviste rækker ligger i {file}. Ret dem dér, og indlæs filen.").format(
                file=file.refused_to().name))  # fmt: skip
        notes += [notice.text for notice in report.notices[:_MOST_NOTICES]]
        if len(report.notices) > _MOST_NOTICES:
            notes.append(self.tr("… og {count} bemærkninger mere.").format(count=len(report.notices) - _MOST_NOTICES))
        if report.read == 0:
            notes.append(self.tr("Filen har ingen rækker under overskrifterne."))
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))

    def _show_rows(self) -> None:
        only = self.only_faults.isChecked()
        shown = [row for row in self._preview.rows if row.faults or not only]
        self.list.say_when_empty(self.tr("Ingen rækker at vise."))
        self.list.show_rows(shown)
        self._show_fault(self.list.chosen())

    def _show_fault(self, row: PreviewRow | None) -> None:
        faults = row.faults if row is not None else ()
        self.fault.setText("\n".join(fault.text for fault in faults))
        self.fault.setVisible(bool(faults))
        index = self.list.currentIndex()
        for number, column in enumerate(self.list.rows.columns() if faults else ()):
            if column.fault is not None and column.fault(row):
                self.list.scrollTo(index.siblingAtColumn(number))
                return

    def _columns(self) -> tuple[ListColumn, ...]:
        whole_rows = any(row.fault_at(None) for row in self._preview.rows)
        line, outcome, least, most = Size.IMPORT_COLUMNS
        first = (
            ListColumn(self.tr("Linje"), lambda row: str(row.line), line),
            ListColumn(
                self.tr("Resultat"),
                lambda row: OUTCOMES[row.outcome][0],
                most if whole_rows else outcome,
                tone=lambda row: OUTCOMES[row.outcome][1],
                fault=_fault_at(None),
            ),
        )
        metrics = QFontMetrics(font())
        faulty = {fault.column for row in self._preview.rows for fault in row.faults}
        columns = []
        for place, (heading, in_file) in self._in_order(faulty):
            longest = max((row.cells[place] for row in self._preview.rows[:50]), key=len, default="")
            wanted = max(metrics.horizontalAdvance(text) for text in (heading, longest)) + 2 * Space.L
            width = most if heading in faulty else max(least, min(wanted, most))
            name = heading if in_file.casefold() == heading.casefold() else f"{heading} ({in_file})"
            columns.append(ListColumn(name, _cell(place), width, fault=_fault_at(heading)))
        return (*first, *columns)

    def _in_order(self, faulty: set[str | None]) -> list[tuple[int, tuple[str, str]]]:
        """The columns with their places: who it is, then what is wrong, so that it is seen without scrolling."""
        columns = list(enumerate(self._preview.columns))
        return sorted(columns, key=lambda each: 0 if each[1][0] in _WHO else 1 if each[1][0] in faulty else 2)

    def _link_words(self, kind: FindingKind, count: int) -> str:
        if kind is FindingKind.DIFFERS:
            return self.tr("{count} afviger fra udtrækket").format(count=count)
        if kind is FindingKind.OFFER_NO_LONGER_THERE:
            return self.tr("{count} tilbud er ikke længere i udtrækket").format(count=count)
        return self.tr("{count} er ikke længere i udtrækket").format(count=count)

    def _link(self, kind: FindingKind) -> QPushButton:
        button = QPushButton()
        button.clicked.connect(lambda: self.findings_wanted.emit(kind))
        button.hide()
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.L, 0)
        head.setSpacing(Space.S)
        head.addWidget(self.title)
        head.addWidget(self._chips)
        head.addWidget(self._notes)
        links = QHBoxLayout()
        for link in self._links.values():
            links.addWidget(link)
        links.addWidget(self.only_faults)
        links.addWidget(self.keep_refused)
        links.addStretch()
        head.addLayout(links)
        column.addLayout(head)
        column.addWidget(self.list, stretch=1)
        below = QVBoxLayout()
        below.setContentsMargins(Space.L, 0, Space.L, Space.S)
        below.addWidget(self.fault)
        column.addLayout(below)
        self.fault.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


def _cell(place: int) -> Callable[[PreviewRow], str]:
    return lambda row: row.cells[place]


def _fault_at(heading: str | None) -> Callable[[PreviewRow], str | None]:
    def fault(row: PreviewRow) -> str | None:
        found = row.fault_at(heading) if row.faults else None
        return None if found is None else f"{found.wrong} {found.right}".strip()

    return fault
