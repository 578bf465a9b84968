"""`unge-varsler`: young people who have left an education or are about to, one row an alert."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.imports.cells import CprNumber, Day, Text
from app.imports.kinds.kind import Column, Kind, Wrong


@dataclass(frozen=True, slots=True, repr=False)
class YouthAlertRecord:
    """One row."""

    cpr: str
    name: str
    received_on: date
    school: str | None = None
    programme: str | None = None
    reason: str | None = None


def _check(record: YouthAlertRecord, today: date) -> Iterator[Wrong]:
    if record.received_on > today:
        yield Wrong("modtaget", "Datoen ligger i fremtiden.", "Skriv den dag, varslet kom.")


YOUTH_ALERTS: Kind[YouthAlertRecord] = Kind(
    name="unge-varsler",
    columns=(
        Column("cpr", "cpr", CprNumber(), required=True),
        Column("navn", "name", Text(200), required=True),
        Column("skole", "school", Text(200)),
        Column("uddannelse", "programme", Text(200)),
        Column("modtaget", "received_on", Day(), required=True),
        Column("årsag", "reason", Text(2_000)),
    ),
    record=YouthAlertRecord,
    key=lambda record: (record.cpr, record.received_on),
    check=_check,
)
