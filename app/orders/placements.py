"""One person's stay in an offer: planned, begun, ended, what comes next, and what had come of it later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import live_rows, the_open_case, the_row
from app.cases.checking import in_order, not_in_future, required, tidy
from app.changes import Done
from app.jobplan.plan_versions import plan_versions
from app.jobplan.validity import plan_in_force
from app.transfer.outward import open_entries
from app.transfer.systems import Subject
from app.work import Work
from db.errors import Refused
from db.rows.orders import OutcomeCheckRow, PlacementRow
from db.values.offers import OfferKind, OutcomeKind, PlacementState

_ENDS = frozenset({PlacementState.COMPLETED, PlacementState.STOPPED, PlacementState.DROPPED})
CHECKS = (3, 6)
"""The months after the end at which it is asked what has come of a stay."""


@dataclass(frozen=True, slots=True)
class PlanPlacement:
    """`offer_no` and the names stand on the stay itself, since an offer may be withdrawn. `to_on` is the last day."""

    case_id: str
    offer_no: str
    title: str
    from_on: date
    to_on: date | None = None
    offer_id: str | None = None
    order_id: str | None = None
    provider_name: str | None = None
    kind: OfferKind | None = None
    ordered_on: date | None = None
    weekly_hours: int | None = None
    given_in_writing_on: date | None = None
    mentor: str | None = None


@dataclass(frozen=True, slots=True)
class StartPlacement:
    """The citizen began on a day, perhaps another than planned."""

    placement_id: str
    started_on: date
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class ChangePlacement:
    """The stay as it is to go on: until another last day, or with other hours."""

    placement_id: str
    to_on: date | None
    weekly_hours: int | None


@dataclass(frozen=True, slots=True)
class EndPlacement:
    """How it ended: completed, stopped before time by us or the citizen, or dropped before it began.

    The last two need a reason.
    """

    placement_id: str
    ended_on: date
    state: PlacementState
    end_reason: str | None = None
    result: OutcomeKind | None = None
    result_hours: int | None = None
    result_employer: str | None = None


@dataclass(frozen=True, slots=True)
class DecideNextStep:
    """What comes after the stay."""

    placement_id: str
    decided_on: date
    next_step: str


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What had come of it 3 or 6 months after the end.

    `employer` is kept on the stay, as the one it led to. `completed` must be said of a stay whose last day has passed
    without anybody having ended it; it then ended on that day.
    """

    placement_id: str
    months_after: int
    checked_on: date
    outcome: OutcomeKind
    job_hours: int | None = None
    new_match: int | None = None
    employer: str | None = None
    completed: bool | None = None


def plan_placement(work: Work, request: PlanPlacement) -> Done:
    """Write the stay; the notice warns when no jobplan is in force on its first day.

    Refused: `missing` (field `offer_no`, `title`), `wrong_order` (`to_on`), `already_planned` (`from_on`).
    """
    the_open_case(work, request.case_id)
    in_order(request.from_on, request.to_on, "to_on")
    offer_no = required(request.offer_no, "offer_no", "Vælg tilbuddet.")
    for other in live_rows(work.session, PlacementRow, request.case_id):
        if (other.offer_no, other.from_on) == (offer_no, request.from_on):
            message = "Borgeren er allerede i tilbuddet fra den dag."
            raise Refused(message, field="from_on", code="already_planned")
    row = work.add(
        PlacementRow(
            case_id=request.case_id,
            offer_no=offer_no,
            offer_id=request.offer_id,
            order_id=request.order_id,
            title=required(request.title, "title", "Skriv tilbuddets navn."),
            provider_name=tidy(request.provider_name),
            kind=request.kind,
            ordered_on=request.ordered_on,
            from_on=request.from_on,
            to_on=request.to_on,
            state=PlacementState.PLANNED,
            weekly_hours=request.weekly_hours,
            given_in_writing_on=request.given_in_writing_on,
            mentor=tidy(request.mentor),
        )
    )
    return Done(row.id, work.changes(), _without_plan(work, request.case_id, request.from_on))


def start_placement(work: Work, request: StartPlacement) -> Done:
    """Begin it.

    Refused: `wrong_state` (field `placement_id`), `in_the_future` (`started_on`), `wrong_order` (`to_on`).
    """
    row = the_row(work, PlacementRow, request.placement_id, field="placement_id")
    if row.state is not PlacementState.PLANNED:
        raise Refused("Tilbuddet er allerede begyndt eller afsluttet.", field="placement_id", code="wrong_state")
    not_in_future(request.started_on, work.today, "started_on")
    row.to_on = request.to_on or row.to_on
    in_order(request.started_on, row.to_on, "to_on")
    row.from_on = request.started_on
    row.state = PlacementState.RUNNING
    open_entries(work, row.case_id, Subject.PLACEMENT, row.id)
    return Done(row.id, work.changes(), _without_plan(work, row.case_id, row.from_on))


