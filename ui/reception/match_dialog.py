"""Vurdér match: the assessment by itself, with the earlier ones beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.cases.assess_match import AssessMatch
from app.cases.match_history import OpenedMatch
from db.errors import Refused
from ui.forms.case_dialog import CaseDialog
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.side_panel import side_panel
from ui.reception.match_part import MatchPart, history_lines
from ui.theme.tokens import Size


class MatchDialog(CaseDialog):
    """One assessment of one citizen."""

    done_words = "Matchvurderingen er gemt."

    def __init__(self, opened: OpenedMatch, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Vurdér match"), self.tr("Gem vurdering"), today, parent)
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL, Size.DIALOG[1] + Size.ROW)
        self._case_id = opened.case.case_id
        self.assessed_on = DayField(self.tr("Vurderet den"), today)
        self.assessed_on.set_value(today)
        self.part = MatchPart(today)
        self.body.addWidget(self.assessed_on)
        self.body.addWidget(self.part)
        form = Form({"assessed_on": self.assessed_on, **self.part.by_name()}, self)
        self.finish(form, opened.case.head, opened.case.draft, side_panel(history_lines(opened.history)))
        if opened.case.draft is None:
            self.part.category.take_focus()

    def request(self) -> AssessMatch:
        """The assessment as the fields say it."""
        on = self.assessed_on.value()
        if on is None:
            raise Refused(self.tr("Skriv datoen for vurderingen."), field="assessed_on", code="missing")
        part = self.part
        return AssessMatch(
            self._case_id,
            part.category.value() or 0,
            on,
            part.basis.value(),
            part.reason.value(),
            part.next_assessment_on.value(),
        )
