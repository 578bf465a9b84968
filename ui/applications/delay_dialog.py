"""Besked om forsinkelse: the citizen is told of the new date, and why."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.cases.application_cases import SendDelayNotice
from app.cases.application_view import OpenedApplication
from app.cases.words import APPLICATIONS
from app.talks.tell_of_delay import TellOfDelay
from db.errors import Refused
from db.values.talks import SentHow
from ui.applications.step_lines import case_lines
from ui.danish_dates import full_date
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.form import Form
from ui.forms.side_panel import side_panel
from ui.forms.text_fields import Note
from ui.talks.sending import SENDINGS, Sending
from ui.theme.labels import stored
from ui.theme.tokens import Size, Space


class DelayDialog(CaseDialog):
    """One notice about one application, with its letter."""

    done_words = "Beskeden er gemt."

    def __init__(self, opened: OpenedApplication, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Besked om forsinkelse"), self.tr("Gem og udskriv"), today, parent)
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL, Size.DIALOG[1])
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
        self.reason = Note(
            self.tr("Hvorfor er sagen forsinket?"), lines=4, help_text=self.tr("Står i brevet til borgeren.")
        )
        self.sent_on = DayField(self.tr("Sendt den"), today)
        self.sent_on.set_value(today)
        self.sent_how = SegmentedChoice(self.tr("Sendes"), SENDINGS)
        self.sent_how.set_value(Sending.LETTER)
        fields: dict[str, Field] = {
            "new_expected_on": self.new_expected_on,
            "reason": self.reason,
            "sent_how": self.sent_how,
            "sent_on": self.sent_on,
        }
        self.body.addWidget(self.new_expected_on)
        self.body.addWidget(self.reason)
        row = QHBoxLayout()
        row.setSpacing(Space.XL)
        row.addWidget(self.sent_how, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sent_on, stretch=1, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.finish(
            Form(fields, self), opened.case.head, opened.case.draft, side_panel(case_lines(opened.application, today))
        )
        self.sent_how.changed.connect(self._show_save)
        self._show_save()
        if opened.case.draft is None:
            self.new_expected_on.take_focus()

    def request(self) -> TellOfDelay:
        """The notice as the fields say it."""
        expected, sent_on = self.new_expected_on.value(), self.sent_on.value()
        if expected is None:
            raise Refused(self.tr("Skriv den nye dato."), field="new_expected_on", code="missing")
        if sent_on is None:
            raise Refused(self.tr("Skriv, hvornår beskeden er sendt."), field="sent_on", code="missing")
        sending = self.sent_how.value() or Sending.LETTER
        notice = SendDelayNotice(self._application_id, sent_on, expected, self.reason.value())
        return TellOfDelay(notice, None if sending is Sending.NONE else SentHow(sending))

    def _show_save(self) -> None:
        letter = self.sent_how.value() is not Sending.NONE
        self._save_words = self.tr("Gem og udskriv") if letter else self.tr("Gem besked")
        self._save.setText(self._save_words)
