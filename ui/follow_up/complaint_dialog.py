"""Behandl klage: upheld, or sent on, with what became of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from app.cases.complaints import SettleComplaint
from app.cases.opened_follow_ups import OpenedComplaint
from db.errors import Refused
from ui.danish_dates import full_date
from ui.follow_up.reason_box import reason_box
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.text_fields import Note
from ui.theme.tokens import Size

OUTCOMES: Final = {
    "upheld": "Fuldt medhold",
    "sent_on": "Fastholdt og sendt videre",
    "withdrawn": "Klagen er trukket tilbage",
}


class ComplaintDialog(CaseDialog):
    """One complaint."""

    done_words = "Klagen er behandlet."

    def __init__(self, opened: OpenedComplaint, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Behandl klage"), self.tr("Gem genvurdering"), today, parent)
        self.resize(*Size.DIALOG)
        self._complaint_id = opened.complaint_id
        received = self.tr("Klagen kom {day}").format(day=full_date(opened.received_on))
        fine = self.tr("Afgørelsen genvurderes inden 4 uger, før klagen sendes videre.")
        self.body.addWidget(reason_box(received, (opened.subject,) if opened.subject else (), fine))
        self.outcome = SegmentedChoice(self.tr("Genvurderingen"), OUTCOMES)
        self.note = Note(self.tr("Begrundelse"), lines=5)
        self.settled_on = DayField(self.tr("Dato"), today)
        self.settled_on.set_value(today)
        fields = {"outcome": self.outcome, "result": self.note, "settled_on": self.settled_on}
        for field in fields.values():
            self.body.addWidget(field)
        self.finish(Form(fields, self), opened.case.head, opened.case.draft)
        if opened.case.draft is None:
            self.outcome.take_focus()

    def request(self) -> SettleComplaint:
        """The answer as the fields say it."""
        outcome, on, note = self.outcome.value(), self.settled_on.value(), self.note.value()
        if outcome is None:
            raise Refused(self.tr("Vælg, hvad genvurderingen endte med."), field="outcome", code="missing")
        if on is None:
            raise Refused(self.tr("Skriv datoen."), field="settled_on", code="missing")
        return SettleComplaint(self._complaint_id, on, f"{OUTCOMES[outcome]}: {note}" if note else "")
