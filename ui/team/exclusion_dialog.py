"""Undtag fra resultatmål: a reason of the closed list, and an end at most six months away."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.cases.citizen_head import OpenedCase
from app.cases.exclusions import Exclude
from app.cases.words import EXCLUSIONS
from db.errors import Refused
from db.values.people import ExclusionReason
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import Choice
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.text_fields import TextLine
from ui.theme.tokens import Size, Space


class ExclusionDialog(CaseDialog):
    """One exclusion of one citizen."""

    def __init__(self, opened: OpenedCase, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Undtag fra resultatmål"), self.tr("Gem undtagelse"), today, parent)
        self.done_words = self.tr("Borgeren er undtaget fra resultatmålene.")
        self.resize(Size.DIALOG[0], Size.FORM)
        self._case_id = opened.case_id
        self.reason: Choice[ExclusionReason] = Choice(
            self.tr("Årsag"),
            EXCLUSIONS,
            empty=self.tr("Vælg en årsag"),
            help_text=self.tr("Fristerne i køen gælder stadig; borgeren tæller bare ikke med i resultatmålene."),
        )
        self.reason_text = TextLine(self.tr("Uddybning"), help_text=self.tr("Skal skrives, når årsagen er Andet."))
        self.from_on = DayField(self.tr("Fra og med"), today)
        self.from_on.set_value(today)
        self.until_on = DayField(self.tr("Til og med"), today, help_text=self.tr("Højst seks måneder."))
        for field in (self.reason, self.reason_text):
            self.body.addWidget(field)
        days = QHBoxLayout()
        days.setSpacing(Space.L)
        for day in (self.from_on, self.until_on):
            days.addWidget(day, alignment=Qt.AlignmentFlag.AlignTop)
        days.addStretch()
        self.body.addLayout(days)
        fields = {
            "reason": self.reason,
            "reason_text": self.reason_text,
            "from_on": self.from_on,
            "until_on": self.until_on,
        }
        self.finish(Form(fields, self), opened.head, opened.draft)
        if opened.draft is None:
            self.reason.take_focus()

    def request(self) -> Exclude:
        """The exclusion. Raises Refused for what is missing."""
        reason, start = self.reason.value(), self.from_on.value()
        if reason is None:
            raise Refused("Vælg en årsag.", field="reason", code="missing")
        if start is None:
            raise Refused("Skriv, fra hvilken dag.", field="from_on", code="missing")
        return Exclude(self._case_id, reason, start, self.until_on.value(), self.reason_text.value() or None)
