"""The match category, as the caseload says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.imports.applying.applier import Target
from app.imports.applying.plan import Outcome
from app.imports.kinds.citizens import CitizenRecord
from app.imports.parsing import ParsedRow
from db.rows.people import MatchAssessmentRow

if TYPE_CHECKING:
    from app.imports.applying.citizens import CitizenApplier

_COLUMNS = {"match": "category", "match_reason": "reason"}


def take_match(applier: CitizenApplier, row: ParsedRow, case_id: str) -> Outcome:
    """Confirm the assessment, correct the one of the same day, or add one.

    Without a date it is confirmed by the newest assessment here; a new one is dated by the holder's start,
    else by the benefit's, but never before an assessment that it is to replace.
    """
    record: CitizenRecord = row.record
    if record.match is None:
        return Outcome.UNCHANGED
    known = applier.rows.matches.get(case_id, [])
    last = known[-1] if known else None
    if record.match_on is None:
        if last is not None and last.category == record.match:
            return Outcome.UNCHANGED
        assessed_on = record.holder_from or record.benefit_from
        if last is not None and assessed_on <= last.assessed_on:
            assessed_on = applier.extract.extract_on
    else:
        assessed_on = record.match_on
    that_day = [each for each in known if each.assessed_on == assessed_on]
    stored = next((each for each in that_day if each.category == record.match), that_day[-1] if that_day else None)
    if stored is None and last is not None and last.written_at in applier.own:
        stored = last
    if stored is not None:
        values = {"match": stored.category, "match_reason": stored.reason, "match_on": stored.assessed_on}
        target = Target(MatchAssessmentRow, stored.id, case_id, stored.written_at in applier.own, values)
        wanted = {"match": record.match, "match_on": record.match_on, "match_reason": record.match_reason}
        return applier.take_over(
            row, target, wanted, lambda found: {_COLUMNS[field]: value for field, value in found.items()}
        )
    applier.plan.insert(
        MatchAssessmentRow,
        case_id,
        category=record.match,
        assessed_on=assessed_on,
        reason=record.match_reason or "",
    )
    return Outcome.NEW
