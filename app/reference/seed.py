"""Writes the reference data into a store, so that a new one knows its units, areas, targets and industries.

2026-11-22: ids are UUIDv5 of the entry's name and not made afresh, because two stand-alone stores that are
later filled from one hub must already mean the same thing by the same id. What is there is left alone: a
municipality may have corrected it, and its correction beats what came with the program.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.reference.read import read_reference
from db.rows.offers import IndustryRow
from db.rows.organisation import AddressRangeRow, HousingAreaRow, OrgUnitRow, TargetRow

if TYPE_CHECKING:
    from app.reference.values import AreaEntry, IndustryEntry, ReferenceData, TargetEntry, UnitEntry
    from app.work import Work
    from db.rows.base import CatalogueRow

_NAMESPACE = uuid.UUID("8f4c1d52-5b0e-5c7a-9d3e-2a6b7c81f0e4")


def reference_id(kind: str, *names: str) -> str:
    """Give the id of a reference entry: the same in every store. `kind` is the table's name."""
    return str(uuid.uuid5(_NAMESPACE, "/".join((kind, *names))))


def seed_reference(work: Work, data: ReferenceData | None = None) -> int:
    """Write the entries that the store does not have, and give their number; twice changes nothing."""
    data = data or read_reference()
    rows: list[CatalogueRow] = [_unit(each) for each in data.units]
    for area in data.areas:
        rows += _area(area)
    rows += [_industry(each, rank) for rank, each in enumerate(data.industries, start=1)]
    rows += [_target(each) for each in data.targets]
    there = _ids_there(work, rows)
    missing = [row for row in rows if row.id not in there]
    for row in missing:
        work.add(row)
    return len(missing)


def _ids_there(work: Work, rows: list[CatalogueRow]) -> set[str]:
    tables = sorted({type(row) for row in rows}, key=lambda table: table.__name__)
    return {found for table in tables for found in work.session.scalars(select(table.id))}


def _unit(entry: UnitEntry) -> OrgUnitRow:
    return OrgUnitRow(
        id=reference_id("org_unit", entry.key),
        name=entry.name,
        kind=entry.kind,
        parent_id=None if entry.parent is None else reference_id("org_unit", entry.parent),
        specialities=entry.specialities,
        handles=entry.handles,
    )


def _area(entry: AreaEntry) -> list[CatalogueRow]:
    area_id = reference_id("housing_area", entry.key)
    area = HousingAreaRow(
        id=area_id,
        name=entry.name,
        unit_id=reference_id("org_unit", entry.unit),
        campaign_from=entry.campaign_from,
        campaign_to=entry.campaign_to,
    )
    ranges = [
        AddressRangeRow(
            id=reference_id("address_range", entry.key, each.street, str(each.from_number), each.parity.value),
            area_id=area_id,
            street=each.street,
            from_number=each.from_number,
            to_number=each.to_number,
            parity=each.parity.value,
            postcode=each.postcode,
        )
        for each in entry.ranges
    ]
    return [area, *ranges]


def _industry(entry: IndustryEntry, rank: int) -> IndustryRow:
    return IndustryRow(id=reference_id("industry", entry.key), name=entry.name, code=entry.code, rank=rank)


def _target(entry: TargetEntry) -> TargetRow:
    return TargetRow(
        id=reference_id("target", entry.indicator),
        indicator=entry.indicator,
        scope_kind=entry.scope.value,
        scope_id=None if entry.unit is None else reference_id("org_unit", entry.unit),
        start_value=entry.start_value,
        start_on=entry.start_on,
        value=entry.value,
        reach_on=entry.reach_on,
        unit_of_value=entry.measured_in,
        source=entry.source,
    )
