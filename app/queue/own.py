"""What a worker may do to a row of the queue without doing its work: remind, put off, hand over, say it is done.

Everything else in the queue is derived; these are the only rows that are stored about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.cases.case_rows import the_case
from app.cases.checking import danish, not_in_future, required, tidy
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.organisation import CaseworkerRow
from db.rows.own import ReminderRow, SnoozeRow
from db.rows.people import DoneElsewhereRow, ItemHandOverRow

CITIZENS_RIGHT = 1
"""The class of consequence in which a deadline is the citizen's legal right."""


@dataclass(frozen=True, slots=True)
class AddReminder:
    """An own reminder, about a case or not; `consequence` is the class 1 to 4."""

    remind_on: date
    text: str
    case_id: str | None = None
    consequence: int = 4


@dataclass(frozen=True, slots=True)
class FinishReminder:
    """The reminder is done with."""

    reminder_id: str


@dataclass(frozen=True, slots=True)
class Snooze:
    """Put an item off. Its class and legal date come from the item as it is shown."""

    item_key: str
    case_id: str | None
    until_on: date
    consequence: int
    due_on: date
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CancelSnooze:
    """Let the item be seen again."""

    item_key: str


@dataclass(frozen=True, slots=True)
class HandOverItem:
    """Give one item to a colleague; the case holder stays."""

    item_key: str
    case_id: str
    to_worker_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class TakeBackItem:
    """Take an item back from a colleague."""

    item_key: str
    case_id: str


@dataclass(frozen=True, slots=True)
class MarkDoneElsewhere:
    """The item was done in another way; the note says how."""

    item_key: str
    case_id: str
    done_on: date
    note: str


def add_reminder(work: Work, request: AddReminder) -> Done:
    """Write it. Refused: `missing` (field `text`), `in_the_past` (`remind_on`), `no_such_class` (`consequence`)."""
    if request.case_id is not None:
        the_case(work, request.case_id)
    text = required(request.text, "text", "Skriv, hvad du vil huske.")
    if request.remind_on < work.today:
        raise Refused("Dagen er gået. Vælg i dag eller en senere dag.", field="remind_on", code="in_the_past")
    if request.consequence not in range(1, 5):
        raise Refused("Vælg en klasse fra 1 til 4.", field="consequence", code="no_such_class")
    row = ReminderRow(
        worker_id=_author(work),
        case_ref=request.case_id,
        remind_on=request.remind_on,
        text=text,
        consequence=request.consequence,
    )
    return Done(work.add(row).id, work.changes())


def finish_reminder(work: Work, request: FinishReminder) -> Done:
    """Mark it done. Refused: `unknown_row` (field `reminder_id`)."""
    row = work.session.get(ReminderRow, request.reminder_id)
    if row is None or row.gone or row.done_on is not None:
        raise Refused("Påmindelsen findes ikke længere.", field="reminder_id", code="unknown_row")
    row.done_on = work.today
    return Done(row.id, work.changes())


def snooze(work: Work, request: Snooze) -> Done:
    """Put the item off until a day; a snooze that stands is replaced.

    A deadline that is the citizen's right is not put off past its date. Once that has passed, one may still
    ask to be reminded (*Påmind mig …*), and the notice says that the deadline stays.
    Refused: `in_the_past` and `past_due` (field `until_on`).
    """
    if request.until_on <= work.today:
        raise Refused("Vælg en dag efter i dag.", field="until_on", code="in_the_past")
    overdue = request.due_on < work.today
    if request.consequence == CITIZENS_RIGHT and not overdue and request.until_on > request.due_on:
        message = f"Fristen er borgerens ret. Den kan højst udskydes til {danish(request.due_on)}."
        raise Refused(message, field="until_on", code="past_due")
    _cancel_snoozes(work, request.item_key)
    row = SnoozeRow(
        worker_id=_author(work),
        case_ref=request.case_id,
        item_key=request.item_key,
        until_on=request.until_on,
        reason=tidy(request.reason),
    )
    notices = ("Fristen ændres ikke.",) if overdue and request.consequence == CITIZENS_RIGHT else ()
    return Done(work.add(row).id, work.changes(), notices)


def cancel_snooze(work: Work, request: CancelSnooze) -> Done:
    """Take every own snooze of the item away; the id is the item's key."""
    _cancel_snoozes(work, request.item_key)
    return Done(request.item_key, work.changes())


def hand_over_item(work: Work, request: HandOverItem) -> Done:
    """Give it over. Refused: `missing` (field `reason`), `same_worker` and `unknown_worker` (`to_worker_id`)."""
    the_case(work, request.case_id)
    reason = required(request.reason, "reason", "Skriv, hvorfor en anden skal tage opgaven.")
    if request.to_worker_id == work.author:
        raise Refused("Vælg en kollega.", field="to_worker_id", code="same_worker")
    worker = work.session.get(CaseworkerRow, request.to_worker_id)
    if worker is None or not worker.active:
        raise Refused("Vælg en medarbejder på listen.", field="to_worker_id", code="unknown_worker")
    for row in _open_hand_overs(work, request.case_id, request.item_key):
        row.taken_back_on = work.today
    row = ItemHandOverRow(
        case_id=request.case_id,
        item_key=request.item_key,
        to_worker_id=request.to_worker_id,
        reason=reason,
        handed_on=work.today,
    )
    return Done(work.add(row).id, work.changes())


def take_back_item(work: Work, request: TakeBackItem) -> Done:
    """Take it back. Refused: `not_handed_over` (field `item_key`)."""
    rows = _open_hand_overs(work, request.case_id, request.item_key)
    if not rows:
        raise Refused("Opgaven er ikke overført.", field="item_key", code="not_handed_over")
    for row in rows:
        row.taken_back_on = work.today
    return Done(rows[-1].id, work.changes())


def mark_done_elsewhere(work: Work, request: MarkDoneElsewhere) -> Done:
    """Write it. Refused: `missing` (field `note`), `in_the_future` (`done_on`)."""
    the_case(work, request.case_id)
    not_in_future(request.done_on, work.today, "done_on")
    row = DoneElsewhereRow(
        case_id=request.case_id,
        item_key=request.item_key,
        done_on=request.done_on,
        note=required(request.note, "note", "Skriv, hvor og hvordan det er gjort."),
    )
    return Done(work.add(row).id, work.changes())


def _author(work: Work) -> str:
    if work.author is None:
        raise Refused("Vælg først, hvem du er, under Indstillinger.", code="no_worker")
    return work.author


def _cancel_snoozes(work: Work, item_key: str) -> None:
    query = select(SnoozeRow).where(
        SnoozeRow.item_key == item_key, SnoozeRow.worker_id == work.author, SnoozeRow.cancelled_on.is_(None)
    )
    for row in work.session.scalars(query):
        row.cancelled_on = work.today


def _open_hand_overs(work: Work, case_id: str, item_key: str) -> list[ItemHandOverRow]:
    query = select(ItemHandOverRow).where(
        ItemHandOverRow.case_id == case_id,
        ItemHandOverRow.item_key == item_key,
        ItemHandOverRow.taken_back_on.is_(None),
        ItemHandOverRow.gone.is_(False),
        ItemHandOverRow.withdrawn_on.is_(None),
    )
    return list(work.session.scalars(query.order_by(ItemHandOverRow.id)))
