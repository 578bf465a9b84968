"""When a leader is to approve an order: over a limit, or without a framework contract."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import or_, select

from app.cases.settings import read_setting
from app.guide.words import kroner
from app.work import Work
from db.rows.offers import OfferRow, ProviderContractRow

APPROVAL_LIMIT: Final = 10_000_00
"""In øre; own choice. A whole order above it is approved by a leader."""
APPROVAL_SETTING: Final = "order_approval_limit"
"""The setting (`app/cases/settings.py`) that holds another limit, in øre."""


def approval_reason(work: Work, offer: OfferRow, start: date, amount: int | None) -> str | None:
    """A leader approves what is over the limit and what no framework contract covers."""
    limit = int(read_setting(work.session, APPROVAL_SETTING) or APPROVAL_LIMIT)
    if amount is not None and amount > limit:
        return f"Bestillingen koster {kroner(amount)} og skal godkendes af en leder: grænsen er {kroner(limit)}"
    if contract_no(work, offer, start) is None and not _covered_by_own_date(work, offer, start):
        return "Der er ingen rammekontrakt med leverandøren. En leder skal godkende bestillingen."
    return None


def contract_no(work: Work, offer: OfferRow, start: date) -> str | None:
    """The number of a contract with the provider that covers the start."""
    query = select(ProviderContractRow.contract_no).where(
        ProviderContractRow.provider_id == offer.provider_id,
        ProviderContractRow.gone.is_(False),
        or_(ProviderContractRow.valid_from.is_(None), ProviderContractRow.valid_from <= start),
        or_(ProviderContractRow.valid_to.is_(None), ProviderContractRow.valid_to >= start),
    )
    return work.session.scalars(query.order_by(ProviderContractRow.valid_to.desc(), ProviderContractRow.id)).first()


def _covered_by_own_date(work: Work, offer: OfferRow, start: date) -> bool:
    """An imported catalogue tells only how long the contract holds; where none is kept of the provider, that is one."""
    if offer.contract_to is None or offer.contract_to < start or offer.provider_id is None:
        return False
    kept = select(ProviderContractRow.id).where(
        ProviderContractRow.provider_id == offer.provider_id, ProviderContractRow.gone.is_(False)
    )
    return work.session.scalar(kept.limit(1)) is None
