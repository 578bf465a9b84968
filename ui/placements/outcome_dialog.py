"""Registrér resultat: what had come of a stay 3 or 6 months after its end."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.orders.opened_placements import OpenedPlacement
from app.orders.placements import CheckOutcome
from db.errors import Refused
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import Choice, SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.form import Form
from ui.placements.result_fields import ResultFields
from ui.placements.stay_box import stay_box
from ui.theme.tokens import Size, Space

_MATCHES: Final = range(1, 6)


class OutcomeDialog(CaseDialog):
    """One check of one stay; which of the two is asked for is chosen already."""

    done_words = "Resultatet er gemt og tæller med i guiden."

    def __init__(self, opened: OpenedPlacement, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Registrér resultat"), self.tr("Gem"), today, parent)
        self.resize(Size.DIALOG[0], Size.DIALOG[1] + 2 * Size.ROW)
        self._opened = opened
        fine = "" if opened.ended else self.tr("Ingen har afsluttet tilbuddet. Det regnes for slut på sidste dag.")
        self.body.addWidget(stay_box(opened, fine))
        self.months: SegmentedChoice[int] = SegmentedChoice(
            self.tr("Hvornår?"),
            {months: self.tr("Efter {months} måneder").format(months=months) for months in opened.months},
        )
        self.months.set_value(opened.due)
        self.completed: SegmentedChoice[bool] = SegmentedChoice(
            self.tr("Blev tilbuddet gennemført?"), {True: self.tr("Gennemført"), False: self.tr("Afbrudt før tid")}
        )
        self.led_to = ResultFields(self.tr("Hvad er borgeren i gang med?"))
        self.new_match: Choice[int] = Choice(
            self.tr("Match nu"), {each: str(each) for each in _MATCHES}, empty=self.tr("Ikke vurderet på ny")
        )
        self.checked_on = DayField(self.tr("Undersøgt den"), today)
        self.checked_on.set_value(today)
        self.body.addWidget(self.months)
        self.body.addWidget(self.completed)
        self.completed.setVisible(not opened.ended)
        self.body.addWidget(self.led_to)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        for field in (self.new_match, self.checked_on):
            row.addWidget(field, alignment=Qt.AlignmentFlag.AlignTop)
        row.addStretch()
        self.body.addLayout(row)
        self.finish(Form(self._fields(), self), opened.case.head, opened.case.draft)
        if opened.case.draft is None:
            (self.led_to.outcome if opened.ended else self.completed).take_focus()

    def request(self) -> CheckOutcome:
        """The check as the fields say it."""
        months, outcome, on = self.months.value(), self.led_to.outcome.value(), self.checked_on.value()
        if months is None:
            raise Refused(self.tr("Vælg, hvilket resultat det er."), field="months_after", code="missing")
        if outcome is None:
            raise Refused(self.tr("Vælg, hvad borgeren er i gang med."), field="outcome", code="missing")
        if on is None:
            raise Refused(self.tr("Skriv datoen."), field="checked_on", code="missing")
        return CheckOutcome(
            self._opened.placement_id,
            months,
            on,
            outcome,
            self.led_to.job_hours(),
            self.new_match.value(),
            self.led_to.job_employer(),
            self.completed.value(),
        )

    def _fields(self) -> dict[str, Field]:
        return {
            "months_after": self.months,
            "completed": self.completed,
            "outcome": self.led_to.outcome,
            "job_hours": self.led_to.hours,
            "employer": self.led_to.employer,
            "new_match": self.new_match,
            "checked_on": self.checked_on,
        }
