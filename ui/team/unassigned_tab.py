"""Uden tovholder: the cases nobody has, to be given to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.lists.fact_table import FactTable, on_card
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.team.case_table import BENEFIT, CITIZEN, DEADLINE, MATCH, UNIT, WEIGHT, CaseLine, case_of, lines_of
from ui.team.tab import TeamTab

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace
    from ui.team.team_read import TeamFacts


class UnassignedTab(TeamTab):
    """A list and one button."""

    title = "Uden tovholder"

    def __init__(self, workplace: Workplace) -> None:
        """Make the tab without cases."""
        super().__init__(workplace, self.tr("Markér en eller flere, og vælg, hvem der skal have dem."))
        columns = (CITIZEN, DEADLINE, MATCH, BENEFIT, UNIT, WEIGHT)
        self.cases: FactTable[CaseLine] = FactTable(workplace.theme, self.tr("Uden tovholder"), columns, many=True)
        self.give = self.button("", primary=True)
        self.column.addWidget(on_card(self.cases, self.tr("Alle borgere har en tovholder.")), stretch=1)
        self.cases.marked.connect(self._show_marked)
        self.cases.opened.connect(lambda line: workplace.show_citizen(case_of(line)))
        self.give.clicked.connect(self._give)
        self._show_marked()

    def show_facts(self, facts: TeamFacts) -> None:
        """Show whom nobody has."""
        rows = [row for row in facts.rows if row.holder_id is None]
        self.cases.take(lines_of(facts, rows), case_of)

    def count(self, _facts: TeamFacts) -> int | None:
        """How many nobody has."""
        return sum(row.holder_id is None for row in _facts.rows)

    def _show_marked(self) -> None:
        count = len(self.cases.marked_facts())
        many = self.tr("Giv {count} en tovholder …").format(count=count)
        self.give.setText(many if count > 1 else self.tr("Giv tovholder …"))
        self.give.setEnabled(count > 0)

    def _give(self) -> None:
        cases = tuple(case_of(line) for line in self.cases.marked_facts())
        self.workplace.do(CaseAction.CHANGE_HOLDER, Subject(cases))
