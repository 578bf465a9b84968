"""Households: who is in them, and when they may be handled together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.change_citizen import ChangeCitizen, change_citizen
from app.cases.details import details_of
from app.cases.households import (
    JoinHousehold,
    LeaveHousehold,
    MemberFact,
    SetLivesApart,
    join_household,
    leave_household,
    set_lives_apart,
    why_functions_are_off,
)
from app.cases.workers import CreateUnit, CreateWorker, create_unit, create_worker
from db.rows.people import CitizenRow, HouseholdMemberRow, HouseholdRow
from db.values.people import HouseholdPart, OrgUnitKind, Role
from tests.helpers.desk import Desk

HOME = ("Ruten", "7", None, "2700", "Brønshøj")
ONE, TWO = MemberFact("a", HOME), MemberFact("b", HOME)


@pytest.fixture
def couple(desk: Desk) -> tuple[str, str]:
    return desk.citizen(address="Ruten 7"), desk.citizen("Omar Lund", "620170-1002", "Ruten 7")


def test_that_two_citizens_share_a_household_of_the_unit(desk: Desk, couple: tuple[str, str]) -> None:
    done = desk.do(join_household, JoinHousehold(couple[1], couple[0], date(2007, 1, 1)))
    household = desk.row(HouseholdRow)
    assert (household.id, household.unit_id, household.address_text) == (done.id, desk.unit, "Ruten 7")
    assert {row.case_id for row in desk.rows(HouseholdMemberRow, household_id=done.id)} == set(couple)


def test_that_a_third_joins_the_same_household(desk: Desk, couple: tuple[str, str]) -> None:
    desk.do(join_household, JoinHousehold(couple[1], couple[0], date(2007, 1, 1)))
    child = desk.citizen("Ida Lund", "630189-1003")
    desk.do(join_household, JoinHousehold(child, couple[0], date(2007, 1, 1), HouseholdPart.CHILD))
    assert desk.count(HouseholdRow) == 1
    assert len(desk.rows(HouseholdMemberRow)) == 3


def test_that_a_protected_address_is_not_written_on_the_household(desk: Desk, couple: tuple[str, str]) -> None:
    hidden = desk.citizen("Eva Dal", "640170-1004", "Hemmelig Vej 1", address_protected=True)
    desk.do(join_household, JoinHousehold(couple[0], hidden, date(2007, 1, 1)))
    assert desk.row(HouseholdRow).address_text is None


def test_that_the_address_goes_when_one_with_a_protected_address_moves_in(desk: Desk, couple: tuple[str, str]) -> None:
    hidden = desk.citizen("Eva Dal", "640170-1004", "Ruten 7", address_protected=True)
    desk.do(join_household, JoinHousehold(hidden, couple[0], date(2007, 1, 1)))
    assert desk.row(HouseholdRow).address_text is None


def test_that_the_address_goes_when_a_member_gets_it_protected(desk: Desk, couple: tuple[str, str]) -> None:
    desk.do(join_household, JoinHousehold(couple[1], couple[0], date(2007, 1, 1)))
    with desk.memory.reading() as session:
        details = details_of(session.get_one(CitizenRow, couple[1]))
    desk.do(change_citizen, ChangeCitizen(couple[1], replace(details, phone="20 00 00 00")))
    assert desk.row(HouseholdRow).address_text == "Ruten 7"
    desk.do(change_citizen, ChangeCitizen(couple[1], replace(details, address_protected=True)))
    assert desk.row(HouseholdRow).address_text is None


def test_that_one_is_not_a_household_with_oneself_nor_in_two(desk: Desk, couple: tuple[str, str]) -> None:
    alone = JoinHousehold(couple[0], couple[0], date(2007, 1, 1))
    desk.refuses(join_household, alone, code="same_citizen", field="with_case_id")
    desk.do(join_household, replace(alone, case_id=couple[1]))
    again = JoinHousehold(couple[1], desk.citizen("Ida Lund", "630189-1003"), date(2007, 1, 1))
    desk.refuses(join_household, again, code="already_in_household", field="case_id")


def test_that_a_household_needs_a_unit_to_be_seen_by(desk: Desk, couple: tuple[str, str]) -> None:
    desk.me = desk.do(create_worker, CreateWorker("N. Ny", None, Role.CASEWORKER)).id
    request = JoinHousehold(couple[1], couple[0], date(2007, 1, 1))
    desk.refuses(join_household, request, code="no_unit", field="case_id")


def test_that_one_leaves_and_may_join_again(desk: Desk, couple: tuple[str, str]) -> None:
    desk.do(join_household, JoinHousehold(couple[1], couple[0], date(2007, 1, 1)))
    early = LeaveHousehold(couple[1], date(2006, 12, 31))
    desk.refuses(leave_household, early, code="wrong_order", field="on")
    desk.do(leave_household, replace(early, on=date(2007, 2, 1)))
    desk.refuses(leave_household, early, code="no_household", field="case_id")
    desk.do(join_household, JoinHousehold(couple[1], couple[0], date(2007, 3, 1)))
    assert desk.count(HouseholdRow) == 1


def test_that_living_apart_is_marked_on_the_one_citizen(desk: Desk, couple: tuple[str, str]) -> None:
    desk.do(join_household, JoinHousehold(couple[1], couple[0], date(2007, 1, 1)))
    desk.do(set_lives_apart, SetLivesApart(couple[1], lives_apart=True))
    assert [row.lives_apart for row in desk.rows(HouseholdMemberRow, case_id=couple[1])] == [True]


@pytest.mark.parametrize(("members", "word"), [
    ((ONE, TWO), None),
    ((ONE,), None),
    ((ONE, replace(TWO, address=("ruten", "7", None, "2700", "brønshøj"))), None),
    ((ONE, replace(TWO, lives_apart=True)), "lever adskilt"),
    ((ONE, replace(TWO, address_protected=True)), "adressebeskyttelse"),
    ((ONE, replace(TWO, address=("Langgade", "3", None, None, None))), "forskellige adresser"),
])  # fmt: skip
def test_that_joint_functions_are_off_with_a_reason(members: tuple[MemberFact, ...], word: str | None) -> None:
    found = why_functions_are_off(members)
    assert (found is None) if word is None else (found is not None and word in found)


def test_that_units_and_workers_are_made_by_name(desk: Desk) -> None:
    unit = desk.do(create_unit, CreateUnit("Skelbækgade", OrgUnitKind.JOBCENTRE)).id
    desk.do(create_worker, CreateWorker("U. Ung", unit, Role.CASEWORKER))
    desk.refuses(create_unit, CreateUnit(" ", OrgUnitKind.JOBCENTRE), code="missing", field="name")
