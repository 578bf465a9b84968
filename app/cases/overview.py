"""What is to be known of a case at one glance, section by section, in the words of the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.cases import words
from app.cases.assess_match import CATEGORIES
from app.cases.case_reading import CaseReading
from app.cases.checking import danish
from app.queue.text import PARTIES, STEPS
from db.rows.cases import ApplicationCaseRow, CaseStepRow, RiskAssessmentRow, SicknessCaseRow
from db.rows.orders import PlacementRow
from db.rows.people import BenefitPeriodRow, ContactOverrideRow, MatchAssessmentRow
from db.rows.plans import JobPlanRow, PlanActivityRow, PlanGoalRow, PlanStepRow
from db.rows.talks import SummonsRow, TalkAgreementRow, TalkRow, WarningRow
from db.values.people import FollowUpModel
from db.values.plans import PlanState
from db.values.talks import StepOwner

FOLLOW_UP_MODELS: Final = {
    FollowUpModel.INDIVIDUAL: "Individuelle samtaler",
    FollowUpModel.INTENSIVE: "Intensivt kontaktforløb",
    FollowUpModel.GROUP_AND_INDIVIDUAL: "Holdforløb og individuelle samtaler",
    FollowUpModel.TELEPHONE: "Telefon",
    FollowUpModel.HOME_VISIT: "Hjemmebesøg",
}
OWNERS: Final = {
    StepOwner.CITIZEN: "borgeren",
    StepOwner.JOBCENTRE: "jobcentret",
    StepOwner.PROVIDER: "leverandøren",
    StepOwner.OTHER: "andre",
}

# The whole history stands in the timeline; here only what one still reckons with.
_MOST: Final = 4


class SectionKey(StrEnum):
    """The sections, in their order."""

    TALKS = "Samtaler"
    PLAN = "Jobplan"
    MATCH = "Match"
    BENEFITS = "Ydelse"
    PLACEMENTS = "Tilbud"
    APPLICATIONS = "Ansøgningssager"
    SICKNESS = "Sygdom"
    WARNINGS = "Varslinger"
    OVERRIDES = "Særlig kontakt"


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """A line: what it is, and what is to be said of it."""

    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; none where there is nothing to tell."""

    key: SectionKey
    lines: tuple[OverviewLine, ...]


def overview_of(case: CaseReading, today: date) -> tuple[Section, ...]:
    """Read the overview; sections without lines are left out but for talks, plan and match."""
    readers: dict[SectionKey, Callable[[CaseReading, date], Iterator[OverviewLine]]] = {
        SectionKey.TALKS: _talks,
        SectionKey.PLAN: _plan,
        SectionKey.MATCH: _matches,
        SectionKey.BENEFITS: _benefits,
        SectionKey.PLACEMENTS: _placements,
        SectionKey.APPLICATIONS: _applications,
        SectionKey.SICKNESS: _sickness,
        SectionKey.WARNINGS: _warnings,
        SectionKey.OVERRIDES: _overrides,
    }
    always = {SectionKey.TALKS, SectionKey.PLAN, SectionKey.MATCH}
    sections = (Section(key, tuple(read(case, today))) for key, read in readers.items())
    return tuple(section for section in sections if section.lines or section.key in always)


def _talks(case: CaseReading, today: date) -> Iterator[OverviewLine]:
    coming = [
        row
        for row in case.live(SummonsRow)
        if row.meets_on >= today and row.rebooked_to is None and row.attendance is None
    ]
    for row in sorted(coming, key=lambda each: (each.meets_on, each.meets_at or "")):
        clock = f" kl. {row.meets_at.lstrip('0').replace(':', '.')}" if row.meets_at else ""
        yield OverviewLine(f"Indkaldt {danish(row.meets_on)}{clock}", row.place or "")
    talks = case.live(TalkRow)
    last = max(talks, key=lambda row: (row.held_on, row.id), default=None)
    if last is None:
        return
    form = words.TALK_FORMS[last.form].lower()
    yield OverviewLine(f"Seneste {danish(last.held_on)}, {form}", last.next_step_towards_work or "")
    if last.next_contact_on is not None and not coming:
        over = " (er gået)" if last.next_contact_on < today else ""
        yield OverviewLine(f"Næste kontakt {danish(last.next_contact_on)}{over}")
    for agreed in case.live(TalkAgreementRow):
        if agreed.done_on is None and agreed.talk_id == last.id:
            yield OverviewLine(f"Aftalt: {agreed.text}", _whose(agreed.who, agreed.by_date))


def _whose(who: StepOwner, by_date: date | None) -> str:
    return OWNERS[who].capitalize() + (f", senest {danish(by_date)}" if by_date else "")


