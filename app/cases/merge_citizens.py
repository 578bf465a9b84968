"""Two cases of one citizen become one. Rows move by a tombstone here and a new row there, never in place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from sqlalchemy import inspect, select

from app.cases.case_rows import live_rows, open_closing, the_case
from app.cases.checking import required
from app.cases.holders import open_holding
from app.cases.withdraw import case_classes
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.base import CaseRow
from db.rows.local import DraftRow
from db.rows.own import ReminderRow, SnoozeRow
from db.rows.people import BenefitPeriodRow, CaseClosingRow, CaseHoldingRow, CitizenRow, HouseholdMemberRow
from db.rows.visits import OpenAdviceContactRow

# What the store keeps about the row itself and not about the citizen.
_OF_THE_ROW = frozenset({"id", "case_id", "row_rev", "gone", "author", "written_at"})


@dataclass(frozen=True, slots=True)
class MergeCitizens:
    """`duplicate_id` goes into `keep_id`, whose CPR number, name and address stand."""

    keep_id: str
    duplicate_id: str
    reason: str


def merge_citizens(work: Work, request: MergeCitizens) -> Done:
    """Move every row of the duplicate; the id is the case that is kept. The notices say what to look at.

    Refused: `same_citizen` (field `duplicate_id`), `closed_case` (`keep_id`) when only the other one is open,
    `missing` (`reason`), `unknown_case`, `merged_case`.
    """
    keep = the_case(work, request.keep_id, field="keep_id")
    duplicate = the_case(work, request.duplicate_id, field="duplicate_id")
    if keep.id == duplicate.id:
        raise Refused("Vælg to forskellige sager.", field="duplicate_id", code="same_citizen")
    if open_closing(work.session, keep.id) is not None and open_closing(work.session, duplicate.id) is None:
        # The open one would end without anybody having ended it, and its deadlines would be gone.
        message = "Sagen, der skal bestå, er afsluttet, og den anden er åben. Genåbn den først."
        raise Refused(message, field="keep_id", code="closed_case")
    reason = required(request.reason, "reason", "Skriv, hvorfor sagerne flettes.")
    new_ids = _move(work, keep, duplicate)
    _follow(work, keep.id, duplicate.id, new_ids)
    duplicate.merged_into = keep.id
    duplicate.gone = True
    duplicate.withdrawn_on = work.today
    duplicate.withdrawn_by = work.author
    duplicate.withdrawn_reason = reason
    if keep.first_enquiry_on is None or (duplicate.first_enquiry_on or keep.first_enquiry_on) < keep.first_enquiry_on:
        keep.first_enquiry_on = duplicate.first_enquiry_on
    work.session.flush()
    return Done(keep.id, work.changes(), _to_look_at(work, keep.id))


def _move(work: Work, keep: CitizenRow, duplicate: CitizenRow) -> dict[str, str]:
    """Write each row anew in the kept case; give the new id for each old one.

    The kept case keeps its holder and stays open, whatever held of the duplicate.
    """
    held = open_holding(work.session, keep.id) is not None
    is_open = open_closing(work.session, keep.id) is None
    rows: list[CaseRow] = []
    for kind in case_classes().values():
        query = select(kind).where(kind.case_id == duplicate.id, kind.gone.is_(False)).order_by(kind.id)
        rows += work.session.scalars(query)
    rows = [row for row in rows if not _has_the_same_household(work, keep.id, row)]
    new_ids = {row.id: work.new_id() for row in rows}
    for row in rows:
        copy = type(row)()
        copy.id, copy.case_id = new_ids[row.id], keep.id
        for key in _own_columns(row):
            setattr(copy, key, _with_new_ids(getattr(row, key), new_ids, keep, duplicate))
        if isinstance(copy, CaseHoldingRow) and held:
            copy.to_on = copy.to_on or max(copy.from_on, work.today)
        if isinstance(copy, CaseClosingRow) and is_open:
            copy.reopened_on = copy.reopened_on or work.today
        work.session.add(copy)
        row.gone = True
    for membership in live_rows(work.session, HouseholdMemberRow, duplicate.id):
        membership.gone = True
    return new_ids


def _own_columns(row: CaseRow) -> list[str]:
    return [key for key in inspect(type(row)).column_attrs.keys() if key not in _OF_THE_ROW]  # noqa: SIM118 - a collection of attributes, not a dict.


def _with_new_ids(value: object, new_ids: dict[str, str], keep: CitizenRow, duplicate: CitizenRow) -> object:
    """A value that names a moved row names its new one; the key of a queue item holds several ids."""
    if not isinstance(value, str) or isinstance(value, Enum):
        return value
    if value in new_ids or "/" not in value or duplicate.id not in value:
        return new_ids.get(value, value)
    return _key_with_new_ids(value, new_ids, keep.id, duplicate.id)


def _key_with_new_ids(key: str, new_ids: dict[str, str], keep_id: str, duplicate_id: str) -> str:
    parts = (keep_id if part == duplicate_id else new_ids.get(part, part) for part in key.split("/"))
    return "/".join(parts)


def _has_the_same_household(work: Work, keep_id: str, row: CaseRow) -> bool:
    """The kept case stands in that household already: a second part there would be the same person twice."""
    if not isinstance(row, HouseholdMemberRow):
        return False
    return any(own.household_id == row.household_id for own in live_rows(work.session, HouseholdMemberRow, keep_id))


def _follow(work: Work, keep_id: str, duplicate_id: str, new_ids: dict[str, str]) -> None:
    """What lies outside the case and names it: own reminders and snoozes, drafts, contacts in the open advice."""
    for reminder in work.session.scalars(select(ReminderRow).where(ReminderRow.case_ref == duplicate_id)):
        reminder.case_ref = keep_id
    for snooze in work.session.scalars(select(SnoozeRow).where(SnoozeRow.case_ref == duplicate_id)):
        snooze.case_ref = keep_id
        snooze.item_key = _key_with_new_ids(snooze.item_key, new_ids, keep_id, duplicate_id)
    for draft in work.session.scalars(select(DraftRow).where(DraftRow.case_ref == duplicate_id)):
        draft.case_ref = keep_id
        draft.about_id = new_ids.get(draft.about_id or "", draft.about_id)
    for contact in work.session.scalars(
        select(OpenAdviceContactRow).where(OpenAdviceContactRow.case_ref == duplicate_id)
    ):
        contact.case_ref = keep_id


def _to_look_at(work: Work, case_id: str) -> tuple[str, ...]:
    periods = sorted(live_rows(work.session, BenefitPeriodRow, case_id), key=lambda row: row.from_on)
    overlap = any(before.to_on is None or after.from_on <= before.to_on for before, after in pairwise(periods))
    return ("De to sagers ydelser overlapper. Ret perioderne.",) if overlap else ()
