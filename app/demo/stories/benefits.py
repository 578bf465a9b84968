"""Stories about sickness, applications and the benefits that have rules of their own."""

from __future__ import annotations

from datetime import timedelta

from app.demo.applications import NowAt, apply
from app.demo.case_file import CaseFile
from app.demo.contact import contact_course
from app.demo.plans import agree_plan
from app.demo.scene import workday, workdays_from
from app.demo.sickness import Illness, fall_ill, recover
from app.demo.stories.steady import Wanted, steady
from db.rows.cases import DelayNoticeRow, SicknessCaseRow
from db.values.cases import (
    ApplicationCaseKind,
    ApplicationCaseState,
    CaseStepKind,
    ReturnedTo,
    RiskLevel,
    SicknessGroup,
    WaitingFor,
)
from db.values.people import BenefitType

_KINDS = (ApplicationCaseKind.EARLY_PENSION, ApplicationCaseKind.FLEXJOB, ApplicationCaseKind.REHABILITATION)
_LEVELS = (RiskLevel.LOW, RiskLevel.MEDIUM, RiskLevel.HIGH)


def sick_on_cash_assistance(file: CaseFile, due_in: int) -> None:
    """On cash assistance and ill for a time: followed up every fourth week."""
    scene = file.scene
    steady(file)
    last = workday(scene.day(due_in - 28))
    first = last - timedelta(days=scene.between(30, 60))
    fall_ill(file, Illness(first, SicknessGroup.FOUR_WEEKS, employed=False, last_follow_up=last))


def sick_four_weeks(file: CaseFile, due_in: int) -> None:
    """On sickness benefit, followed up every fourth week."""
    last = workday(file.scene.day(due_in - 28))
    _ill(
        file,
        Illness(last - timedelta(days=_length(file)), SicknessGroup.FOUR_WEEKS, last_follow_up=last, risk=_risk(file)),
    )


def sick_eight_weeks(file: CaseFile, due_in: int) -> None:
    """On sickness benefit, followed up every eighth week."""
    last = workday(file.scene.day(due_in - 56))
    _ill(file, Illness(last - timedelta(days=_length(file)), last_follow_up=last, risk=_risk(file)))


def sick_first(file: CaseFile, due_in: int) -> None:
    """New: the first follow-up falls due eight weeks after the first day of absence."""
    _ill(file, Illness(file.scene.day(due_in - 56), None))


def sick_form(file: CaseFile, due_in: int) -> None:
    """New: the form was sent and has not come back."""
    sent = file.scene.day(due_in - 8)
    _ill(file, Illness(workdays_from(sent, -8), None, form_back=False))


def risk_missing(file: CaseFile, due_in: int) -> None:
    """New: nobody has judged yet how long the case may get."""
    _ill(file, Illness(workdays_from(file.scene.day(due_in - 14), -6), None, risk=None))


def benefit_limit(file: CaseFile, due_in: int) -> None:
    """The fifty-two weeks are used up on the day; some weeks were used in an earlier period."""
    scene = file.scene
    weeks = 6 if scene.chance(0.4) else 0
    first = scene.day(due_in - 364 + 7 * weeks)
    _ill(
        file,
        Illness(
            first,
            SicknessGroup.FOUR_WEEKS,
            last_follow_up=scene.ago(scene.between(4, 14)),
            risk=RiskLevel.HIGH,
            earlier_weeks=weeks,
        ),
    )


def extended(file: CaseFile, due_in: int) -> None:
    """The fifty-two weeks are over, and the benefit was extended while a clarification is made."""
    del due_in
    scene = file.scene
    row = _ill(
        file,
        Illness(scene.day(-390), SicknessGroup.FOUR_WEEKS, last_follow_up=scene.ago(9), risk=RiskLevel.HIGH),
    )
    row.extension_decided_on = scene.ago(50)
    row.extension_reason = "Revalidering er overvejende sandsynlig."


def recovered(file: CaseFile, due_in: int) -> None:
    """Back at work: `due_in` picks what the person came back to."""
    scene = file.scene
    row = _ill(file, Illness(scene.day(-150), last_follow_up=scene.ago(60)))
    returns = (ReturnedTo.SAME_JOB, ReturnedTo.NEW_JOB, ReturnedTo.UNEMPLOYED)
    recover(row, scene.ago(20), returns[due_in % len(returns)])


def own_case_step(file: CaseFile, due_in: int) -> None:
    """An application case whose next step is ours, by the day."""
    scene = file.scene
    _applicant(file)
    steps = (CaseStepKind.PROFILE_FINISHED, CaseStepKind.PROFILE_DRAFT, CaseStepKind.RECOMMENDATION)
    since = workday(scene.day(due_in - 24))
    apply(
        file,
        scene.one_of(_KINDS),
        scene.day(-scene.between(80, 130)),
        NowAt(scene.one_of(steps), since, due_on=scene.day(due_in)),
    )


def waiting_for_doctor(file: CaseFile, due_in: int) -> None:
    """An application case that waits for the doctor's answer, expected by the day."""
    _waits(file, due_in, CaseStepKind.MEDICAL_ASKED, WaitingFor.GP)


def waiting_for_provider(file: CaseFile, due_in: int) -> None:
    """An application case that waits for the answer of a work trial."""
    _waits(file, due_in, CaseStepKind.WORK_TRIAL_ANSWER, WaitingFor.PROVIDER)


