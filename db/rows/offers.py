"""Rows of the catalogue: providers, offers and what belongs to them. Read-only for caseworkers."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.rows.base import CatalogueRow, OptionalOere, OptionalRef, Row
from db.values.offers import AgeBand, AnswerKind, OfferKind, OutcomeKind
from db.values.people import BenefitType
from db.values.plans import ResourceElementKind


class IndustryRow(Row, CatalogueRow):
    """One entry of the short industry list, with room for a code of the official classification."""

    __tablename__ = "industry"
    name: Mapped[str]
    code: Mapped[str | None]
    rank: Mapped[int] = mapped_column(default=0)


class ProviderRow(Row, CatalogueRow):
    """A firm, school or association that delivers offers."""

    __tablename__ = "provider"
    name: Mapped[str]
    search_text: Mapped[str]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    contact_person: Mapped[str | None]


class ProviderContractRow(Row, CatalogueRow):
    """A contract with a provider and the period it covers."""

    __tablename__ = "provider_contract"
    provider_id: Mapped[str] = mapped_column(String(36), index=True)
    contract_no: Mapped[str]
    kind: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    full_cpr_allowed: Mapped[bool] = mapped_column(default=False)


class OfferRow(Row, CatalogueRow):
    """A catalogue entry with its profile. Lists that are searched have tables of their own."""

    __tablename__ = "offer"
    offer_no: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    search_text: Mapped[str]
    provider_id: Mapped[OptionalRef]
    kind: Mapped[OfferKind]
    family: Mapped[str | None]
    match_from: Mapped[int | None]
    match_to: Mapped[int | None]
    language_level: Mapped[str | None]
    weekly_hours: Mapped[int | None]
    weeks: Mapped[int | None]
    daytime: Mapped[str | None]
    price_per_week: Mapped[OptionalOere]
    places: Mapped[int | None]
    free_places: Mapped[int | None]
    free_places_on: Mapped[date | None]
    waiting_weeks: Mapped[int | None]
    place: Mapped[str | None]
    purpose: Mapped[str | None]
    content: Mapped[str | None]
    demands: Mapped[str | None]
    for_whom: Mapped[str | None]
    not_for_whom: Mapped[str | None]
    group_size: Mapped[str | None]
    staff: Mapped[str | None]
    language: Mapped[str | None]
    tests: Mapped[str | None]
    company_contact: Mapped[str | None]
    reported_back: Mapped[str | None]
    combines_with: Mapped[str | None]
    strategy_note: Mapped[str | None]
    legal_basis: Mapped[str | None]
    contact: Mapped[str | None]
    phone: Mapped[str | None]
    contract_to: Mapped[date | None]
    updated_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]


class OfferIndustryRow(Row, CatalogueRow):
    """An offer belongs to an industry: the first entrance of the guide."""

    __tablename__ = "offer_industry"
    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id", deferrable=True, initially="DEFERRED"), index=True)
    industry_id: Mapped[str] = mapped_column(String(36), index=True)


class OfferTargetGroupRow(Row, CatalogueRow):
    """An offer is for a target group: the second entrance of the guide."""

    __tablename__ = "offer_target_group"
    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id", deferrable=True, initially="DEFERRED"), index=True)
    target_group: Mapped[str] = mapped_column(index=True)


class OfferCriterionRow(Row, CatalogueRow):
    """One thing asked of those who are sent, with the date of its version."""

    __tablename__ = "offer_criterion"
    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id", deferrable=True, initially="DEFERRED"), index=True)
    text: Mapped[str]
    test: Mapped[str | None]
    version_on: Mapped[date | None]


class PartServiceRow(Row, CatalogueRow):
    """A small part of an offer that may be ordered alone."""

    __tablename__ = "part_service"
    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id", deferrable=True, initially="DEFERRED"), index=True)
    title: Mapped[str]
    weeks: Mapped[int | None]
    price: Mapped[OptionalOere]


class OfferStartRow(Row, CatalogueRow):
    """A date on which an offer starts."""

    __tablename__ = "offer_start"
    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id", deferrable=True, initially="DEFERRED"), index=True)
    starts_on: Mapped[date]
    free_places: Mapped[int | None]


class OfferQuestionRow(Row, CatalogueRow):
    """An offer can answer a question of the bank."""

    __tablename__ = "offer_question"
    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id", deferrable=True, initially="DEFERRED"), index=True)
    code: Mapped[str]


class QuestionRow(Row, CatalogueRow):
    """One entry of the question bank."""

    __tablename__ = "question"
    code: Mapped[str]
    text: Mapped[str]
    answer_kind: Mapped[AnswerKind]
    element: Mapped[ResourceElementKind | None]
    needs_consent: Mapped[bool] = mapped_column(default=False)


class OfferResultRow(Row, CatalogueRow):
    """One anonymous person who ended an offer, from an import.

    `ended_on` is the first of the month where only the month is known (`ended_month_only`).
    """

    __tablename__ = "offer_result"
    offer_no: Mapped[str] = mapped_column(index=True)
    match: Mapped[int | None]
    benefit: Mapped[BenefitType | None]
    age_band: Mapped[AgeBand | None]
    language: Mapped[str | None]
    ended_on: Mapped[date]
    ended_month_only: Mapped[bool] = mapped_column(default=False)
    completed: Mapped[bool]
    outcome_3_months: Mapped[OutcomeKind | None]
    outcome_6_months: Mapped[OutcomeKind | None]
    new_match: Mapped[int | None]


class JobOrderRow(Row, CatalogueRow):
    """A vacancy handed to the jobcentre; the full register is elsewhere."""

    __tablename__ = "job_order"
    order_ref: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    company: Mapped[str | None]
    industry_id: Mapped[OptionalRef]
    place: Mapped[str | None]
    weekly_hours: Mapped[int | None]
    starts_on: Mapped[date | None]
    apply_by: Mapped[date | None]
    contact: Mapped[str | None]
