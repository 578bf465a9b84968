"""Orders: unanswered, with feedback promised or overdue, and what the feedback asks of us."""

from __future__ import annotations

from typing import Any

import pytest

from app.queue.facts import ChangeRequestFact, FeedbackFact, OrderFact
from app.queue.item import Lane
from db.values.offers import FeedbackKind, OrderState
from tests.app.queue.edges import GONE, Edge, edge_test, row
from tests.helpers.built_facts import citizen, day
from tests.helpers.changed_facts import replace

MIDWAY, FINAL = FeedbackKind.MIDWAY, FeedbackKind.FINAL
SENT = OrderFact("order-1", OrderState.SENT, day("2007-03-30"), "Køkkenvejen")
ACCEPTED = OrderFact("order-1", OrderState.ACCEPTED, day("2007-03-01"), "Køkkenvejen", day("2007-03-05"))
HALF = replace(ACCEPTED, midway_on=day("2007-04-30"))
FEEDBACK = FeedbackFact("feedback-1", day("2007-05-02"), 2)
REQUEST = ChangeRequestFact("request-1", day("2007-05-02"))


def _ordered(order: OrderFact, **changes: Any) -> Any:
    return citizen(orders=(replace(order, **changes),))


def _reminded(*on: str) -> Any:
    return _ordered(HALF, reminded=tuple((MIDWAY, day(one)) for one in on))


EDGES = [
    Edge(
        "ORDER_UNANSWERED",
        "waits for the provider over Easter, then it is ours",
        _ordered(SENT),
        opens="2007-03-30",
        amber="2007-04-09",
        due="2007-04-11",
        on_due=Lane.WAITING,
        answered=[
            _ordered(SENT, receipt_on=day("2007-04-02")),
            _ordered(SENT, state=OrderState.RECEIVED),
            _ordered(SENT, state=OrderState.WITHDRAWN),
            _ordered(SENT, withdrawn_on=day("2007-04-10")),
        ],
    ),
    Edge(
        "ORDER_UNANSWERED",
        "over the end of the month",
        _ordered(SENT, sent_on=day("2007-02-26")),
        opens="2007-02-26",
        amber="2007-03-03",
        due="2007-03-05",
        on_due=Lane.WAITING,
    ),
    Edge(
        "FEEDBACK_DUE",
        "midway, on the last day of a month",
        _ordered(HALF),
        opens="2007-04-27",
        amber="2007-04-30",
        due="2007-04-30",
        occurrence="midway",
        on_due=Lane.WAITING,
        after=GONE,
        answered=[
            _ordered(HALF, settled=(MIDWAY,)),
            _ordered(HALF, settled=(FINAL,)),
            _ordered(HALF, settled=(FeedbackKind.NO_SHOW,)),
            _ordered(HALF, state=OrderState.DECLINED),
        ],
    ),
    Edge(
        "FEEDBACK_DUE",
        "at the end, on Whit Monday",
        _ordered(ACCEPTED, final_by=day("2007-05-28")),
        opens="2007-05-25",
        amber="2007-05-28",
        due="2007-05-28",
        act_by="2007-05-25",
        occurrence="final",
        on_due=Lane.WAITING,
        after=GONE,
        answered=[_ordered(ACCEPTED, final_by=day("2007-05-28"), settled=(FINAL,))],
    ),
    Edge(
        "FEEDBACK_OVERDUE",
        "first reminder, over the end of the month",
        _reminded(),
        opens="2007-05-01",
        amber="2007-05-03",
        due="2007-05-03",
        occurrence="midway-reminder-1",
        answered=[_ordered(HALF, settled=(MIDWAY,)), _reminded("2007-05-02")],
    ),
    Edge(
        "FEEDBACK_OVERDUE",
        "second reminder waits until it is due",
        _reminded("2007-05-02"),
        opens="2007-05-02",
        amber="2007-05-10",
        due="2007-05-10",
        occurrence="midway-reminder-2",
        answered=[_reminded("2007-05-02", "2007-05-10")],
    ),
    Edge(
        "FEEDBACK_OVERDUE",
        "then one phones, here by Ascension Day",
        _reminded("2007-05-02", "2007-05-10"),
        opens="2007-05-10",
        amber="2007-05-17",
        due="2007-05-17",
        act_by="2007-05-16",
        occurrence="midway-phone",
        answered=[_ordered(HALF, settled=(MIDWAY,))],
    ),
    Edge(
        "ANSWER_INCOMPLETE",
        "over Store Bededag",
        citizen(feedbacks=(FEEDBACK,)),
        opens="2007-05-02",
        amber="2007-05-08",
        due="2007-05-10",
        answered=[
            citizen(feedbacks=(replace(FEEDBACK, settled_on=day("2007-05-09")),)),
            citizen(feedbacks=(replace(FEEDBACK, unanswered=0),)),
        ],
    ),
    Edge(
        "ANSWER_INCOMPLETE",
        "over the end of the month",
        citizen(feedbacks=(replace(FEEDBACK, received_on=day("2007-02-26")),)),
        opens="2007-02-26",
        amber="2007-03-03",
        due="2007-03-05",
    ),
    Edge(
        "CHANGE_REQUEST",
        "over Store Bededag",
        citizen(change_requests=(REQUEST,)),
        opens="2007-05-02",
        amber="2007-05-07",
        due="2007-05-08",
        answered=[citizen(change_requests=(replace(REQUEST, decided_on=day("2007-05-03")),))],
    ),
    Edge(
        "CHANGE_REQUEST",
        "over the end of the month",
        citizen(change_requests=(replace(REQUEST, received_on=day("2007-02-27")),)),
        opens="2007-02-27",
        amber="2007-03-01",
        due="2007-03-02",
    ),
]

