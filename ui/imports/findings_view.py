"""Two lists that an import leaves: who is no longer in the extract, and what differs from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.cases.words import CLOSINGS
from app.imports.applying.plan import FindingKind
from app.imports.findings import OpenFinding
from app.imports.settling import EndMissing, end_missing
from db.values.people import ClosingReason
from ui.danish_dates import full_date
from ui.forms.choice_fields import Choice
from ui.forms.day_field import DayField
from ui.forms.short_dialog import ShortDialog
from ui.forms.text_fields import TextLine
from ui.imports.findings_desk import FindingsDesk
from ui.lists.row_list import RowList
from ui.lists.row_model import ListColumn
from ui.shell.begin_at import begin_at
from ui.theme.labels import caption, frame, stored
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from app.changes import Done
    from ui.shell.workplace import Workplace

_HELP = {
    FindingKind.NO_LONGER_THERE: (
        "Borgerne har en åben sag i enheden, men stod ikke i det fulde udtræk. Intet er afsluttet. "
        "Vælg for hver, om sagen skal afsluttes eller beholdes."
    ),
    FindingKind.DIFFERS: (
        "Det er rettet her efter udtrækkets dato, og udtrækket siger noget andet. Jeres egen rettelse står, "
        "til du vælger."
    ),
}
_EMPTY = {
    FindingKind.NO_LONGER_THERE: "Alle borgere stod i det seneste fulde udtræk.",
    FindingKind.DIFFERS: "Intet afviger fra udtrækkene.",
}


class FindingsView(QWidget):
    """One of the two lists; many lines can be marked and settled at once."""

    def __init__(self, workplace: Workplace, desk: FindingsDesk, kind: FindingKind) -> None:
        """Make it empty."""
        super().__init__()
        self._workplace, self._desk, self._kind = workplace, desk, kind
        missing = kind is FindingKind.NO_LONGER_THERE
        name = self.tr("Ikke længere i udtrækket") if missing else self.tr("Afviger fra udtrækket")
        columns = _missing_columns() if missing else _differing_columns()
        self.list = RowList(workplace.theme, name, columns, lambda finding: finding.id, many=True)
        self.list.say_when_empty(_EMPTY[kind])
        self.end = QPushButton(self.tr("Afslut sag …"))
        self.keep = QPushButton(self.tr("Behold") if missing else self.tr("Behold vores"))
        self.take = QPushButton(self.tr("Tag udtrækkets værdi"))
        self.mark_all = QPushButton(self.tr("Markér alle"))
        self.open = QPushButton(self.tr("Åbn sag"))
        self._marked = stored("", "muted")
        self._lay_out()
        self.keep.clicked.connect(lambda: desk.keep(self._ids()))
        self.take.clicked.connect(lambda: desk.take(self._ids()))
        self.end.clicked.connect(self._ask_how_it_ended)
        self.mark_all.clicked.connect(self.list.selectAll)
        self.open.clicked.connect(self._open_citizen)
        self.list.selection_moved.connect(self._show_marked)
        self.list.entered_row.connect(lambda _row: self._open_citizen())
        begin_at(self, self.list)
        self._show_marked()

    def show_findings(self, findings: Sequence[OpenFinding]) -> None:
        """Show those of the list's kind."""
        self.list.show_rows([finding for finding in findings if finding.kind is self._kind])
        self._show_marked()

    def _ids(self) -> tuple[str, ...]:
        return tuple(finding.id for finding in self.list.marked())

    def _show_marked(self) -> None:
        count, there = len(self.list.marked()), self.list.rows.rowCount()
        words = self.tr("1 valgt") if count == 1 else self.tr("{count} valgt").format(count=count)
        self._marked.setText(words if there else "")
        for button in (self.end, self.keep, self.take):
            button.setEnabled(count > 0)
        self.mark_all.setEnabled(there > 0)
        self.open.setEnabled(count == 1)

    def _open_citizen(self) -> None:
        finding = self.list.chosen()
        if isinstance(finding, OpenFinding):
            self._workplace.show_citizen(finding.case_id)

    def _ask_how_it_ended(self) -> None:
        marked = self.list.marked()
        today = self._workplace.desk.clock.today()
        day = DayField(self.tr("Afsluttet den"), today, quick=(("I dag", "i dag"),))
        day.set_value(today)
        reason: Choice[ClosingReason] = Choice(self.tr("Årsag"), dict(CLOSINGS), empty=self.tr("Vælg årsag"))
        text = TextLine(self.tr("Uddybning"), help_text=self.tr("Skal skrives, når årsagen er andet."))
        about = marked[0].citizen if len(marked) == 1 else self.tr("{count} borgere").format(count=len(marked))
        fields = {"closed_on": day, "reason": reason, "reason_text": text}
        dialog = ShortDialog(self.tr("Afslut sag"), about, fields, self.window())
        ids = self._ids()

        def work() -> Callable[[], Done] | None:
            on, why = day.value(), reason.value()
            if on is None:
                day.show_error(self.tr("Skriv en dato."))
                return None
            if why is None:
                reason.show_error(self.tr("Vælg en årsag."))
                return None
            return self._workplace.desk.use(end_missing, EndMissing(ids, on, why, text.value() or None))

        def saved(done: Done) -> None:
            words = self.tr("Sagen er afsluttet.") if len(ids) == 1 else self.tr("{count} sager er afsluttet.")
            self._workplace.say(" ".join((words.format(count=len(ids)), *done.notices)))
            self._desk.read()

        dialog.save_with(self._workplace.desk.runner, work)
        dialog.saved.connect(saved)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(caption(_HELP[self._kind], "muted", wrap=True))
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, Space.S)
        inside.addWidget(self.list)
        column.addWidget(card, stretch=1)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        missing = self._kind is FindingKind.NO_LONGER_THERE
        shown = (self.keep, self.end) if missing else (self.keep, self.take)
        self.keep.setProperty("role", "primary")
        for button in (*shown, self.mark_all):
            row.addWidget(button)
        row.addWidget(self._marked)
        row.addStretch()
        row.addWidget(self.open)
        self.open.setVisible(self._workplace.shows_citizens())
        (self.take if missing else self.end).setParent(None)
        column.addLayout(row)


def _missing_columns() -> tuple[ListColumn, ...]:
    citizen, holder, day = Size.MISSING_COLUMNS
    return (
        ListColumn("Borger", lambda each: each.citizen, citizen, second=lambda each: full_date(each.born)),
        ListColumn("Tovholder", lambda each: each.holder or "Uden tovholder", holder),
        ListColumn("Enhed", lambda each: each.unit or "–"),
        ListColumn("Udtræk pr.", lambda each: full_date(each.extract_on) if each.extract_on else "–", day),
    )


def _differing_columns() -> tuple[ListColumn, ...]:
    citizen, field, value, day = Size.DIFFERING_COLUMNS
    return (
        ListColumn("Borger", lambda each: each.citizen, citizen, second=lambda each: full_date(each.born)),
        ListColumn("Felt", lambda each: each.heading or "–", field),
        ListColumn("Her", lambda each: each.own_value or "(tom)", value),
        ListColumn("Rettet", lambda each: full_date(each.changed_on) if each.changed_on else "–", day),
        ListColumn("I udtrækket", lambda each: each.extract_value or "(tom)"),
        ListColumn("Udtræk pr.", lambda each: full_date(each.extract_on) if each.extract_on else "–", day),
    )
