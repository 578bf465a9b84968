"""Take a withdrawal back: the row and what went along with it stand again.

Only where the withdrawal changed nothing else. What it had set right elsewhere (a summons that was opened again, a
holder that came back, an older plan) may have been built upon since, and is not guessed at.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.cases.withdraw import case_classes, columns_that_name
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.base import CaseRow
from db.rows.talks import TalkRow

# A talk only while it names neither a summons nor a sickness case; see `_changes_nothing_else`.
_RESTORABLE = frozenset(
    {
        "attachment", "citizen_visit", "complaint", "consent", "external_contact", "feedback", "match_assessment",
        "note", "printed_document", "risk_assessment", "talk", "warning", "youth_alert",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Restore:
    """`kind` is the table's name, as in `Withdraw`."""

    kind: str
    row_id: str


def may_be_restored(session: Session, kind: str, row_id: str) -> bool:
    """Whether the withdrawal of this row can be taken back."""
    row = session.get(case_classes()[kind], row_id) if kind in _RESTORABLE else None
    return row is not None and not row.gone and _changes_nothing_else(row)


def restore(work: Work, request: Restore) -> Done:
    """Let the row stand again with what was withdrawn along with it.

    Refused: `unknown_row` (field `row_id`) when it is not withdrawn, `not_restorable` (`kind`).
    """
    if request.kind not in _RESTORABLE:
        raise _not_restorable()
    row = work.session.get(case_classes()[request.kind], request.row_id)
    if row is None or row.gone or row.withdrawn_on is None:
        message = "Oplysningen er ikke trukket tilbage, eller den findes ikke længere."
        raise Refused(message, field="row_id", code="unknown_row")
    if not _changes_nothing_else(row):
        raise _not_restorable()
    _stand_again(work, row)
    return Done(row.id, work.changes())


def _not_restorable() -> Refused:
    message = "Det kan ikke fortrydes. Registrér oplysningen igen."
    return Refused(message, field="kind", code="not_restorable")


def _changes_nothing_else(row: CaseRow) -> bool:
    return not isinstance(row, TalkRow) or (row.summons_id is None and row.sickness_case_id is None)


def _stand_again(work: Work, row: CaseRow) -> None:
    mark = (row.withdrawn_on, row.withdrawn_by, row.withdrawn_reason)
    row.withdrawn_on = row.withdrawn_by = row.withdrawn_reason = None
    for name, column in _named_by(row):
        kind = case_classes()[name]
        query = select(kind).where(kind.case_id == row.case_id, kind.gone.is_(False), kind.withdrawn_on.is_not(None))
        for other in work.session.scalars(query):
            same = (other.withdrawn_on, other.withdrawn_by, other.withdrawn_reason) == mark
            if same and getattr(other, column) == row.id:
                _stand_again(work, other)


def _named_by(row: CaseRow) -> set[tuple[str, str]]:
    about = {(name, "about_id") for name, kind in case_classes().items() if hasattr(kind, "about_kind")}
    return columns_that_name(inspect(type(row)).local_table.name) | about
