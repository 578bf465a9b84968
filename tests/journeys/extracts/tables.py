"""All expected rows by subject, and those of one day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tests.journeys.extracts.case_and_warning_rows import CASE_ROWS, WARNING_ROWS
from tests.journeys.extracts.contact_rows import CITIZENS_WITHOUT_ROWS, CONTACT_ROWS
from tests.journeys.extracts.match_and_plan_rows import MATCH_AND_PLAN_ROWS
from tests.journeys.extracts.offer_rows import FIRST_OFFER_ROWS, RUNNING_AND_ENDED_ROWS
from tests.journeys.extracts.row import LANES, LEFT_OPEN, NOT_THERE, Row
from tests.journeys.extracts.sickness_rows import SICKNESS_ROWS

TABLES: Final[dict[str, list[Row]]] = {
    "contact": CONTACT_ROWS,
    "match and plan": MATCH_AND_PLAN_ROWS,
    "offers": RUNNING_AND_ENDED_ROWS,
    "first offers": FIRST_OFFER_ROWS,
    "sickness": SICKNESS_ROWS,
    "application cases": CASE_ROWS,
    "warnings": WARNING_ROWS,
}

# Counted from a number that each municipality sets for itself: its published case times, and its day for the
# hours rule.
NOT_ASKED_FOR: Final = frozenset({"DELAY_NOTICE", "HOURS_RULE_WARNING"})

ALL_ROWS: Final = [row for rows in TABLES.values() for row in rows]

CITIZENS: Final = frozenset(row.citizen for row in ALL_ROWS) | frozenset(CITIZENS_WITHOUT_ROWS)


def expected_lines(rows: Iterable[Row], day: str) -> list[str]:
    """Give the rows that should stand in the queue on a day, as lines that a failing test can show."""
    return sorted(
        _line(
            row.citizen,
            row.kind,
            row.due_on,
            row.act_by,
            row.opens_on,
            LANES[row.on(day)],
            row.consequence,
            row.waiting_for,
            row.waiting_since,
        )
        for row in rows
        if row.on(day) not in {NOT_THERE, LEFT_OPEN}
    )


def found_lines(found: Iterable[dict[str, object]], rows: Iterable[Row], day: str) -> list[str]:
    """Give the queue's rows for the citizens of a table in the same form, without what is left open that day."""
    asked = list(rows)
    open_rows = {_place(row) for row in asked if row.on(day) == LEFT_OPEN}
    opens_freely = {_place(row) for row in asked if row.opens_on is None}
    citizens = {row.citizen for row in asked} - _left_out(asked, day)
    lines = []
    for row in found:
        place = (row["citizen"], row["kind"], row["due_on"])
        if row["citizen"] not in citizens or row["kind"] in NOT_ASKED_FOR or place in open_rows:
            continue
        opens_on = None if place in opens_freely else row["opens_on"]
        lines.append(
            _line(
                *place,
                row["act_by"],
                opens_on,
                row["lane"],
                row["class"],
                row["waiting_for"],
                row["waiting_since"],
            )
        )
    return sorted(lines)


def _left_out(rows: list[Row], day: str) -> set[str]:
    """Give those of whom everything is left open on a day."""
    return {row.citizen for row in rows} - {row.citizen for row in rows if row.on(day) != LEFT_OPEN}


def _place(row: Row) -> tuple[object, ...]:
    return (row.citizen, row.kind, row.due_on)


def _line(*values: object) -> str:
    return " | ".join("-" if value is None else str(value) for value in values)
