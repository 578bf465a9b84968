"""How a citizen's match has moved: every assessment with who made it, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.assess_match import CATEGORIES
from app.cases.citizen_head import OpenedCase, open_case_form
from app.cases.drafts import DraftKey
from app.work import Work
from db.rows.organisation import CaseworkerRow
from db.rows.people import MatchAssessmentRow

MATCH_FORM = "match"


@dataclass(frozen=True, slots=True)
class Assessed:
    """One assessment; `by` is the worker's name, `reason` empty where none was written."""

    category: int
    label: str
    assessed_on: date
    by: str | None
    reason: str
    next_assessment_on: date | None


@dataclass(frozen=True, slots=True)
class OpenedMatch:
    """What the form of a new assessment shows."""

    case: OpenedCase
    history: tuple[Assessed, ...]


def match_history(session: Session, case_id: str) -> tuple[Assessed, ...]:
    """Every assessment that has neither been withdrawn nor moved, newest first."""
    row = MatchAssessmentRow
    query = (
        select(row.category, row.assessed_on, CaseworkerRow.name, row.reason, row.next_assessment_on)
        .outerjoin(CaseworkerRow, CaseworkerRow.id == row.assessed_by)
        .where(row.case_id == case_id, row.gone.is_(False), row.withdrawn_on.is_(None))
        .order_by(row.assessed_on.desc(), row.id.desc())
    )
    return tuple(
        Assessed(category, CATEGORIES.get(category, ""), on, by, reason, following)
        for category, on, by, reason, following in session.execute(query)
    )


def open_match(work: Work, key: DraftKey) -> OpenedMatch:
    """Read it and log that the case was opened. Refused as `citizen_page`."""
    opened = open_case_form(work, key, "Matchvurdering")
    return OpenedMatch(opened, match_history(work.session, opened.case_id))
