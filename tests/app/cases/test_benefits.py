"""Periods on benefits: begun, ended, corrected, never two at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.benefits import (
    ChangeBenefit,
    EndBenefit,
    NoteEntitlement,
    StartBenefit,
    change_benefit,
    end_benefit,
    note_entitlement,
    start_benefit,
)
from db.rows.people import BenefitPeriodRow
from db.values.people import BenefitType
from tests.helpers.desk import Desk

CASH = BenefitType.CASH_ASSISTANCE
SICK = BenefitType.SICKNESS_BENEFIT


@pytest.fixture
def period(desk: Desk) -> str:
    return desk.do(start_benefit, StartBenefit(desk.citizen(), CASH, date(2006, 11, 1))).id


def periods(desk: Desk) -> list[tuple[BenefitType, date, date | None]]:
    return [(row.benefit, row.from_on, row.to_on) for row in desk.rows(BenefitPeriodRow)]


def test_that_a_period_is_begun_and_ended(desk: Desk, period: str) -> None:
    desk.do(end_benefit, EndBenefit(period, date(2007, 3, 31)))
    assert periods(desk) == [(CASH, date(2006, 11, 1), date(2007, 3, 31))]


def test_that_a_second_benefit_at_the_same_time_is_refused(desk: Desk, period: str) -> None:
    case = desk.row(BenefitPeriodRow).case_id
    request = StartBenefit(case, SICK, date(2007, 3, 1))
    desk.refuses(start_benefit, request, code="overlaps", field="from_on")
    before = replace(request, from_on=date(2006, 1, 1), to_on=date(2006, 11, 1))
    desk.refuses(start_benefit, before, code="overlaps", field="from_on")


def test_that_the_day_after_the_last_is_free(desk: Desk, period: str) -> None:
    desk.do(end_benefit, EndBenefit(period, date(2007, 2, 28)))
    case = desk.row(BenefitPeriodRow).case_id
    desk.do(start_benefit, StartBenefit(case, SICK, date(2007, 3, 1)))
    request = ChangeBenefit(period, CASH, date(2006, 11, 1), date(2007, 3, 1))
    desk.refuses(change_benefit, request, code="overlaps", field="from_on")
    desk.refuses(end_benefit, EndBenefit(period, date(2007, 3, 1)), code="overlaps", field="to_on")


def test_that_a_new_benefit_may_end_the_running_one(desk: Desk, period: str) -> None:
    case = desk.row(BenefitPeriodRow).case_id
    desk.do(start_benefit, StartBenefit(case, SICK, date(2007, 3, 1), ends_running=True))
    assert periods(desk) == [(CASH, date(2006, 11, 1), date(2007, 2, 28)), (SICK, date(2007, 3, 1), None)]


def test_that_a_period_does_not_end_before_it_begins(desk: Desk, period: str) -> None:
    desk.refuses(end_benefit, EndBenefit(period, date(2006, 10, 31)), code="wrong_order", field="to_on")


def test_that_a_period_is_corrected(desk: Desk, period: str) -> None:
    request = ChangeBenefit(period, BenefitType.START_ASSISTANCE, date(2006, 12, 1), enquiry_on=date(2006, 11, 20))
    desk.do(change_benefit, request)
    row = desk.row(BenefitPeriodRow)
    assert (row.benefit, row.from_on, row.enquiry_on) == (
        BenefitType.START_ASSISTANCE,
        date(2006, 12, 1),
        date(2006, 11, 20),
    )


def test_that_the_entitlement_is_asked_and_answered(desk: Desk, period: str) -> None:
    desk.do(note_entitlement, NoteEntitlement(period, date(2007, 3, 1), date(2007, 3, 9)))
    row = desk.row(BenefitPeriodRow)
    assert (row.entitlement_enquiry_on, row.entitlement_notice_on) == (date(2007, 3, 1), date(2007, 3, 9))
    late = NoteEntitlement(period, date(2007, 3, 21))
    desk.refuses(note_entitlement, late, code="in_the_future", field="enquiry_on")
    backwards = NoteEntitlement(period, date(2007, 3, 9), date(2007, 3, 1))
    desk.refuses(note_entitlement, backwards, code="wrong_order", field="notice_on")


def test_that_a_period_that_is_not_here_is_refused(desk: Desk) -> None:
    desk.refuses(end_benefit, EndBenefit("x", date(2007, 1, 1)), code="unknown_row", field="period_id")