def _plan(case: CaseReading, today: date) -> Iterator[OverviewLine]:
    agreed = [
        row
        for row in case.live(JobPlanRow)
        if row.state is PlanState.AGREED and (row.closed_on is None or row.closed_on > today)
    ]
    plan = max(agreed, key=lambda row: (row.valid_from, row.version), default=None)
    if plan is None:
        return
    day = plan.agreed_on or plan.valid_from
    name = f"{words.PLAN_KINDS[plan.kind]} {plan.plan_no}, version {plan.version}"
    review = f", gennemgås {danish(plan.next_review_on)}" if plan.next_review_on else ""
    yield OverviewLine(name, f"Aftalt {danish(day)}{review}")
    goals = [row for row in case.live(PlanGoalRow) if row.plan_id == plan.id]
    for goal in sorted(goals, key=lambda row: row.rank):
        hours = f"{goal.weekly_hours} timer om ugen" if goal.weekly_hours else ""
        yield OverviewLine(f"{'Mål' if goal.rank < 2 else 'Andet mål'}: {goal.job_title}", hours)
    for activity in case.live(PlanActivityRow):
        if activity.plan_id == plan.id:
            span = _span(activity.from_on, activity.to_on) if activity.from_on else ""
            yield OverviewLine(f"Aktivitet: {activity.title}", span)
    for step in case.live(PlanStepRow):
        if step.plan_id == plan.id and step.done_on is None:
            yield OverviewLine(f"Aftale: {step.text}", _whose(step.who, step.by_date))


def _span(first: date, last: date | None) -> str:
    return f"{danish(first)} – {danish(last)}" if last else f"fra {danish(first)}"


def _matches(case: CaseReading, _today: date) -> Iterator[OverviewLine]:
    rows = case.live(MatchAssessmentRow)
    for row in sorted(rows, key=lambda each: (each.assessed_on, each.id), reverse=True)[:_MOST]:
        label = CATEGORIES.get(row.category, "")
        yield OverviewLine(f"{row.category} {label}, {danish(row.assessed_on)}", row.reason)


def _benefits(case: CaseReading, _today: date) -> Iterator[OverviewLine]:
    rows = case.live(BenefitPeriodRow)
    for row in sorted(rows, key=lambda each: (each.from_on, each.id), reverse=True)[:_MOST]:
        yield OverviewLine(words.BENEFITS[row.benefit], _span(row.from_on, row.to_on))


def _placements(case: CaseReading, _today: date) -> Iterator[OverviewLine]:
    rows = case.live(PlacementRow)
    for row in sorted(rows, key=lambda each: (each.from_on, each.id), reverse=True)[:_MOST]:
        span = _span(row.from_on, row.ended_on or row.to_on)
        yield OverviewLine(row.title or row.offer_no, f"{span}, {words.PLACEMENT_STATES[row.state]}")


def _applications(case: CaseReading, _today: date) -> Iterator[OverviewLine]:
    steps = case.live(CaseStepRow)
    rows = case.live(ApplicationCaseRow)
    for row in sorted(rows, key=lambda each: (each.decided_on is not None, each.applied_on)):
        name = words.APPLICATIONS[row.kind].capitalize()
        state = f"afgjort {danish(row.decided_on)}" if row.decided_on else f"ansøgt {danish(row.applied_on)}"
        yield OverviewLine(f"{name}, sag {row.case_no}", ". ".join(filter(None, (state, row.status_text))))
        for step in steps:
            if step.application_case_id == row.id and (step.done_on is None) == (row.decided_on is None):
                yield OverviewLine(f"Skridt: {step.step_text or STEPS[step.step]}", _step_state(step))


def _step_state(step: CaseStepRow) -> str:
    if step.done_on is not None:
        return f"gjort {danish(step.done_on)}"
    parts = [f"siden {danish(step.starts_on)}"]
    if step.due_on is not None:
        parts.append(f"frist {danish(step.due_on)}")
    if step.waiting_for is not None and step.answered_on is None:
        parts.append(f"venter på {PARTIES[step.waiting_for]}")
    return ", ".join(parts)


def _sickness(case: CaseReading, _today: date) -> Iterator[OverviewLine]:
    risks = case.live(RiskAssessmentRow)
    rows = case.live(SicknessCaseRow)
    for row in sorted(rows, key=lambda each: each.first_absence_on, reverse=True)[:_MOST]:
        if row.recovered_on is not None:
            yield OverviewLine("Sygdom", _span(row.first_absence_on, row.recovered_on))
            continue
        risk = next((each for each in reversed(risks) if each.sickness_case_id == row.id), None)
        parts = [row.employer or "uden arbejdsgiver"]
        if row.group is not None:
            parts.append(f"{words.SICKNESS_GROUPS[row.group]}opfølgning")
        parts.append(f"risiko {words.RISKS[risk.level]}" if risk else "risiko ikke vurderet")
        yield OverviewLine(f"Sygemeldt siden {danish(row.first_absence_on)}", ", ".join(parts))


def _warnings(case: CaseReading, _today: date) -> Iterator[OverviewLine]:
    rows = case.live(WarningRow)
    for row in sorted(rows, key=lambda each: (each.warned_on, each.id), reverse=True)[:_MOST]:
        yield OverviewLine(f"{words.WARNINGS[row.kind]} {danish(row.warned_on)}", row.warned_how or "")


def _overrides(case: CaseReading, today: date) -> Iterator[OverviewLine]:
    for row in case.live(ContactOverrideRow):
        if row.until_on is None or row.until_on >= today:
            title = f"{FOLLOW_UP_MODELS[row.model]}, mindst hver {row.interval_days}. dag"
            yield OverviewLine(title, f"{_span(row.from_on, row.until_on)}. {row.reason}")
