"""Orders to providers with their questions, and what comes back."""

from __future__ import annotations

from datetime import date, timedelta

from app.demo.case_file import CaseFile
from app.demo.scene import budget_line_id, offer_id, provider_id, workday, workdays_from
from app.demo.seed_lists import OfferEntry
from db.rows.orders import (
    CommitmentRow,
    FeedbackReminderRow,
    FeedbackRow,
    OfferOrderRow,
    OrderAnswerRow,
    OrderQuestionRow,
    PlacementRow,
)
from db.rows.people import ConsentRow
from db.values.offers import AnswerAt, AnswerBasis, Certainty, FeedbackKind, OrderState, ReceivedHow
from db.values.people import ConsentScope

_SHORT_COURSE_WEEKS = 6
_NOT_SENT = frozenset({OrderState.PROPOSED, OrderState.DRAFT, OrderState.FOR_APPROVAL, OrderState.READY})
_BASES = (AnswerBasis.SEEN, AnswerBasis.TRIED)


def order(
    file: CaseFile,
    offer: OfferEntry,
    start: date,
    *,
    state: OrderState,
    sent_on: date | None = None,
    stay: PlacementRow | None = None,
) -> OfferOrderRow:
    """Write an order with four questions; `stay` is the placement that came of it."""
    scene = file.scene
    ends = start + timedelta(weeks=offer.weeks) if stay is None or stay.to_on is None else stay.to_on
    sent = None if state in _NOT_SENT else sent_on or workday(start - timedelta(days=24))
    long_enough = offer.weeks > _SHORT_COURSE_WEEKS
    consent = file.add(
        ConsentRow,
        scope=ConsentScope.SHARE_WITH_PROVIDER,
        scope_text="Navn, telefon, danskniveau og timer. Ikke helbred.",
        given_on=sent or scene.ago(2),
        ends_on=ends,
    )
    middle = start + timedelta(days=(ends - start).days // 2)
    row = file.add(
        OfferOrderRow,
        order_no=f"{start.year}-{scene.number('order', 1201)}",
        version=1,
        state=state,
        ordered_on=sent or scene.ago(1),
        ordered_by=file.holder_id,
        answer_by=None if sent is None else workdays_from(sent, 5),
        provider_id=provider_id(offer.provider),
        contract_no=next(each.contract_no for each in scene.lists.providers if each.key == offer.provider),
        offer_id=offer_id(offer.no),
        legal_basis="Lov om en aktiv beskæftigelsesindsats, kap. 10",
        start_wanted=start,
        start_latest=start + timedelta(days=16),
        weeks=offer.weeks,
        ends_on=ends,
        weekly_hours=offer.weekly_hours,
        purpose=scene.text("order.purpose"),
        consent_id=consent.id,
        citizen_has_read=True,
        start_notice_days=3,
        midway_on=workday(middle) if long_enough else None,
        final_by=workdays_from(ends, 5),
        contact_attempts_required=2,
        sent_on=sent,
        sent_how="file" if sent else None,
        mac_key=f"{scene.dice.getrandbits(128):032x}",
    )
    scene.questions[row.id] = _add_questions(file, row)
    file.add(
        CommitmentRow,
        order_id=row.id,
        budget_line_id=budget_line_id("Vejledning og opkvalificering"),
        unit_price=offer.price * 100,
        units=offer.weeks,
        amount=offer.price * 100 * offer.weeks,
    )
    if stay is not None:
        stay.order_id = row.id
        stay.ordered_on = sent
    return row


def receive(
    file: CaseFile,
    placed: OfferOrderRow,
    kind: FeedbackKind,
    on: date,
    *,
    unanswered: int = 0,
    decline: str | None = None,
) -> FeedbackRow:
    """Write a reply; midway and final ones answer the questions."""
    scene = file.scene
    row = file.add(
        FeedbackRow,
        order_id=placed.id,
        kind=kind,
        written_by="Kontaktpersonen",
        written_on=on,
        received_on=on,
        received_how=ReceivedHow.FILE if scene.chance(0.7) else ReceivedHow.PHONE,
        entered_by=file.holder_id,
        accepted=None if kind is not FeedbackKind.RECEIPT else ("no" if decline else "yes"),
        decline_reason=decline,
        start_on=placed.start_wanted if kind in {FeedbackKind.RECEIPT, FeedbackKind.START} else None,
        unanswered_compulsory=unanswered,
    )
    if kind in {FeedbackKind.MIDWAY, FeedbackKind.FINAL}:
        row.planned_days = scene.between(18, 26)
        row.absent_with_reason = scene.between(0, 3)
        row.absent_without = scene.between(0, 1)
        row.attended_days = row.planned_days - row.absent_with_reason - row.absent_without
        row.citizen_has_seen = True
        _answer(file, placed, row, unanswered)
    return row


def remind(
    file: CaseFile, placed: OfferOrderRow, kind: FeedbackKind, on: date, *, received_otherwise: bool = False
) -> None:
    """Write that the provider was reminded, or that the answer came another way."""
    file.add(
        FeedbackReminderRow,
        order_id=placed.id,
        feedback_kind=kind,
        reminded_on=on,
        how="telefon" if received_otherwise else "e-mail",
        received_otherwise=received_otherwise,
    )


def order_for_stay(
    file: CaseFile, offer: OfferEntry, stay: PlacementRow, *, midway_on: date | None = None
) -> OfferOrderRow:
    """Write the order behind a running or ended stay, with every reply that was promised by now."""
    scene = file.scene
    ended = stay.ended_on is not None
    placed = order(
        file,
        offer,
        stay.from_on,
        state=OrderState.ENDED if ended else OrderState.STARTED,
        stay=stay,
    )
    if midway_on is not None:
        placed.midway_on = midway_on
    if placed.sent_on is not None:
        receive(file, placed, FeedbackKind.RECEIPT, workdays_from(placed.sent_on, scene.between(1, 4)))
    receive(file, placed, FeedbackKind.START, min(workdays_from(stay.from_on, 1), scene.today))
    if placed.midway_on is not None and placed.midway_on < scene.today:
        receive(file, placed, FeedbackKind.MIDWAY, workdays_from(placed.midway_on, -1))
    if stay.ended_on is not None:
        receive(file, placed, FeedbackKind.FINAL, min(workdays_from(stay.ended_on, 3), scene.today))
    return placed


def _add_questions(file: CaseFile, placed: OfferOrderRow) -> list[OrderQuestionRow]:
    return [
        file.add(
            OrderQuestionRow,
            order_id=placed.id,
            no=no,
            code=question.code,
            text=question.text,
            answer_kind=question.kind,
            element=question.element,
            answer_at=AnswerAt.MIDWAY if no % 2 else AnswerAt.END,
            compulsory=no < 3,
        )
        for no, question in enumerate(file.scene.dice.sample(file.scene.lists.questions, 4), start=1)
    ]


def _answer(file: CaseFile, placed: OfferOrderRow, reply: FeedbackRow, unanswered: int) -> None:
    scene = file.scene
    asked = scene.questions[placed.id]
    for question in asked[: len(asked) - unanswered]:
        entry = next(each for each in scene.lists.questions if each.code == question.code)
        file.add(
            OrderAnswerRow,
            feedback_id=reply.id,
            question_id=question.id,
            answer=scene.one_of(entry.answers),
            basis=scene.one_of(_BASES),
            certainty=Certainty.LIKELY,
        )
