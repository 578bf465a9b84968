"""`jobordrer`: vacancies handed to the jobcentre, one row each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.imports.cells import Day, Text, Whole
from app.imports.kinds.kind import Column, Kind


@dataclass(frozen=True, slots=True)
class JobOrderRecord:
    """One row."""

    order_ref: str
    title: str
    company: str | None = None
    industry: str | None = None
    place: str | None = None
    weekly_hours: int | None = None
    starts_on: date | None = None
    apply_by: date | None = None
    contact: str | None = None


JOB_ORDERS: Kind[JobOrderRecord] = Kind(
    name="jobordrer",
    columns=(
        Column("ordre_nr", "order_ref", Text(100), required=True),
        Column("titel", "title", Text(300), required=True),
        Column("virksomhed", "company", Text(200)),
        Column("branche", "industry", Text(100)),
        Column("sted", "place", Text(200)),
        Column("timer", "weekly_hours", Whole(0, 60)),
        Column("starter", "starts_on", Day()),
        Column("frist", "apply_by", Day()),
        Column("kontakt", "contact", Text(200)),
    ),
    record=JobOrderRecord,
    key=lambda record: record.order_ref,
    about="order_ref",
)
