"""The way from an id to a row of a case that may be worked on: neither withdrawn, moved nor merged."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.work import Work
from db.errors import Refused
from db.rows.base import CaseRow
from db.rows.people import CaseClosingRow, CitizenRow

RowOfCase = TypeVar("RowOfCase", bound=CaseRow)


def the_case(work: Work, case_id: str, *, field: str = "case_id") -> CitizenRow:
    """The citizen. Refused: `merged_case` when it lives on in another case, `unknown_case` when it is not here."""
    citizen = work.session.get(CitizenRow, case_id)
    if citizen is not None and citizen.merged_into is not None:
        message = "Sagen er flettet ind i en anden sag. Søg borgeren frem, og fortsæt på den sag."
        raise Refused(message, field=field, code="merged_case")
    if citizen is None or citizen.gone or citizen.withdrawn_on is not None:
        raise Refused("Sagen findes ikke på denne computer.", field=field, code="unknown_case")
    return citizen


def the_open_case(work: Work, case_id: str, *, field: str = "case_id") -> CitizenRow:
    """The citizen of a case that has not been ended. Refused: `closed_case`, and as `the_case` says."""
    citizen = the_case(work, case_id, field=field)
    if open_closing(work.session, case_id) is not None:
        raise Refused("Sagen er afsluttet. Genåbn den først.", field=field, code="closed_case")
    return citizen


def open_closing(session: Session, case_id: str) -> CaseClosingRow | None:
    """The closing that holds; None while the case is open."""
    closings = live_rows(session, CaseClosingRow, case_id)
    return max((row for row in closings if row.reopened_on is None), key=lambda row: row.closed_on, default=None)


def the_row(work: Work, kind: type[RowOfCase], row_id: str, *, field: str) -> RowOfCase:
    """A row that has neither been withdrawn nor moved. Refused: `unknown_row`."""
    row = work.session.get(kind, row_id)
    if row is None or row.gone or row.withdrawn_on is not None:
        message = "Oplysningen findes ikke længere. Den kan være trukket tilbage. Hent siden igen."
        raise Refused(message, field=field, code="unknown_row")
    return row


def live_rows(session: Session, kind: type[RowOfCase], case_id: str) -> list[RowOfCase]:
    """Every row of a kind in a case that has neither been withdrawn nor moved, in the order they were made."""
    query = select(kind).where(kind.case_id == case_id, kind.gone.is_(False), kind.withdrawn_on.is_(None))
    return list(session.scalars(query.order_by(kind.id)))
