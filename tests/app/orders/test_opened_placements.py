"""Which stay a form is about, and a stay that is over although nobody has said so."""

from __future__ import annotations

from datetime import date

import pytest

from app.cases.drafts import DraftKey
from app.cases.timeline import timeline
from app.clock import FixedClock
from app.orders.opened_placements import OpenedPlacement, open_end, open_next_step, open_outcome_check
from app.orders.placements import (
    CheckOutcome,
    DecideNextStep,
    EndPlacement,
    PlanPlacement,
    StartPlacement,
    check_outcome,
    decide_next_step,
    end_placement,
    plan_placement,
    start_placement,
)
from app.work import working
from db.errors import Refused
from db.rows.orders import PlacementRow
from db.values.offers import OutcomeKind, PlacementState
from tests.helpers.desk import Desk


@pytest.fixture
def case(desk: Desk) -> str:
    return desk.citizen()


def _stay(desk: Desk, case: str, from_on: date, to_on: date, title: str = "Køkken") -> str:
    stay = desk.do(plan_placement, PlanPlacement(case, f"T-{from_on:%m}", title, from_on, to_on)).id
    desk.do(start_placement, StartPlacement(stay, from_on))
    return stay


def _open(desk: Desk, read: object, case: str, about: str | None = None) -> OpenedPlacement:
    assert callable(read)
    clock = FixedClock(desk.today)
    with working(desk.store, author=desk.me, clock=clock, make_id=desk.make_id, use_case="open") as work:
        opened = read(work, DraftKey("form", case, about))
    assert isinstance(opened, OpenedPlacement)
    return opened


def test_that_the_check_that_is_due_is_the_last_one_reached(desk: Desk, case: str) -> None:
    with pytest.raises(Refused) as refused:
        _open(desk, open_outcome_check, case)
    assert refused.value.code == "nothing_open"
    lately = _stay(desk, case, date(2006, 11, 1), date(2006, 12, 1))
    before = _stay(desk, case, date(2006, 6, 1), date(2006, 8, 1))
    opened = _open(desk, open_outcome_check, case)
    assert (opened.placement_id, opened.months, opened.due, opened.ended) == (before, (3, 6), 6, False)
    named = _open(desk, open_outcome_check, case, lately)
    assert (named.placement_id, named.months, named.due) == (lately, (3, 6), 3)
    done = CheckOutcome(before, 6, desk.today, OutcomeKind.JOB, 37, employer="Kantinen", completed=False)
    desk.do(check_outcome, done)
    with desk.memory.reading() as session:
        titles = [entry.title for entry in timeline(session, case) if entry.kind == "outcome_check"]
    assert titles == ["Resultat 6 måneder efter tilbud: job"]
    # The later check makes the earlier one superfluous.
    assert _open(desk, open_outcome_check, case).placement_id == lately


def test_that_a_stay_nobody_has_ended_is_ended_on_its_last_day_by_its_check(desk: Desk, case: str) -> None:
    stay = _stay(desk, case, date(2006, 6, 1), date(2006, 8, 1))
    check = CheckOutcome(stay, 6, desk.today, OutcomeKind.JOB, employer="Kantinen")
    desk.refuses(check_outcome, check, code="missing", field="completed")
    desk.do(check_outcome, CheckOutcome(stay, 6, desk.today, OutcomeKind.JOB, employer="Kantinen", completed=True))
    row = desk.row(PlacementRow)
    assert (row.state, row.ended_on, row.result_employer) == (
        PlacementState.COMPLETED,
        date(2006, 8, 1),
        "Kantinen",
    )
    running = _stay(desk, case, date(2007, 3, 1), date(2007, 5, 1))
    later = CheckOutcome(running, 3, desk.today, OutcomeKind.JOB, completed=True)
    desk.refuses(check_outcome, later, code="not_ended", field="placement_id")


def test_that_the_next_step_is_asked_for_the_newest_stay_and_the_end_for_the_oldest(desk: Desk, case: str) -> None:
    first = _stay(desk, case, date(2006, 6, 1), date(2006, 8, 1))
    second = _stay(desk, case, date(2007, 1, 8), date(2007, 4, 16))
    assert _open(desk, open_next_step, case).placement_id == second
    desk.do(decide_next_step, DecideNextStep(second, desk.today, "Nyt tilbud"))
    assert _open(desk, open_next_step, case).placement_id == first
    assert _open(desk, open_end, case).placement_id == first
    desk.do(end_placement, EndPlacement(first, date(2006, 8, 1), PlacementState.COMPLETED))
    assert _open(desk, open_end, case).placement_id == second
    assert _open(desk, open_end, case, second).last_day == date(2007, 4, 16)
