"""What *Vikar* and *Spær sagen* show when they are opened: the colleagues, and the draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.citizen_head import OpenedCase, open_case_form
from app.cases.drafts import DraftKey, load_draft
from app.work import Work
from db.rows.organisation import CaseworkerRow, OrgUnitRow


@dataclass(frozen=True, slots=True)
class Colleague:
    """A worker who is here. `words` name them with their unit."""

    id: str
    name: str
    unit_id: str | None
    words: str


@dataclass(frozen=True, slots=True)
class OpenedCover:
    """`me` is the worker who sits here."""

    workers: Mapping[str, Colleague]
    me: str | None
    draft: str | None


@dataclass(frozen=True, slots=True)
class OpenedRestriction:
    """The case, and who may be named as reader."""

    case: OpenedCase
    workers: Mapping[str, Colleague]
    me: str | None


def open_cover_form(work: Work, key: DraftKey) -> OpenedCover:
    """Read the form."""
    return OpenedCover(_workers(work.session), work.author, load_draft(work.session, key))


def open_restriction_form(work: Work, key: DraftKey) -> OpenedRestriction:
    """Read the form and log that the case was opened."""
    return OpenedRestriction(open_case_form(work, key, "Spærring af sag"), _workers(work.session), work.author)


def _workers(session: Session) -> Mapping[str, Colleague]:
    query = (
        select(CaseworkerRow.id, CaseworkerRow.name, CaseworkerRow.unit_id, OrgUnitRow.name)
        .outerjoin(OrgUnitRow, OrgUnitRow.id == CaseworkerRow.unit_id)
        .where(CaseworkerRow.gone.is_(False), CaseworkerRow.active.is_(True))
        .order_by(CaseworkerRow.sort_name, CaseworkerRow.id)
    )
    return {
        worker: Colleague(worker, name, unit_id, ", ".join(filter(None, (name, unit))))
        for worker, name, unit_id, unit in session.execute(query)
    }
