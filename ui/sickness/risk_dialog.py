"""Vurdér risiko: ten short facts, the level they suggest with each fact by name, and the worker's own word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.cases.risk_facts import EXPECTATIONS, RISK_FACTS, STANCES, RiskAnswers, RiskSuggestion, suggest_risk
from app.cases.sickness_cases import AssessRisk
from app.cases.sickness_view import OpenedSickness, SicknessNow
from app.cases.words import RISKS
from db.errors import Refused
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import MultiChoice, SegmentedChoice, YesNoUnknown
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.side_panel import SideLine, side_panel
from ui.forms.text_fields import Note
from ui.sickness.follow_up_dialog import case_lines
from ui.theme.labels import frame, stored
from ui.theme.tokens import Size, Space


class RiskDialog(CaseDialog):
    """One assessment of one period. The level follows the facts until the worker chooses another."""

    done_words = "Risikovurderingen er gemt."

    def __init__(
        self, opened: OpenedSickness, sickness: SicknessNow, today: date, parent: QWidget | None = None
    ) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Vurdér risiko"), self.tr("Gem vurdering"), today, parent)
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL, Size.DIALOG[1] + 3 * Size.ROW)
        self._sickness, self._born = sickness, opened.case.head.born
        self.assessed_on = DayField(self.tr("Vurderet den"), today)
        self.assessed_on.set_value(today)
        self.facts = MultiChoice(self.tr("Forhold"), RISK_FACTS, columns=2)
        self.job_is_there = YesNoUnknown(self.tr("Er jobbet der stadig?"))
        self.stance = SegmentedChoice(self.tr("Arbejdsgiverens holdning"), STANCES)
        self.expects_return = SegmentedChoice(
            self.tr("Tror borgeren selv på at komme tilbage?"),
            {number: words.capitalize() for number, words in EXPECTATIONS.items()},
        )
        self.level = SegmentedChoice(
            self.tr("Din vurdering"), {level: words.capitalize() for level, words in RISKS.items()}
        )
        self.overruled_reason = Note(self.tr("Hvorfor vurderer du anderledes end forslaget?"), lines=2)
        self._level_words, self._named = stored("", "strong", wrap=True), stored("", wrap=True)
        self._suggested = suggest_risk(RiskAnswers(), self._born, today)
        fields = {
            "facts": self.facts,
            "job_is_there": self.job_is_there,
            "stance": self.stance,
            "expects_return": self.expects_return,
            "assessed_on": self.assessed_on,
            "level": self.level,
            "overruled_reason": self.overruled_reason,
        }
        self._lay_out()
        asked = (self.facts, self.job_is_there, self.stance, self.expects_return)
        for field in asked:
            field.changed.connect(self._suggest)
        self.level.changed.connect(self._show_reason)
        self._suggest()
        self.finish(Form(fields, self), opened.case.head, opened.case.draft, side_panel(_side(sickness)))
        if opened.case.draft is None:
            self.facts.take_focus()

    def suggestion(self) -> RiskSuggestion:
        """What the facts suggest."""
        answers = RiskAnswers(
            self.facts.value(), self.job_is_there.value(), self.stance.value(), self.expects_return.value()
        )
        return suggest_risk(answers, self._born, self.today)

    def request(self) -> AssessRisk:
        """The assessment as the fields say it."""
        on, level = self.assessed_on.value(), self.level.value()
        if on is None:
            raise Refused(self.tr("Skriv datoen for vurderingen."), field="assessed_on", code="missing")
        if level is None:
            raise Refused(self.tr("Vælg lav, mellem eller høj."), field="level", code="missing")
        found = self.suggestion()
        return AssessRisk(self._sickness.id, on, level, found.facts, found.level, self.overruled_reason.value() or None)

    def _suggest(self) -> None:
        before, self._suggested = self._suggested, self.suggestion()
        facts = self._suggested.facts
        level = RISKS[self._suggested.level]
        self._level_words.setText(
            self.tr("Forslag: {level} risiko for en lang sag").format(level=level)
            if facts
            else self.tr("Markér det, der er oplyst. Så kommer der et forslag.")
        )
        self._named.setText("\n".join(f"• {fact}" for fact in facts))
        self._named.setVisible(bool(facts))
        if facts and self.level.value() in {None, before.level}:
            self.level.set_value(self._suggested.level)
        self._show_reason()

    def _show_reason(self) -> None:
        level = self.level.value()
        self.overruled_reason.setVisible(level is not None and level is not self._suggested.level)

    def _lay_out(self) -> None:
        self.body.addWidget(self.facts)
        self.body.addWidget(self.job_is_there)
        self.body.addWidget(self.stance)
        self.body.addWidget(self.expects_return)
        # Without an employer there is nobody to ask about.
        for field in (self.job_is_there, self.stance):
            field.setVisible(self._sickness.employer is not None)
        self.body.addWidget(self._box())
        own = QHBoxLayout()
        own.setSpacing(Space.L)
        for answer in (self.level, self.assessed_on):
            own.addWidget(answer, alignment=Qt.AlignmentFlag.AlignTop)
        own.addStretch()
        self.body.addLayout(own)
        self.body.addWidget(self.overruled_reason)

    def _box(self) -> QFrame:
        box = frame("reason")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        inside.setSpacing(Space.XS)
        inside.addWidget(self._level_words)
        inside.addWidget(self._named)
        words = self.tr(
            "Forslaget er en hjælp. Det er dig, der vurderer, og der følger ingen afgørelse af vurderingen. "
            "Pointene er til juridisk kontrol."
        )
        inside.addWidget(stored(words, "muted", wrap=True))
        return box


def _side(sickness: SicknessNow) -> Iterator[SideLine]:
    yield from case_lines(sickness)
