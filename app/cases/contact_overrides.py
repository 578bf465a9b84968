"""A closer or other contact course for one person, with its reason and its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import live_rows, the_open_case, the_row
from app.cases.checking import in_order, required
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.people import ContactOverrideRow
from db.values.people import FollowUpModel


@dataclass(frozen=True, slots=True)
class SetContactOverride:
    """`interval_days` is the longest time between two talks."""

    case_id: str
    model: FollowUpModel
    interval_days: int
    from_on: date
    reason: str
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class EndContactOverride:
    """`until_on` is the last day."""

    override_id: str
    until_on: date


def set_contact_override(work: Work, request: SetContactOverride) -> Done:
    """Write it; one that runs ends on the day the new one begins.

    Refused: `missing` (`reason`), `not_positive` (`interval_days`), `wrong_order` (`until_on`).
    """
    the_open_case(work, request.case_id)
    reason = required(request.reason, "reason", "Skriv, hvorfor kontakten skal være en anden.")
    if request.interval_days < 1:
        message = "Der skal være mindst én dag mellem samtalerne."
        raise Refused(message, field="interval_days", code="not_positive")
    in_order(request.from_on, request.until_on, "until_on")
    for running in live_rows(work.session, ContactOverrideRow, request.case_id):
        if running.until_on is None or running.until_on > request.from_on:
            running.until_on = max(running.from_on, request.from_on)
    row = work.add(
        ContactOverrideRow(
            case_id=request.case_id,
            model=request.model,
            interval_days=request.interval_days,
            from_on=request.from_on,
            until_on=request.until_on,
            reason=reason,
        )
    )
    return Done(row.id, work.changes())


def end_contact_override(work: Work, request: EndContactOverride) -> Done:
    """Set the last day. Refused: `wrong_order` (field `until_on`)."""
    row = the_row(work, ContactOverrideRow, request.override_id, field="override_id")
    in_order(row.from_on, request.until_on, "until_on")
    row.until_on = request.until_on
    return Done(row.id, work.changes())
