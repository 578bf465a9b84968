"""The address ranges of the housing areas, read from the catalogue as frozen values."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.addresses import AreaRange
from db.rows.organisation import AddressRangeRow


def area_ranges(session: Session) -> tuple[AreaRange, ...]:
    """Every range, ordered so that the same address always lies in the same area."""
    query = select(
        AddressRangeRow.area_id,
        AddressRangeRow.street,
        AddressRangeRow.from_number,
        AddressRangeRow.to_number,
        AddressRangeRow.parity,
        AddressRangeRow.postcode,
    ).where(AddressRangeRow.gone.is_(False))
    rows = session.execute(query.order_by(AddressRangeRow.area_id, AddressRangeRow.id))
    return tuple(AreaRange(*row) for row in rows)
