"""Stories of the youth team: alerts from schools, education and mentors."""

from __future__ import annotations

from app.demo.case_file import CaseFile
from app.demo.contact import hold_talk
from app.demo.couples import warn
from app.demo.ordering import order_for_stay
from app.demo.plans import add_to_plan, agree_plan
from app.demo.scene import workday, workdays_from
from app.demo.stays import begin_stay
from app.demo.stories.steady import Wanted, steady
from app.rules.calendar import add_months
from db.rows.cases import YouthAlertRow
from db.rows.people import TargetGroupMarkerRow
from db.values.cases import WarningKind, YouthOutcome
from db.values.offers import OfferKind
from db.values.people import BenefitType
from db.values.plans import PlanKind
from db.values.talks import TalkPurpose

_SCHOOLS = (("Fagskolen Broen", "tømrer"), ("Fagskolen Broen", "elektriker"), ("Handelsskolen Havnen", "handel"))


def alert(file: CaseFile, due_in: int) -> None:
    """A school has told that the young person is leaving; a talk is to be offered."""
    _alert(file, workdays_from(file.scene.day(due_in), -5))


def alert_follow_up(file: CaseFile, due_in: int) -> None:
    """A talk was offered three months before the day; how did it go."""
    offered = workday(add_months(file.scene.day(due_in), -3))
    row = _alert(file, workdays_from(offered, -3))
    row.talk_offered_on = offered
    row.outcome, row.outcome_on = YouthOutcome.MENTOR, offered
    hold_talk(file, offered, purpose=TalkPurpose.OTHER)


def alert_met(file: CaseFile, due_in: int) -> None:
    """A talk was offered some weeks ago; `due_in` picks what came of it."""
    scene = file.scene
    row = _alert(file, scene.ago(40))
    row.talk_offered_on = scene.ago(37)
    outcomes = tuple(YouthOutcome)
    row.outcome, row.outcome_on = outcomes[due_in % len(outcomes)], scene.ago(20)
    hold_talk(file, scene.ago(37), purpose=TalkPurpose.OTHER)


def in_preparing_course(file: CaseFile, due_in: int) -> None:
    """Under twenty-five and in a course that prepares for an education."""
    del due_in
    scene = file.scene
    began = scene.ago(scene.between(95, 200))
    file.citizen.vocational_education = False
    file.citizen.children_at_home = 0
    file.receive(BenefitType.CASH_ASSISTANCE, began)
    file.assess(scene.between(2, 3), workdays_from(began, 4))
    starts = scene.day(-scene.between(14, 40))
    plan = agree_plan(file, max(workdays_from(began, 6), workday(scene.day(-scene.between(50, 80)))))
    offers = [
        each
        for each in scene.lists.offers
        if each.kind is OfferKind.EDUCATION_PREPARING and "under-25" in each.target_groups
    ]
    offer = scene.one_of(offers)
    stay = begin_stay(file, offer, starts, scene.day(scene.between(60, 110)))
    order_for_stay(file, offer, stay, midway_on=scene.day(24))
    add_to_plan(file, plan, stay)
    hold_talk(file, scene.ago(scene.between(10, 50)))
    warn(file, WarningKind.CEILING, scene.ago(scene.between(20, 80)))


def education_due(file: CaseFile, due_in: int) -> None:
    """Under twenty-five, thirteen weeks on benefit on the day, and no education yet."""
    file.citizen.vocational_education = False
    file.citizen.children_at_home = 0
    scene = file.scene
    written = steady(
        file,
        Wanted(began=scene.day(due_in - 91), match=2, stay="running", last_talk=scene.ago(11), warned=False),
    )
    if written.plan is not None:
        # A plan, but not one for an education.
        written.plan.kind = PlanKind.JOBPLAN


def with_mentor(file: CaseFile, due_in: int) -> None:
    """In an offer, with a mentor beside."""
    del due_in
    scene = file.scene
    steady(file, Wanted(stay="running"))
    mentor = next(each for each in scene.lists.offers if each.kind is OfferKind.MENTOR)
    begin_stay(file, mentor, scene.day(-20), scene.day(71))
    file.add(TargetGroupMarkerRow, marker="mentor", from_on=scene.day(-20), restricted=False)


def _alert(file: CaseFile, received: object) -> YouthAlertRow:
    scene = file.scene
    school, programme = scene.one_of(_SCHOOLS)
    if file.worker is not None:
        file.hold(scene.ago(45), file.worker, reason="Varsel om frafald")
    return file.add(
        YouthAlertRow,
        received_on=received,
        school=school,
        programme=programme,
        at_risk_since=scene.ago(50),
        reason="Stort fravær siden jul",
    )
