"""Fuldstændighed: what the documentation of the case lacks, with a way to mend each line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.cases.completeness import CompletenessLine, LineState, Mend
from ui.citizen.page_deeds import Deeds
from ui.citizen.panel_parts import Panel, add_heading, add_item, link
from ui.shell.case_action import WORDS, CaseAction
from ui.theme.labels import caption, chip
from ui.theme.tokens import Tone

_ACTIONS: Final = {
    Mend.MATCH: CaseAction.ASSESS_MATCH,
    Mend.NOTE: CaseAction.WRITE_NOTE,
    Mend.RECEPTION: CaseAction.RECEIVE,
    Mend.TALK: CaseAction.HOLD_TALK,
    Mend.DETAILS: CaseAction.CHANGE_DETAILS,
    Mend.SICKNESS: CaseAction.ASSESS_RISK,
    Mend.HOLDER: CaseAction.CHANGE_HOLDER,
    Mend.BENEFIT: CaseAction.REGISTER_BENEFIT,
    Mend.SUMMON: CaseAction.SUMMON,
}
_STATES: Final = {
    LineState.MISSING: ("Mangler", Tone.AMBER),
    LineState.OLD: ("For gammelt", Tone.AMBER),
    LineState.DONE: ("På plads", Tone.GREEN),
}


class CompletenessPanel(Panel):
    """How much is there, and every line with its reason."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self._deeds = deeds

    def show_lines(self, lines: Sequence[CompletenessLine]) -> None:
        """Show the list."""

        def fill(column: QVBoxLayout) -> None:
            done = sum(line.state is LineState.DONE for line in lines)
            add_heading(column, self.tr("Fuldstændighed"))
            words = self.tr("{done} af {all} er på plads").format(done=done, all=len(lines))
            column.addWidget(caption(words, "muted"))
            meter = QProgressBar()
            meter.setRange(0, max(1, len(lines)))
            meter.setValue(done)
            meter.setTextVisible(False)
            meter.setAccessibleName(words)
            column.addWidget(meter)
            for line in lines:
                self._add(column, line)

        self.build(fill)

    def _add(self, column: QVBoxLayout, line: CompletenessLine) -> None:
        words, tone = _STATES[line.state]
        mending = []
        if line.mend is Mend.CONSENT:
            mending.append(link(self.tr("Notér samtykke"), lambda: self._deeds.open_form("consent", None), line.title))
        elif line.mend is not None and _ACTIONS[line.mend] in self._deeds.offered():
            action = _ACTIONS[line.mend]
            mending.append(link(WORDS[action], lambda: self._deeds.act(action, None), line.title))
        add_item(column, chip(words, tone), line.title, "", line.reason, *mending)
