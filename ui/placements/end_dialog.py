"""Afslut tilbud: when a stay ended, how, and with what result."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from app.orders.opened_placements import OpenedPlacement
from app.orders.placements import EndPlacement
from db.errors import Refused
from db.values.offers import PlacementState
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.form import Form
from ui.forms.text_fields import TextLine
from ui.placements.result_fields import ResultFields
from ui.placements.stay_box import stay_box
from ui.theme.tokens import Size

_BEGUN: Final = {PlacementState.COMPLETED: "Gennemført", PlacementState.STOPPED: "Afbrudt før tid"}
_PLANNED: Final = {**_BEGUN, PlacementState.DROPPED: "Begyndte aldrig"}


class EndDialog(CaseDialog):
    """One stay. Why it ended before time is asked for only where it did."""

    done_words = "Tilbuddet er afsluttet."

    def __init__(self, opened: OpenedPlacement, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Afslut tilbud"), self.tr("Gem"), today, parent)
        self.resize(Size.DIALOG[0], Size.DIALOG[1] + 2 * Size.ROW)
        self._placement_id = opened.placement_id
        self.body.addWidget(stay_box(opened))
        states = _PLANNED if opened.state is PlacementState.PLANNED else _BEGUN
        self.how: SegmentedChoice[PlacementState] = SegmentedChoice(self.tr("Hvordan sluttede det?"), states)
        self.end_reason = TextLine(self.tr("Hvorfor sluttede det før tid?"))
        self.led_to = ResultFields(self.tr("Hvad går borgeren videre til?"))
        self.ended_on = DayField(self.tr("Sidste dag"), today)
        self.ended_on.set_value(min(opened.last_day or today, today))
        for widget in (self.how, self.end_reason, self.led_to, self.ended_on):
            self.body.addWidget(widget)
        self.how.changed.connect(self._show_reason)
        self._show_reason()
        self.finish(Form(self._fields(), self), opened.case.head, opened.case.draft)
        if opened.case.draft is None:
            self.how.take_focus()

    def request(self) -> EndPlacement:
        """The end as the fields say it."""
        state, on, result = self.how.value(), self.ended_on.value(), self.led_to.outcome.value()
        if state is None:
            raise Refused(self.tr("Vælg, hvordan tilbuddet sluttede."), field="state", code="missing")
        if result is None and state is not PlacementState.DROPPED:
            raise Refused(self.tr("Vælg, hvad borgeren går videre til."), field="result", code="missing")
        if on is None:
            raise Refused(self.tr("Skriv datoen."), field="ended_on", code="missing")
        return EndPlacement(
            self._placement_id,
            on,
            state,
            None if state is PlacementState.COMPLETED else self.end_reason.value(),
            result,
            self.led_to.job_hours(),
            self.led_to.job_employer(),
        )

    def _show_reason(self) -> None:
        self.end_reason.setVisible(self.how.value() not in {None, PlacementState.COMPLETED})

    def _fields(self) -> dict[str, Field]:
        return {
            "state": self.how,
            "end_reason": self.end_reason,
            "result": self.led_to.outcome,
            "result_hours": self.led_to.hours,
            "result_employer": self.led_to.employer,
            "ended_on": self.ended_on,
        }
