"""Stories about offers, orders and what the providers answer."""

from __future__ import annotations

from datetime import date, timedelta

from app.demo.case_file import CaseFile
from app.demo.ordering import order, order_for_stay, receive, remind
from app.demo.plans import add_to_plan, review_plan
from app.demo.scene import workday, workdays_from
from app.demo.stays import begin_stay, check_outcome, end_stay, fitting_offer
from app.demo.stories.steady import Wanted, steady
from app.rules.calendar import add_months
from db.rows.orders import OfferOrderRow, PlacementChangeRequestRow, PlacementRow
from db.values.offers import (
    ChangeKind,
    FeedbackKind,
    OfferKind,
    OrderState,
    OutcomeKind,
    PlacementState,
    RequestDecision,
)

_SENT_STATES = (OrderState.ACCEPTED, OrderState.WAITING_LIST)


def running(file: CaseFile, due_in: int) -> None:
    """Is in an offer, and all is well."""
    del due_in
    steady(file, Wanted(stay="running"))


def offer_ending(file: CaseFile, due_in: int) -> None:
    """The offer ends in two weeks from the day, and nobody has decided what comes next."""
    stay, placed = _runs(file, ends_in=due_in + 14)
    stay.next_step_decided_on = None
    del placed


def ended_recently(file: CaseFile, due_in: int) -> None:
    """The offer ended well a while ago: a job, some hours, or an education."""
    written = steady(file, Wanted(stay="past"))
    if written.stay is not None:
        results = (OutcomeKind.JOB, OutcomeKind.PART_TIME_JOB, OutcomeKind.EDUCATION, OutcomeKind.SUBSIDISED_JOB)
        written.stay.result = results[due_in % len(results)]


def next_activity(file: CaseFile, due_in: int) -> None:
    """The offer ended two weeks before the day, and nothing new is planned."""
    scene = file.scene
    _ended(file, due_in - 14, next_step=False, last_talk=workday(scene.day(min(-1, due_in - 14) - 10)))


def outcome_check(file: CaseFile, due_in: int) -> None:
    """Three months since the offer ended, and nobody has asked what came of it."""
    ended = add_months(file.scene.day(due_in), -3)
    _ended(file, (ended - file.scene.today).days, last_talk=file.scene.ago(30), checked=False)


def second_outcome_check(file: CaseFile, due_in: int) -> None:
    """Half a year since the offer ended; the first check was made."""
    ended = add_months(file.scene.day(due_in), -6)
    stay = _ended(file, (ended - file.scene.today).days, last_talk=file.scene.ago(30), checked=False)
    check_outcome(file, stay, 3)


def first_offer(file: CaseFile, due_in: int) -> None:
    """Twelve months on benefit (match 4) and no offer yet."""
    began = add_months(file.scene.day(due_in), -12)
    steady(file, Wanted(began=began, match=4, stay="none"))


def first_offer_young(file: CaseFile, due_in: int) -> None:
    """Thirteen weeks on benefit, under thirty, and no offer yet."""
    began = file.scene.day(due_in - 91)
    steady(file, Wanted(began=began, match=3, stay="none", last_talk=file.scene.ago(12), warned=False))


def repeat_offer(file: CaseFile, due_in: int) -> None:
    """A year since the last offer ended."""
    ended = add_months(file.scene.day(due_in), -12)
    _ended(file, (ended - file.scene.today).days, last_talk=file.scene.ago(35))


def order_unanswered(file: CaseFile, due_in: int) -> None:
    """An order was sent, and the provider has not said yes or no."""
    sent = workdays_from(file.scene.day(due_in), -5)
    _ordered(file, OrderState.SENT, sent_in=(sent - file.scene.today).days)


def order_answered(file: CaseFile, due_in: int) -> None:
    """An order was accepted or put on a waiting list, and the offer starts in some weeks."""
    placed = _ordered(file, _SENT_STATES[due_in % 2], sent_in=-9)
    receive(file, placed, FeedbackKind.RECEIPT, file.scene.ago(5))


