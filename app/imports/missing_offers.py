"""Offers that a full extract did not name: listed, and withdrawn only when a person says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.changes import Done
from app.imports.applying.plan import FindingKind
from db.errors import Refused
from db.rows.local import ImportFindingRow, ImportRunRow
from db.rows.offers import OfferRow, ProviderRow
from db.rows.orders import OfferOrderRow
from db.values.offers import OrderState

if TYPE_CHECKING:
    from app.work import Work

WITHDRAWN = "trukket tilbage"
"""How a finding was settled when the offer was withdrawn."""

_NOT_SENT = (OrderState.PROPOSED, OrderState.DRAFT, OrderState.FOR_APPROVAL, OrderState.READY)


@dataclass(frozen=True, slots=True)
class MissingOffer:
    """One offer of the list. `drafts` is how many orders that are not sent yet point at it; `id` is the finding's."""

    id: str
    offer_id: str
    offer_no: str
    title: str
    provider: str | None
    drafts: int
    extract_on: date | None


@dataclass(frozen=True, slots=True)
class WithdrawOffers:
    """These can no longer be chosen. `ids` are those of findings."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BringOffersBack:
    """Withdrawing these was wrong; they stand on the list again."""

    ids: tuple[str, ...]


def missing_offers(session: Session) -> tuple[MissingOffer, ...]:
    """Every offer that nobody has settled, by number."""
    drafts = (
        select(OfferOrderRow.offer_id, func.count().label("number"))
        .where(OfferOrderRow.state.in_(_NOT_SENT), OfferOrderRow.gone.is_(False), OfferOrderRow.withdrawn_on.is_(None))
        .group_by(OfferOrderRow.offer_id)
        .subquery()
    )
    query = (
        select(ImportFindingRow.id, OfferRow.id.label("offer_id"), OfferRow.offer_no, OfferRow.title,
               ProviderRow.name, drafts.c.number, ImportRunRow.extract_on)
        .join(OfferRow, OfferRow.id == ImportFindingRow.row_id)
        .outerjoin(ProviderRow, ProviderRow.id == OfferRow.provider_id)
        .outerjoin(ImportRunRow, ImportRunRow.id == ImportFindingRow.run_id)
        .outerjoin(drafts, drafts.c.offer_id == OfferRow.id)
        .where(
            ImportFindingRow.finding == FindingKind.OFFER_NO_LONGER_THERE.value,
            ImportFindingRow.settled_on.is_(None),
            OfferRow.gone.is_(False),
            OfferRow.withdrawn_on.is_(None),
        )
        .order_by(OfferRow.offer_no)
    )  # fmt: skip
    return tuple(
        MissingOffer(row.id, row.offer_id, row.offer_no, row.title, row.name, row.number or 0, row.extract_on)
        for row in session.execute(query)
    )


def withdraw_offers(work: Work, request: WithdrawOffers) -> Done:
    """Withdraw them today; the notice tells of orders that are not sent yet and point at one.

    Refused: `missing` (field `ids`), `settled`.
    """
    wanted = {each.id: each for each in missing_offers(work.session)}
    drafts = 0
    for finding in _findings(work, request.ids, settled=None):
        offer = work.session.get(OfferRow, finding.row_id)
        if offer is None:
            raise _settled()
        offer.withdrawn_on = work.today
        finding.settled_on, finding.settled_how = work.today, WITHDRAWN
        drafts += wanted[finding.id].drafts if finding.id in wanted else 0
    notices: tuple[str, ...] = ()
    if drafts:
        what = "1 bestilling, der ikke er sendt" if drafts == 1 else f"{drafts} bestillinger, der ikke er sendt"
        notices = (f"{what}, peger på et tilbud, der nu er trukket tilbage. Vælg et andet tilbud i den.",)
    return Done(request.ids[0], work.changes(), notices)


def bring_offers_back(work: Work, request: BringOffersBack) -> Done:
    """Let them be chosen again. Refused: `missing` (field `ids`), `settled`."""
    for finding in _findings(work, request.ids, settled=WITHDRAWN):
        offer = work.session.get(OfferRow, finding.row_id)
        if offer is not None:
            offer.withdrawn_on = None
        finding.settled_on = finding.settled_how = None
    return Done(request.ids[0], work.changes())


def _findings(work: Work, ids: tuple[str, ...], *, settled: str | None) -> list[ImportFindingRow]:
    if not ids:
        raise Refused("Markér mindst ét tilbud.", field="ids", code="missing")
    found = []
    for row_id in ids:
        row = work.session.get(ImportFindingRow, row_id)
        if row is None or row.settled_how != settled or row.finding != FindingKind.OFFER_NO_LONGER_THERE.value:
            raise _settled()
        found.append(row)
    return found


def _settled() -> Refused:
    return Refused("Tilbuddet er allerede behandlet. Hent listen igen.", field="ids", code="settled")
