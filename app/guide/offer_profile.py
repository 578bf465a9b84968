"""The full profile of one offer, for the panel beside the list, the profile's tabs and the comparison."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.guide.catalogue import Demand, PartService
from db.rows.offers import (
    OfferCriterionRow,
    OfferQuestionRow,
    OfferRow,
    OfferStartRow,
    PartServiceRow,
    ProviderContractRow,
    ProviderRow,
    QuestionRow,
)


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


_PartOfOffer = TypeVar("_PartOfOffer", OfferCriterionRow, OfferQuestionRow, OfferStartRow, PartServiceRow)


def offer_profile(session: Session, offer_id: str) -> OfferProfile | None:
    """The profile, also of a withdrawn offer (a draft order may still point at it); None when there is no such row."""
    row = session.get(OfferRow, offer_id)
    if row is None or row.gone:
        return None
    provider = session.get(ProviderRow, row.provider_id) if row.provider_id else None
    starts = sorted(_parts(session, OfferStartRow, offer_id), key=lambda each: (each.starts_on, each.id))
    parts = sorted(_parts(session, PartServiceRow, offer_id), key=lambda each: (each.title, each.id))
    criteria = _parts(session, OfferCriterionRow, offer_id)
    return OfferProfile(
        id=row.id,
        offer_no=row.offer_no,
        title=row.title,
        provider=provider.name if provider else "",
        contact=row.contact or (provider.contact_person if provider else None),
        phone=row.phone or (provider.phone if provider else None),
        email=provider.email if provider else None,
        purpose=row.purpose,
        content=row.content,
        demands=row.demands,
        for_whom=row.for_whom,
        not_for_whom=row.not_for_whom,
        group_size=row.group_size,
        staff=row.staff,
        language=row.language,
        tests=row.tests,
        company_contact=row.company_contact,
        reported_back=row.reported_back,
        combines_with=row.combines_with,
        approach=row.strategy_note,
        legal_basis=row.legal_basis,
        criteria=tuple(Demand(each.text, each.test, each.version_on) for each in criteria),
        part_services=tuple(PartService(each.id, each.title, each.weeks, each.price) for each in parts),
        starts=tuple(Start(each.starts_on, each.free_places) for each in starts),
        questions=_questions(session, offer_id),
        contracts=_contracts(session, row.provider_id),
        updated_on=row.updated_on,
        withdrawn_on=row.withdrawn_on,
    )


def _parts(session: Session, kind: type[_PartOfOffer], offer_id: str) -> list[_PartOfOffer]:
    query = select(kind).where(kind.offer_id == offer_id, kind.gone.is_(False)).order_by(kind.id)
    return list(session.scalars(query))


def _questions(session: Session, offer_id: str) -> tuple[Question, ...]:
    known = session.execute(select(QuestionRow.code, QuestionRow.text).where(QuestionRow.gone.is_(False)))
    bank = {row.code: row.text for row in known}
    codes = sorted({each.code for each in _parts(session, OfferQuestionRow, offer_id)})
    return tuple(Question(code, bank.get(code, code)) for code in codes)


def _contracts(session: Session, provider_id: str | None) -> tuple[Contract, ...]:
    if provider_id is None:
        return ()
    query = (
        select(ProviderContractRow)
        .where(ProviderContractRow.provider_id == provider_id, ProviderContractRow.gone.is_(False))
        .order_by(ProviderContractRow.valid_from, ProviderContractRow.id)
    )
    return tuple(
        Contract(each.contract_no, each.kind, each.valid_from, each.valid_to) for each in session.scalars(query)
    )
