"""The example's jobplan 2007-0412, its order 2007-1187 to Køkkenvejen and the two stays that have begun."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.demo.case_file import CaseFile
from app.demo.ordering import order, receive
from app.demo.plans import add_step
from app.demo.stays import begin_stay
from app.reference.seed import reference_id
from db.rows.orders import OfferOrderRow, OrderQuestionRow
from db.rows.plans import JobPlanRow, PlanActivityRow, PlanGoalRow
from db.values.offers import AnswerAt, AnswerKind, FeedbackKind, OrderState
from db.values.plans import ActivityKind, ActivityState, Agreement, PlanKind, PlanState, ResourceElementKind
from db.values.talks import StepOwner

On = Callable[[int, int, int], date]

_QUESTIONS = (
    ("Q01", "Hvor mange timer om ugen kan borgeren møde stabilt?", AnswerKind.HOURS, ResourceElementKind.HEALTH),
    (
        "Q04",
        "Hvilke opgaver kan borgeren kun løse med støtte, og hvilken støtte?",
        AnswerKind.TEXT,
        ResourceElementKind.LEARNING_ABILITY,
    ),
    (
        "Q10",
        "Hvor godt forstår og følger borgeren mundtlige instruktioner på dansk?",
        AnswerKind.SCALE,
        ResourceElementKind.EDUCATION,
    ),
    ("Q13", "Hvor hurtigt lærer borgeren nye opgaver?", AnswerKind.SCALE, ResourceElementKind.LEARNING_ABILITY),
    (
        "Q18",
        "Kan borgeren begynde i virksomhedspraktik eller job med løntilskud nu? I så fald hvor?",
        AnswerKind.YES_NO_UNSURE,
        ResourceElementKind.LABOUR_MARKET_EXPERIENCE,
    ),
    ("Q22", "Hvad anbefaler I som næste skridt?", AnswerKind.TEXT, None),
)


def add_plan(amina: CaseFile, on: On) -> JobPlanRow:
    """Write the plan that was signed on paper at the kitchen table."""
    plan = amina.add(
        JobPlanRow,
        plan_no="2007-0412",
        version=1,
        kind=PlanKind.JOBPLAN,
        state=PlanState.AGREED,
        made_on=on(2007, 2, 14),
        made_by=amina.holder_id,
        valid_from=on(2007, 2, 14),
        agreed_on=on(2007, 2, 14),
        next_review_on=on(2007, 8, 14),
        legal_basis="Lov om en aktiv beskæftigelsesindsats, kap. 9",
        own_wishes="Jeg vil gerne lave mad til mange, men jeg er bange for papirer.",
        experience="Har lavet mad til fester og foreninger.",
        practical_matters="To børn på 9 og 12 år. Pasning efter skole aftales.",
        spouse_dates="Danskhold om formiddagen for begge.",
        spouse_section_agreed=True,
        contact_form="individual",
        contact_interval="efter aftale",
        next_contact_on=on(2007, 3, 20),
        guidance_text_version="2",
        guidance_given_on=on(2007, 2, 14),
        guidance_language="somali",
        guidance_interpreter=True,
        citizen_agrees=Agreement.YES,
        signed_on=on(2007, 2, 14),
        signed_place="Lundtoftegade",
        signed_on_paper=True,
    )
    for rank, title, hours, industry, reason in (
        (1, "køkkenmedhjælper", 25, "kitchen", "Kantiner i området søger og ansætter."),
        (2, "rengøringsassistent", 20, "cleaning", None),
    ):
        amina.add(
            PlanGoalRow,
            plan_id=plan.id,
            rank=rank,
            job_title=title,
            industry_id=reference_id("industry", industry),
            weekly_hours=hours,
            by_when=on(2007, 12, 1),
            labour_market_reason=reason,
        )
    for text, who, by in (
        ("CV på Jobnet med hjælp fra jobpatruljen", StepOwner.CITIZEN, on(2007, 2, 23)),
        ("Pasning efter skole", StepOwner.CITIZEN, on(2007, 2, 28)),
        ("Mød køkkenlederen", StepOwner.JOBCENTRE, on(2007, 3, 8)),
    ):
        add_step(amina, plan, by, who=who, done_on=by, text=text)
    return plan


def add_order(amina: CaseFile, plan: JobPlanRow, on: On) -> OfferOrderRow:
    """Write the order with its six questions, the yes and the notice of the start."""
    offer = next(each for each in amina.scene.lists.offers if each.no == "T-101")
    row = order(amina, offer, on(2007, 3, 15), state=OrderState.STARTED, sent_on=on(2007, 2, 16))
    row.order_no = "2007-1187"
    row.plan_id = plan.id
    row.start_latest = on(2007, 4, 1)
    row.ends_on = on(2007, 6, 13)
    row.midway_on, row.final_by = on(2007, 4, 30), on(2007, 6, 20)
    row.weekly_hours = 15
    row.days_not_possible = "Ikke mandag før kl. 10"
    row.purpose = "Afklare om borgeren kan arbejde 25 timer i et storkøkken, og hvad der skal til."
    receive(amina, row, FeedbackKind.RECEIPT, on(2007, 2, 21))
    receive(amina, row, FeedbackKind.START, on(2007, 3, 15))
    return row


def add_stays(amina: CaseFile, plan: JobPlanRow, placed: OfferOrderRow, on: On) -> None:
    """Write the Danish lessons and the kitchen placement, and the three activities of the plan."""
    lists = amina.scene.lists
    lessons, kitchen = (next(each for each in lists.offers if each.no == no) for no in ("T-105", "T-101"))
    stays = (
        begin_stay(amina, lessons, on(2007, 3, 1), on(2007, 8, 31), ordered_on=on(2007, 2, 15)),
        begin_stay(amina, kitchen, on(2007, 3, 15), on(2007, 6, 13), ordered_on=on(2007, 2, 16)),
    )
    stays[1].order_id = placed.id
    stays[1].weekly_hours = 15
    titles = ("Danskuddannelse", "Virksomhedspraktik i et skolekøkken")
    purposes = ("At bestå modul 3.", "At prøve tempo og dansk i køkkenet.")
    for no, (stay, title, purpose) in enumerate(zip(stays, titles, purposes, strict=True), start=1):
        amina.add(
            PlanActivityRow,
            plan_id=plan.id,
            no=no,
            kind=ActivityKind.OFFER,
            title=title,
            offer_id=stay.offer_id,
            order_id=stay.order_id,
            placement_id=stay.id,
            provider_or_company=stay.provider_name,
            purpose=purpose,
            from_on=stay.from_on,
            to_on=stay.to_on,
            weekly_hours=stay.weekly_hours,
            report_on=on(2007, 4, 30) if no == 2 else None,
            parallel_group="A",
            state=ActivityState.RUNNING,
        )
    amina.add(
        PlanActivityRow,
        plan_id=plan.id,
        no=3,
        kind=ActivityKind.EDUCATION,
        title="Hygiejnebevis",
        content="To dage i maj",
        from_on=on(2007, 5, 14),
        to_on=on(2007, 5, 15),
        state=ActivityState.PLANNED,
    )
    questions = amina.scene.questions[placed.id]
    for row, (code, text, kind, element) in zip(questions, _QUESTIONS, strict=False):
        row.code, row.text, row.answer_kind, row.element = code, text, kind, element
    for no, (code, text, kind, element) in enumerate(_QUESTIONS[len(questions) :], start=len(questions) + 1):
        amina.add(
            OrderQuestionRow,
            order_id=placed.id,
            no=no,
            code=code,
            text=text,
            answer_kind=kind,
            element=element,
            answer_at=AnswerAt.END,
            compulsory=False,
        )
