"""Choosing an offer for a citizen: the decision with its reason, a proposed activity and a proposed order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.cases.case_rows import live_rows, the_open_case
from app.cases.checking import danish, required, tidy
from app.changes import Done
from app.guide.approval import approval_reason
from app.guide.propose import propose_activity, propose_order
from app.work import Work
from db.errors import Refused
from db.rows.offers import OfferRow, PartServiceRow
from db.rows.orders import OfferOrderRow, VisitationDecisionRow
from db.rows.plans import PlanActivityRow
from db.values.offers import OrderState


class DecisionReason(StrEnum):
    """Why this offer."""

    GOAL = "goal"
    RESULTS = "results"
    CLARIFY = "clarify"
    START_SOON = "start_soon"
    CITIZEN_WISH = "citizen_wish"
    ONLY_ONE = "only_one"
    OTHER = "other"


DECISION_REASONS = {
    DecisionReason.GOAL: "Fører mod jobmålet",
    DecisionReason.RESULTS: "Bedste resultater for målgruppen",
    DecisionReason.CLARIFY: "Kan afklare det, der mangler",
    DecisionReason.START_SOON: "Kan begynde først",
    DecisionReason.CITIZEN_WISH: "Borgerens ønske",
    DecisionReason.ONLY_ONE: "Eneste, der passer",
    DecisionReason.OTHER: "Andet",
}


@dataclass(frozen=True, slots=True)
class DecideOffer:
    """What was chosen and why. `considered` are the ids of the other offers that were looked at, in that order.

    `unmet` are the texts of the criteria that the citizen does not meet, as the screen showed them; with any of them
    `override_reason` must say why the offer is right all the same. `weeks` and `weekly_hours` are the offer's unless
    given. `part_service_ids` orders only these parts.
    """

    case_id: str
    offer_id: str
    reason: DecisionReason | None
    reason_text: str
    proposed_start: date | None
    considered: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    override_reason: str | None = None
    citizen_wish: str | None = None
    agreed_with_citizen: bool | None = None
    weeks: int | None = None
    weekly_hours: int | None = None
    part_service_ids: tuple[str, ...] = ()


class Decided(NamedTuple):
    """What a decision led to. `offer_withdrawn` warns of an offer that was withdrawn afterwards."""

    decision_id: str
    offer_id: str | None
    title: str
    decided_on: date
    order_id: str | None
    order_no: str | None
    order_state: OrderState | None
    activity_id: str | None
    offer_withdrawn: bool


def decide_offer(work: Work, request: DecideOffer) -> Done:
    """Write decision, activity and order, and give the decision's id; a notice tells when a leader is to approve.

    Refused: `unknown_case`, `closed_case` (field `case_id`), `unknown_offer`, `offer_withdrawn`, `negative_price`
    (`offer_id`), `missing` (`reason`, `reason_text`, `proposed_start`, `override_reason`), `in_the_past` and
    `contract_ended` (`proposed_start`), `unknown_part` (`part_service_ids`), `not_positive` (`weeks`,
    `weekly_hours`).
    """
    the_open_case(work, request.case_id)
    offer = _the_offer(work, request.offer_id)
    parts = _parts(work, request)
    if request.reason is None:
        raise Refused("Vælg, hvorfor det blev dette tilbud.", field="reason", code="missing")
    reason = required(request.reason_text, "reason_text", "Skriv begrundelsen for valget.")
    start = _start(work, offer, request.proposed_start)
    override = tidy(request.override_reason)
    if request.unmet:
        message = "Borgeren opfylder ikke alle krav. Skriv, hvorfor tilbuddet er rigtigt alligevel."
        override = required(override, "override_reason", message)
    for field, number in (("weeks", request.weeks), ("weekly_hours", request.weekly_hours)):
        if number is not None and number <= 0:
            raise Refused("Skriv et tal over nul.", field=field, code="not_positive")
    decision = work.add(
        VisitationDecisionRow(
            case_id=request.case_id,
            decided_on=work.today,
            decided_by=work.author,
            chosen_offer_id=offer.id,
            considered_offer_ids=",".join(dict.fromkeys(each for each in request.considered if each != offer.id)),
            reason_kind=request.reason.value,
            reason=reason,
            override_reason=override,
            citizen_wish=tidy(request.citizen_wish),
            agreed_with_citizen=request.agreed_with_citizen,
            proposed_start=start,
        )
    )
    approval = approval_reason(work, offer, start, _amount(offer, request, parts))
    order = propose_order(work, offer, decision, weeks=request.weeks, weekly_hours=request.weekly_hours, parts=parts)
    if approval is not None:
        order.state, order.state_reason = OrderState.FOR_APPROVAL, approval
    propose_activity(work, offer, order)
    return Done(decision.id, work.changes(), (approval,) if approval else ())


def needs_approval(work: Work, request: DecideOffer) -> str | None:
    """Why a leader is to approve the order, in Danish; None when nobody needs to. Refused as `decide_offer` says."""
    offer = _the_offer(work, request.offer_id)
    start = _start(work, offer, request.proposed_start)
    return approval_reason(work, offer, start, _amount(offer, request, _parts(work, request)))


def decisions_of(session: Session, case_id: str) -> tuple[Decided, ...]:
    """The decisions of a case, the newest first."""
    orders = {row.decision_id: row for row in live_rows(session, OfferOrderRow, case_id)}
    activities = {row.order_id: row for row in live_rows(session, PlanActivityRow, case_id) if row.order_id}
    found = []
    for row in live_rows(session, VisitationDecisionRow, case_id):
        offer = session.get(OfferRow, row.chosen_offer_id) if row.chosen_offer_id else None
        order = orders.get(row.id)
        activity = activities.get(order.id) if order else None
        found.append(
            Decided(
                row.id,
                row.chosen_offer_id,
                offer.title if offer else "",
                row.decided_on,
                order.id if order else None,
                order.order_no if order else None,
                order.state if order else None,
                activity.id if activity else None,
                offer is None or offer.gone or offer.withdrawn_on is not None,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.decided_on, each.decision_id), reverse=True))


def _the_offer(work: Work, offer_id: str) -> OfferRow:
    offer = work.session.get(OfferRow, offer_id)
    if offer is None or offer.gone:
        raise Refused("Tilbuddet findes ikke længere. Vælg et andet.", field="offer_id", code="unknown_offer")
    if offer.withdrawn_on is not None:
        message = f"Tilbuddet er trukket tilbage den {danish(offer.withdrawn_on)}. Vælg et andet."
        raise Refused(message, field="offer_id", code="offer_withdrawn")
    if offer.price_per_week is not None and offer.price_per_week < 0:
        message = "Tilbuddets pris er negativ. Få den rettet i kataloget, før tilbuddet vælges."
        raise Refused(message, field="offer_id", code="negative_price")
    return offer


def _parts(work: Work, request: DecideOffer) -> list[PartServiceRow]:
    found = []
    for part_id in request.part_service_ids:
        part = work.session.get(PartServiceRow, part_id)
        if part is None or part.gone or part.offer_id != request.offer_id:
            raise Refused("Delydelsen hører ikke til tilbuddet.", field="part_service_ids", code="unknown_part")
        if part.price is not None and part.price < 0:
            message = "Delydelsens pris er negativ. Få den rettet i kataloget."
            raise Refused(message, field="part_service_ids", code="negative_price")
        found.append(part)
    return found


def _start(work: Work, offer: OfferRow, start: date | None) -> date:
    if start is None:
        raise Refused("Skriv, hvornår borgeren skal begynde.", field="proposed_start", code="missing")
    if start < work.today:
        raise Refused("Dagen er gået. Vælg i dag eller en senere dag.", field="proposed_start", code="in_the_past")
    if offer.contract_to is not None and offer.contract_to < start:
        message = f"Kontrakten med leverandøren gælder kun til {danish(offer.contract_to)}. Vælg en tidligere dag."
        raise Refused(message, field="proposed_start", code="contract_ended")
    return start


def _amount(offer: OfferRow, request: DecideOffer, parts: list[PartServiceRow]) -> int | None:
    """What the order costs, in øre; None when it cannot be told."""
    if parts:
        prices = [part.price for part in parts if part.price is not None]
        return sum(prices) if len(prices) == len(parts) else None
    weeks = request.weeks or offer.weeks
    return None if offer.price_per_week is None or weeks is None else offer.price_per_week * weeks
