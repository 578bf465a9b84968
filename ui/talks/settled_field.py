"""What was agreed last time, each with a tick for what became of it: done, partly, or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.talks.hold_talk import Outcome, Settled
from app.talks.opened_form import AgreedBefore
from db.values.talks import StepOwner
from ui.danish_dates import full_date
from ui.forms.field import Field
from ui.theme.labels import stored
from ui.theme.tokens import Space

_OWNERS: Final = {
    StepOwner.CITIZEN: "borgeren",
    StepOwner.JOBCENTRE: "jobcentret",
    StepOwner.PROVIDER: "leverandøren",
    StepOwner.OTHER: "andre",
}
_WORDS: Final = {Outcome.DONE: "Udført", Outcome.PARTLY: "Delvist", Outcome.NOT_DONE: "Ikke"}


class SettledField(Field):
    """Nothing is ticked at first, and a tick can be taken away. What was done before is only said."""

    def __init__(self, label: str, agreed: Sequence[AgreedBefore]) -> None:
        """Make the ticks of each agreement."""
        super().__init__(label)
        self._buttons: dict[str, dict[Outcome, QPushButton]] = {}
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for each in agreed:
            column.addWidget(stored(_words(each), wrap=True))
            if not each.done:
                column.addLayout(self._ticks(each))
        buttons = [button for ticks in self._buttons.values() for button in ticks.values()]
        self.place(box, *buttons)

    def value(self) -> tuple[Settled, ...]:
        """What was ticked."""
        return tuple(
            Settled(agreement, outcome)
            for agreement, ticks in self._buttons.items()
            for outcome, button in ticks.items()
            if button.isChecked()
        )

    def state(self) -> object:
        """The ticks by agreement."""
        return {each.agreement_id: each.outcome.value for each in self.value()}

    def set_state(self, state: object) -> None:
        """Bring the ticks back."""
        kept = state if isinstance(state, dict) else {}
        for agreement, ticks in self._buttons.items():
            for outcome, button in ticks.items():
                button.setChecked(kept.get(agreement) == outcome.value)

    def button(self, agreement_id: str, outcome: Outcome) -> QPushButton:
        """The tick of an agreement."""
        return self._buttons[agreement_id][outcome]

    def _ticks(self, agreed: AgreedBefore) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        ticks = self._buttons[agreed.id] = {}
        for outcome, words in _WORDS.items():
            button = ticks[outcome] = QPushButton(words)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{agreed.text}: {words}")
            button.toggled.connect(lambda on, outcome=outcome, ticks=ticks: self._ticked(ticks, outcome, on=on))
            row.addWidget(button)
        row.addStretch()
        return row

    def _ticked(self, ticks: dict[Outcome, QPushButton], outcome: Outcome, *, on: bool) -> None:
        if on:
            for other, button in ticks.items():
                if other is not outcome:
                    button.setChecked(False)
        self._tell()


def _words(agreed: AgreedBefore) -> str:
    until = f", senest {full_date(agreed.by_date)}" if agreed.by_date else ""
    return f"{agreed.text} ({_OWNERS[agreed.who]}{until}){' – udført' if agreed.done else ''}"
