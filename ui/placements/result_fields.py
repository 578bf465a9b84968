"""What came of a stay: one of a closed list in one click, and for a job its hours and employer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.orders.outcome_words import OUTCOMES, WITH_HOURS
from db.values.offers import OutcomeKind
from ui.forms.choice_fields import SegmentedChoice
from ui.forms.number_field import NumberField
from ui.forms.text_fields import TextLine
from ui.theme.tokens import Space

_MOST_HOURS: Final = 60


class ResultFields(QWidget):
    """Hours and employer are asked for only where there is a job."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        """Make them with nothing chosen."""
        super().__init__(parent)
        self.outcome: SegmentedChoice[OutcomeKind] = SegmentedChoice(label, OUTCOMES, wrap=True)
        self.hours = NumberField(self.tr("Timer om ugen"), largest=_MOST_HOURS)
        self.employer = TextLine(self.tr("Arbejdsgiver"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self.outcome)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(self.hours, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.employer, stretch=1, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.outcome.changed.connect(self._show_job)
        self._show_job()

    def job_hours(self) -> int | None:
        """The hours of the job; None where there is none."""
        return self.hours.whole() if self._is_job() else None

    def job_employer(self) -> str | None:
        """The employer; None where there is none."""
        return self.employer.value() or None if self._is_job() else None

    def _is_job(self) -> bool:
        return self.outcome.value() in WITH_HOURS

    def _show_job(self) -> None:
        for field in (self.hours, self.employer):
            field.setVisible(self._is_job())
