"""Leaving a person out of the indicators for a time: a closed list of reasons, an end, at most six months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import the_open_case, the_row
from app.cases.checking import danish, in_order, months_after, required, tidy
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.people import ExclusionRow
from db.values.people import ExclusionReason

MOST_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Exclude:
    """Both days are included. `reason_text` is required for `OTHER`."""

    case_id: str
    reason: ExclusionReason
    from_on: date
    until_on: date | None
    reason_text: str | None = None


@dataclass(frozen=True, slots=True)
class EndExclusion:
    """A new, earlier last day."""

    exclusion_id: str
    until_on: date


def exclude(work: Work, request: Exclude) -> Done:
    """Write the exclusion. Refused: `missing` (`until_on`, `reason_text`), `wrong_order`, `too_long` (`until_on`)."""
    the_open_case(work, request.case_id)
    if request.until_on is None:
        raise Refused("Skriv, hvornår undtagelsen slutter.", field="until_on", code="missing")
    in_order(request.from_on, request.until_on, "until_on")
    latest = months_after(request.from_on, MOST_MONTHS)
    if request.until_on > latest:
        message = f"En undtagelse gælder højst seks måneder. Vælg senest {danish(latest)}, og forny den derefter."
        raise Refused(message, field="until_on", code="too_long")
    text = tidy(request.reason_text)
    if request.reason is ExclusionReason.OTHER:
        text = required(text, "reason_text", "Skriv, hvad årsagen er, når du vælger andet.")
    row = work.add(
        ExclusionRow(
            case_id=request.case_id,
            reason=request.reason,
            reason_text=text,
            from_on=request.from_on,
            until_on=request.until_on,
        )
    )
    return Done(row.id, work.changes())


def end_exclusion(work: Work, request: EndExclusion) -> Done:
    """End it earlier. Refused: `wrong_order` and `too_long` (field `until_on`)."""
    row = the_row(work, ExclusionRow, request.exclusion_id, field="exclusion_id")
    in_order(row.from_on, request.until_on, "until_on")
    if request.until_on > row.until_on:
        message = "En undtagelse forlænges ikke. Opret en ny med sin egen årsag."
        raise Refused(message, field="until_on", code="too_long")
    row.until_on = request.until_on
    return Done(row.id, work.changes())
