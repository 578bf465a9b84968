"""What the forms about a stay show: the one that ends, the one that has ended, the one whose outcome is asked for.

Each reads what `key.about_id` names, else the one of the case that has waited longest, and logs the opening.
Refused: `nothing_open` where there is none, and as `citizen_page`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.cases.case_rows import live_rows
from app.cases.checking import months_after
from app.cases.citizen_head import OpenedCase, open_case_form
from app.cases.drafts import DraftKey
from app.orders.placements import CHECKS
from app.work import Work
from db.errors import Refused
from db.rows.orders import OutcomeCheckRow, PlacementRow
from db.values.offers import OutcomeKind, PlacementState

OUTCOME_FORM: Final = "outcome_check"
NEXT_STEP_FORM: Final = "next_step"
END_FORM: Final = "end_placement"

_OVER: Final = frozenset({PlacementState.COMPLETED, PlacementState.STOPPED})


@dataclass(frozen=True, slots=True)
class OpenedPlacement:
    """One stay. `last_day` is the real end, or the planned one; `ended` whether somebody has said that it is over.

    `months` are the checks that are still to be written, `due` the one that is asked for; both are empty but for the
    form of outcomes.
    """

    case: OpenedCase
    placement_id: str
    title: str
    provider: str | None
    from_on: date
    last_day: date | None
    state: PlacementState
    ended: bool
    result: OutcomeKind | None
    employer: str | None
    weekly_hours: int | None
    months: tuple[int, ...] = ()
    due: int | None = None


def open_outcome_check(work: Work, key: DraftKey) -> OpenedPlacement:
    """Read a stay that is over and of which a check is still to be written."""
    opened = open_case_form(work, key, "Resultat efter tilbud")
    done: dict[str, set[int]] = {}
    for check in live_rows(work.session, OutcomeCheckRow, opened.case_id):
        done.setdefault(check.placement_id, set()).add(check.months_after)

    def left(row: PlacementRow) -> tuple[int, ...]:
        # A later check makes an earlier one superfluous.
        latest = max(done.get(row.id, ()), default=0)
        return tuple(months for months in CHECKS if months > latest)

    stays = [row for row in _stays(work, opened) if _is_over(row, work.today) and left(row)]
    row = _one(key, stays, _last_day, "Der er intet resultat at registrere.")
    end, months = _last_day(row), left(row)
    reached = [each for each in months if months_after(end, each) <= work.today]
    return _opened(opened, row, months, max(reached, default=months[0]))


def open_next_step(work: Work, key: DraftKey) -> OpenedPlacement:
    """Read a stay that is ending or has ended without a next step."""
    opened = open_case_form(work, key, "Næste skridt efter tilbud")
    open_states = _OVER | {PlacementState.RUNNING}
    stays = [row for row in _stays(work, opened) if row.state in open_states and row.next_step_decided_on is None]
    row = _one(key, stays, lambda each: each.from_on, "Der er intet tilbud, som mangler et næste skridt.", newest=True)
    return _opened(opened, row)


def open_end(work: Work, key: DraftKey) -> OpenedPlacement:
    """Read a stay that nobody has ended."""
    opened = open_case_form(work, key, "Afslut tilbud")
    not_ended = {PlacementState.PLANNED, PlacementState.RUNNING}
    stays = [row for row in _stays(work, opened) if row.state in not_ended and row.ended_on is None]
    row = _one(key, stays, _last_day, "Borgeren er ikke i et tilbud, der kan afsluttes.")
    return _opened(opened, row)


def _stays(work: Work, opened: OpenedCase) -> list[PlacementRow]:
    return live_rows(work.session, PlacementRow, opened.case_id)


def _is_over(row: PlacementRow, today: date) -> bool:
    if row.ended_on is not None:
        return row.state in _OVER and row.ended_on <= today
    return row.state is PlacementState.RUNNING and row.to_on is not None and row.to_on < today


def _last_day(row: PlacementRow) -> date:
    return row.ended_on or row.to_on or row.from_on


def _one(
    key: DraftKey,
    rows: Iterable[PlacementRow],
    when: Callable[[PlacementRow], date],
    nothing: str,
    *,
    newest: bool = False,
) -> PlacementRow:
    """The row that is named, else the first of them, or the last."""
    found = sorted(rows, key=lambda row: (when(row), row.id), reverse=newest)
    named = [row for row in found if row.id == key.about_id]
    for row in (*named, *found):
        return row
    raise Refused(nothing, code="nothing_open")


def _opened(
    case: OpenedCase, row: PlacementRow, months: tuple[int, ...] = (), due: int | None = None
) -> OpenedPlacement:
    return OpenedPlacement(
        case=case,
        placement_id=row.id,
        title=row.title or row.offer_no,
        provider=row.provider_name,
        from_on=row.from_on,
        last_day=row.ended_on or row.to_on,
        state=row.state,
        ended=row.ended_on is not None,
        result=row.result,
        employer=row.result_employer,
        weekly_hours=row.weekly_hours,
        months=months,
        due=due,
    )
