"""Følg op på den unge: a talk offered, what came of it, and the follow-up at 3 and 6 months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.cases.answer_youth import AnswerYouth
from app.cases.opened_follow_ups import OpenedYouth
from db.values.cases import YouthOutcome
from ui.danish_dates import full_date
from ui.follow_up.reason_box import reason_box
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import Choice, SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.form import Form
from ui.theme.tokens import Size, Space

OUTCOMES: Final = {
    YouthOutcome.KEPT: "Fastholdt i uddannelsen",
    YouthOutcome.NEW_EDUCATION: "Ny uddannelse",
    YouthOutcome.APPRENTICESHIP_SEARCH: "Søger praktikplads",
    YouthOutcome.MENTOR: "Mentor",
    YouthOutcome.OTHER: "Andet",
}


class YouthDialog(CaseDialog):
    """One alert about one young person. A follow-up is asked for once a talk has been offered."""

    done_words = "Opfølgningen er gemt."

    def __init__(self, opened: OpenedYouth, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Følg op på den unge"), self.tr("Gem opfølgning"), today, parent)
        self.resize(Size.DIALOG[0], Size.FORM)
        self._opened = opened
        received = self.tr("Varslet kom {day}").format(day=full_date(opened.received_on))
        self.body.addWidget(reason_box(received, _lines(opened)))
        self.offered_on = DayField(self.tr("Tilbudt en samtale den"), today)
        self.offered_on.set_value(opened.talk_offered_on or today)
        self.months: SegmentedChoice[int] = SegmentedChoice(
            self.tr("Opfølgning"),
            {
                months: self.tr("{months} måneder").format(months=months)
                for months in (3, 6)
                if months not in opened.followed_up
            },
        )
        self.followed_up_on = DayField(self.tr("Fulgt op den"), today)
        self.outcome = Choice(self.tr("Det kom der ud af det"), OUTCOMES, empty=self.tr("Vides ikke endnu"))
        self.outcome.set_value(opened.outcome)
        self.outcome_on = DayField(self.tr("Siden"), today)
        self.outcome_on.set_value(opened.outcome_on)
        offered = opened.talk_offered_on is not None
        if offered:
            self.months.set_value(6 if 3 in opened.followed_up else 3)
            self.followed_up_on.set_value(today)
        self.body.addWidget(self.offered_on)
        self._add_row(self.months, self.followed_up_on)
        self._add_row(self.outcome, self.outcome_on)
        self.months.setVisible(offered)
        self.followed_up_on.setVisible(offered)
        self.outcome.changed.connect(self._date_outcome)
        fields = {
            "offered_on": self.offered_on,
            "months": self.months,
            "followed_up_on": self.followed_up_on,
            "outcome": self.outcome,
            "outcome_on": self.outcome_on,
        }
        self.finish(Form(fields, self), opened.case.head, opened.case.draft)
        if opened.case.draft is None:
            (self.outcome if offered else self.offered_on).take_focus()

    def request(self) -> AnswerYouth:
        """The answer as the fields say it."""
        follows = self._opened.talk_offered_on is not None and self.followed_up_on.value() is not None
        return AnswerYouth(
            self._opened.alert_id,
            self.offered_on.value(),
            self.outcome.value(),
            self.outcome_on.value(),
            self.months.value() if follows else None,
            self.followed_up_on.value() if follows else None,
        )

    def _date_outcome(self) -> None:
        if self.outcome.value() is not None and self.outcome_on.value() is None:
            self.outcome_on.set_value(self.today)

    def _add_row(self, *fields: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        for field in fields:
            row.addWidget(field, alignment=Qt.AlignmentFlag.AlignTop)
        row.addStretch()
        self.body.addLayout(row)


def _lines(opened: OpenedYouth) -> Iterator[str]:
    school = ", ".join(part for part in (opened.school, opened.programme) if part)
    if school:
        yield school
    if opened.left_on is not None:
        yield f"Gik ud {full_date(opened.left_on)}"
    elif opened.at_risk_since is not None:
        yield f"I fare for at falde fra siden {full_date(opened.at_risk_since)}"
    if opened.reason:
        yield opened.reason
