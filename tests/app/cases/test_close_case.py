"""Ending a case and opening it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.benefits import EndBenefit, StartBenefit, end_benefit, start_benefit
from app.cases.close_case import CloseCase, ReopenCase, close_case, reopen_case
from app.cases.cpr import Cpr
from app.cases.details import CitizenDetails
from app.cases.holders import AssignHolder, assign_holder
from app.cases.register_citizen import RegisterCitizen, register_citizen
from app.orders.placements import PlanPlacement, plan_placement
from app.talks.summon import Meeting, Summon, summon
from db.rows.people import BenefitPeriodRow, CaseClosingRow, CaseHoldingRow
from db.values.people import BenefitType, ClosingReason
from db.values.talks import TalkForm, TalkPurpose
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def case(desk: Desk) -> str:
    case = desk.citizen()
    desk.do(assign_holder, AssignHolder(case, desk.me, desk.unit, date(2007, 1, 2)))
    desk.do(start_benefit, StartBenefit(case, BenefitType.CASH_ASSISTANCE, date(2007, 1, 1)))
    return case


@pytest.fixture
def job(case: str) -> CloseCase:
    return CloseCase(case, TODAY, ClosingReason.ORDINARY_JOB, weekly_hours=37, employer="Bageriet")


def test_that_a_case_ends_with_its_holder_and_benefit(desk: Desk, job: CloseCase) -> None:
    done = desk.do(close_case, job)
    row = desk.row(CaseClosingRow)
    assert (row.id, row.reason, row.weekly_hours, row.employer) == (
        done.id,
        ClosingReason.ORDINARY_JOB,
        37,
        "Bageriet",
    )
    assert (desk.row(CaseHoldingRow).to_on, desk.row(BenefitPeriodRow).to_on) == (TODAY, TODAY)
    assert not done.notices


def test_that_a_benefit_granted_until_later_ends_with_the_case(desk: Desk, case: str, job: CloseCase) -> None:
    period = desk.row(BenefitPeriodRow).id
    desk.do(end_benefit, EndBenefit(period, date(2007, 6, 30)))
    desk.do(close_case, job)
    assert desk.row(BenefitPeriodRow).to_on == TODAY


def test_that_a_benefit_may_go_on_beside_a_part_time_job(desk: Desk, job: CloseCase) -> None:
    desk.do(close_case, replace(job, reason=ClosingReason.PART_TIME_JOB, ends_benefit=False))
    assert desk.row(BenefitPeriodRow).to_on is None


def test_that_a_case_is_not_ended_twice(desk: Desk, job: CloseCase) -> None:
    desk.do(close_case, job)
    desk.refuses(close_case, job, code="already_closed", field="case_id")


def test_that_another_reason_is_put_into_words(desk: Desk, job: CloseCase) -> None:
    desk.refuses(close_case, replace(job, reason=ClosingReason.OTHER), code="missing", field="reason_text")


def test_that_a_case_does_not_end_in_the_future(desk: Desk, job: CloseCase) -> None:
    desk.refuses(close_case, replace(job, closed_on=date(2007, 3, 21)), code="in_the_future", field="closed_on")


def test_that_what_is_still_to_be_settled_is_named(desk: Desk, job: CloseCase) -> None:
    desk.do(plan_placement, PlanPlacement(job.case_id, "T-1", "Rengøring", date(2007, 3, 1)))
    meeting = Meeting(TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, date(2007, 4, 1))
    desk.do(summon, Summon(job.case_id, meeting))
    assert len(desk.do(close_case, job).notices) == 2


def test_that_a_case_comes_back_to_its_unit_without_a_holder(desk: Desk, job: CloseCase) -> None:
    desk.do(close_case, job)
    desk.do(reopen_case, ReopenCase(job.case_id, TODAY))
    assert desk.row(CaseClosingRow).reopened_on == TODAY
    assert [(row.worker_id, row.to_on) for row in desk.rows(CaseHoldingRow)] == [(desk.me, TODAY), (None, None)]
    desk.refuses(reopen_case, ReopenCase(job.case_id, TODAY), code="not_closed", field="case_id")
    desk.do(close_case, job)


def test_that_a_case_is_not_opened_before_it_was_ended(desk: Desk, job: CloseCase) -> None:
    desk.do(close_case, job)
    early = ReopenCase(job.case_id, date(2007, 3, 19))
    desk.refuses(reopen_case, early, code="wrong_order", field="reopened_on")


def test_that_registering_a_citizen_of_an_ended_case_says_to_open_it(desk: Desk, job: CloseCase) -> None:
    desk.do(close_case, job)
    request = RegisterCitizen(Cpr.parse("610175-1001"), CitizenDetails("Samira Lund"))
    assert "genåbn" in desk.refuses(register_citizen, request, code="duplicate_cpr", field="cpr").message


def test_that_nothing_begins_on_an_ended_case(desk: Desk, job: CloseCase) -> None:
    desk.do(close_case, job)
    late = StartBenefit(job.case_id, BenefitType.CASH_ASSISTANCE, date(2007, 4, 1))
    desk.refuses(start_benefit, late, code="closed_case", field="case_id")
