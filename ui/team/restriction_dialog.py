"""Spær sagen: why, who may still open it, and until when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.cases.restrict_case import RestrictCase
from app.cases.team_forms import OpenedRestriction
from db.errors import Refused
from ui.forms.case_dialog import CaseDialog
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.text_fields import TextLine
from ui.team.workers_field import WorkersField
from ui.theme.tokens import Size, Space


class RestrictionDialog(CaseDialog):
    """One restriction of one case. The one who writes it is ticked at first."""

    def __init__(self, opened: OpenedRestriction, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Spær sagen"), self.tr("Spær sagen"), today, parent)
        self.done_words = self.tr("Sagen er spærret.")
        self.resize(Size.DIALOG[0], Size.DIALOG[1] + Size.ROW)
        self._case_id = opened.case.case_id
        self.reason = TextLine(self.tr("Hvorfor"), help_text=self.tr("For eksempel: Borgeren er ansat i huset."))
        self.readers = WorkersField(
            self.tr("Må stadig åbne sagen"),
            {worker.id: worker.words for worker in opened.workers.values()},
            help_text=self.tr("Alle andre kan hverken søge borgeren frem eller se sagen."),
        )
        if opened.me is not None:
            self.readers.set_value([opened.me])
        self.from_on = DayField(self.tr("Fra og med"), today)
        self.from_on.set_value(today)
        self.until_on = DayField(self.tr("Til og med"), today, help_text=self.tr("Kan stå tom: indtil videre."))
        self.body.addWidget(self.reason)
        self.body.addWidget(self.readers)
        days = QHBoxLayout()
        days.setSpacing(Space.L)
        for day in (self.from_on, self.until_on):
            days.addWidget(day, alignment=Qt.AlignmentFlag.AlignTop)
        days.addStretch()
        self.body.addLayout(days)
        fields = {
            "reason": self.reason,
            "readers": self.readers,
            "from_on": self.from_on,
            "until_on": self.until_on,
        }
        self.finish(Form(fields, self), opened.case.head, opened.case.draft)
        if opened.case.draft is None:
            self.reason.take_focus()

    def request(self) -> RestrictCase:
        """The restriction. Raises Refused without a first day."""
        start = self.from_on.value()
        if start is None:
            raise Refused("Skriv, fra hvilken dag.", field="from_on", code="missing")
        return RestrictCase(self._case_id, self.reason.value(), self.readers.value(), start, self.until_on.value())
