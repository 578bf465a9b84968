"""The catalogue, taken in and given out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Row as ResultRow
from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from app.cases.names import search_text
from app.guide.industries import Industries
from app.guide.offer_search_text import offer_search_text
from app.guide.target_group import TargetGroup
from app.imports.applying.applier import Extract, Reader, worst
from app.imports.applying.catalogue import CatalogueApplier, catalogue_rows
from app.imports.applying.own_work import OwnWork
from app.imports.applying.plan import Finding, FindingKind, Outcome, WritePlan, table_name
from app.imports.applying.standing import Standing
from app.imports.faults import RowNotice
from app.imports.folding import folded
from app.imports.kinds.offers import OFFERS, OfferRecord
from app.imports.parsing import ParsedRow
from db.rows.base import CatalogueRow
from db.rows.offers import (
    OfferCriterionRow,
    OfferIndustryRow,
    OfferQuestionRow,
    OfferRow,
    OfferStartRow,
    OfferTargetGroupRow,
    ProviderRow,
)

_PLAIN = (
    "title",
    "kind",
    "match_from",
    "match_to",
    "language_level",
    "weekly_hours",
    "weeks",
    "price_per_week",
    "places",
    "free_places",
    "free_places_on",
    "waiting_weeks",
    "place",
    "purpose",
    "content",
    "demands",
    "contact",
    "phone",
    "contract_to",
    "updated_on",
)
"""The record's fields that are columns of the offer's own row."""

_GROUPS = frozenset(TargetGroup)


class _Catalogue:
    """Every offer with its lists, by the offer's id. Lists are row ids by value, in the order they were made."""

    def __init__(self, standing: Standing) -> None:
        self._session = standing.session
        own = ("offer_no", "provider_id", "withdrawn_on", "search_text", *_PLAIN)
        rows = catalogue_rows(self._session, OfferRow, *(getattr(OfferRow, field) for field in own))
        self.offers: dict[str, ResultRow[Any]] = {}
        for row in rows:
            self.offers.setdefault(row.offer_no, row)
        self.providers = {row.id: row.name for row in catalogue_rows(self._session, ProviderRow, ProviderRow.name)}
        self.industries = self._lists(OfferIndustryRow, OfferIndustryRow.industry_id)
        self.groups = self._lists(OfferTargetGroupRow, OfferTargetGroupRow.target_group)
        self.questions = self._lists(OfferQuestionRow, OfferQuestionRow.code)
        self.criteria = self._lists(OfferCriterionRow, OfferCriterionRow.text)
        self.starts: defaultdict[str, dict[date, str]] = self._lists(OfferStartRow, OfferStartRow.starts_on)

    def _lists(self, kind: type[Any], value: InstrumentedAttribute[Any]) -> defaultdict[str, dict[Any, str]]:
        found: defaultdict[str, dict[Any, str]] = defaultdict(dict)
        query = select(kind.id, kind.offer_id, value.label("value")).where(kind.gone.is_(False)).order_by(kind.id)
        for row in self._session.execute(query):
            found[row.offer_id].setdefault(row.value, row.id)
        return found


class OfferReader(Reader[OfferRecord]):
    """Gives the offers out that can be chosen. An offer without a provider could not be taken in again."""

    kind = OFFERS

    def records(self) -> Iterator[tuple[str, OfferRecord]]:
        """One record an offer; no case stands behind it."""
        catalogue, industries = _Catalogue(self.standing), Industries(self.standing.session)
        for offer in sorted(catalogue.offers.values(), key=lambda offer: offer.offer_no):
            provider = catalogue.providers.get(offer.provider_id)
            if offer.withdrawn_on is not None or provider is None:
                continue
            groups = tuple(TargetGroup(each) for each in catalogue.groups[offer.id] if each in _GROUPS)
            named = tuple(industries.names[each] for each in catalogue.industries[offer.id] if each in industries.names)
            values = {field: getattr(offer, field) for field in _PLAIN}
            # A criterion that was written by itself stands in no demand.
            values["demands"] = offer.demands or "\n".join(catalogue.criteria[offer.id]) or None
            yield (
                "",
                OfferRecord(
                    offer_no=offer.offer_no,
                    provider_name=provider,
                    industries=named or None,
                    target_groups=groups or None,
                    questions=tuple(catalogue.questions[offer.id]) or None,
                    next_start=min(catalogue.starts[offer.id], default=None),
                    **values,
                ),
            )


