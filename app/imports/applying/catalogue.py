"""What the catalogue's kinds share: their rows belong to nobody's case, and no worker writes them by hand.

A synced row is never deleted: what a file no longer says of a list is marked as gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from sqlalchemy import Row as ResultRow
from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.imports.applying.applier import Applier, same
from app.imports.applying.plan import Outcome
from app.imports.catalogue_cells import shortened
from app.imports.folding import folded
from app.imports.parsing import ParsedRow
from db.rows.base import CatalogueRow
from db.rows.offers import IndustryRow

Record = TypeVar("Record")


def catalogue_rows(
    session: Session, kind: type[CatalogueRow], *attributes: InstrumentedAttribute[Any]
) -> list[ResultRow[Any]]:
    """The live rows of a table in the order they were made: `id` and what is asked for."""
    query = select(kind.id, *attributes).where(kind.gone.is_(False))
    return list(session.execute(query.order_by(kind.id)))


class Industries:
    """The short list, by its names and by the words in them: `rengøring` is *Rengøring og service*."""

    def __init__(self, session: Session) -> None:
        """Read the list."""
        rows = catalogue_rows(session, IndustryRow, IndustryRow.name, IndustryRow.rank)
        self.names = {row.id: row.name for row in sorted(rows, key=lambda row: (row.rank, row.name))}
        words: defaultdict[str, set[str]] = defaultdict(set)
        for row_id, name in self.names.items():
            for word in (name, *name.split(" og ")):
                words[folded(word)].add(row_id)
        self._ids = {word: next(iter(ids)) for word, ids in words.items() if len(ids) == 1}

    def find(self, text: str) -> str | None:
        """The id of an industry; None when there is none of that name, or more than one."""
        return self._ids.get(folded(text))

    def hint(self, text: str) -> str:
        """What would be right instead."""
        near = get_close_matches(folded(text), self._ids, n=1, cutoff=0.75)
        meant = f" Mon der menes »{self.names[self._ids[near[0]]]}«?" if near else ""
        return f"Skriv brancher fra listen: {', '.join(self.names.values())}.{meant}"


class CatalogueApplier(Applier[Record]):
    """Takes rows of the catalogue in."""

    def industry(self, row: ParsedRow, industries: Industries, heading: str, text: str) -> str:
        """The id of an industry that the file names. Raises RowRefused."""
        found = industries.find(text)
        if found is None:
            self.refuse(row, heading, f"Branchen »{shortened(text)}« kendes ikke.", industries.hint(text))
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
