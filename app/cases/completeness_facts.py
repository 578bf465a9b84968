"""What the documentation of one case holds, read for the list *Fuldstændighed*."""

from __future__ import annotations

from datetime import date

from app.cases.case_reading import CaseReading
from app.cases.citizen_page import CitizenPage
from app.cases.completeness import CompletenessFacts
from app.cases.cooperation import Cooperation
from app.cases.intake import IntakePoint, intake_list
from db.rows.cases import RiskAssessmentRow, SicknessCaseRow
from db.rows.people import MatchAssessmentRow
from db.rows.plans import JobPlanRow, PlanReviewRow
from db.rows.talks import NoteRow, SummonsRow, TalkRow
from db.values.people import MatchBasis
from db.values.plans import PlanState


def completeness_facts(
    case: CaseReading, page: CitizenPage, cooperation: Cooperation, today: date
) -> CompletenessFacts:
    """Read the facts; what the page has read already is taken from there."""
    match = next((row for row in case.live(MatchAssessmentRow) if page.match and row.id == page.match.id), None)
    basis = set(filter(None, match.basis.split(","))) if match else set()
    talks = sorted(case.live(TalkRow), key=lambda row: (row.held_on, row.id))
    last = talks[-1] if talks else None
    intake = intake_list(case.session, case.case_id)
    guidance = next(line for line in intake if line.point is IntakePoint.GUIDANCE_GIVEN)
    plan = _plan(case)
    sickness = next((row for row in case.live(SicknessCaseRow) if row.recovered_on is None), None)
    return CompletenessFacts(
        benefit=page.benefit.benefit if page.benefit and not _has_ended(page, today) else None,
        has_holder=page.closed is not None or (page.holder is not None and page.holder.worker_id is not None),
        phone=page.details.phone,
        has_address=bool(page.details.address.street),
        interpreter_needed=page.details.interpreter_needed,
        language=page.details.language,
        match_category=match.category if match else None,
        match_reason=match.reason if match else "",
        match_has_other_fact_than_health=bool(basis - {MatchBasis.HEALTH.value}),
        match_next_on=match.next_assessment_on if match else None,
        talks=len(talks),
        talks_without_note=_without_note(case, talks),
        next_step=last.next_step_towards_work if last else None,
        next_contact_on=_next_contact(case, last, today),
        guidance_on=guidance.done_on or (plan.guidance_given_on if plan else None),
        guidance_language=guidance.detail or (plan.guidance_language if plan else None),
        cv_registered=_is_done(intake, IntakePoint.CV_REGISTERED) or bool(plan and plan.cv_updated_on),
        intake_done=sum(line.done_on is not None for line in intake),
        intake_points=len(intake),
        plan_agreed_on=(plan.agreed_on or plan.valid_from) if plan else None,
        plan_reviewed_on=_reviewed(case, plan) if plan else None,
        contacts=len(cooperation.contacts),
        contacts_without_consent=sum(not each.consented for each in cooperation.contacts),
        sick=sickness is not None,
        risk_assessed=sickness is not None
        and any(row.sickness_case_id == sickness.id for row in case.live(RiskAssessmentRow)),
        employer=sickness is not None and bool(sickness.employer),
        retention_judged=any(
            sickness is not None and row.sickness_case_id == sickness.id and row.retention_needed is not None
            for row in talks
        ),
    )


def _has_ended(page: CitizenPage, today: date) -> bool:
    return page.benefit is not None and page.benefit.to_on is not None and page.benefit.to_on < today


def _is_done(intake: tuple[object, ...], point: IntakePoint) -> bool:
    return any(getattr(line, "point", None) is point and getattr(line, "done_on", None) for line in intake)


def _without_note(case: CaseReading, talks: list[TalkRow]) -> int:
    """Talks that another system told of have their note there."""
    noted = {row.about_id for row in case.live(NoteRow)}
    return sum(talk.id not in noted and not talk.from_extract for talk in talks)


def _next_contact(case: CaseReading, last: TalkRow | None, today: date) -> date | None:
    """The next summons, else what was said in the last talk."""
    coming = [
        row.meets_on
        for row in case.live(SummonsRow)
        if row.meets_on >= today and row.rebooked_to is None and row.attendance is None
    ]
    summoned = min(coming, default=None)
    return summoned or (last.next_contact_on if last else None)


def _plan(case: CaseReading) -> JobPlanRow | None:
    """The agreed version that holds."""
    agreed = [row for row in case.live(JobPlanRow) if row.state is PlanState.AGREED and row.closed_on is None]
    return max(agreed, key=lambda row: (row.valid_from, row.version), default=None)


def _reviewed(case: CaseReading, plan: JobPlanRow) -> date | None:
    rows = case.live(PlanReviewRow)
    return max((row.reviewed_on for row in rows if row.plan_id == plan.id), default=None)
