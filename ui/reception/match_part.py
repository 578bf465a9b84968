"""The fields of a match assessment, shared by the reception and by the assessment alone; and its history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.assess_match import CATEGORIES
from app.cases.match_history import Assessed
from ui.danish_dates import full_date
from ui.forms.choice_fields import MultiChoice, SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.side_panel import SideLine
from ui.forms.text_fields import Note
from ui.talks.talk_fields import BASIS, QUICK
from ui.theme.labels import stored
from ui.theme.tokens import Space


class MatchPart(QWidget):
    """Category, what it rests on, why, and when it is assessed next."""

    def __init__(self, today: date) -> None:
        """Make empty fields."""
        super().__init__()
        self.category = SegmentedChoice("Matchkategori", {number: f"{number}" for number in CATEGORIES})
        self.basis = MultiChoice(
            "Vurderingen bygger på", BASIS, help_text="Helbred kan ikke stå alene: markér også mindst ét andet forhold."
        )
        self.reason = Note("Begrundelse", lines=3)
        self.next_assessment_on = DayField("Næste vurdering", today, quick=QUICK)
        self._words = stored(_all_words(), "fine", wrap=True)
        self.category.changed.connect(self._say_category)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        first = QVBoxLayout()
        first.setSpacing(Space.XS)
        first.addWidget(self.category)
        first.addWidget(self._words)
        column.addLayout(first)
        for field in (self.basis, self.reason, self.next_assessment_on):
            column.addWidget(field)

    def by_name(self) -> dict[str, Field]:
        """The fields under the names of the request."""
        return {
            "category": self.category,
            "basis": self.basis,
            "reason": self.reason,
            "next_assessment_on": self.next_assessment_on,
        }

    def _say_category(self) -> None:
        chosen = self.category.value()
        self._words.setText(_all_words() if chosen is None else f"Match {chosen}: {CATEGORIES[chosen]}")


def history_lines(history: tuple[Assessed, ...]) -> Iterator[SideLine]:
    """The history for the side of a form, newest first."""
    yield SideLine("Match indtil nu", "heading")
    if not history:
        yield SideLine("Borgeren er ikke matchet før.", "muted")
    for each in history:
        by = f" · {each.by}" if each.by else ""
        yield SideLine(f"{full_date(each.assessed_on)}{by}", "fine")
        yield SideLine(f"Match {each.category}: {each.label}", "strong")
        if each.reason:
            yield SideLine(each.reason)


def _all_words() -> str:
    return " · ".join(f"{number} {words}" for number, words in CATEGORIES.items())
