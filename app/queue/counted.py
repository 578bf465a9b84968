"""Who stands behind an indicator's figure: those it does not hold for, and those who are left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from app.queue.facts import CaseFacts
from app.results.measure import Measure
from db.values.people import ExclusionReason


@dataclass(frozen=True, slots=True)
class Counted:
    """A citizen of the figure; name and birth date, no number. `reason` and `until_on` of one who is left out."""

    case_id: str
    name: str
    born: date
    reason: ExclusionReason | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """`misses` count against the figure, `left_out` are not counted. `closed` are those one may not read."""

    misses: tuple[Counted, ...]
    left_out: tuple[Counted, ...]
    closed: int


def behind(measure: Measure, cases: Iterable[CaseFacts], closed_cases: Collection[str] = ()) -> Behind:
    """The citizens of a measure, in the order of the facts. A closed case is counted and not named."""
    missed = frozenset(measure.misses)
    excluded = {each.case_id: each for each in measure.left_out}
    misses: list[Counted] = []
    left_out: list[Counted] = []
    closed = 0
    for case in cases:
        misses_it = bool(missed & _subjects(case))
        out = excluded.get(case.case_id)
        if not misses_it and out is None:
            continue
        if case.case_id in closed_cases:
            closed += 1
            continue
        if misses_it:
            misses.append(Counted(case.case_id, case.name, case.born))
        if out is not None:
            left_out.append(Counted(case.case_id, case.name, case.born, out.reason, out.until_on))
    return Behind(tuple(misses), tuple(left_out), closed)


def _subjects(case: CaseFacts) -> frozenset[str]:
    """Everything of a citizen that an indicator may count: the person, applications, sickness cases, household."""
    ids = {case.case_id, *(each.id for each in case.applications), *(each.id for each in case.sicknesses)}
    if case.household_key:
        ids.add(case.household_key)
    return frozenset(ids)
