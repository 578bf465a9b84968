"""Whom we owe a warning in good time: the ceiling on cash assistance and the hours rule for couples."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.queue.case_view import CaseView
from app.queue.event import Event
from app.queue.text import long_date
from db.values.cases import WarningKind
from db.values.people import BenefitType
from db.values.talks import TalkPurpose


def ceiling(view: CaseView) -> Iterator[Event]:
    """Before the ceiling is reached a warning; from that day on, for who was forgotten, a summons."""
    start = view.episode
    if start is None or view.benefit is not BenefitType.CASH_ASSISTANCE or _warned_of_ceiling(view, start.from_on):
        return
    hit = view.parameters.ceiling_hits.after(start.from_on, view.rule_book.calendar)
    if view.today < hit:
        yield Event("CEILING_WARNING", start.id, start.from_on, base=hit, words={"hit": long_date(hit)})
    elif not any(
        summons.purpose is TalkPurpose.WARNING and summons.meets_on >= start.from_on for summons in view.case.summonses
    ):
        yield Event("CEILING_HIT", start.id, hit)


def _warned_of_ceiling(view: CaseView, since: date) -> bool:
    return any(warning.kind is WarningKind.CEILING and warning.warned_on >= since for warning in view.case.warnings)


def hours_rule(view: CaseView) -> Iterator[Event]:
    """Couples on cash assistance at a cut-off day who have not been warned in writing."""
    start = view.episode
    if start is None or not view.case.spouse_on_cash_assistance:
        return
    if any(warning.kind is WarningKind.HOURS_RULE and warning.in_writing for warning in view.case.warnings):
        return
    for row in view.rule_book.all_rows("HOURS_RULE_WARNING"):
        cutoff = row.rule.cutoff
        if cutoff is not None and start.from_on <= cutoff:
            # Nobody can be warned before the benefit begins.
            due_on = max(row.due_after(cutoff), start.from_on)
            opens_on = max(row.dates_due(cutoff, due_on).opens_on, start.from_on)
            yield Event(
                "HOURS_RULE_WARNING",
                start.id,
                cutoff,
                occurrence=cutoff.isoformat(),
                due_on=due_on,
                opens_on=opens_on,
            )
