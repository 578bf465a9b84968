"""Undtaget: who is left out of the indicators, why, until when and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cases.exclusion_list import ExclusionLine
from app.cases.exclusions import EndExclusion, end_exclusion
from app.cases.words import EXCLUSIONS
from ui.danish_dates import full_date
from ui.lists.cell import Cell, Ink
from ui.lists.fact_model import FactColumn
from ui.lists.fact_table import FactTable, on_card
from ui.shell.case_action import CaseAction
from ui.shell.citizen_picker import pick_citizen
from ui.shell.offer import Subject
from ui.team.end_dialog import ask_for_end
from ui.team.tab import TeamTab

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace
    from ui.team.team_read import TeamFacts

_COLUMNS = (
    FactColumn[ExclusionLine](
        "Borger", 216, lambda line: Cell(line.name, full_date(line.born), ink=Ink.STRONG), lambda line: line.name
    ),
    FactColumn[ExclusionLine](
        "Årsag",
        260,
        lambda line: Cell(EXCLUSIONS[line.reason], line.reason_text or "", ink=Ink.PLAIN),
        lambda line: EXCLUSIONS[line.reason],
    ),
    FactColumn[ExclusionLine]("Fra og med", 110, lambda line: Cell(full_date(line.from_on)), lambda line: line.from_on),
    FactColumn[ExclusionLine](
        "Til og med", 110, lambda line: Cell(full_date(line.until_on), ink=Ink.PLAIN), lambda line: line.until_on
    ),
    FactColumn[ExclusionLine](
        "Skrevet af",
        190,
        lambda line: Cell(line.by_name or "–", full_date(line.written_on) if line.written_on else ""),
        lambda line: line.by_name,
    ),
)


class ExclusionTab(TeamTab):
    """The leader's list."""

    title = "Undtaget"

    def __init__(self, workplace: Workplace) -> None:
        """Make the tab without lines."""
        super().__init__(
            workplace,
            self.tr("Tæller ikke med i resultatmålene. Hver undtagelse har en årsag og gælder højst seks måneder."),
        )
        self.lines: FactTable[ExclusionLine] = FactTable(workplace.theme, self.tr("Undtaget"), _COLUMNS)
        self.end = self.button(self.tr("Afslut før tid …"))
        self.new = self.button(self.tr("Undtag borger …"), primary=True)
        self.column.addWidget(on_card(self.lines, self.tr("Ingen er undtaget.")), stretch=1)
        self.lines.marked.connect(self._show_marked)
        self.lines.opened.connect(lambda line: workplace.show_citizen(line.case_id))
        self.new.clicked.connect(self._new)
        self.end.clicked.connect(self._end)
        self._show_marked()

    def show_facts(self, facts: TeamFacts) -> None:
        """Show who is left out."""
        self.lines.take(facts.exclusions, lambda line: line.id)

    def count(self, _facts: TeamFacts) -> int | None:
        """How many are left out."""
        return len(_facts.exclusions)

    def _show_marked(self) -> None:
        self.end.setEnabled(bool(self.lines.marked_facts()))

    def _new(self) -> None:
        def exclude(case_id: str) -> None:
            self.workplace.do(CaseAction.EXCLUDE, Subject((case_id,)))

        pick_citizen(self.workplace.desk, self.tr("Undtag borger"), self.workplace.window, exclude)

    def _end(self) -> None:
        (line,) = self.lines.marked_facts()
        ask_for_end(
            self.workplace,
            self.tr("Afslut undtagelsen før tid"),
            line.name,
            lambda day: self.workplace.desk.use(end_exclusion, EndExclusion(line.id, day)),
        )
