"""Whose rows and which kinds are shown, and how many lines they make."""

from __future__ import annotations

from app.queue.filters import (
    GROUPS,
    Group,
    Seat,
    Whose,
    counts,
    group_of,
    lines_of,
    rows_beside,
    rows_of,
)
from app.rules.kinds import KINDS
from tests.ui.items import ME, item

CONTACT = item(0, kind="CONTACT_DUE", key="CONTACT_DUE/case-0/e/", worker_id=ME)
PLAN = item(0, kind="PLAN_REVIEW", key="PLAN_REVIEW/case-0/e/", worker_id=ME)
OTHER_PLAN = item(1, kind="PLAN_MISSING", key="PLAN_MISSING/case-1/e/", worker_id=ME)
REPORTS = tuple(
    item(number, kind="PORTAL_REPORT", key=f"PORTAL_REPORT/case-{number}/e/talk", worker_id=ME) for number in (2, 3)
)
ITEMS = (CONTACT, OTHER_PLAN, PLAN, *REPORTS)


def test_that_only_known_kinds_are_sorted_into_groups() -> None:
    assert set(GROUPS) <= set(KINDS)
    assert group_of(item(0, kind="COMPLAINT")) is Group.OTHER


def test_that_a_citizens_line_of_a_kind_still_holds_all_rows() -> None:
    (first, second) = lines_of(ITEMS, Group.PLANS, one_line=True)
    assert (first.item, second.item) == (OTHER_PLAN, PLAN)
    assert second.items == (CONTACT, PLAN)


def test_that_each_row_is_a_line_when_nothing_is_gathered_but_reports() -> None:
    lines = lines_of(ITEMS, None, one_line=False)
    assert [line.item for line in lines[:3]] == [CONTACT, OTHER_PLAN, PLAN]
    assert lines[3].item.label == "2 samtaler mangler indberetning"
    assert lines[3].items == REPORTS


def test_that_the_counts_are_those_of_the_lines_one_would_see() -> None:
    for one_line in (True, False):
        found = counts(ITEMS, one_line=one_line)
        assert found == {group: len(lines_of(ITEMS, group, one_line=one_line)) for group in (None, *Group)}
    assert counts(ITEMS, one_line=True)[None] == 3


def test_that_scopes_are_ones_own_all_and_those_without_a_holder() -> None:
    lonely = item(4, holder_name=None, worker_id=None)
    reminder = item(5, holder_name=None, case_id=None, worker_id=ME)
    rows = (*ITEMS, lonely, reminder)
    assert rows_of(rows, Whose.MINE, Seat(ME)) == (*ITEMS, reminder)
    assert rows_of(rows, Whose.ALL, Seat(ME)) == rows
    assert rows_of(rows, Whose.UNASSIGNED, Seat(ME)) == (lonely,)
    assert rows_of(rows, Whose.MINE, Seat()) == ()


def test_that_a_team_is_a_unit_an_area_has_a_patrol_and_a_stand_in_sees_the_other_queue() -> None:
    team = item(1, unit_id="unit-1", worker_id="worker-2")
    area = item(2, area_name="Mjølnerparken", unit_id="unit-2", worker_id="worker-3")
    rows = (CONTACT, team, area)
    assert rows_of(rows, Whose.TEAM, Seat(ME, "unit-1")) == (team,)
    assert rows_of(rows, Whose.TEAM, Seat(ME)) == ()
    assert rows_of(rows, Whose.AREA, Seat(ME)) == (area,)
    assert rows_of(rows, Whose.MINE, Seat(ME, covers=frozenset({"worker-3"}))) == (CONTACT, area)


def test_that_a_single_row_is_read_beside_the_citizens_others() -> None:
    line = lines_of(ITEMS, None, one_line=False)[0]
    assert rows_beside(ITEMS, line) == (CONTACT, PLAN)
