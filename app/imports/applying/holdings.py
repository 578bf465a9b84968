"""Who holds the thread, as the caseload says it. An empty holder is a case in the unit without one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.imports.applying.applier import Target
from app.imports.applying.citizen_rows import newest
from app.imports.applying.plan import Outcome
from app.imports.kinds.citizens import CitizenRecord
from app.imports.parsing import ParsedRow
from db.rows.people import CaseHoldingRow

if TYPE_CHECKING:
    from app.imports.applying.citizens import CitizenApplier


def take_holding(applier: CitizenApplier, row: ParsedRow, case_id: str) -> Outcome:
    """Confirm the open holding, correct its date, or end it and begin the next.

    `to_on` of the ended one is its last day. Without a date the next begins on the extract's.
    """
    record: CitizenRecord = row.record
    places, plan = applier.places, applier.plan
    unit_id = places.unit(record.unit, row.line)
    applier.units.add(unit_id)
    worker_id = places.worker(record.holder, unit_id, row.line) if record.holder else None
    stored = newest(applier.rows.holdings, case_id)
    begins = record.holder_from or applier.extract.extract_on
    if stored is not None:
        own = stored.written_at in applier.own
        values = {
            "unit": places.unit_names.get(stored.unit_id),
            "holder": places.worker_names.get(stored.worker_id) if stored.worker_id else None,
            "holder_from": stored.from_on,
        }
        target = Target(CaseHoldingRow, stored.id, case_id, own, values)
        if (stored.worker_id, stored.unit_id) == (worker_id, unit_id):
            return applier.take_over(
                row, target, {"holder_from": record.holder_from}, lambda found: {"from_on": found["holder_from"]}
            )
        if own:
            if stored.worker_id != worker_id:
                applier.differs(row, target, "holder", values["holder"], record.holder)
            if stored.unit_id != unit_id:
                applier.differs(row, target, "unit", values["unit"], record.unit)
            return Outcome.UNCHANGED
        if record.holder_from and record.holder_from <= stored.from_on:
            # Not a hand-over but a correction: the earlier extract had it wrong from the start.
            corrected = {"worker_id": worker_id, "unit_id": unit_id, "from_on": record.holder_from}
            plan.update(CaseHoldingRow, stored.id, case_id, **corrected)
            return Outcome.CHANGED
        begins = max(begins, stored.from_on)
        last_day = max(stored.from_on, begins - timedelta(days=1))
        plan.update(CaseHoldingRow, stored.id, case_id, to_on=last_day)
    plan.insert(CaseHoldingRow, case_id, worker_id=worker_id, unit_id=unit_id, from_on=begins)
    return Outcome.NEW