def waiting_for_decision(file: CaseFile, due_in: int) -> None:
    """An application for early pension that lies with the social department."""
    _waits(file, due_in, CaseStepKind.DECISION, WaitingFor.SOCIAL_DEPARTMENT)


def untouched(file: CaseFile, due_in: int) -> None:
    """An application that has come in and has not been looked at."""
    scene = file.scene
    _applicant(file)
    applied = workdays_from(scene.day(due_in), -5)
    apply(
        file,
        scene.one_of(_KINDS),
        applied,
        NowAt(CaseStepKind.REGISTER, applied),
        state=ApplicationCaseState.UNTOUCHED,
    )


def delayed(file: CaseFile, due_in: int) -> None:
    """The published time of the case runs out three working days after the day."""
    scene = file.scene
    _applicant(file)
    apply(
        file,
        ApplicationCaseKind.FLEXJOB,
        scene.day(-170),
        NowAt(
            CaseStepKind.WORK_TRIAL_ANSWER,
            scene.ago(30),
            waiting_for=WaitingFor.PROVIDER,
            expected_on=scene.day(24),
        ),
        published_due_on=workdays_from(scene.day(due_in), 3),
    )


def delay_told(file: CaseFile, due_in: int) -> None:
    """The published time has run out, and the citizen was told in good time."""
    scene = file.scene
    _applicant(file)
    row = apply(
        file,
        ApplicationCaseKind.REHABILITATION,
        scene.day(-190),
        NowAt(CaseStepKind.HEARING, scene.ago(8), scene.day(due_in), WaitingFor.CITIZEN, scene.day(due_in)),
        published_due_on=scene.ago(10),
    )
    file.add(
        DelayNoticeRow,
        application_case_id=row.id,
        sent_on=scene.ago(16),
        new_expected_on=scene.day(40),
        reason="Vi venter på en speciallæge.",
    )


def decided(file: CaseFile, due_in: int) -> None:
    """An application that is over: granted, or withdrawn by the citizen."""
    scene = file.scene
    _applicant(file)
    withdrawn = due_in % 2 == 1
    state = ApplicationCaseState.WITHDRAWN if withdrawn else ApplicationCaseState.DECIDED
    row = apply(file, scene.one_of(_KINDS), scene.day(-300), None, state=state)
    row.decided_on = scene.ago(30)
    row.decision = "Frafaldet efter samtale" if withdrawn else "Bevilget"


def other_benefit(file: CaseFile, due_in: int) -> None:
    """One of the smaller benefits, in good order; `due_in` picks which."""
    scene = file.scene
    kinds = (
        BenefitType.START_ASSISTANCE,
        BenefitType.INTRODUCTION_BENEFIT,
        BenefitType.REHABILITATION_BENEFIT,
        BenefitType.FLEXJOB_UNEMPLOYMENT_BENEFIT,
        BenefitType.UNEMPLOYMENT_BENEFIT,
        BenefitType.NONE,
    )
    kind = kinds[due_in % len(kinds)]
    if kind is BenefitType.START_ASSISTANCE:
        steady(file, Wanted(benefit=kind, stay="past"))
        return
    began = scene.ago(scene.between(120, 150))
    file.receive(kind, began)
    if kind is BenefitType.REHABILITATION_BENEFIT:
        apply(
            file,
            ApplicationCaseKind.REHABILITATION,
            scene.day(-300),
            None,
            state=ApplicationCaseState.DECIDED,
        ).decided_on = began
    if kind is BenefitType.INTRODUCTION_BENEFIT:
        file.assess(4, workdays_from(began, 4))
    if kind not in {BenefitType.UNEMPLOYMENT_BENEFIT, BenefitType.NONE}:
        contact_course(file, scene.ago(scene.between(10, 50)))
    if kind in {BenefitType.INTRODUCTION_BENEFIT, BenefitType.NONE}:
        agree_plan(file, scene.ago(100))


def _ill(file: CaseFile, illness: Illness) -> SicknessCaseRow:
    benefit_from = workdays_from(illness.first, 10)
    file.receive(BenefitType.SICKNESS_BENEFIT, min(benefit_from, file.scene.today))
    return fall_ill(file, illness)


def _applicant(file: CaseFile) -> None:
    steady(file, Wanted(match=file.scene.one_of((4, 5)), stay="past", months_on=file.scene.between(14, 40)))


def _waits(file: CaseFile, due_in: int, step: CaseStepKind, whom: WaitingFor) -> None:
    scene = file.scene
    _applicant(file)
    asked = workday(scene.day(due_in - 28))
    last = step is CaseStepKind.DECISION
    kind = ApplicationCaseKind.EARLY_PENSION if last else scene.one_of(_KINDS)
    row = apply(
        file,
        kind,
        asked - timedelta(days=scene.between(60, 120)),
        NowAt(step, asked, scene.day(max(due_in, 0) + 21), whom, scene.day(due_in)),
        state=ApplicationCaseState.SENT_FOR_DECISION if last else ApplicationCaseState.IN_PROGRESS,
    )
    if last:
        row.recommended_on = asked


def _length(file: CaseFile) -> int:
    return file.scene.between(40, 150)


def _risk(file: CaseFile) -> RiskLevel:
    return file.scene.one_of(_LEVELS)
