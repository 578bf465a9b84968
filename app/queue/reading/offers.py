"""Facts about offers in use: placements, orders, feedback, change requests, absence."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from app.queue.facts import (
    AbsenceFact,
    ChangeRequestFact,
    FeedbackFact,
    OrderFact,
    PlacementFact,
)
from app.queue.reading.rows import LIVE, Connection, day, grouped, members
from db.values.offers import FeedbackKind, OfferKind, OrderState, OutcomeKind, PlacementState

STATES = members(PlacementState)
KINDS = members(OfferKind)
OUTCOMES = members(OutcomeKind)
ORDER_STATES = members(OrderState)
FEEDBACK_KINDS = members(FeedbackKind)


def read_placements(connection: Connection) -> defaultdict[str, list[PlacementFact]]:
    """Stays in offers by case, oldest first."""
    checks = grouped(
        connection,
        f"select placement_id, months_after, outcome from outcome_check where {LIVE} order by months_after, id",
        lambda months, outcome: (months, OUTCOMES[outcome]),
    )
    return grouped(
        connection,
        "select case_id, id, from_on, to_on, state, coalesce(title, offer_no), kind, ordered_on, ended_on,"
        f" next_step_decided_on, result is not null from placement where {LIVE} order by from_on, id",
        lambda row, start, end, state, title, kind, ordered, ended, decided, result: PlacementFact(
            row,
            date.fromisoformat(start),
            day(end),
            STATES[state],
            title,
            KINDS.get(kind),
            day(ordered),
            day(ended),
            day(decided),
            bool(result),
            tuple(checks.get(row, ())),
        ),
    )


def read_orders(connection: Connection) -> defaultdict[str, list[OrderFact]]:
    """The newest version of each order, with what has come and been reminded of."""
    receipts: dict[str, date] = {}
    settled: defaultdict[str, list[FeedbackKind]] = defaultdict(list)
    reminded: defaultdict[str, list[tuple[FeedbackKind, date]]] = defaultdict(list)
    for order, kind, on in connection.execute(
        f"select order_id, kind, received_on from feedback where {LIVE} order by received_on desc, id"
    ):
        settled[order].append(FEEDBACK_KINDS[kind])
        if kind == FeedbackKind.RECEIPT.value:
            receipts[order] = date.fromisoformat(on)
    for order, kind, on, otherwise in connection.execute(
        "select order_id, feedback_kind, reminded_on, received_otherwise from feedback_reminder"
        f" where {LIVE} order by reminded_on, id"
    ):
        if otherwise:
            settled[order].append(FEEDBACK_KINDS[kind])
        else:
            reminded[order].append((FEEDBACK_KINDS[kind], date.fromisoformat(on)))
    newest: dict[tuple[str, str], tuple[str, OrderFact]] = {}
    for case_id, row, number, state, sent, provider, midway, final, withdrawn in connection.execute(
        "select o.case_id, o.id, o.order_no, o.state, o.sent_on, coalesce(p.name, ''), o.midway_on, o.final_by,"
        " o.withdrawn_from_provider_on from offer_order o left join provider p on p.id = o.provider_id"
        " where o.gone = 0 and o.withdrawn_on is null order by o.version, o.id"
    ):
        newest[case_id, number] = (
            case_id,
            OrderFact(
                row,
                ORDER_STATES[state],
                day(sent),
                provider,
                receipts.get(row),
                day(midway),
                day(final),
                tuple(reminded.get(row, ())),
                tuple(settled.get(row, ())),
                day(withdrawn),
            ),
        )
    orders: defaultdict[str, list[OrderFact]] = defaultdict(list)
    for case_id, order in newest.values():
        orders[case_id].append(order)
    return orders


def read_feedbacks(connection: Connection) -> defaultdict[str, list[FeedbackFact]]:
    """Feedback that left compulsory questions unanswered."""
    return grouped(
        connection,
        "select case_id, id, received_on, unanswered_compulsory, incomplete_settled_on from feedback"
        f" where {LIVE} and unanswered_compulsory > 0 order by received_on, id",
        lambda row, on, count, settled: FeedbackFact(row, date.fromisoformat(on), count, day(settled)),
    )


def read_change_requests(connection: Connection) -> defaultdict[str, list[ChangeRequestFact]]:
    """Wishes to change or extend a stay."""
    return grouped(
        connection,
        "select case_id, id, received_on, decided_on from placement_change_request"
        f" where {LIVE} order by received_on, id",
        lambda row, on, decided: ChangeRequestFact(row, date.fromisoformat(on), day(decided)),
    )


def read_absences(connection: Connection) -> defaultdict[str, list[AbsenceFact]]:
    """Reports of absence."""
    return grouped(
        connection,
        "select case_id, id, event_on, reported_on, closed_on, sanction_case_id from absence_report"
        f" where {LIVE} order by reported_on, id",
        lambda row, event, reported, closed, sanction: AbsenceFact(
            row,
            date.fromisoformat(event),
            date.fromisoformat(reported),
            day(closed) or (date.fromisoformat(reported) if sanction else None),
        ),
    )
