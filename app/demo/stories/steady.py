"""A case in good order, which the other stories begin with and then leave something out of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.demo.case_file import CaseFile
from app.demo.contact import contact_course
from app.demo.couples import warn
from app.demo.ordering import order_for_stay
from app.demo.plans import add_to_plan, agree_plan
from app.demo.scene import workday, workdays_from
from app.demo.seed_lists import OfferEntry
from app.demo.stays import begin_stay, fitting_offer, past_stay
from app.rules.calendar import add_months
from db.rows.orders import PlacementRow
from db.rows.plans import JobPlanRow
from db.rows.talks import TalkRow
from db.values.cases import WarningKind
from db.values.people import BenefitType
from db.values.talks import ReportState


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a steady case is to be like; what is None is drawn.

    `stay` is past, running or none. `last_talk` is the day of the last talk. A benefit that began long ago
    always comes with an offer, since the first one falls due after thirteen weeks or twelve months.
    """

    months_on: int | None = None
    began: date | None = None
    match: int | None = None
    last_talk: date | None = None
    stay: str | None = None
    plan: bool = True
    plan_on: date | None = None
    benefit: BenefitType = BenefitType.CASH_ASSISTANCE
    report: ReportState = ReportState.SENT
    warned: bool = True


@dataclass(slots=True)
class Steady:
    """What was written, for the story to go on from."""

    plan: JobPlanRow | None
    stay: PlacementRow | None
    talk: TalkRow | None


_NO_OFFER_NEEDED_MONTHS = 5
_YOUNG = 30
_NEXT_MATCH = 200
# From the start of the benefit over match and order to the first day of a stay.
_UNTIL_FIRST_START = 42
# The orders of the other stays lie in the old system.
_ORDER_IS_HERE = 0.5


def steady(file: CaseFile, wanted: Wanted | None = None) -> Steady:
    """Write a cash-assistance case in which nothing is late; a case that has begun is left as it is."""
    if file.benefit is not BenefitType.NONE:
        return Steady(None, None, None)
    wanted = wanted or Wanted()
    scene = file.scene
    months = wanted.months_on or scene.between(8, 34)
    began = wanted.began or workday(add_months(scene.today, -months) - timedelta(days=scene.between(1, 20)))
    kind = wanted.stay or _fitting_stay(file, began)
    file.receive(wanted.benefit, began)
    match = wanted.match or _drawn_match(file)
    # A match is looked at again about every half year; what is older lies in the old system.
    first = workdays_from(began, 4)
    file.assess(match, first if began > scene.day(-_NEXT_MATCH) else scene.ago(scene.between(40, 170)))
    last = wanted.last_talk or scene.ago(scene.between(8, 56))
    talk = None
    if last > began:
        talk = contact_course(file, last, report=wanted.report)
    stay = None
    if kind == "past":
        stay = past_stay(file, before=last)
        if scene.chance(_ORDER_IS_HERE):
            order_for_stay(file, fitting_entry(file, stay), stay)
    starts = max(scene.day(-scene.between(12, 46)), began + timedelta(days=_UNTIL_FIRST_START))
    plan = None
    if wanted.plan:
        before_start = workday(starts - timedelta(days=scene.between(26, 60)))
        on = wanted.plan_on or (before_start if kind == "running" else scene.ago(scene.between(8, 150)))
        plan = agree_plan(file, max(on, workdays_from(began, 3)))
    if kind == "running":
        stay = run_stay(file, starts - timedelta(days=starts.weekday()), plan)
    elif stay is not None and plan is not None:
        add_to_plan(file, plan, stay)
    if wanted.warned and began < scene.day(-90):
        warn(file, WarningKind.CEILING, max(workday(began + timedelta(days=120)), scene.ago(scene.between(70, 190))))
    return Steady(plan, stay, talk)


def run_stay(file: CaseFile, starts: date, plan: JobPlanRow | None, *, ends: date | None = None) -> PlacementRow:
    """Write a stay that runs, with its order and the replies that have come."""
    offer = fitting_offer(file)
    quiet_end = max(starts + timedelta(weeks=offer.weeks), file.scene.day(file.scene.between(48, 90)))
    stay = begin_stay(file, offer, starts, ends or quiet_end)
    order_for_stay(file, offer, stay, midway_on=quiet_midway(file, stay))
    if plan is not None:
        add_to_plan(file, plan, stay)
    return stay


def quiet_midway(file: CaseFile, stay: PlacementRow) -> date:
    """Give a day for the midway answer that lies some days back, or well ahead."""
    scene = file.scene
    end = stay.to_on or stay.from_on
    middle = stay.from_on + (end - stay.from_on) / 2
    if abs((middle - scene.today).days) > 8:
        return workday(middle)
    return workday(scene.day(20) if stay.from_on > scene.day(-20) else scene.day(-10))


def fitting_entry(file: CaseFile, stay: PlacementRow) -> OfferEntry:
    """Give the catalogue's entry of a stay."""
    return next(each for each in file.scene.lists.offers if each.no == stay.offer_no)


def _fitting_stay(file: CaseFile, began: date) -> str:
    new = began > add_months(file.scene.today, -_NO_OFFER_NEEDED_MONTHS)
    if new and file.age >= _YOUNG:
        return "none"
    return "running" if new or file.scene.chance(0.5) else "past"


def _drawn_match(file: CaseFile) -> int:
    return file.scene.dice.choices((1, 2, 3, 4, 5), weights=(4, 15, 33, 46, 2))[0]
