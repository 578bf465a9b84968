"""*Vikar*: who sees and handles whose queue, now and to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.organisation import CaseworkerRow, CoverRow


@dataclass(frozen=True, slots=True)
class Cover:
    """One cover; both days are included."""

    id: str
    for_worker_id: str
    for_name: str
    by_worker_id: str
    by_name: str
    from_on: date
    to_on: date

    def runs_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.from_on <= day <= self.to_on


@dataclass(frozen=True, slots=True)
class TakeBackCover:
    """A cover that should not have been written."""

    cover_id: str


def covers(session: Session, ended_after: date) -> tuple[Cover, ...]:
    """Every cover that ends on that day or later, the first to begin first."""
    away, cover = aliased(CaseworkerRow), aliased(CaseworkerRow)
    query = (
        select(CoverRow, away.name, cover.name)
        .join(away, away.id == CoverRow.for_worker_id)
        .join(cover, cover.id == CoverRow.by_worker_id)
        .where(CoverRow.gone.is_(False), CoverRow.to_on >= ended_after)
        .order_by(CoverRow.from_on, away.sort_name, CoverRow.id)
    )
    return tuple(
        Cover(row.id, row.for_worker_id, for_name, row.by_worker_id, by_name, row.from_on, row.to_on)
        for row, for_name, by_name in session.execute(query)
    )


def take_back_cover(work: Work, request: TakeBackCover) -> Done:
    """Take it away as if it had never been. Refused: `unknown_row` (field `cover_id`)."""
    row = work.session.get(CoverRow, request.cover_id)
    if row is None or row.gone:
        raise Refused("Vikariatet findes ikke længere.", field="cover_id", code="unknown_row")
    row.gone = True
    return Done(row.id, work.changes())
