"""What stands in a chip beside a citizen's name, each in words. A safety note never does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases import words
from app.cases.checking import danish
from app.cases.citizen_page import CitizenPage
from app.cases.restrictions import restrictions_of
from db.rows.people import ExclusionRow
from db.values.people import ClosingReason


class MarkKind(StrEnum):
    """Why there is a chip."""

    DEAD = "dead"
    CLOSED = "closed"
    RESTRICTED = "restricted"
    ADDRESS_PROTECTED = "address_protected"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Mark:
    """One chip: its kind and its Danish words."""

    kind: MarkKind
    text: str


def marks_of(session: Session, page: CitizenPage, today: date) -> tuple[Mark, ...]:
    """The chips of a case, the gravest first."""
    found: list[Mark] = []
    if page.closed is not None:
        dead = page.closed.reason is ClosingReason.DEAD
        reason = words.CLOSINGS[page.closed.reason]
        text = "Død" if dead else f"Afsluttet {danish(page.closed.closed_on)}: {reason}"
        found.append(Mark(MarkKind.DEAD if dead else MarkKind.CLOSED, text))
    holding = [
        each
        for each in restrictions_of(session, page.case_id)
        if each.from_on <= today and (each.until_on is None or each.until_on >= today)
    ]
    if holding:
        found.append(Mark(MarkKind.RESTRICTED, "Spærret sag"))
    if page.details.address_protected:
        found.append(Mark(MarkKind.ADDRESS_PROTECTED, "Adressebeskyttelse"))
    query = select(ExclusionRow.reason, ExclusionRow.until_on).where(
        ExclusionRow.case_id == page.case_id,
        ExclusionRow.from_on <= today,
        ExclusionRow.until_on >= today,
        ExclusionRow.gone.is_(False),
        ExclusionRow.withdrawn_on.is_(None),
    )
    for reason, until_on in session.execute(query):
        text = f"Undtaget til {danish(until_on)}: {words.EXCLUSIONS[reason].lower()}"
        found.append(Mark(MarkKind.EXCLUDED, text))
    return tuple(found)
