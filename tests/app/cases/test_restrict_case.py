"""Restricted cases and conflicts of interest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.holders import AssignHolder, HandOver, SpreadCases, assign_holder, hand_over, spread_cases
from app.cases.household_view import household_of
from app.cases.households import JoinHousehold, join_household
from app.cases.restrict_case import (
    DeclareConflict,
    LiftRestriction,
    RestrictCase,
    declare_conflict,
    lift_restriction,
    restrict_case,
)
from app.cases.restrictions import Restriction, may_open, restrictions_of
from app.cases.workers import CreateWorker, create_worker
from db.rows.people import CaseHoldingRow, RestrictedCaseRow
from db.values.people import Role
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def case(desk: Desk) -> str:
    case = desk.citizen()
    desk.do(assign_holder, AssignHolder(case, desk.me, desk.unit, date(2007, 1, 2)))
    return case


def test_that_only_named_readers_open_a_restricted_case(desk: Desk, case: str) -> None:
    done = desk.do(restrict_case, RestrictCase(case, "Kollegas søster", (desk.colleague,), TODAY))
    assert done.notices == ("Tovholderen må ikke længere åbne sagen. Overfør den til en anden.",)
    restriction = done.id
    with desk.memory.reading() as session:
        found = restrictions_of(session, case)
    assert may_open(found, desk.colleague, TODAY)
    assert not may_open(found, desk.me, TODAY)
    assert may_open(found, desk.me, date(2007, 3, 19))
    desk.do(lift_restriction, LiftRestriction(restriction, TODAY))
    with desk.memory.reading() as session:
        assert may_open(restrictions_of(session, case), desk.me, date(2007, 3, 21))


def test_that_a_restriction_names_readers_and_a_reason(desk: Desk, case: str) -> None:
    request = RestrictCase(case, "Kollegas søster", (desk.me,), TODAY)
    desk.refuses(restrict_case, replace(request, readers=()), code="missing", field="readers")
    desk.refuses(restrict_case, replace(request, reason=""), code="missing", field="reason")
    early = replace(request, until_on=date(2007, 3, 1))
    desk.refuses(restrict_case, early, code="wrong_order", field="until_on")


def test_that_a_conflict_sends_the_case_to_the_leader(desk: Desk, case: str) -> None:
    leader = desk.do(create_worker, CreateWorker("L. Leder", desk.unit, Role.LEADER)).id
    done = desk.do(declare_conflict, DeclareConflict(case, "Nabo"))
    assert done.notices == ("Sagen er sendt til lederen.",)
    assert [row.worker_id for row in desk.rows(CaseHoldingRow) if row.to_on is None] == [leader]
    assert desk.row(RestrictedCaseRow).conflicted_worker_id == desk.me


def test_that_the_case_does_not_go_to_a_leader_who_has_a_conflict_too(desk: Desk, case: str) -> None:
    me, leader = desk.me, desk.do(create_worker, CreateWorker("L. Leder", desk.unit, Role.LEADER)).id
    desk.me = leader
    desk.do(declare_conflict, DeclareConflict(case, "Gift med borgeren"))
    desk.me = me
    desk.do(declare_conflict, DeclareConflict(case, "Nabo"))
    assert [row.worker_id for row in desk.rows(CaseHoldingRow) if row.to_on is None] == [None]


def test_that_nobody_becomes_holder_of_a_case_that_is_closed_to_them(desk: Desk, case: str) -> None:
    assert not desk.do(restrict_case, RestrictCase(case, "Kollegas søster", (desk.me,), TODAY)).notices
    over = HandOver(case, desk.colleague, desk.other_unit, TODAY, "Flytter")
    desk.refuses(hand_over, over, code="closed_to_worker", field="to_worker_id")
    spread = SpreadCases((case,), desk.colleague, desk.other_unit, TODAY, "Flytter")
    desk.refuses(spread_cases, spread, code="closed_to_worker", field="to_worker_id")
    desk.do(hand_over, replace(over, to_worker_id=None))
    first = AssignHolder(case, desk.colleague, desk.other_unit, TODAY)
    desk.refuses(assign_holder, first, code="closed_to_worker", field="worker_id")


def test_that_a_household_tells_nothing_of_one_whose_case_is_closed_to_the_worker(desk: Desk, case: str) -> None:
    spouse = desk.citizen("Omar Lund", "620170-1002", phone="20 00 00 00")
    desk.do(join_household, JoinHousehold(spouse, case, date(2007, 1, 1)))
    desk.do(restrict_case, RestrictCase(spouse, "Kollegas bror", (desk.colleague,), TODAY))

    def seen_by(worker: str) -> list[tuple[str, date | None, str | None]]:
        with desk.memory.reading() as session:
            household = household_of(session, case, worker_id=worker, today=TODAY)
        assert household is not None
        return [(each.name, each.born, each.phone) for each in household.others]

    assert seen_by(desk.me) == [("Spærret sag", None, None)]
    assert seen_by(desk.colleague) == [("Omar Lund", date(1970, 1, 2), "20 00 00 00")]


def test_that_a_conflict_without_a_leader_leaves_the_case_in_the_unit(desk: Desk, case: str) -> None:
    assert "uden tovholder" in desk.do(declare_conflict, DeclareConflict(case, "Nabo")).notices[0]
    assert [row.worker_id for row in desk.rows(CaseHoldingRow) if row.to_on is None] == [None]


def test_that_a_conflict_in_anothers_case_leaves_the_holder(desk: Desk, case: str) -> None:
    desk.me, desk.colleague = desk.colleague, desk.me
    assert not desk.do(declare_conflict, DeclareConflict(case, "Nabo")).notices
    assert [row.worker_id for row in desk.rows(CaseHoldingRow)] == [desk.colleague]
    desk.refuses(declare_conflict, DeclareConflict(case, " "), code="missing", field="reason")


def test_that_a_conflict_closes_the_case_to_that_worker_only() -> None:
    conflict = (Restriction(TODAY, None, (), "a"),)
    assert not may_open(conflict, "a", TODAY)
    assert may_open(conflict, "b", TODAY)
