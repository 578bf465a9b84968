"""Spærrede sager: which cases are closed, who may still open them, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cases.restrict_case import LiftRestriction, lift_restriction
from app.cases.restriction_list import RestrictionLine
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


def _who(line: RestrictionLine) -> Cell:
    if line.case_id is None:
        return Cell(line.name)
    return Cell(line.name, full_date(line.born) if line.born else "", ink=Ink.STRONG)


def _readers(line: RestrictionLine) -> Cell:
    if line.case_id is None:
        return Cell("Du må ikke åbne sagen.")
    if line.conflicted is not None:
        return Cell(f"Alle undtagen {line.conflicted}", "inhabil")
    return Cell(", ".join(line.readers))


_COLUMNS = (
    FactColumn[RestrictionLine]("Borger", 216, _who, lambda line: line.name if line.case_id else None),
    FactColumn[RestrictionLine]("Må åbne sagen", 250, _readers, lambda line: line.readers),
    FactColumn[RestrictionLine](
        "Hvorfor", 260, lambda line: Cell(line.reason or "–", ink=Ink.PLAIN), lambda line: line.reason
    ),
    FactColumn[RestrictionLine](
        "Fra og med", 110, lambda line: Cell(full_date(line.from_on)), lambda line: line.from_on
    ),
    FactColumn[RestrictionLine](
        "Til og med",
        120,
        lambda line: Cell(full_date(line.until_on) if line.until_on else "indtil videre"),
        lambda line: line.until_on,
    ),
)


class RestrictionTab(TeamTab):
    """The list, a new one, and the end of one."""

    title = "Spærrede sager"

    def __init__(self, workplace: Workplace) -> None:
        """Make the tab without lines."""
        super().__init__(workplace, self.tr("En spærret sag kan kun findes og åbnes af dem, der er nævnt."))
        self.lines: FactTable[RestrictionLine] = FactTable(workplace.theme, self.tr("Spærrede sager"), _COLUMNS)
        self.lift = self.button(self.tr("Ophæv …"))
        self.new = self.button(self.tr("Spær en sag …"), primary=True)
        self.column.addWidget(on_card(self.lines, self.tr("Ingen sager er spærret.")), stretch=1)
        self.lines.marked.connect(self._show_marked)
        self.lines.opened.connect(self._open)
        self.new.clicked.connect(self._new)
        self.lift.clicked.connect(self._lift)
        self._show_marked()

    def show_facts(self, facts: TeamFacts) -> None:
        """Show what is closed."""
        self.lines.take(facts.restrictions, lambda line: line.id)

    def count(self, _facts: TeamFacts) -> int | None:
        """How many are closed."""
        return len(_facts.restrictions)

    def _open(self, line: RestrictionLine) -> None:
        if line.case_id is not None:
            self.workplace.show_citizen(line.case_id)

    def _show_marked(self) -> None:
        marked = self.lines.marked_facts()
        self.lift.setEnabled(bool(marked) and marked[0].case_id is not None)

    def _new(self) -> None:
        def restrict(case_id: str) -> None:
            self.workplace.do(CaseAction.RESTRICT, Subject((case_id,)))

        pick_citizen(self.workplace.desk, self.tr("Spær en sag"), self.workplace.window, restrict)

    def _lift(self) -> None:
        (line,) = self.lines.marked_facts()
        ask_for_end(
            self.workplace,
            self.tr("Ophæv spærringen"),
            line.name,
            lambda day: self.workplace.desk.use(lift_restriction, LiftRestriction(line.id, day)),
        )
