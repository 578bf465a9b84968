"""Find a citizen by a part of the name, the birth date or the whole CPR number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from app.cases.cpr import Cpr
from app.cases.names import search_text
from app.cases.restrictions import cases_closed_to
from app.cases.usage_log import note_use
from app.work import Work
from db.errors import Refused
from db.rows.organisation import CaseworkerRow, HousingAreaRow
from db.rows.people import CaseClosingRow, CaseHoldingRow, CitizenRow
from db.values.people import UsageKind

MOST_HITS = 50

_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})|(\d{2})(\d{2})(\d{2}|\d{4})")
_NO_LETTERS = re.compile(r"[\d\s.\-/]+")


@dataclass(frozen=True, slots=True)
class Find:
    """What was typed. `purpose` is the fixed text that the log says."""

    text: str
    purpose: str = "Søgning efter borger"


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


def search(session: Session, text: str, *, worker_id: str | None, today: date) -> tuple[Hit, ...]:
    """Search without logging. Restricted cases are found only by those who may read them."""
    condition = _condition(text)
    if condition is None:
        return ()
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
    query = (
        select(CitizenRow.id, CitizenRow.name, CitizenRow.born, HousingAreaRow.name, CaseworkerRow.name, closed)
        .outerjoin(HousingAreaRow, HousingAreaRow.id == CitizenRow.housing_area_id)
        .outerjoin(CaseHoldingRow, holding)
        .outerjoin(CaseworkerRow, CaseworkerRow.id == CaseHoldingRow.worker_id)
        .where(
            condition,
            CitizenRow.gone.is_(False),
            CitizenRow.withdrawn_on.is_(None),
            CitizenRow.id.not_in(cases_closed_to(session, worker_id, today)),
        )
        .order_by(CitizenRow.sort_name, CitizenRow.born, CitizenRow.id, CaseHoldingRow.from_on.desc())
        .limit(MOST_HITS)
    )
    hits = [Hit(*row) for row in session.execute(query)]
    # Two open holdings, made on two laptops, would show the same citizen twice.
    return tuple({hit.case_id: hit for hit in reversed(hits)}.values())[::-1]


def _condition(text: str) -> ColumnElement[bool] | None:
    """What a citizen must be to be found; None when nothing sensible was typed."""
    typed = text.strip()
    if _NO_LETTERS.fullmatch(typed):
        try:
            return CitizenRow.cpr == Cpr.parse(typed).digits
        except Refused:
            # Not a CPR number: it is read as a birth date below.
            found = _DATE.fullmatch(typed)
        return None if found is None else _born(found)
    parts = search_text(typed).split()
    # Each part is found anywhere in the name; the signs that LIKE knows stand for themselves.
    return and_(*(CitizenRow.search_text.contains(part, autoescape=True) for part in parts)) if parts else None


def _born(found: re.Match[str]) -> ColumnElement[bool] | None:
    """Two digits of a year mean every century, since a birth date alone does not tell which."""
    day, month, year = (int(part) for part in found.groups() if part is not None)
    years = (year,) if year > 99 else (1800 + year, 1900 + year, 2000 + year)
    dates = []
    for each in years:
        try:
            dates.append(date(each, month, day))
        except ValueError:
            continue
    return or_(*(CitizenRow.born == each for each in dates)) if dates else None
