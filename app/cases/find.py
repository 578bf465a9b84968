"""Find a citizen by a part of the name, the birth date or the whole CPR number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, literal, or_, select
from sqlalchemy.orm import Session

from app.cases.cpr import REPLACEMENT, Cpr
from app.cases.names import search_text
from app.cases.restrictions import cases_closed_to
from app.cases.usage_log import note_use
from app.work import Work
from db.errors import Refused
from db.rows.organisation import CaseworkerRow, HousingAreaRow
from db.rows.people import CaseClosingRow, CaseHoldingRow, CitizenRow
from db.values.people import UsageKind

MOST_HITS = 50
SEARCH_PURPOSE = "Søgning efter borger"

_DATE = re.compile(r"(\d{1,2})[./-] ?(\d{1,2})[./ -] ?(\d{2}|\d{4})|(\d{2})(\d{2})(\d{2}|\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NO_LETTERS = re.compile(r"[\d\s.\-/]+")


@dataclass(frozen=True, slots=True)
class Find:
    """What was typed. `purpose` is the fixed text that the log says."""

    text: str
    purpose: str = SEARCH_PURPOSE


@dataclass(frozen=True, slots=True)
class Hit:
    """One citizen of the answer: enough to tell two of the same name apart, and no CPR number."""

    case_id: str
    name: str
    born: date
    area_name: str | None
    holder_name: str | None
    is_closed: bool


def find_citizens(work: Work, request: Find) -> tuple[Hit, ...]:
    """Search and log it: how many were shown, never what was typed. At most 50 hits, in Danish order of names."""
    hits = search(work.session, request.text, worker_id=work.author, today=work.today)
    note_use(work, UsageKind.SEARCHED, request.purpose, count=len(hits))
    return hits


def note_search(work: Work, count: int) -> None:
    """Log a search that was made as somebody typed: one row for all of it, with how many citizens it showed."""
    note_use(work, UsageKind.SEARCHED, SEARCH_PURPOSE, count=count)


def search(
    session: Session, text: str, *, worker_id: str | None, today: date, best_first: bool = False
) -> tuple[Hit, ...]:
    """Search without logging. Restricted cases are found only by those who may read them.

    In Danish order of names. `best_first` puts those first whose names begin as was typed, the worker's own
    before others: what the first key strokes are to find.
    """
    condition = _condition(text)
    if condition is None:
        return ()
    query = _readable_hits(session, worker_id, today).where(condition)
    if best_first:
        own = case((CaseHoldingRow.worker_id == worker_id, 0), else_=1)
        query = query.order_by(None).order_by(_begins_as(text), own, *_BY_NAME)
    return _hits(session, query.limit(MOST_HITS))


def hits_of(session: Session, case_ids: Sequence[str], *, worker_id: str | None, today: date) -> tuple[Hit, ...]:
    """The same of citizens that are known already, in the order given, without logging.

    Who may not be opened, or is not there any more, is left out.
    """
    found = _hits(session, _readable_hits(session, worker_id, today).where(CitizenRow.id.in_(case_ids)))
    by_id = {hit.case_id: hit for hit in found}
    return tuple(by_id[case_id] for case_id in case_ids if case_id in by_id)


_BY_NAME = (CitizenRow.sort_name, CitizenRow.born, CitizenRow.id, CaseHoldingRow.from_on.desc())


def _readable_hits(session: Session, worker_id: str | None, today: date) -> Select[Any]:
    closed = (
        select(CaseClosingRow.id)
        .where(
            CaseClosingRow.case_id == CitizenRow.id,
            CaseClosingRow.reopened_on.is_(None),
            CaseClosingRow.gone.is_(False),
            CaseClosingRow.withdrawn_on.is_(None),
        )
        .exists()
    )
    holding = and_(
        CaseHoldingRow.case_id == CitizenRow.id,
        CaseHoldingRow.to_on.is_(None),
        CaseHoldingRow.gone.is_(False),
        CaseHoldingRow.withdrawn_on.is_(None),
    )
    # The area would tell in which street to look for somebody whose address is protected.
    area = case((CitizenRow.address_protected, None), else_=HousingAreaRow.name)
    return (
        select(CitizenRow.id, CitizenRow.name, CitizenRow.born, area, CaseworkerRow.name, closed)
        .outerjoin(HousingAreaRow, HousingAreaRow.id == CitizenRow.housing_area_id)
        .outerjoin(CaseHoldingRow, holding)
        .outerjoin(CaseworkerRow, CaseworkerRow.id == CaseHoldingRow.worker_id)
        .where(
            CitizenRow.gone.is_(False),
            CitizenRow.withdrawn_on.is_(None),
            CitizenRow.id.not_in(cases_closed_to(session, worker_id, today)),
        )
        .order_by(*_BY_NAME)
    )


def _hits(session: Session, query: Select[Any]) -> tuple[Hit, ...]:
    hits = [Hit(*row) for row in session.execute(query)]
    # Two open holdings, made on two laptops, would show the same citizen twice.
    return tuple({hit.case_id: hit for hit in reversed(hits)}.values())[::-1]


def _begins_as(text: str) -> ColumnElement[int]:
    """0 where every part that was typed begins a part of the name, otherwise 1; numbers are of one rank."""
    parts = search_text(text).split()
    words = literal(" ").concat(CitizenRow.search_text)
    return case((and_(*(words.contains(f" {part}", autoescape=True) for part in parts)), 0), else_=1)


def _condition(text: str) -> ColumnElement[bool] | None:
    """What a citizen must be to be found; None when nothing sensible was typed."""
    typed = text.strip()
    if _NO_LETTERS.fullmatch(typed):
        try:
            return CitizenRow.cpr == Cpr.parse(typed).digits
        except Refused:
            # Not a CPR number: it is read as a birth date below.
            return _born_as(typed)
    parts = search_text(typed).split()
    # Each part is found anywhere in the name; the signs that LIKE knows stand for themselves.
    return and_(*(CitizenRow.search_text.contains(part, autoescape=True) for part in parts)) if parts else None


def _born_as(typed: str) -> ColumnElement[bool] | None:
    """Two digits of a year mean every century, since a birth date alone does not tell which."""
    found = _ISO_DATE.fullmatch(typed)
    if found is not None:
        year, month, day = (int(part) for part in found.groups())
    else:
        found = _DATE.fullmatch(typed)
        if found is None:
            return None
        day, month, year = (int(part) for part in found.groups() if part is not None)
    if day > REPLACEMENT:
        # As a replacement number begins.
        day -= REPLACEMENT
    years = (year,) if year > 99 else (1800 + year, 1900 + year, 2000 + year)
    dates = []
    for each in years:
        try:
            dates.append(date(each, month, day))
        except ValueError:
            continue
    return or_(*(CitizenRow.born == each for each in dates)) if dates else None