def change_placement(work: Work, request: ChangePlacement) -> Done:
    """Extend or shorten the stay. A next step that was decided for the earlier last day no longer holds.

    Refused: `wrong_state` (field `placement_id`), `wrong_order` (`to_on`).
    """
    row = _not_ended(work, request.placement_id)
    in_order(row.from_on, request.to_on, "to_on")
    if request.to_on != row.to_on:
        row.next_step = row.next_step_decided_on = None
    row.to_on, row.weekly_hours = request.to_on, request.weekly_hours
    return Done(row.id, work.changes())


def end_placement(work: Work, request: EndPlacement) -> Done:
    """End it. Only a planned one can be dropped, before its first day too: a dropped stay counts as never held.

    Refused: `wrong_state` (field `placement_id`, `state`), `in_the_future` and `wrong_order` (`ended_on`),
    `missing` (`end_reason`).
    """
    row = _not_ended(work, request.placement_id)
    if request.state not in _ENDS:
        raise Refused("Vælg, hvordan tilbuddet sluttede.", field="state", code="wrong_state")
    not_in_future(request.ended_on, work.today, "ended_on")
    never_begun = request.state is PlacementState.DROPPED
    if never_begun and row.state is not PlacementState.PLANNED:
        message = "Tilbuddet er begyndt. Vælg, om det blev gennemført eller afbrudt."
        raise Refused(message, field="state", code="wrong_state")
    if not never_begun:
        in_order(row.from_on, request.ended_on, "ended_on")
    reason = tidy(request.end_reason)
    if request.state is not PlacementState.COMPLETED:
        reason = required(reason, "end_reason", "Skriv, hvorfor tilbuddet sluttede før tid.")
    row.state = request.state
    row.ended_on = request.ended_on
    row.end_reason = reason
    row.result = request.result
    row.result_hours = request.result_hours
    row.result_employer = tidy(request.result_employer)
    return Done(row.id, work.changes())


def decide_next_step(work: Work, request: DecideNextStep) -> Done:
    """Write what comes next. Refused: `missing` (field `next_step`), `in_the_future` (`decided_on`)."""
    row = the_row(work, PlacementRow, request.placement_id, field="placement_id")
    not_in_future(request.decided_on, work.today, "decided_on")
    row.next_step = required(request.next_step, "next_step", "Skriv, hvad der skal ske efter tilbuddet.")
    row.next_step_decided_on = request.decided_on
    return Done(row.id, work.changes())


def check_outcome(work: Work, request: CheckOutcome) -> Done:
    """Write the outcome.

    Refused: `not_ended` (field `placement_id`), `missing` (`completed`), `no_such_check` and `already_checked`
    (`months_after`), `in_the_future` and `wrong_order` (`checked_on`).
    """
    placement = the_row(work, PlacementRow, request.placement_id, field="placement_id")
    if placement.ended_on is None:
        _end_on_last_day(placement, work.today, completed=request.completed)
    if request.months_after not in CHECKS:
        raise Refused("Resultatet ses efter 3 og 6 måneder.", field="months_after", code="no_such_check")
    not_in_future(request.checked_on, work.today, "checked_on")
    in_order(placement.ended_on, request.checked_on, "checked_on")
    checks = live_rows(work.session, OutcomeCheckRow, placement.case_id)
    if any((row.placement_id, row.months_after) == (placement.id, request.months_after) for row in checks):
        message = "Resultatet er allerede skrevet. Træk det tilbage, hvis det er forkert."
        raise Refused(message, field="months_after", code="already_checked")
    row = OutcomeCheckRow(
        case_id=placement.case_id,
        placement_id=placement.id,
        months_after=request.months_after,
        checked_on=request.checked_on,
        outcome=request.outcome,
        job_hours=request.job_hours,
        new_match=request.new_match,
    )
    placement.result_employer = tidy(request.employer) or placement.result_employer
    return Done(work.add(row).id, work.changes())


def _end_on_last_day(placement: PlacementRow, today: date, *, completed: bool | None) -> None:
    """A running stay whose last day has passed is over, whether or not somebody has said so."""
    if placement.state is not PlacementState.RUNNING or placement.to_on is None or placement.to_on >= today:
        raise Refused("Tilbuddet er ikke afsluttet.", field="placement_id", code="not_ended")
    if completed is None:
        raise Refused("Vælg, om tilbuddet blev gennemført.", field="completed", code="missing")
    placement.ended_on = placement.to_on
    placement.state = PlacementState.COMPLETED if completed else PlacementState.STOPPED


def _not_ended(work: Work, placement_id: str) -> PlacementRow:
    row = the_row(work, PlacementRow, placement_id, field="placement_id")
    if row.state in _ENDS:
        raise Refused("Tilbuddet er allerede afsluttet.", field="placement_id", code="wrong_state")
    return row


def _without_plan(work: Work, case_id: str, first_day: date) -> tuple[str, ...]:
    """For a sanction to hold there must be a valid plan when the offer begins."""
    if plan_in_force(plan_versions(work.session, case_id), first_day) is not None:
        return ()
    return ("Der er ingen gældende jobplan på tilbuddets første dag. Aftal den, før tilbuddet begynder.",)
