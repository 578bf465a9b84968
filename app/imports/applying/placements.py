"""Stays in offers and what came of them, taken in and given out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Row as ResultRow
from sqlalchemy import select

from app.imports.applying.applier import Applier, Extract, Reader, Target, by_key, worst
from app.imports.applying.own_work import OwnWork
from app.imports.applying.plan import Outcome, WritePlan
from app.imports.applying.standing import Standing
from app.imports.kinds.placements import ENDED, PLACEMENTS, PlacementRecord
from app.imports.parsing import ParsedRow
from db.rows.offers import OfferRow
from db.rows.orders import OutcomeCheckRow, PlacementRow

_FIELDS = ("provider_name", "title", "kind", "ordered_on", "state", "result")
_CHECKS = {3: "outcome_3_months", 6: "outcome_6_months"}


def _rows(standing: Standing) -> list[ResultRow[Any]]:
    fields = ("offer_no", "from_on", "to_on", "ended_on", *_FIELDS)
    return standing.rows(PlacementRow, *(getattr(PlacementRow, field) for field in fields))


def _checks(standing: Standing) -> dict[tuple[str, int], ResultRow[Any]]:
    columns = (OutcomeCheckRow.placement_id, OutcomeCheckRow.months_after, OutcomeCheckRow.outcome)
    rows = standing.rows(OutcomeCheckRow, *columns)
    # The newest check holds: an earlier answer may have been "unknown".
    return by_key(rows[::-1], lambda row: (row.placement_id, row.months_after))


class PlacementReader(Reader[PlacementRecord]):
    """Gives the stays out."""

    kind = PLACEMENTS

    def records(self) -> Iterator[tuple[str, PlacementRecord]]:
        """One record a stay."""
        cpr_of, checks = self.standing.cpr_of(), _checks(self.standing)
        for row in _rows(self.standing):
            if row.case_id not in cpr_of:
                continue
            values = {field: getattr(row, field) for field in ("offer_no", "from_on", *_FIELDS)}
            for months, field in _CHECKS.items():
                found = checks.get((row.id, months))
                values[field] = found.outcome if found else None
            yield row.case_id, PlacementRecord(cpr_of[row.case_id], **values, to_on=row.ended_on or row.to_on)


class PlacementApplier(Applier[PlacementRecord]):
    """Takes stays in; an offer of that number in the catalogue is pointed to."""

    kind = PLACEMENTS

    def __init__(self, standing: Standing, extract: Extract, own: OwnWork, plan: WritePlan) -> None:
        """Read the stays, their checks, and the catalogue's numbers."""
        super().__init__(standing, extract, own, plan)
        self._stored = by_key(_rows(standing), lambda row: (row.case_id, row.offer_no, row.from_on))
        self._checks = _checks(standing)
        offers = standing.session.execute(
            select(OfferRow.offer_no, OfferRow.id, OfferRow.title, OfferRow.kind).where(OfferRow.gone.is_(False))
        )
        self._offers = {offer.offer_no: offer for offer in offers}

    def apply(self, row: ParsedRow) -> Outcome:
        """A stay is the citizen's, in its offer, from its day."""
        record: PlacementRecord = row.record
        case_id = self.case_of(row)
        stored = self._stored.get((case_id, record.offer_no, record.from_on))
        if stored is None:
            placement_id = self._insert(record, case_id)
            self._take_checks(row, case_id, placement_id)
            return Outcome.NEW
        target = self.target(PlacementRow, stored, to_on=stored.ended_on or stored.to_on)
        wanted = {field: getattr(record, field) for field in ("to_on", *_FIELDS)}

        def columns(differing: Mapping[str, Any]) -> dict[str, Any]:
            values = {field: value for field, value in differing.items() if field != "to_on"}
            if {"to_on", "state"} & set(differing):
                ended = record.state in ENDED
                values["ended_on"] = record.to_on if ended else None
                if record.to_on and not ended:
                    values["to_on"] = record.to_on
            return values

        return worst(self.take_over(row, target, wanted, columns), self._take_checks(row, case_id, stored.id))

    def _insert(self, record: PlacementRecord, case_id: str) -> str:
        offer = self._offers.get(record.offer_no)
        return self.plan.insert(
            PlacementRow,
            case_id,
            offer_no=record.offer_no,
            offer_id=offer.id if offer else None,
            title=record.title or (offer.title if offer else None),
            provider_name=record.provider_name,
            kind=record.kind or (offer.kind if offer else None),
            ordered_on=record.ordered_on,
            from_on=record.from_on,
            to_on=record.to_on,
            ended_on=record.to_on if record.state in ENDED else None,
            state=record.state,
            result=record.result,
        )

    def _take_checks(self, row: ParsedRow, case_id: str, placement_id: str) -> Outcome:
        outcomes = [Outcome.UNCHANGED]
        for months, field in _CHECKS.items():
            outcome = getattr(row.record, field)
            stored = self._checks.get((placement_id, months))
            if outcome is None:
                continue
            if stored is None:
                self.plan.insert(
                    OutcomeCheckRow,
                    case_id,
                    placement_id=placement_id,
                    months_after=months,
                    checked_on=self.extract.extract_on,
                    outcome=outcome,
                )
                outcomes.append(Outcome.CHANGED)
                continue
            own = stored.written_at in self.own
            target = Target(OutcomeCheckRow, stored.id, case_id, own, {field: stored.outcome})
            outcomes.append(self.take_over(row, target, {field: outcome}, _outcome))
        return worst(*outcomes)


def _outcome(differing: Mapping[str, Any]) -> dict[str, Any]:
    """The one field that a check has, under its column's name."""
    (outcome,) = differing.values()
    return {"outcome": outcome}
