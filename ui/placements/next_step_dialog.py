"""Beslut næste skridt: what comes after a stay that ends or has ended."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.orders.opened_placements import OpenedPlacement
from app.orders.outcome_words import NEXT_STEPS, NextStep
from app.orders.placements import DecideNextStep
from db.errors import Refused
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.text_fields import TextLine
from ui.placements.stay_box import stay_box
from ui.theme.tokens import Size


class NextStepDialog(CaseDialog):
    """One stay. What is chosen and what is written become one text."""

    done_words = "Næste skridt er besluttet."

    def __init__(self, opened: OpenedPlacement, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Beslut næste skridt"), self.tr("Gem"), today, parent)
        self.resize(Size.DIALOG[0], Size.FORM + Size.ROW)
        self._placement_id = opened.placement_id
        self.body.addWidget(stay_box(opened))
        self.step: SegmentedChoice[NextStep] = SegmentedChoice(
            self.tr("Hvad skal der ske efter tilbuddet?"), NEXT_STEPS, wrap=True
        )
        self.text = TextLine(
            self.tr("Uddybning"), help_text=self.tr("Hvem gør hvad, og hvornår. Skal skrives, når valget er andet.")
        )
        self.decided_on = DayField(self.tr("Besluttet den"), today)
        self.decided_on.set_value(today)
        fields = {"next_step": self.step, "text": self.text, "decided_on": self.decided_on}
        for field in fields.values():
            self.body.addWidget(field)
        self.finish(Form(fields, self), opened.case.head, opened.case.draft)
        if opened.case.draft is None:
            self.step.take_focus()

    def request(self) -> DecideNextStep:
        """The decision as the fields say it."""
        step, text, on = self.step.value(), self.text.value(), self.decided_on.value()
        if step is None:
            raise Refused(self.tr("Vælg, hvad der skal ske efter tilbuddet."), field="next_step", code="missing")
        if step is NextStep.OTHER and not text:
            raise Refused(self.tr("Skriv, hvad der skal ske."), field="text", code="missing")
        if on is None:
            raise Refused(self.tr("Skriv datoen."), field="decided_on", code="missing")
        words = text if step is NextStep.OTHER else ": ".join(part for part in (NEXT_STEPS[step], text) if part)
        return DecideNextStep(self._placement_id, on, words)
