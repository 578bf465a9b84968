"""Vacancies beside the offers: a short list with reference numbers, and whom we have sent to one of them.

The full register is elsewhere (R128). What is kept here is what lets a worker find the vacancy there, and what came
of it for the citizen.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.cases.case_rows import live_rows, the_open_case, the_row
from app.cases.checking import danish, in_order, not_in_future
from app.cases.names import search_text
from app.changes import Done
from app.guide.referral_words import REFERRAL_RESULTS
from app.work import Work
from db.errors import Refused
from db.rows.offers import IndustryRow, JobOrderRow
from db.rows.orders import JobReferralRow
from db.rows.own import ReminderRow
from db.values.offers import ReferralResult

_GOT_WORK = frozenset({ReferralResult.JOB, ReferralResult.PART_TIME_JOB})
_MOST_HOURS = 48
_REMINDER_CLASS = 2


@dataclass(frozen=True, slots=True)
class JobOrder:
    """One vacancy. `days_left` counts to the last day to apply; None when there is none."""

    id: str
    order_ref: str
    title: str
    company: str | None
    industry_id: str | None
    industry: str | None
    place: str | None
    weekly_hours: int | None
    starts_on: date | None
    apply_by: date | None
    contact: str | None
    days_left: int | None


@dataclass(frozen=True, slots=True)
class Referral:
    """One citizen sent to one vacancy. `result` None while nobody knows."""

    id: str
    case_id: str
    order_ref: str
    title: str
    company: str | None
    referred_on: date
    follow_up_on: date | None
    result: ReferralResult | None
    result_on: date | None
    weekly_hours: int | None
    with_danish: bool

    @property
    def words(self) -> str:
        """What came of it, in Danish."""
        return "afventer" if self.result is None else REFERRAL_RESULTS[self.result]


@dataclass(frozen=True, slots=True)
class ReferToJob:
    """Send a citizen to a vacancy. `follow_up_on` comes back as an own reminder in the queue."""

    case_id: str
    job_order_id: str
    referred_on: date
    follow_up_on: date
    with_danish: bool = False


@dataclass(frozen=True, slots=True)
class RecordReferralResult:
    """What came of it. `weekly_hours` are those that were agreed, where the citizen got work."""

    referral_id: str
    result: ReferralResult
    result_on: date
    weekly_hours: int | None = None


def job_orders(
    session: Session, today: date, *, industry_ids: Collection[str] = (), place: str | None = None
) -> tuple[JobOrder, ...]:
    """The vacancies that can still be applied for, the first to close first.

    Each of the two filters narrows where it is given: `industry_ids` are ids of the industry list, and `place` is a
    part of the place's name, in any spelling.
    """
    query = (
        select(JobOrderRow, IndustryRow.name)
        .outerjoin(IndustryRow, IndustryRow.id == JobOrderRow.industry_id)
        .where(JobOrderRow.gone.is_(False), or_(JobOrderRow.apply_by.is_(None), JobOrderRow.apply_by >= today))
    )
    if industry_ids:
        query = query.where(JobOrderRow.industry_id.in_(sorted(industry_ids)))
    wanted = search_text(place or "")
    found = [
        _job_order(row, industry, today)
        for row, industry in session.execute(query)
        if not wanted or wanted in search_text(row.place or "")
    ]
    return tuple(sorted(found, key=lambda each: (each.apply_by or date.max, each.order_ref)))


def job_order_places(session: Session, today: date) -> tuple[str, ...]:
    """The places in which there are vacancies now, for a list to choose from."""
    return tuple(sorted({each.place for each in job_orders(session, today) if each.place}, key=search_text))


def referrals(session: Session, case_id: str) -> tuple[Referral, ...]:
    """Where a citizen has been sent, the newest first."""
    rows = live_rows(session, JobReferralRow, case_id)
    return tuple(_referral(row) for row in sorted(rows, key=lambda row: (row.referred_on, row.id), reverse=True))


def refer_to_job(work: Work, request: ReferToJob) -> Done:
    """Write it, and remind the worker on the day of the follow-up.

    Refused: `unknown_row` and `job_closed` and `already_referred` (field `job_order_id`), `in_the_future`
    (`referred_on`), `wrong_order` (`follow_up_on`), and as `the_open_case` says.
    """
    the_open_case(work, request.case_id)
    order = work.session.get(JobOrderRow, request.job_order_id)
    if order is None or order.gone:
        raise Refused("Jobordren findes ikke længere. Hent listen igen.", field="job_order_id", code="unknown_row")
    not_in_future(request.referred_on, work.today, "referred_on")
    if order.apply_by is not None and order.apply_by < request.referred_on:
        message = f"Fristen for at søge var den {danish(order.apply_by)}. Vælg en anden jobordre."
        raise Refused(message, field="job_order_id", code="job_closed")
    in_order(request.referred_on, request.follow_up_on, "follow_up_on")
    for other in live_rows(work.session, JobReferralRow, request.case_id):
        if other.order_ref == order.order_ref and other.result is None:
            message = f"Borgeren er allerede henvist til jobordre {order.order_ref}. Registrér resultatet først."
            raise Refused(message, field="job_order_id", code="already_referred")
    row = work.add(
        JobReferralRow(
            case_id=request.case_id,
            order_ref=order.order_ref,
            title=order.title,
            company=order.company,
            referred_on=request.referred_on,
            follow_up_on=request.follow_up_on,
            with_danish=request.with_danish,
        )
    )
    if work.author is not None:
        work.add(
            ReminderRow(
                worker_id=work.author,
                case_ref=request.case_id,
                remind_on=max(request.follow_up_on, work.today),
                text=_reminder_text(order.order_ref),
                consequence=_REMINDER_CLASS,
            )
        )
    return Done(row.id, work.changes())


def record_referral_result(work: Work, request: RecordReferralResult) -> Done:
    """Write what came of it; the reminder of it is done with.

    Refused: `unknown_row` (field `referral_id`), `already_recorded` (`result`), `in_the_future` and `wrong_order`
    (`result_on`), `no_hours_without_work` and `too_many_hours` (`weekly_hours`).
    """
    row = the_row(work, JobReferralRow, request.referral_id, field="referral_id")
    if row.result is not None:
        message = "Resultatet er allerede skrevet. Træk henvisningen tilbage, hvis det er forkert."
        raise Refused(message, field="result", code="already_recorded")
    not_in_future(request.result_on, work.today, "result_on")
    in_order(row.referred_on, request.result_on, "result_on")
    if request.weekly_hours is not None:
        if request.result not in _GOT_WORK:
            message = "Timer skrives kun, når borgeren fik arbejde."
            raise Refused(message, field="weekly_hours", code="no_hours_without_work")
        if not 1 <= request.weekly_hours <= _MOST_HOURS:
            message = f"Skriv timer om ugen fra 1 til {_MOST_HOURS}."
            raise Refused(message, field="weekly_hours", code="too_many_hours")
    row.result = request.result.value
    row.result_on = request.result_on
    row.weekly_hours = request.weekly_hours
    for reminder in _reminders(work, row):
        reminder.done_on = work.today
    return Done(row.id, work.changes())


def _reminder_text(order_ref: str) -> str:
    return f"Følg op på henvisning til jobordre {order_ref}"


def _reminders(work: Work, referral: JobReferralRow) -> Sequence[ReminderRow]:
    query = select(ReminderRow).where(
        ReminderRow.case_ref == referral.case_id,
        ReminderRow.text == _reminder_text(referral.order_ref),
        ReminderRow.done_on.is_(None),
        ReminderRow.gone.is_(False),
    )
    return work.session.scalars(query).all()


def _job_order(row: JobOrderRow, industry: str | None, today: date) -> JobOrder:
    return JobOrder(
        id=row.id,
        order_ref=row.order_ref,
        title=row.title,
        company=row.company,
        industry_id=row.industry_id,
        industry=industry,
        place=row.place,
        weekly_hours=row.weekly_hours,
        starts_on=row.starts_on,
        apply_by=row.apply_by,
        contact=row.contact,
        days_left=None if row.apply_by is None else (row.apply_by - today).days,
    )


def _referral(row: JobReferralRow) -> Referral:
    return Referral(
        id=row.id,
        case_id=row.case_id,
        order_ref=row.order_ref,
        title=row.title,
        company=row.company,
        referred_on=row.referred_on,
        follow_up_on=row.follow_up_on,
        result=None if row.result is None else ReferralResult(row.result),
        result_on=row.result_on,
        weekly_hours=row.weekly_hours,
        with_danish=bool(row.with_danish),
    )
