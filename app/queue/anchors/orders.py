"""Orders to providers: unanswered, with feedback promised or overdue, and what the feedback asks of us."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.queue.case_view import NOT_UNDER_WAY, CaseView
from app.queue.event import Event
from app.queue.facts import OrderFact
from app.queue.text import PROVIDER
from db.values.offers import FeedbackKind, OrderState

_SENT = OrderState.SENT
_DAY = timedelta(days=1)
_NEXT = ("reminder-1", "reminder-2", "phone")
_WHICH = {FeedbackKind.MIDWAY: "midtvejs", FeedbackKind.FINAL: "ved afslutningen"}

# A stay that never began or stopped early is reported once and for all.
_ENDS_ALL = frozenset({FeedbackKind.FINAL, FeedbackKind.EARLY_STOP, FeedbackKind.NO_SHOW})


def orders(view: CaseView) -> Iterator[Event]:
    """Every order that is with a provider."""
    for order in view.case.orders:
        if order.state in NOT_UNDER_WAY or order.withdrawn_on is not None:
            continue
        if order.state is _SENT and order.sent_on is not None and order.receipt_on is None:
            yield from _unanswered(view, order, order.sent_on)
        settled = _ENDS_ALL.intersection(order.settled)
        if order.midway_on is not None and not settled and FeedbackKind.MIDWAY not in order.settled:
            yield from _feedback(view, order, FeedbackKind.MIDWAY, order.midway_on)
        if order.final_by is not None and not settled:
            yield from _feedback(view, order, FeedbackKind.FINAL, order.final_by)


def _unanswered(view: CaseView, order: OrderFact, sent_on: date) -> Iterator[Event]:
    row = view.row("ORDER_UNANSWERED", sent_on)
    if row is not None:
        yield Event(
            "ORDER_UNANSWERED",
            order.id,
            sent_on,
            "waiting" if view.today <= row.dates(sent_on).due_on else "late",
            words={"provider": order.provider or PROVIDER},
            waiting_for=order.provider or PROVIDER,
            waiting_since=sent_on,
        )


def _feedback(view: CaseView, order: OrderFact, kind: FeedbackKind, promised: date) -> Iterator[Event]:
    provider = order.provider or PROVIDER
    words = {"provider": provider, "answer": _WHICH[kind]}
    if view.today <= promised:
        yield Event(
            "FEEDBACK_DUE",
            order.id,
            promised,
            kind.value,
            kind.value,
            words=words,
            waiting_for=provider,
            waiting_since=order.sent_on,
        )
        return
    reminded = sorted(on for about, on in order.reminded if about is kind)
    name = _NEXT[min(len(reminded), len(_NEXT) - 1)]
    row = view.row("FEEDBACK_OVERDUE", promised)
    if row is None:
        return
    # After a reminder it is the provider's turn again, until the next one is due.
    theirs = bool(reminded) and view.today < row.dates(promised, name).due_on
    yield Event(
        "FEEDBACK_OVERDUE",
        order.id,
        promised,
        name,
        f"{kind.value}-{name}",
        due=name,
        opens_on=max(reminded[-1], promised + _DAY) if reminded else None,
        words=words,
        waiting_for=provider if theirs else None,
        waiting_since=reminded[-1] if theirs else None,
    )


def feedbacks(view: CaseView) -> Iterator[Event]:
    """Feedback with compulsory questions left open."""
    for feedback in view.case.feedbacks:
        if feedback.unanswered > 0 and feedback.settled_on is None:
            words = {"count": str(feedback.unanswered)}
            yield Event("ANSWER_INCOMPLETE", feedback.id, feedback.received_on, words=words)


def change_requests(view: CaseView) -> Iterator[Event]:
    """A provider's wish that nobody has decided on."""
    for request in view.case.change_requests:
        if request.decided_on is None:
            yield Event("CHANGE_REQUEST", request.id, request.received_on)
