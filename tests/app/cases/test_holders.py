"""Who holds the thread: given, handed over, spread, and always at most one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine, event

from app.cases.holders import AssignHolder, HandOver, SpreadCases, assign_holder, hand_over, spread_cases
from db.rows.people import CaseHoldingRow
from tests.helpers.desk import Desk


@pytest.fixture
def case(desk: Desk) -> str:
    case = desk.citizen()
    desk.do(assign_holder, AssignHolder(case, desk.me, desk.unit, date(2007, 1, 2)))
    return case


def over(desk: Desk, case: str) -> HandOver:
    return HandOver(case, desk.colleague, desk.other_unit, date(2007, 3, 20), "Sprogvurdering")


def history(desk: Desk, case: str) -> list[tuple[str | None, date, date | None]]:
    return [(row.worker_id, row.from_on, row.to_on) for row in desk.rows(CaseHoldingRow, case_id=case)]


def test_that_a_case_gets_its_holder(desk: Desk, case: str) -> None:
    assert history(desk, case) == [(desk.me, date(2007, 1, 2), None)]


def test_that_a_held_case_is_not_assigned_again(desk: Desk, case: str) -> None:
    request = AssignHolder(case, desk.colleague, desk.unit, date(2007, 3, 1))
    desk.refuses(assign_holder, request, code="has_holder", field="case_id")


def test_that_handing_over_keeps_the_history_and_leaves_one_open(desk: Desk, case: str) -> None:
    done = desk.do(hand_over, over(desk, case))
    assert history(desk, case) == [
        (desk.me, date(2007, 1, 2), date(2007, 3, 19)),
        (desk.colleague, date(2007, 3, 20), None),
    ]
    assert desk.row(CaseHoldingRow, id=done.id).reason == "Sprogvurdering"


def test_that_handing_over_on_the_first_day_keeps_that_day(desk: Desk, case: str) -> None:
    desk.do(hand_over, replace(over(desk, case), from_on=date(2007, 1, 2)))
    assert history(desk, case)[0] == (desk.me, date(2007, 1, 2), date(2007, 1, 2))


def test_that_a_case_put_back_has_no_holder_and_can_be_assigned_again(desk: Desk, case: str) -> None:
    desk.do(hand_over, replace(over(desk, case), to_worker_id=None))
    desk.do(assign_holder, AssignHolder(case, desk.me, desk.unit, date(2007, 3, 21)), day=date(2007, 3, 21))
    assert [row[0] for row in history(desk, case)] == [desk.me, None, desk.me]
    assert [row[2] for row in history(desk, case)].count(None) == 1


def test_that_the_same_holder_is_refused(desk: Desk, case: str) -> None:
    request = HandOver(case, desk.me, desk.unit, date(2007, 3, 20), "Igen")
    desk.refuses(hand_over, request, code="same_holder", field="to_worker_id")


def test_that_a_hand_over_needs_a_reason(desk: Desk, case: str) -> None:
    desk.refuses(hand_over, replace(over(desk, case), reason=" "), code="missing", field="reason")


def test_that_a_hand_over_does_not_reach_back_before_the_holder(desk: Desk, case: str) -> None:
    request = replace(over(desk, case), from_on=date(2007, 1, 1))
    desk.refuses(hand_over, request, code="wrong_order", field="from_on")


def test_that_nobody_holds_a_case_from_a_day_to_come(desk: Desk, case: str) -> None:
    request = replace(over(desk, case), from_on=date(2007, 3, 21))
    desk.refuses(hand_over, request, code="in_the_future", field="from_on")


def test_that_workers_and_units_must_be_known(desk: Desk, case: str) -> None:
    desk.refuses(hand_over, replace(over(desk, case), to_worker_id="x"), code="unknown_worker", field="to_worker_id")
    desk.refuses(hand_over, replace(over(desk, case), to_unit_id="x"), code="unknown_unit", field="to_unit_id")


def test_that_many_cases_are_spread_and_those_already_there_are_left(desk: Desk, case: str) -> None:
    other = desk.citizen("Ada Bro", "620175-1002")
    third = desk.citizen("Ali Dal", "630175-1003")
    desk.do(assign_holder, AssignHolder(other, desk.colleague, desk.other_unit, date(2007, 2, 1)))
    request = SpreadCases((case, other, third), desk.colleague, desk.other_unit, date(2007, 3, 20), "Ferie")
    done = desk.do(spread_cases, request)
    assert done.notices == ("1 af sagerne lå der allerede.",)
    assert [len(history(desk, each)) for each in (case, other, third)] == [2, 1, 1]
    assert done.changes.cases == {case, third}


def test_that_one_bad_case_stops_the_spreading(desk: Desk, case: str) -> None:
    request = SpreadCases((case, "nobody"), desk.colleague, desk.other_unit, date(2007, 3, 20), "Ferie")
    desk.refuses(spread_cases, request, code="unknown_case", field="case_ids")
    desk.refuses(spread_cases, replace(request, case_ids=()), code="missing", field="case_ids")


def test_that_spreading_asks_for_all_holdings_and_citizens_at_once(desk: Desk) -> None:
    cases = [desk.citizen(f"Borger {no}", f"61017{no}-1001") for no in range(6)]
    for case in cases:
        desk.do(assign_holder, AssignHolder(case, desk.me, desk.unit, date(2007, 1, 2)))
    asked: list[str] = []

    def note(connection: object, cursor: object, sql: str, *rest: object) -> None:
        del connection, cursor, rest
        asked.append(sql)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        spread = SpreadCases(tuple(cases), desk.colleague, desk.other_unit, date(2007, 3, 20), "Ferie")
        desk.do(spread_cases, spread)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    for table in ("case_holding", "citizen"):
        assert (
            len([sql for sql in asked if sql.startswith("SELECT") and f"FROM {table} " in " ".join(sql.split())]) == 1
        )
