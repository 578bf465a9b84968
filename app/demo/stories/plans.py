"""Stories about jobplans and what was agreed in them."""

from __future__ import annotations

from datetime import date

from app.demo.case_file import CaseFile
from app.demo.contact import contact_course
from app.demo.plans import add_step, agree_plan, review_plan
from app.demo.scene import Scene, workday, workdays_from
from app.demo.stays import begin_stay, fitting_offer
from app.demo.stories.steady import Wanted, steady
from app.rules.calendar import add_months
from db.rows.plans import ResourceElementRow
from db.values.offers import PlacementState
from db.values.people import BenefitType
from db.values.plans import PlanState, ResourceElementKind, ResourceJudgement
from db.values.talks import StepOwner


def plan_campaign(file: CaseFile, due_in: int) -> None:
    """Lives in one of the five areas and has no plan in force; some have a closed one or a draft.

    Only those who were there when the campaign began lack a plan; on another day they have one.
    """
    scene = file.scene
    days = scene.between(220, 700)
    began = workday(scene.day(-days))
    if not campaign_covers(scene, began):
        steady(file, Wanted(stay="past"))
        return
    steady(file, Wanted(began=began, plan=False, stay="past"))
    if due_in % 3 == 1:
        plan = agree_plan(file, max(scene.ago(300), workdays_from(began, 10)), state=PlanState.CLOSED)
        plan.closed_on = scene.ago(120)
        plan.result = "other"
    elif due_in % 3 == 2:
        agree_plan(file, scene.ago(4), state=PlanState.DRAFT)


def campaign_covers(scene: Scene, began: date) -> bool:
    """Tell whether someone who began on a day is among those whose plan is due at the end of the campaign."""
    area = scene.reference.areas[0]
    if area.campaign_from is None or area.campaign_to is None:
        return False
    return began < area.campaign_from <= scene.today <= area.campaign_to


def plan_missing(file: CaseFile, due_in: int) -> None:
    """New on the benefit, matched, and without a plan yet."""
    scene = file.scene
    began = scene.day(due_in - 30)
    file.receive(BenefitType.CASH_ASSISTANCE, began)
    file.assess(3, workdays_from(began, 3))
    if began < scene.day(-6):
        contact_course(file, workdays_from(began, 3))


def plan_review(file: CaseFile, due_in: int) -> None:
    """The plan is half a year old on the day."""
    agreed = add_months(file.scene.day(due_in), -6)
    steady(file, Wanted(plan_on=agreed, stay="past", months_on=14))


def reviewed(file: CaseFile, due_in: int) -> None:
    """The plan is older than half a year and was found unchanged a while ago."""
    del due_in
    written = steady(file, Wanted(plan_on=file.scene.ago(260), stay="past", months_on=16))
    if written.plan is not None:
        review_plan(file, written.plan, file.scene.ago(70))


def own_step(file: CaseFile, due_in: int) -> None:
    """The jobcentre has promised something by the day."""
    _step(file, due_in, StepOwner.JOBCENTRE)


def citizens_step(file: CaseFile, due_in: int) -> None:
    """The citizen has promised something by the day."""
    _step(file, due_in, StepOwner.CITIZEN)


def providers_step(file: CaseFile, due_in: int) -> None:
    """The provider has promised something by the day."""
    _step(file, due_in, StepOwner.PROVIDER)


def plan_before_offer(file: CaseFile, due_in: int) -> None:
    """An offer starts the working day after, and the plan is only a draft."""
    scene = file.scene
    starts = workdays_from(workday(scene.day(due_in)), 1)
    steady(file, Wanted(plan=False, stay="past"))
    agree_plan(file, scene.ago(5), state=PlanState.DRAFT)
    offer = fitting_offer(file)
    begin_stay(file, offer, starts, scene.day(due_in + offer.weeks * 7), state=PlacementState.PLANNED)


def profiled(file: CaseFile, due_in: int) -> None:
    """A resource profile has been begun with what the provider found."""
    del due_in
    scene = file.scene
    steady(file, Wanted(stay="past"))
    for element, text, judgement in (
        (ResourceElementKind.WORK_IDENTITY, "Møder til tiden og ringer selv ved afbud.", ResourceJudgement.RESOURCE),
        (ResourceElementKind.LEARNING_ABILITY, "Lærer bedst ved at få det vist.", ResourceJudgement.RESOURCE),
        (ResourceElementKind.SOCIAL_NETWORKS, "Kender få i branchen.", ResourceJudgement.BARRIER),
        (ResourceElementKind.HOUSING_AND_ECONOMY, "Bolig på plads, økonomi afklares.", ResourceJudgement.UNCLEAR),
    ):
        file.add(
            ResourceElementRow,
            element=element,
            text=text,
            judgement=judgement,
            source="Samtale",
            noted_on=scene.ago(25),
        )


def _step(file: CaseFile, due_in: int, who: StepOwner) -> None:
    scene = file.scene
    written = steady(file, Wanted(plan_on=scene.ago(24 + max(0, -due_in)), stay="past"))
    if written.plan is not None:
        add_step(file, written.plan, scene.day(due_in), who=who)
