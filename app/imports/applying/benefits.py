"""What a citizen lives on, as the caseload says it: the current period. Periods never overlap."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.imports.applying.applier import Target
from app.imports.applying.plan import Outcome
from app.imports.kinds.citizens import CitizenRecord
from app.imports.parsing import ParsedRow
from db.rows.people import BenefitPeriodRow

if TYPE_CHECKING:
    from app.imports.applying.citizens import CitizenApplier


def take_benefit(applier: CitizenApplier, row: ParsedRow, case_id: str) -> Outcome:
    """Confirm the period, correct it, or end the running one and begin the next."""
    record: CitizenRecord = row.record
    periods = applier.rows.benefits.get(case_id, [])
    stored = next(
        (each for each in periods if each.benefit is record.benefit and each.from_on == record.benefit_from), None
    )
    if stored is not None:
        target = Target(
            BenefitPeriodRow, stored.id, case_id, stored.written_at in applier.own, {"benefit_to": stored.to_on}
        )
        if record.benefit_to is None and stored.to_on is not None and "benefit_to" in applier.extract.fields:
            return _reopen(applier, row, target, is_last=stored is periods[-1])
        return applier.take_over(
            row, target, {"benefit_to": record.benefit_to}, lambda found: {"to_on": found["benefit_to"]}
        )
    last = periods[-1] if periods else None
    touching = last is not None and (last.to_on is None or last.to_on >= record.benefit_from)
    if last is not None and touching:
        values = {"benefit": last.benefit, "benefit_from": last.from_on, "benefit_to": last.to_on}
        target = Target(BenefitPeriodRow, last.id, case_id, last.written_at in applier.own, values)
        wanted = {"benefit": record.benefit, "benefit_from": record.benefit_from}
        if target.own:
            return applier.take_over(row, target, wanted)
        if last.from_on >= record.benefit_from:
            corrected = {"benefit": record.benefit, "from_on": record.benefit_from, "to_on": record.benefit_to}
            applier.plan.update(BenefitPeriodRow, last.id, case_id, **corrected)
            return Outcome.CHANGED
        day_before = record.benefit_from - timedelta(days=1)
        applier.plan.update(BenefitPeriodRow, last.id, case_id, to_on=day_before)
    applier.plan.insert(
        BenefitPeriodRow, case_id, benefit=record.benefit, from_on=record.benefit_from, to_on=record.benefit_to
    )
    return Outcome.NEW


def _reopen(applier: CitizenApplier, row: ParsedRow, target: Target, *, is_last: bool) -> Outcome:
    """The file has the period running on, while it has an end here."""
    if not is_last:
        return Outcome.UNCHANGED
    if target.own:
        applier.differs(row, target, "benefit_to", target.values["benefit_to"], None)
        return Outcome.UNCHANGED
    applier.plan.update(BenefitPeriodRow, target.id, target.case_id, to_on=None)
    return Outcome.CHANGED