def order_received(file: CaseFile, due_in: int) -> None:
    """The provider has the order and looks at it."""
    placed = _ordered(file, OrderState.RECEIVED, sent_in=-4)
    receive(file, placed, FeedbackKind.RECEIPT, file.scene.ago(2))
    del due_in


def order_declined(file: CaseFile, due_in: int) -> None:
    """The provider said no; another offer was found."""
    del due_in
    scene = file.scene
    written = steady(file, Wanted(stay="running"))
    offer = fitting_offer(file)
    starts = written.stay.from_on if written.stay is not None else scene.today
    placed = order(file, offer, starts, state=OrderState.DECLINED, sent_on=workday(starts - timedelta(days=44)))
    receive(file, placed, FeedbackKind.RECEIPT, workday(starts - timedelta(days=40)), decline="full")


def order_withdrawn(file: CaseFile, due_in: int) -> None:
    """The order was withdrawn because the citizen found work for some hours."""
    del due_in
    steady(file)
    scene = file.scene
    placed = order(file, fitting_offer(file), scene.day(-20), state=OrderState.WITHDRAWN, sent_on=scene.ago(44))
    placed.withdrawn_from_provider_on = scene.ago(34)
    placed.state_reason = "Borgeren har fået timer hos en arbejdsgiver."


def order_in_hand(file: CaseFile, due_in: int) -> None:
    """An order is being written; `due_in` picks how far it has come."""
    steady(file)
    states = (OrderState.PROPOSED, OrderState.DRAFT, OrderState.FOR_APPROVAL, OrderState.READY)
    order(file, fitting_offer(file), file.scene.day(24), state=states[due_in % len(states)])


def feedback_due(file: CaseFile, due_in: int) -> None:
    """The midway answer is promised for the day."""
    _runs(file, ends_in=60, midway_in=due_in)


def feedback_overdue(file: CaseFile, due_in: int) -> None:
    """The midway answer was promised three days before the day, and nobody has reminded the provider."""
    _runs(file, ends_in=70, midway_in=due_in - 3)


def feedback_reminded(file: CaseFile, due_in: int) -> None:
    """The midway answer was promised ten days before the day; the provider was reminded once."""
    scene = file.scene
    _, placed = _runs(file, ends_in=70, midway_in=due_in - 10)
    remind(file, placed, FeedbackKind.MIDWAY, scene.day(min(-1, due_in - 6)))


def received_by_phone(file: CaseFile, due_in: int) -> None:
    """The midway answer came by phone; no paper is awaited."""
    del due_in
    _, placed = _runs(file, ends_in=64, midway_in=-12)
    remind(file, placed, FeedbackKind.MIDWAY, file.scene.ago(8), received_otherwise=True)


def answer_incomplete(file: CaseFile, due_in: int) -> None:
    """The midway answer left a compulsory question open."""
    on = workdays_from(file.scene.day(due_in), -5)
    _, placed = _runs(file, ends_in=64, midway_in=(on - file.scene.today).days)
    receive(file, placed, FeedbackKind.MIDWAY, on, unanswered=1)


def change_request(file: CaseFile, due_in: int) -> None:
    """The provider asks for six weeks more."""
    scene = file.scene
    asked = workdays_from(scene.day(due_in), -3)
    stay, placed = _runs(file, ends_in=50)
    receive(file, placed, FeedbackKind.CHANGE_REQUEST, asked)
    file.add(
        PlacementChangeRequestRow,
        placement_id=stay.id,
        order_id=placed.id,
        change=ChangeKind.EXTEND,
        new_end_on=scene.day(92),
        new_hours=20,
        reason=scene.text("order.change_reasons"),
        wanted_by="Leverandør og borger",
        received_on=asked,
    )


def change_decided(file: CaseFile, due_in: int) -> None:
    """The provider asked for more hours and was answered."""
    scene = file.scene
    stay, placed = _runs(file, ends_in=70)
    accepted = due_in % 2 == 0
    file.add(
        PlacementChangeRequestRow,
        placement_id=stay.id,
        order_id=placed.id,
        change=ChangeKind.HOURS,
        new_hours=25,
        reason=scene.text("order.change_reasons"),
        wanted_by="Leverandør",
        received_on=scene.ago(12),
        decision=RequestDecision.ACCEPTED if accepted else RequestDecision.REJECTED,
        decided_on=scene.ago(10),
        decided_by=file.holder_id,
        decision_reason=None if accepted else "Børnepasningen dækker ikke flere timer endnu.",
    )


