"""Choosing an offer for a citizen: the decision with its reason, a proposed activity and a proposed order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.values.offers import OrderState

APPROVAL_LIMIT = 10_000_00
"""In øre; own choice. A whole order above it is approved by a leader."""
APPROVAL_SETTING = "order_approval_limit"
"""The setting (`app/cases/settings.py`) that holds another limit, in øre."""


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
    del work, request
    raise Refused("Tilbuddet kan ikke vælges endnu.", field="offer_id", code="unknown_offer")


def needs_approval(work: Work, request: DecideOffer) -> str | None:
    """Why a leader is to approve the order, in Danish; None when nobody needs to."""
    del work, request
    return None


def decisions_of(session: Session, case_id: str) -> tuple[Decided, ...]:
    """The decisions of a case, the newest first."""
    del session, case_id
    return ()
