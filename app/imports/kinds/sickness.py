"""`sygedagpenge`: periods of sickness on sickness benefit, one row each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.imports.cells import CprNumber, Day, Text
from app.imports.kinds.kind import Column, Kind, Wrong
from app.imports.words import SICKNESS_GROUPS
from db.values.cases import SicknessGroup


@dataclass(frozen=True, slots=True, repr=False)
class SicknessRecord:
    """One row."""

    cpr: str
    first_absence_on: date
    employer: str | None = None
    form_sent_on: date | None = None
    form_returned_on: date | None = None
    group: SicknessGroup | None = None
    last_follow_up_on: date | None = None
    recovered_on: date | None = None


def _check(record: SicknessRecord, today: date) -> Iterator[Wrong]:
    if record.first_absence_on > today:
        yield Wrong("første_fraværsdag", "Datoen ligger i fremtiden.", "Skriv den første dag, borgeren var syg.")
    if record.recovered_on and record.recovered_on < record.first_absence_on:
        yield Wrong("raskmeldt", "Borgeren er raskmeldt, før sygdommen begyndte.", "Ret en af de to datoer.")


SICKNESS: Kind[SicknessRecord] = Kind(
    name="sygedagpenge",
    columns=(
        Column("cpr", "cpr", CprNumber(), required=True),
        Column("første_fraværsdag", "first_absence_on", Day(), required=True),
        Column("arbejdsgiver", "employer", Text(200)),
        Column("skema_sendt", "form_sent_on", Day()),
        Column("skema_modtaget", "form_returned_on", Day()),
        Column("gruppe", "group", SICKNESS_GROUPS),
        Column("sidste_opfølgning", "last_follow_up_on", Day()),
        Column("raskmeldt", "recovered_on", Day()),
    ),
    record=SicknessRecord,
    key=lambda record: (record.cpr, record.first_absence_on),
    check=_check,
)
