"""Whom we owe a warning in good time: the ceiling on cash assistance and the hours rule for couples."""

from __future__ import annotations

from collections.abc import Iterable

from app.queue.case_view import CaseView
from app.queue.event import NOTHING, Event
from app.queue.text import long_date
from db.values.cases import WarningKind
from db.values.people import BenefitType
from db.values.talks import TalkPurpose

_CASH_ASSISTANCE = BenefitType.CASH_ASSISTANCE


def ceiling(view: CaseView) -> Iterable[Event]:
    """Before the ceiling is reached a warning; from that day on, for who was forgotten, a summons."""
    start = view.episode
    if start is None or view.benefit is not _CASH_ASSISTANCE:
        return NOTHING
    since = start.from_on
    for warning in view.case.warnings:
        if warning.kind is WarningKind.CEILING and warning.warned_on >= since:
            return NOTHING
    hit = view.parameters.ceiling_hits.after(since, view.rule_book.calendar)
    if view.today < hit:
        return (Event("CEILING_WARNING", start.id, since, base=hit, words={"hit": long_date(hit)}),)
    for summons in view.case.summonses:
        if summons.purpose is TalkPurpose.WARNING and summons.meets_on >= since:
            return NOTHING
    return (Event("CEILING_HIT", start.id, hit),)


def hours_rule(view: CaseView) -> Iterable[Event]:
    """Couples on cash assistance at a cut-off day who have not been warned in writing."""
    start = view.episode
    if start is None or not view.case.spouse_on_cash_assistance:
        return NOTHING
    if any(warning.kind is WarningKind.HOURS_RULE and warning.in_writing for warning in view.case.warnings):
        return NOTHING
    found = []
    for row in view.rule_book.all_rows("HOURS_RULE_WARNING"):
        cutoff = row.rule.cutoff
        if cutoff is not None and start.from_on <= cutoff:
            # Nobody can be warned before the benefit begins.
            due_on = max(row.due_after(cutoff), start.from_on)
            opens_on = max(row.dates_due(cutoff, due_on).opens_on, start.from_on)
            event = Event(
                "HOURS_RULE_WARNING",
                start.id,
                cutoff,
                occurrence=cutoff.isoformat(),
                due_on=due_on,
                opens_on=opens_on,
            )
            found.append(event)
    return found
