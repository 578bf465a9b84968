"""Vacancies beside the offers, and sending a citizen to one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.timeline import timeline
from app.clock import FixedClock
from app.guide.job_orders import (
    RecordReferralResult,
    ReferToJob,
    job_order_places,
    job_orders,
    record_referral_result,
    refer_to_job,
    referrals,
)
from app.work import working
from db.rows.offers import IndustryRow, JobOrderRow
from db.rows.orders import JobReferralRow
from db.rows.own import ReminderRow
from db.values.offers import ReferralResult
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)
FOLLOW_UP = date(2007, 4, 3)


@pytest.fixture
def orders(desk: Desk) -> dict[str, str]:
    """Four vacancies by number: one is closed, one has no last day."""
    with working(desk.store, author=None, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="set_up") as work:
        kitchen = work.add(IndustryRow(name="Køkken og fødevarer")).id
        cleaning = work.add(IndustryRow(name="Rengøring og service")).id
        made = {
            row.order_ref: work.add(row).id
            for row in (
                JobOrderRow(order_ref="J-1", title="Kok", industry_id=kitchen, place="Nørrebro", apply_by=FOLLOW_UP),
                JobOrderRow(order_ref="J-2", title="Hjælper", industry_id=kitchen, place="Østerbro", apply_by=TODAY),
                JobOrderRow(order_ref="J-3", title="Assistent", industry_id=cleaning, place="København N"),
                JobOrderRow(order_ref="J-4", title="Chef", industry_id=cleaning, apply_by=date(2007, 3, 19)),
            )
        }
        return {**made, "kitchen": kitchen, "cleaning": cleaning}


def test_that_open_vacancies_are_listed_by_industry_and_place_the_first_to_close_first(
    desk: Desk, orders: dict[str, str]
) -> None:
    with desk.memory.reading() as session:

        def numbers(*industries: str, place: str | None = None) -> list[str]:
            ids = [orders[each] for each in industries]
            return [each.order_ref for each in job_orders(session, TODAY, industry_ids=ids, place=place)]

        assert numbers() == ["J-2", "J-1", "J-3"]
        assert numbers("cleaning") == ["J-3"]
        assert numbers("kitchen", place="norrebro") == ["J-1"]
        assert numbers("cleaning", place="norrebro") == []
        first = job_orders(session, TODAY)[0]
        assert (first.industry, first.days_left) == ("Køkken og fødevarer", 0)
        assert job_order_places(session, TODAY) == ("København N", "Nørrebro", "Østerbro")


def test_that_a_referral_is_followed_up_by_a_reminder_until_its_result_is_written(
    desk: Desk, orders: dict[str, str]
) -> None:
    case = desk.citizen()
    done = desk.do(refer_to_job, ReferToJob(case, orders["J-1"], TODAY, FOLLOW_UP, with_danish=True))
    assert done.changes.cases == {case}
    reminder = desk.row(ReminderRow)
    assert (reminder.remind_on, reminder.case_ref, reminder.worker_id) == (FOLLOW_UP, case, desk.me)
    assert "J-1" in reminder.text
    with desk.memory.reading() as session:
        (referral,) = referrals(session, case)
    assert (referral.order_ref, referral.title, referral.words, referral.with_danish) == (
        "J-1",
        "Kok",
        "afventer",
        True,
    )

    result = RecordReferralResult(done.id, ReferralResult.PART_TIME_JOB, FOLLOW_UP, weekly_hours=20)
    desk.do(record_referral_result, result, day=FOLLOW_UP)
    assert desk.row(ReminderRow).done_on == FOLLOW_UP
    with desk.memory.reading() as session:
        (referral,) = referrals(session, case)
        told = [(entry.day, entry.title) for entry in timeline(session, case) if entry.kind == "job_referral"]
    assert (referral.result, referral.weekly_hours) == (ReferralResult.PART_TIME_JOB, 20)
    assert referral.words == "Fik deltidsjob"
    assert told == [(FOLLOW_UP, "Resultat af jobordre J-1: fik deltidsjob"), (TODAY, "Henvist til jobordre J-1: Kok")]
    # After an answer the same vacancy may be tried again.
    desk.do(refer_to_job, ReferToJob(case, orders["J-1"], FOLLOW_UP, FOLLOW_UP), day=FOLLOW_UP)
    assert desk.count(JobReferralRow) == 2


def test_that_what_cannot_be_is_refused(desk: Desk, orders: dict[str, str]) -> None:
    case = desk.citizen()
    day = date(2007, 3, 21)
    given = ReferToJob(case, orders["J-1"], TODAY, FOLLOW_UP)

    desk.refuses(refer_to_job, replace(given, job_order_id="nothing"), code="unknown_row", field="job_order_id")
    closed = desk.refuses(
        refer_to_job, replace(given, job_order_id=orders["J-4"]), code="job_closed", field="job_order_id"
    )
    assert "19.03.2007" in closed.message
    desk.refuses(
        refer_to_job, replace(given, referred_on=day, follow_up_on=day), code="in_the_future", field="referred_on"
    )
    desk.refuses(refer_to_job, replace(given, follow_up_on=date(2007, 3, 1)), code="wrong_order", field="follow_up_on")
    referral = desk.do(refer_to_job, given).id
    again = desk.refuses(refer_to_job, given, code="already_referred", field="job_order_id")
    assert "J-1" in again.message

    def record(result: ReferralResult, on: date = TODAY, hours: int | None = None) -> RecordReferralResult:
        return RecordReferralResult(referral, result, on, hours)

    got = ReferralResult.JOB
    desk.refuses(record_referral_result, record(got, day), code="in_the_future", field="result_on")
    early = record(got, date(2007, 3, 1))
    desk.refuses(record_referral_result, early, code="wrong_order", field="result_on")
    desk.refuses(record_referral_result, record(got, hours=90), code="too_many_hours", field="weekly_hours")
    unwanted = record(ReferralResult.NOT_CHOSEN, hours=20)
    desk.refuses(record_referral_result, unwanted, code="no_hours_without_work", field="weekly_hours")
    desk.do(record_referral_result, record(ReferralResult.NOT_CHOSEN))
    desk.refuses(record_referral_result, record(got), code="already_recorded", field="result")