test_edges = edge_test(EDGES)


def test_that_an_unanswered_order_is_the_providers_until_due_and_then_ours() -> None:
    on_due, after = (row(_ordered(SENT), on, "ORDER_UNANSWERED") for on in ("2007-04-11", "2007-04-12"))
    assert on_due is not None
    assert after is not None
    assert (on_due.waiting_for, on_due.waiting_since) == ("Køkkenvejen", day("2007-03-30"))
    assert (after.waiting_for, after.waiting_since) == (None, None)
    assert after.label == "Bestilling ikke besvaret af Køkkenvejen · træk tilbage eller ryk"


def test_that_an_unanswered_order_never_expires_by_itself() -> None:
    assert row(_ordered(SENT), "2009-01-01", "ORDER_UNANSWERED") is not None


@pytest.mark.parametrize(
    ("today", "lane", "waiting_for"),
    [
        ("2007-05-02", Lane.WAITING, "Køkkenvejen"),
        ("2007-05-09", Lane.WAITING, "Køkkenvejen"),
        ("2007-05-10", Lane.TODAY, None),
    ],
)
def test_that_after_a_reminder_it_is_the_providers_turn_again(today: str, lane: Lane, waiting_for: str | None) -> None:
    found = row(_reminded("2007-05-02"), today, "FEEDBACK_OVERDUE", "midway-reminder-2")
    assert found is not None
    assert (found.lane, found.waiting_for) == (lane, waiting_for)


def test_that_midway_and_final_are_two_items() -> None:
    case = _ordered(HALF, final_by=day("2007-05-02"))
    midway = row(case, "2007-04-30", "FEEDBACK_DUE", "midway")
    final = row(case, "2007-04-30", "FEEDBACK_DUE", "final")
    assert midway is not None
    assert final is not None
    assert midway.key != final.key
    assert midway.reason == "Tilbagemeldingen midtvejs fra Køkkenvejen ventes senest 30. april 2007."


def test_that_a_reminder_of_the_other_kind_does_not_count() -> None:
    case = _ordered(HALF, reminded=((FINAL, day("2007-05-02")),))
    assert row(case, "2007-05-03", "FEEDBACK_OVERDUE", "midway-reminder-1") is not None


def test_that_a_provider_without_a_name_is_called_the_provider() -> None:
    found = row(_ordered(SENT, provider=""), "2007-04-02", "ORDER_UNANSWERED")
    assert found is not None
    assert found.waiting_for == "leverandøren"
    assert "sendt til leverandøren" in found.reason
