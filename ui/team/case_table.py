"""The columns of a list of cases in the team's tabs."""

from __future__ import annotations

from typing import NamedTuple

from app.cases.case_weight import HELP as WEIGHT_HELP
from app.cases.case_weight import weight_words
from app.cases.caseload_row import CaseloadRow, Deadline
from app.cases.words import BENEFITS
from ui.cases.case_columns import deadline_cell
from ui.danish_dates import full_date
from ui.lists.cell import Cell, Ink
from ui.lists.fact_model import FactColumn
from ui.team.team_read import TeamFacts

_BENEFITS = {str(benefit.value): words for benefit, words in BENEFITS.items()}


class CaseLine(NamedTuple):
    """A case and what falls due next."""

    row: CaseloadRow
    deadline: Deadline | None
    deadline_cell: Cell


def lines_of(facts: TeamFacts, rows: list[CaseloadRow]) -> list[CaseLine]:
    """The rows with their deadlines."""
    found = []
    for row in rows:
        deadline = facts.deadlines.get(row.case_id)
        found.append(CaseLine(row, deadline, deadline_cell(deadline, facts.today)))
    return found


def case_of(line: CaseLine) -> str:
    """The case of a line."""
    return line.row.case_id


CITIZEN = FactColumn[CaseLine](
    "Borger",
    216,
    lambda line: Cell(line.row.name, full_date(line.row.born), ink=Ink.STRONG),
    lambda line: line.row.sort_name,
)
DEADLINE = FactColumn[CaseLine](
    "Næste frist",
    220,
    lambda line: line.deadline_cell,
    lambda line: None if line.deadline is None else (line.deadline.act_by, line.deadline.due_on),
)
MATCH = FactColumn[CaseLine](
    "Match",
    64,
    lambda line: Cell("–" if line.row.match is None else str(line.row.match), ink=Ink.PLAIN),
    lambda line: line.row.match,
)
BENEFIT = FactColumn[CaseLine](
    "Ydelse",
    120,
    lambda line: Cell(_BENEFITS.get(line.row.benefit or "", "–")),
    lambda line: _BENEFITS.get(line.row.benefit or ""),
)
UNIT = FactColumn[CaseLine]("Enhed", 180, lambda line: Cell(line.row.unit_name or "–"), lambda line: line.row.unit_name)
WEIGHT = FactColumn[CaseLine](
    "Vægt", 64, lambda line: Cell(weight_words(line.row.weight)), lambda line: line.row.weight, WEIGHT_HELP
)
