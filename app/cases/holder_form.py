"""What *Skift tovholder* and *Fordel sager* show: the cases, who has how much now, and the draft."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.cases.caseload import read_whole_caseload
from app.cases.citizen_head import CitizenHead, citizen_head
from app.cases.drafts import DraftKey, load_draft
from app.cases.restrictions import cases_closed_to
from app.cases.spread_plan import CaseToSpread
from app.cases.usage_log import note_use_of_cases
from app.cases.workload import Workload, read_workloads
from app.queue.reading.session import as_connection
from app.work import Work
from db.errors import Refused
from db.values.people import UsageKind

HOLDER_FORM: Final = "change_holder"


@dataclass(frozen=True, slots=True)
class OpenedHolders:
    """`head` is the citizen's where it is one case. `unit_id` is where the cases lie, None where they lie apart."""

    cases: tuple[CaseToSpread, ...]
    head: CitizenHead | None
    workloads: tuple[Workload, ...]
    unit_id: str | None
    draft: str | None


def open_holder_form(work: Work, key: DraftKey, case_ids: Sequence[str]) -> OpenedHolders:
    """Read the form and log whose cases it is about.

    Without any case the draft says which they are; a draft about other cases than these is not brought back.
    Refused: `missing` when it is about no case that is open to the worker and not ended.
    """
    draft = load_draft(work.session, key)
    about = _cases_of(draft)
    asked = tuple(case_ids) or ((key.case_id,) if key.case_id else about)
    closed = cases_closed_to(work.session, work.author, work.today)
    connection = as_connection(work.session)
    whole = read_whole_caseload(connection, work.today)
    rows = {row.case_id: row for row in whole if row.closed_on is None and row.case_id not in closed}
    found = [rows[case_id] for case_id in dict.fromkeys(asked) if case_id in rows]
    if not found:
        raise Refused("Sagerne er afsluttet, eller du må ikke åbne dem.", code="missing")
    note_use_of_cases(work, UsageKind.OPENED, "Skift af tovholder", [row.case_id for row in found])
    units = {row.unit_id for row in found}
    return OpenedHolders(
        cases=tuple(CaseToSpread(row.case_id, row.holder_id, row.weight, row.household) for row in found),
        head=citizen_head(work, found[0].case_id) if len(found) == 1 else None,
        workloads=read_workloads(connection, work.today, rows=whole),
        unit_id=units.pop() if len(units) == 1 else None,
        draft=draft if set(about) == {row.case_id for row in found} else None,
    )


def _cases_of(draft: str | None) -> tuple[str, ...]:
    """The cases that a draft was about."""
    if draft is None:
        return ()
    kept = json.loads(draft).get("fields", {}).get("cases")
    return tuple(each for each in kept if isinstance(each, str)) if isinstance(kept, list) else ()