def stopped_early(file: CaseFile, due_in: int) -> None:
    """Did not come to the first offer, left the second early, and runs in the third."""
    del due_in
    scene = file.scene
    for kind, state, days in (
        (FeedbackKind.NO_SHOW, PlacementState.DROPPED, 230),
        (FeedbackKind.EARLY_STOP, PlacementState.STOPPED, 160),
    ):
        offer = fitting_offer(file)
        stay = begin_stay(file, offer, scene.day(-days), scene.day(-days + 91))
        placed = order_for_stay(file, offer, stay, midway_on=scene.day(-days + 45))
        ended = workday(scene.day(-days + 20))
        placed.state, placed.midway_on, placed.final_by = OrderState.ENDED, None, None
        receive(file, placed, kind, ended)
        end_stay(file, stay, ended, state=state, result=OutcomeKind.BENEFIT)
    steady(file, Wanted(stay="running", months_on=11))


def mentor_ending(file: CaseFile, due_in: int) -> None:
    """The mentor's three months end two weeks after the day."""
    scene = file.scene
    steady(file, Wanted(stay="running"))
    offer = fitting_offer(file, kind=OfferKind.MENTOR)
    ends = scene.day(due_in + 14)
    begin_stay(file, offer, ends - timedelta(weeks=13), ends)


def _runs(file: CaseFile, *, ends_in: int, midway_in: int | None = None) -> tuple[PlacementRow, OfferOrderRow]:
    """A stay that ends in so many days, with its order; nothing has come of the midway answer unless it is past."""
    scene = file.scene
    ends = scene.day(ends_in)
    offer = fitting_offer(file)
    began = ends - timedelta(weeks=max(offer.weeks, 13))
    written = steady(file, Wanted(stay="none", plan_on=workday(began - timedelta(days=30)), months_on=12))
    stay = begin_stay(file, offer, began, ends)
    placed = order_for_stay(file, offer, stay, midway_on=scene.day(25))
    placed.final_by = workdays_from(ends, 5)
    if midway_in is not None:
        placed.midway_on = scene.day(midway_in)
    elif offer.weeks > 6:
        placed.midway_on = scene.ago(15)
        receive(file, placed, FeedbackKind.MIDWAY, scene.ago(16))
    if written.plan is not None:
        add_to_plan(file, written.plan, stay)
        if written.plan.valid_from < scene.day(-150):
            review_plan(file, written.plan, scene.ago(40))
    return stay, placed


def _ended(
    file: CaseFile, ended_in: int, *, last_talk: date, next_step: bool = True, checked: bool = True
) -> PlacementRow:
    scene = file.scene
    ended = scene.day(ended_in)
    offer = fitting_offer(file)
    steady(file, Wanted(stay="none", last_talk=last_talk, months_on=max(13, -ended_in // 30 + 6)))
    stay = begin_stay(file, offer, ended - timedelta(weeks=min(offer.weeks, 13)), ended)
    end_stay(file, stay, ended, next_step=next_step, checked=checked)
    order_for_stay(file, offer, stay)
    return stay


def _ordered(file: CaseFile, state: OrderState, *, sent_in: int) -> OfferOrderRow:
    scene = file.scene
    written = steady(file, Wanted(stay="past", plan_on=scene.ago(-sent_in + 12)))
    offer = fitting_offer(file)
    starts = scene.day(21)
    starts -= timedelta(days=starts.weekday())
    stay = begin_stay(file, offer, starts, starts + timedelta(weeks=offer.weeks), state=PlacementState.PLANNED)
    placed = order(file, offer, starts, state=state, sent_on=scene.day(sent_in), stay=stay)
    if written.plan is not None:
        add_to_plan(file, written.plan, stay)
    return placed
