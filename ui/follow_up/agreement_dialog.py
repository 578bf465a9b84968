"""Følg op på aftale: done, or by a new date."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.cases.opened_follow_ups import OpenedAgreement
from app.jobplan.answer_agreement import AnswerAgreement
from db.errors import Refused
from ui.danish_dates import full_date
from ui.follow_up.reason_box import reason_box
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.talks.agreements_field import OWNERS
from ui.theme.tokens import Size


class AgreementDialog(CaseDialog):
    """One agreement of the plan or of a talk."""

    done_words = "Aftalen er opdateret."

    def __init__(self, opened: OpenedAgreement, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Følg op på aftale"), self.tr("Gem aftale"), today, parent)
        self.resize(Size.DIALOG[0], Size.FORM)
        self._opened = opened
        where = self.tr("Aftalt i samtalen {day}") if opened.from_talk else self.tr("Aftalt i jobplanen {day}")
        lines = [where.format(day=full_date(opened.agreed_on))]
        lines.append(self.tr("Det skal {who} gøre").format(who=OWNERS[opened.who].lower()))
        if opened.by_date is not None:
            lines[-1] += self.tr(", senest {day}").format(day=full_date(opened.by_date))
        self.body.addWidget(reason_box(opened.text, lines))
        self.answer = SegmentedChoice(
            self.tr("Hvad er der sket?"), {"done": self.tr("Udført"), "moved": self.tr("Ny dato")}
        )
        self.answer.set_value("done")
        self.done_on = DayField(self.tr("Udført den"), today)
        self.done_on.set_value(today)
        self.by_date = DayField(
            self.tr("Ny dato"), today, quick=((self.tr("+1 uge"), "+7"), (self.tr("+14 dage"), "+14"))
        )
        for field in (self.answer, self.done_on, self.by_date):
            self.body.addWidget(field)
        self.answer.changed.connect(self._show_parts)
        self._show_parts()
        form = Form({"answer": self.answer, "done_on": self.done_on, "by_date": self.by_date}, self)
        self.finish(form, opened.case.head, opened.case.draft)
        if opened.case.draft is None:
            self.answer.take_focus()

    def request(self) -> AnswerAgreement:
        """The answer as the fields say it."""
        done = self.answer.value() == "done"
        if done and self.done_on.value() is None:
            raise Refused(self.tr("Skriv, hvornår det blev gjort."), field="done_on", code="missing")
        return AnswerAgreement(
            self._opened.row_id,
            self._opened.from_talk,
            self.done_on.value() if done else None,
            None if done else self.by_date.value(),
        )

    def _show_parts(self) -> None:
        done = self.answer.value() == "done"
        self.done_on.setVisible(done)
        self.by_date.setVisible(not done)
