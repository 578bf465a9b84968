"""What the catalogue's kinds share: their rows belong to nobody's case, and no worker writes them by hand.

A synced row is never deleted: what a file no longer says of a list is marked as gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Row as ResultRow
from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.guide.industries import Industries
from app.imports.applying.applier import Applier, same
from app.imports.applying.plan import Outcome
from app.imports.catalogue_cells import shortened
from app.imports.parsing import ParsedRow
from db.rows.base import CatalogueRow

Record = TypeVar("Record")


def catalogue_rows(
    session: Session, kind: type[CatalogueRow], *attributes: InstrumentedAttribute[Any]
) -> list[ResultRow[Any]]:
    """The live rows of a table in the order they were made: `id` and what is asked for."""
    query = select(kind.id, *attributes).where(kind.gone.is_(False))
    return list(session.execute(query.order_by(kind.id)))


class CatalogueApplier(Applier[Record]):
    """Takes rows of the catalogue in."""

    def industry(self, row: ParsedRow, industries: Industries, heading: str, text: str) -> str:
        """The id of an industry that the file names. Raises RowRefused."""
        found = industries.find(text)
        if found is None:
            right = f"Skriv brancher fra listen: {industries.hint(text)}"
            self.refuse(row, heading, f"Branchen »{shortened(text)}« kendes ikke.", right)
        return found

    def set_differing(self, table: type[CatalogueRow], stored: ResultRow[Any], wanted: Mapping[str, Any]) -> Outcome:
        """Set what differs; an empty cell does not erase what is known."""
        known = stored._mapping  # noqa: SLF001 - the row's own way to be read by name.
        differing = {
            field: value for field, value in wanted.items() if value is not None and not same(value, known[field])
        }
        if not differing:
            return Outcome.UNCHANGED
        self.plan.update(table, stored.id, None, **differing)
        return Outcome.CHANGED

    def set_list(
        self,
        table: type[CatalogueRow],
        stored: Mapping[str, str],
        wanted: Collection[str] | None,
        rows: Iterable[Mapping[str, Any]],
    ) -> Outcome:
        """Make a list say what is wanted: `stored` are row ids by value, `rows` what to write for each wanted one.

        A wanted None is no wish.
        """
        if wanted is None:
            return Outcome.UNCHANGED
        outcome = Outcome.UNCHANGED
        for value, values in zip(wanted, rows, strict=True):
            if value not in stored:
                self.plan.insert(table, **values)
                outcome = Outcome.CHANGED
        for value, row_id in stored.items():
            if value not in wanted:
                self.plan.update(table, row_id, None, gone=True)
                outcome = Outcome.CHANGED
        return outcome