class OfferApplier(CatalogueApplier[OfferRecord]):
    """Takes offers in. One that is missing in a full extract is listed, never withdrawn."""

    kind = OFFERS

    def __init__(self, standing: Standing, extract: Extract, own: OwnWork, plan: WritePlan) -> None:
        """Read the catalogue."""
        super().__init__(standing, extract, own, plan)
        self._stored = _Catalogue(standing)
        self._industries = Industries(standing.session)
        self._providers = {folded(name): row_id for row_id, name in self._stored.providers.items()}
        self.present: set[str] = set()

    def apply(self, row: ParsedRow) -> Outcome:
        """The offer is the one with the number."""
        record: OfferRecord = row.record
        industries = record.industries
        ids = None if industries is None else self._industry_ids(row, industries)
        provider_id = self._provider(record.provider_name, row.line)
        stored = self._stored.offers.get(record.offer_no)
        self._remark(row)
        wanted = {field: getattr(record, field) for field in _PLAIN}
        wanted["provider_id"] = provider_id
        wanted["search_text"] = self._search_text(record, stored, ids)
        if stored is None:
            offer_id = self.plan.insert(OfferRow, offer_no=record.offer_no, **wanted)
            self._take_lists(offer_id, record, ids)
            return Outcome.NEW
        self.present.add(stored.id)
        back = Outcome.UNCHANGED
        if stored.withdrawn_on is not None:
            self.plan.update(OfferRow, stored.id, None, withdrawn_on=None)
            self.plan.notices.append(RowNotice(row.line, "Tilbuddet var trukket tilbage og er med igen."))
            back = Outcome.CHANGED
        return worst(back, self.set_differing(OfferRow, stored, wanted), self._take_lists(stored.id, record, ids))

    def missing(self, refused: Collection[str]) -> list[Finding]:
        """One finding an offer that the file does not name, not even in a row that was `refused`."""
        return [
            Finding(
                FindingKind.OFFER_NO_LONGER_THERE,
                table=table_name(OfferRow),
                row_id=offer.id,
                heading="tilbud_nr",
                own_value=number,
            )
            for number, offer in sorted(self._stored.offers.items())
            if offer.withdrawn_on is None and offer.id not in self.present and number not in refused
        ]

    def _industry_ids(self, row: ParsedRow, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.industry(row, self._industries, "brancher", name) for name in names))

    def _provider(self, name: str, line: int) -> str:
        found = self._providers.get(folded(name))
        if found is None:
            found = self.plan.insert(ProviderRow, name=name, search_text=search_text(name))
            self._providers[folded(name)] = found
            self.plan.notices.append(RowNotice(line, "Leverandøren kendtes ikke og er oprettet."))
        return found

    def _remark(self, row: ParsedRow) -> None:
        record: OfferRecord = row.record
        ends = record.contract_to
        if ends and record.next_start and ends < record.next_start:
            self.plan.notices.append(RowNotice(row.line, "Kontrakten udløber før næste start."))
        elif ends and ends < self.extract.extract_on:
            self.plan.notices.append(RowNotice(row.line, "Kontrakten er udløbet."))

    def _search_text(self, record: OfferRecord, stored: ResultRow[Any] | None, ids: tuple[str, ...] | None) -> str:
        """What the offer is found by, also where the file leaves out what is known."""

        def text(field: str) -> str | None:
            return getattr(record, field) or (getattr(stored, field) if stored is not None else None)

        if ids is None and stored is not None:
            ids = tuple(self._stored.industries[stored.id])
        names = [self._industries.names[each] for each in ids or () if each in self._industries.names]
        return offer_search_text(
            record.title, record.provider_name, names, purpose=text("purpose"), content=text("content")
        )

    def _take_lists(self, offer_id: str, record: OfferRecord, ids: tuple[str, ...] | None) -> Outcome:
        known = self._stored

        def take(
            table: type[CatalogueRow], stored: dict[str, str], column: str, wanted: tuple[str, ...] | None
        ) -> Outcome:
            rows = ({"offer_id": offer_id, column: value} for value in wanted or ())
            return self.set_list(table, stored, wanted, rows)

        groups = None if record.target_groups is None else tuple(each.value for each in record.target_groups)
        return worst(
            take(OfferIndustryRow, known.industries[offer_id], "industry_id", ids),
            take(OfferTargetGroupRow, known.groups[offer_id], "target_group", groups),
            take(OfferQuestionRow, known.questions[offer_id], "code", record.questions),
            self._take_criteria(offer_id, record),
            self._take_start(offer_id, record),
        )

    def _take_criteria(self, offer_id: str, record: OfferRecord) -> Outcome:
        wanted = record.criteria()
        day = record.updated_on or self.extract.extract_on
        rows = ({"offer_id": offer_id, "text": text, "version_on": day} for text in wanted or ())
        return self.set_list(OfferCriterionRow, self._stored.criteria[offer_id], wanted, rows)

    def _take_start(self, offer_id: str, record: OfferRecord) -> Outcome:
        """The next start. What we took for an earlier one to come was moved or called off."""
        if record.next_start is None:
            return Outcome.UNCHANGED
        outcome = Outcome.UNCHANGED
        stored = self._stored.starts[offer_id]
        if record.next_start not in stored:
            self.plan.insert(OfferStartRow, offer_id=offer_id, starts_on=record.next_start)
            outcome = Outcome.CHANGED
        for day, row_id in stored.items():
            if self.extract.extract_on <= day < record.next_start:
                self.plan.update(OfferStartRow, row_id, None, gone=True)
                outcome = Outcome.CHANGED
        return outcome
