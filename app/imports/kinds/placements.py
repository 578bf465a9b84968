"""`tilbudsforløb`: citizens' stays in offers, one row each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.imports.cells import CprNumber, Day, Text
from app.imports.kinds.kind import Column, Kind, Wrong
from app.imports.words import OFFER_KINDS, OUTCOMES, PLACEMENT_STATES
from db.values.offers import OfferKind, OutcomeKind, PlacementState

ENDED = frozenset({PlacementState.COMPLETED, PlacementState.STOPPED})


@dataclass(frozen=True, slots=True, repr=False)
class PlacementRecord:
    """One row. `to_on` is the real end of a stay that has ended, else the planned one."""

    cpr: str
    offer_no: str
    from_on: date
    state: PlacementState
    provider_name: str | None = None
    title: str | None = None
    kind: OfferKind | None = None
    ordered_on: date | None = None
    to_on: date | None = None
    result: OutcomeKind | None = None
    outcome_3_months: OutcomeKind | None = None
    outcome_6_months: OutcomeKind | None = None


def _check(record: PlacementRecord, today: date) -> Iterator[Wrong]:
    if record.to_on and record.to_on < record.from_on:
        yield Wrong("til", "Forløbet slutter, før det begynder.", "Ret en af de to datoer.")
    if record.state in ENDED and not record.to_on:
        yield Wrong("til", "Et afsluttet forløb mangler sin slutdato.", "Skriv den dag, forløbet sluttede.")
    if record.state in ENDED and record.to_on and record.to_on > today:
        yield Wrong("til", "Forløbet er afsluttet, men slutter i fremtiden.", "Ret datoen eller status.")


PLACEMENTS: Kind[PlacementRecord] = Kind(
    name="tilbudsforløb",
    columns=(
        Column("cpr", "cpr", CprNumber(), required=True),
        Column("tilbud_nr", "offer_no", Text(100), required=True),
        Column("leverandør", "provider_name", Text(200)),
        Column("tilbud", "title", Text(300)),
        Column("slags", "kind", OFFER_KINDS),
        Column("bestilt", "ordered_on", Day()),
        Column("fra", "from_on", Day(), required=True),
        Column("til", "to_on", Day()),
        Column("status", "state", PLACEMENT_STATES, required=True),
        Column("resultat", "result", OUTCOMES),
        Column("resultat_3mdr", "outcome_3_months", OUTCOMES),
        Column("resultat_6mdr", "outcome_6_months", OUTCOMES),
    ),
    record=PlacementRecord,
    key=lambda record: (record.cpr, record.offer_no, record.from_on),
    check=_check,
)
