"""Besked om forsinkelse: the citizen is told of the new date, and why."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.cases.application_cases import SendDelayNotice
from app.cases.application_view import OpenedApplication
from app.cases.words import APPLICATIONS
from db.errors import Refused
from ui.applications.letters import where_the_letter_is
from ui.applications.step_lines import case_lines
from ui.danish_dates import full_date
from ui.forms.case_dialog import CaseDialog
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.side_panel import side_panel
from ui.forms.text_fields import Note
from ui.theme.labels import stored
from ui.theme.tokens import Size


class DelayDialog(CaseDialog):
    """One notice about one application."""

    def __init__(self, opened: OpenedApplication, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Besked om forsinkelse"), self.tr("Gem besked"), today, parent)
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL, Size.DIALOG[1])
        self.done_words = " ".join(filter(None, (self.tr("Beskeden er gemt."), where_the_letter_is())))
        self._application_id = opened.application.id
        application = opened.application
        words = (
            self.tr("Sagen om {application} skal være afgjort senest {day}. Nås det ikke, skal borgeren have besked.")
            if application.due_on >= today
            else self.tr("Sagen om {application} skulle være afgjort senest {day}. Borgeren skal have besked.")
        )
        self.body.addWidget(
            stored(
                words.format(application=APPLICATIONS[application.kind], day=full_date(application.due_on)), wrap=True
            )
        )
        self.new_expected_on = DayField(self.tr("Ny dato for afgørelsen"), today)
        self.reason = Note(self.tr("Hvorfor er sagen forsinket?"), lines=4)
        self.sent_on = DayField(self.tr("Sendt den"), today)
        self.sent_on.set_value(today)
        fields = {"new_expected_on": self.new_expected_on, "reason": self.reason, "sent_on": self.sent_on}
        for field in fields.values():
            self.body.addWidget(field)
        self.finish(
            Form(fields, self), opened.case.head, opened.case.draft, side_panel(case_lines(opened.application, today))
        )
        if opened.case.draft is None:
            self.new_expected_on.take_focus()

    def request(self) -> SendDelayNotice:
        """The notice as the fields say it."""
        expected, sent_on = self.new_expected_on.value(), self.sent_on.value()
        if expected is None:
            raise Refused(self.tr("Skriv den nye dato."), field="new_expected_on", code="missing")
        if sent_on is None:
            raise Refused(self.tr("Skriv, hvornår beskeden er sendt."), field="sent_on", code="missing")
        return SendDelayNotice(self._application_id, sent_on, expected, self.reason.value())
