"""Sygesag: opened, the questionnaire sent and returned, the group of follow-up, the return to work."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.cases.keep_sickness import KeepSicknessCase
from app.cases.sickness_view import OpenedSickness
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.form import Form
from ui.forms.number_field import NumberField
from ui.forms.section import Section
from ui.forms.sectioned_dialog import SectionedDialog
from ui.forms.side_panel import side_panel
from ui.forms.text_fields import TextLine
from ui.sickness.case_fields import CaseFields
from ui.sickness.follow_up_dialog import case_lines
from ui.theme.tokens import Size


class SicknessDialog(SectionedDialog):
    """One period of sickness: a new one, or the open one brought up to date."""

    def __init__(self, opened: OpenedSickness, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        new = opened.sickness is None
        title = self.tr("Ny sygesag") if new else self.tr("Sygesag")
        super().__init__(title, self.tr("Opret sygesag") if new else self.tr("Gem sygesag"), today, parent)
        self.done_words = self.tr("Sygesagen er oprettet.") if new else self.tr("Sygesagen er gemt.")
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL, Size.DIALOG[1] + 2 * Size.ROW)
        self._opened = opened
        self._make_fields(today)
        self._lay_out(new=new)
        now = opened.sickness
        self.finish(
            Form(self._by_name(new=new), self),
            opened.case.head,
            opened.case.draft,
            None if now is None else side_panel(case_lines(now)),
        )
        if opened.case.draft is None:
            (self.first_absence_on if new else self.form_returned_on).take_focus()

    def request(self) -> KeepSicknessCase:
        """The case as the fields say it."""
        now = self._opened.sickness
        return KeepSicknessCase(
            self._opened.case.case_id,
            self.today,
            now.id if now else None,
            self.first_absence_on.value(),
            self.notified_on.value(),
            self.employer.value() or None,
            self.employment_type.value() or None,
            self.earlier_weeks.whole() or 0,
            self.form_sent_on.value(),
            self.form_due_on.value(),
            self.form_returned_on.value(),
            self.expected_recovery_on.value(),
            self.doctor_statement_on.value(),
            self.case_fields.group.value(),
            self.case_fields.recovered_on.value(),
            self.case_fields.returned_to.value(),
        )

    def _make_fields(self, today: date) -> None:
        now = self._opened.sickness
        self.first_absence_on = DayField(self.tr("Første fraværsdag"), today)
        self.notified_on = DayField(self.tr("Sygemeldingen kom"), today)
        self.employer = TextLine(self.tr("Arbejdsgiver"), help_text=self.tr("Tom, når borgeren er ledig."))
        self.employment_type = TextLine(self.tr("Ansættelse"))
        self.earlier_weeks = NumberField(self.tr("Brugt før af de 52 uger"), unit=self.tr("uger"), largest=52)
        self.form_sent_on = DayField(self.tr("Skemaet er sendt"), today)
        self.form_due_on = DayField(
            self.tr("Svarfrist"), today, help_text=self.tr("Uden dato ventes skemaet efter 8 dage.")
        )
        self.form_returned_on = DayField(self.tr("Skemaet kom retur"), today, quick=((self.tr("I dag"), "i dag"),))
        self.expected_recovery_on = DayField(self.tr("Ventes rask"), today)
        self.doctor_statement_on = DayField(self.tr("Lægens udtalelse fra"), today)
        self.case_fields = CaseFields(today, now.group if now else None)
        if now is not None:
            self.form_sent_on.set_value(now.form_sent_on)
            self.form_due_on.set_value(now.form_due_on)
            self.form_returned_on.set_value(now.form_returned_on)
            self.expected_recovery_on.set_value(now.expected_recovery_on)
            self.doctor_statement_on.set_value(now.doctor_statement_on)

    def _by_name(self, *, new: bool) -> dict[str, Field]:
        first: dict[str, Field] = {
            "first_absence_on": self.first_absence_on,
            "notified_on": self.notified_on,
            "employer": self.employer,
            "employment_type": self.employment_type,
            "earlier_weeks_used": self.earlier_weeks,
        }
        return {
            **(first if new else {}),
            "form_sent_on": self.form_sent_on,
            "form_due_on": self.form_due_on,
            "form_returned_on": self.form_returned_on,
            "expected_recovery_on": self.expected_recovery_on,
            "doctor_statement_on": self.doctor_statement_on,
            **self.case_fields.by_name(),
        }

    def _lay_out(self, *, new: bool) -> None:
        if new:
            notice = Section(self.tr("Sygemelding"))
            notice.add(self.first_absence_on, self.notified_on)
            notice.add(self.employer, self.employment_type)
            notice.add(self.earlier_weeks)
            self.add_section(notice)
        paper = Section(self.tr("Oplysningsskema"))
        paper.add(self.form_sent_on, self.form_due_on)
        paper.add(self.form_returned_on)
        paper.add(self.expected_recovery_on, self.doctor_statement_on)
        self.add_section(paper)
        following = Section(self.tr("Opfølgning"))
        following.add(self.case_fields.group)
        self.add_section(following)
        if not new:
            self.add_section(self.case_fields.return_section())
