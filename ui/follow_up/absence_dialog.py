"""Behandl udeblivelse: what was reported, and one of three ways to close it, with a note."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from app.cases.opened_follow_ups import OpenedAbsence
from app.orders.absences import CLOSINGS, AnswerAbsence
from db.errors import Refused
from db.values.offers import AbsenceKind
from ui.danish_dates import full_date
from ui.follow_up.reason_box import reason_box
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.text_fields import Note
from ui.theme.tokens import Size

KINDS: Final = {
    AbsenceKind.ABSENT: "Udeblev",
    AbsenceKind.LATE: "Kom for sent",
    AbsenceKind.LEFT_EARLY: "Gik før tid",
    AbsenceKind.REFUSED: "Afslog",
    AbsenceKind.BEHAVIOUR: "Adfærd",
}


class AbsenceDialog(CaseDialog):
    """One report of absence."""

    done_words = "Udeblivelsen er behandlet."

    def __init__(self, opened: OpenedAbsence, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Behandl udeblivelse"), self.tr("Gem udeblivelse"), today, parent)
        self.resize(Size.DIALOG[0], Size.DIALOG[1] + Size.ROW)
        self._report_id = opened.report_id
        self.body.addWidget(
            reason_box(
                f"{KINDS[opened.kind]} {full_date(opened.event_on)}",
                _lines(opened),
                self.tr("Programmet afgør intet. En sanktion kræver en vurdering af sagen."),
            )
        )
        self.closing = SegmentedChoice(self.tr("Hvordan lukkes den?"), CLOSINGS)
        self.note = Note(self.tr("Notat"), lines=5, help_text=self.tr("Hvad borgeren siger, og hvad du bygger på."))
        self.closed_on = DayField(self.tr("Dato"), today)
        self.closed_on.set_value(today)
        fields = {"closing": self.closing, "note": self.note, "closed_on": self.closed_on}
        for field in fields.values():
            self.body.addWidget(field)
        self.finish(Form(fields, self), opened.case.head, opened.case.draft)
        if opened.case.draft is None:
            self.closing.take_focus()

    def request(self) -> AnswerAbsence:
        """The answer as the fields say it."""
        closing, on = self.closing.value(), self.closed_on.value()
        if closing is None:
            raise Refused(self.tr("Vælg, hvordan udeblivelsen lukkes."), field="closing", code="missing")
        if on is None:
            raise Refused(self.tr("Skriv datoen."), field="closed_on", code="missing")
        return AnswerAbsence(self._report_id, closing, on, self.note.value())


def _lines(opened: OpenedAbsence) -> Iterator[str]:
    by = f" af {opened.reported_by}" if opened.reported_by else ""
    yield f"Meldt {full_date(opened.reported_on)}{by}"
    if opened.explanation:
        yield f"Leverandøren: {opened.explanation}"
    if opened.statement:
        yield f"Borgeren: {opened.statement}"
    if opened.documentation is not None:
        yield "Der er dokumentation" if opened.documentation else "Der er ingen dokumentation"
    if opened.heard_at_provider is not None:
        yield "Borgeren er hørt hos leverandøren" if opened.heard_at_provider else "Borgeren er ikke hørt endnu"
    yield from (f"Kontaktforsøg {attempt}" for attempt in opened.attempts)
