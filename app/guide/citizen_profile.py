"""What the guide needs to know of a citizen, read from the case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.case_rows import live_rows
from app.guide.target_group import CitizenProfile
from app.rules.dated_rule import age_on
from db.errors import Refused
from db.rows.cases import SicknessCaseRow
from db.rows.orders import FeedbackRow, OrderAnswerRow, OrderQuestionRow
from db.rows.organisation import HousingAreaRow
from db.rows.people import (
    BenefitPeriodRow,
    CitizenRow,
    HouseholdMemberRow,
    LanguageAssessmentRow,
    MatchAssessmentRow,
)
from db.rows.plans import JobPlanRow, PlanGoalRow
from db.values.people import BenefitType, HouseholdPart

_HOURS_QUESTION = "Q01"
_DANISH = frozenset({"dansk", "danish", "da"})


def read_profile(session: Session, case_id: str, today: date) -> CitizenProfile:
    """The profile as it stands today. Refused: `unknown_case`.

    `couple` needs a spouse in the same household; `sick` is a benefit of sickness or an open sickness case.
    """
    citizen = session.get(CitizenRow, case_id)
    if citizen is None or citizen.gone or citizen.withdrawn_on is not None:
        raise Refused("Sagen findes ikke på denne computer.", field="case_id", code="unknown_case")
    matches = [row for row in live_rows(session, MatchAssessmentRow, case_id) if row.assessed_on <= today]
    benefit = _benefit(live_rows(session, BenefitPeriodRow, case_id), today)
    levels = [
        row
        for row in live_rows(session, LanguageAssessmentRow, case_id)
        if row.spoken_level and row.assessed_on <= today
    ]
    area = session.get(HousingAreaRow, citizen.housing_area_id) if citizen.housing_area_id else None
    speaks_danish = citizen.language is None or citizen.language.strip().lower() in _DANISH
    return CitizenProfile(
        case_id=case_id,
        match=max(matches, key=lambda row: (row.assessed_on, row.id)).category if matches else None,
        benefit=benefit,
        age=age_on(citizen.born, today),
        language=None if speaks_danish else citizen.language,
        language_level=max(levels, key=lambda row: (row.assessed_on, row.id)).spoken_level if levels else None,
        sick=benefit is BenefitType.SICKNESS_BENEFIT or _is_sick(live_rows(session, SicknessCaseRow, case_id), today),
        couple=_lives_with_spouse(session, case_id, today),
        area=None if area is None or area.gone else area.name,
        children_at_home=citizen.children_at_home,
        hours_possible=_hours(session, case_id),
        industry_id=_industry(session, case_id),
    )


def _benefit(periods: Sequence[BenefitPeriodRow], today: date) -> BenefitType | None:
    """The benefit of the newest period that holds today."""
    now = [row for row in periods if row.from_on <= today and (row.to_on is None or row.to_on >= today)]
    return max(now, key=lambda row: (row.from_on, row.id)).benefit if now else None


def _is_sick(cases: Iterable[SicknessCaseRow], today: date) -> bool:
    return any(row.first_absence_on <= today and row.recovered_on is None for row in cases)


def _lives_with_spouse(session: Session, case_id: str, today: date) -> bool:
    def now(row: HouseholdMemberRow) -> bool:
        return (
            row.part is HouseholdPart.SPOUSE
            and not row.lives_apart
            and row.from_on <= today
            and (row.to_on is None or row.to_on >= today)
        )

    homes = {row.household_id for row in live_rows(session, HouseholdMemberRow, case_id) if now(row)}
    if not homes:
        return False
    query = select(HouseholdMemberRow).where(
        HouseholdMemberRow.household_id.in_(homes),
        HouseholdMemberRow.case_id != case_id,
        HouseholdMemberRow.gone.is_(False),
        HouseholdMemberRow.withdrawn_on.is_(None),
    )
    return any(now(row) for row in session.scalars(query))


def _hours(session: Session, case_id: str) -> int | None:
    """What a provider last answered to how many hours a week the citizen can meet for; None when it is no number."""
    query = (
        select(OrderAnswerRow.answer)
        .join(OrderQuestionRow, OrderQuestionRow.id == OrderAnswerRow.question_id)
        .join(FeedbackRow, FeedbackRow.id == OrderAnswerRow.feedback_id)
        .where(
            OrderAnswerRow.case_id == case_id,
            OrderQuestionRow.code == _HOURS_QUESTION,
            OrderAnswerRow.gone.is_(False),
            OrderAnswerRow.withdrawn_on.is_(None),
            FeedbackRow.withdrawn_on.is_(None),
        )
        .order_by(FeedbackRow.received_on.desc(), OrderAnswerRow.id.desc())
        .limit(1)
    )
    answer = (session.scalar(query) or "").strip().split(" ")[0]
    return int(answer) if answer.isdecimal() else None


def _industry(session: Session, case_id: str) -> str | None:
    """The industry of the first goal of the newest plan version that names one."""
    plans = live_rows(session, JobPlanRow, case_id)
    goals = {row.plan_id: row.industry_id for row in live_rows(session, PlanGoalRow, case_id) if row.rank == 1}
    newest = sorted(plans, key=lambda row: (row.valid_from, row.version, row.id), reverse=True)
    return next((goals[row.id] for row in newest if goals.get(row.id)), None)
