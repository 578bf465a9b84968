"""Restricted cases and conflicts of interest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.holders import AssignHolder, assign_holder
from app.cases.restrict_case import (
    DeclareConflict,
    LiftRestriction,
    RestrictCase,
    Restriction,
    declare_conflict,
    lift_restriction,
    may_open,
    restrict_case,
    restrictions_of,
)
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
    restriction = desk.do(restrict_case, RestrictCase(case, "Kollegas søster", (desk.colleague,), TODAY)).id
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
