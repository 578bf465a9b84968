"""Fordeling: what each worker has, and the cases of one, to mark and give to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from app.cases.case_weight import HELP as WEIGHT_HELP
from app.cases.case_weight import weight_words
from app.cases.workload import Workload
from ui.lists.cell import Cell, Ink
from ui.lists.fact_model import FactColumn
from ui.lists.fact_table import FactTable, on_card
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.team.case_table import CITIZEN, DEADLINE, MATCH, WEIGHT, CaseLine, case_of, lines_of
from ui.team.tab import TeamTab
from ui.theme.tokens import Space, Tone

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace
    from ui.team.team_read import TeamFacts

_WORKERS = (
    FactColumn[Workload](
        "Medarbejder", 150, lambda load: Cell(load.name, load.unit_name or "", ink=Ink.STRONG), lambda load: load.name
    ),
    FactColumn[Workload]("Sager", 66, lambda load: Cell(str(load.cases), ink=Ink.PLAIN), lambda load: load.cases),
    FactColumn[Workload](
        "Vægt", 74, lambda load: Cell(weight_words(load.weight), ink=Ink.PLAIN), lambda load: load.weight, WEIGHT_HELP
    ),
    FactColumn[Workload](
        "Over frist",
        88,
        lambda load: Cell(str(load.overdue), tone=Tone.RED) if load.overdue else Cell("0"),
        lambda load: load.overdue,
        "Rækker i køen, hvor fristen er gået.",
    ),
    FactColumn[Workload](
        "Ugens samtaler", 116, lambda load: Cell(str(load.talks)), lambda load: load.talks, "Holdt siden mandag."
    ),
)
_BY_WEIGHT = 2


class SpreadTab(TeamTab):
    """The workers at the left, the heaviest first; the cases of the marked one at the right."""

    title = "Fordeling"

    def __init__(self, workplace: Workplace) -> None:
        """Make the tab without figures."""
        super().__init__(workplace, self.tr("Vælg en medarbejder, markér sager, og giv dem til en eller flere andre."))
        self.workers: FactTable[Workload] = FactTable(workplace.theme, self.tr("Medarbejdere"), _WORKERS)
        columns = (CITIZEN, DEADLINE, MATCH, WEIGHT)
        self.cases: FactTable[CaseLine] = FactTable(workplace.theme, self.tr("Sager"), columns, many=True)
        self.workers.rows.sort_by(_BY_WEIGHT, descending=True)
        self.spread = self.button("", primary=True)
        self._facts: TeamFacts | None = None
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(on_card(self.workers, self.tr("Ingen medarbejdere.")), stretch=9)
        row.addWidget(on_card(self.cases, self.tr("Medarbejderen har ingen sager.")), stretch=10)
        self.column.addLayout(row, stretch=1)
        self.workers.marked.connect(self._show_cases)
        self.cases.marked.connect(self._show_marked)
        self.cases.opened.connect(lambda line: workplace.show_citizen(case_of(line)))
        self.spread.clicked.connect(self._spread)
        self._show_marked()

    def show_facts(self, facts: TeamFacts) -> None:
        """Show the team as it is; the first worker is marked where none was."""
        self._facts = facts
        self.workers.take(facts.workloads, lambda load: load.worker_id)
        if not self.workers.marked_facts() and facts.workloads:
            self.workers.selectRow(0)
        self._show_cases()

    def count(self, _facts: TeamFacts) -> int | None:
        """Nothing waits here."""
        return None

    def _show_cases(self) -> None:
        facts, marked = self._facts, self.workers.marked_facts()
        if facts is None:
            return
        holder = marked[0].worker_id if marked else ""
        rows = [row for row in facts.rows if row.holder_id == holder]
        self.cases.take(lines_of(facts, rows), case_of)

    def _show_marked(self) -> None:
        count = len(self.cases.marked_facts())
        self.spread.setText(self.tr("Fordel {count} …").format(count=count) if count else self.tr("Fordel …"))
        self.spread.setEnabled(count > 0)

    def _spread(self) -> None:
        cases = tuple(case_of(line) for line in self.cases.marked_facts())
        self.workplace.do(CaseAction.CHANGE_HOLDER, Subject(cases))
