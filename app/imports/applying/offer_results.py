"""Anonymous results, taken in and given out.

2026-11-25. Nothing in a row tells one person from another. So identical rows are counted: of the file's count and
the store's the larger holds, and the same file changes nothing the second time. What a file has no column for is not
compared, so that our own export, which leaves the language out, does not count everybody twice. An answer that
came later completes the row that was still without one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row as ResultRow
from sqlalchemy import select

from app.imports.applying.applier import Extract, Reader
from app.imports.applying.catalogue import CatalogueApplier, catalogue_rows
from app.imports.applying.own_work import OwnWork
from app.imports.applying.plan import Outcome, WritePlan
from app.imports.applying.standing import Standing
from app.imports.catalogue_cells import Ended, quoted_code
from app.imports.kinds.offer_results import OFFER_RESULTS, OfferResultRecord
from app.imports.parsing import ParsedRow
from db.rows.offers import OfferResultRow, OfferRow
from db.values.offers import OutcomeKind

_PERSON = ("match", "benefit", "age_band", "language")
_LATER = ("outcome_3_months", "outcome_6_months", "new_match")
_UNANSWERED = frozenset({None, OutcomeKind.UNKNOWN})


def _records(standing: Standing) -> Iterator[tuple[str, OfferResultRecord]]:
    fields = ("offer_no", "ended_on", "ended_month_only", "completed", *_PERSON, *_LATER)
    for row in catalogue_rows(standing.session, OfferResultRow, *(getattr(OfferResultRow, field) for field in fields)):
        yield row.id, _record(row)


def _record(row: ResultRow[Any]) -> OfferResultRecord:
    values = {field: getattr(row, field) for field in (*_PERSON, *_LATER)}
    ended = Ended(row.ended_on, month_only=row.ended_month_only)
    return OfferResultRecord(row.offer_no, ended, row.completed, **values)


class OfferResultReader(Reader[OfferResultRecord]):
    """Gives the results out, without the language: with it a row may point at somebody."""

    kind = OFFER_RESULTS
    unwritten = frozenset({"language"})

    def records(self) -> Iterator[tuple[str, OfferResultRecord]]:
        """One record a person; no case stands behind it."""
        for _, record in _records(self.standing):
            yield "", record


class OfferResultApplier(CatalogueApplier[OfferResultRecord]):
    """Takes results in, for offers that are known, withdrawn ones too."""

    kind = OFFER_RESULTS

    def __init__(self, standing: Standing, extract: Extract, own: OwnWork, plan: WritePlan) -> None:
        """Read the offers' numbers and the results."""
        super().__init__(standing, extract, own, plan)
        numbers = select(OfferRow.offer_no).where(OfferRow.gone.is_(False))
        self._numbers = frozenset(standing.session.scalars(numbers))
        columns = [column.field for column in OFFER_RESULTS.columns if column.field in extract.fields]
        self._later = [field for field in columns if field in _LATER]
        self._fixed = [field for field in columns if field not in _LATER]
        self._found: dict[int, Outcome] = {}

    def begin(self, rows: Sequence[ParsedRow]) -> None:
        """Pair the file's rows with the store's: those that say the same first, then those that say more."""
        stored: defaultdict[tuple[object, ...], list[tuple[str, OfferResultRecord]]] = defaultdict(list)
        for row_id, record in _records(self.standing):
            stored[self._who(record)].append((row_id, record))
        left: list[ParsedRow] = []
        for row in rows:
            people = stored[self._who(row.record)]
            place = self._place(people, row.record, complete=False)
            if place is None:
                left.append(row)
            else:
                people.pop(place)
                self._found[row.line] = Outcome.UNCHANGED
        for row in left:
            people = stored[self._who(row.record)]
            place = self._place(people, row.record, complete=True)
            if place is not None:
                row_id, known = people.pop(place)
                self.plan.update(OfferResultRow, row_id, None, **self._more(row.record, known))
                self._found[row.line] = Outcome.CHANGED

    def apply(self, row: ParsedRow) -> Outcome:
        """Add the person, unless the store has one more such row."""
        record: OfferResultRecord = row.record
        if record.offer_no not in self._numbers:
            wrong = f"Tilbuddet {quoted_code(record.offer_no)} findes ikke i Tovholder."
            self.refuse(row, "tilbud_nr", wrong, "Indlæs tilbuddet først (tilbud), eller ret nummeret.")
        found = self._found.get(row.line)
        if found is not None:
            return found
        values = {field: getattr(record, field) for field in (*_PERSON, *_LATER)}
        self.plan.insert(
            OfferResultRow,
            offer_no=record.offer_no,
            ended_on=record.ended.on,
            ended_month_only=record.ended.month_only,
            completed=record.completed,
            **values,
        )
        return Outcome.NEW

    def _who(self, record: OfferResultRecord) -> tuple[object, ...]:
        return tuple(getattr(record, field) for field in self._fixed)

    def _place(
        self, people: Sequence[tuple[str, OfferResultRecord]], wanted: OfferResultRecord, *, complete: bool
    ) -> int | None:
        """The first row that says the same, or that only lacks answers which the file has now."""
        for place, (_, known) in enumerate(people):
            fits = all(
                getattr(known, field) == getattr(wanted, field) or (complete and getattr(known, field) in _UNANSWERED)
                for field in self._later
            )
            if fits:
                return place
        return None

    def _more(self, record: OfferResultRecord, known: OfferResultRecord) -> Mapping[str, Any]:
        return {
            field: getattr(record, field)
            for field in self._later
            if getattr(record, field) is not None and getattr(record, field) != getattr(known, field)
        }
