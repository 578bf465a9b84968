"""One form of a sickness case and one of its follow-up talk, each in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.cases.at_fields import at_fields
from app.cases.case_rows import the_row
from app.cases.checking import required
from app.cases.sickness_cases import (
    OpenSicknessCase,
    Recover,
    ReturnForm,
    SendForm,
    SetSicknessGroup,
    open_sickness_case,
    recover,
    return_form,
    send_form,
    set_sickness_group,
)
from app.changes import Done
from app.talks.hold_talk import HoldTalk, hold_talk
from app.work import Work
from db.errors import Refused
from db.rows.cases import SicknessCaseRow
from db.values.cases import ReturnedTo, SicknessGroup


@dataclass(frozen=True, slots=True)
class KeepSicknessCase:
    """The case as it is to stand on a day; `sickness_case_id` None opens it with what only a new case is asked."""

    case_id: str
    on: date
    sickness_case_id: str | None = None
    first_absence_on: date | None = None
    notified_on: date | None = None
    employer: str | None = None
    employment_type: str | None = None
    earlier_weeks_used: int = 0
    form_sent_on: date | None = None
    form_due_on: date | None = None
    form_returned_on: date | None = None
    expected_recovery_on: date | None = None
    doctor_statement_on: date | None = None
    group: SicknessGroup | None = None
    recovered_on: date | None = None
    returned_to: ReturnedTo | None = None


@dataclass(frozen=True, slots=True)
class FollowUpSickness:
    """A follow-up talk with what it changed in the case: the group, the plan, the return to work."""

    talk: HoldTalk
    sickness_case_id: str
    group: SicknessGroup | None = None
    plan_changed: bool = False
    recovered_on: date | None = None
    returned_to: ReturnedTo | None = None


def keep_sickness_case(work: Work, request: KeepSicknessCase) -> Done:
    """Open the case or bring it up to date; the id is the sickness case's.

    Refused: `missing` (field `first_absence_on`, `form_sent_on`, `returned_to`, `recovered_on`), and as the parts say,
    at the field of the form.
    """
    case_id = request.sickness_case_id or _opened(work, request)
    row = the_row(work, SicknessCaseRow, case_id, field="first_absence_on")
    sent = request.form_sent_on
    if sent is None and request.form_returned_on is not None:
        raise Refused("Skriv, hvornår skemaet blev sendt.", field="form_sent_on", code="missing")
    if sent is not None and (row.form_sent_on, row.form_due_on) != (sent, request.form_due_on):
        with at_fields({"sent_on": "form_sent_on", "due_on": "form_due_on"}):
            send_form(work, SendForm(row.id, sent, request.form_due_on))
    returned = request.form_returned_on
    if returned is not None and row.form_returned_on != returned:
        with at_fields({"returned_on": "form_returned_on"}):
            return_form(work, ReturnForm(row.id, returned, request.expected_recovery_on, request.doctor_statement_on))
    row.expected_recovery_on = request.expected_recovery_on or row.expected_recovery_on
    row.doctor_statement_on = request.doctor_statement_on or row.doctor_statement_on
    _set_group(work, row, request.group, request.on)
    _recover(work, row, request.recovered_on, request.returned_to)
    return Done(row.id, work.changes())


def follow_up_sickness(work: Work, request: FollowUpSickness) -> Done:
    """Write the talk and what it changed; the id is the talk's.

    Refused as `hold_talk`; `missing` (field `returned_to`, `recovered_on`), and as the parts say.
    """
    row = the_row(work, SicknessCaseRow, request.sickness_case_id, field="held_on")
    talk = replace(request.talk, sickness_case_id=row.id)
    if talk.held_on < row.first_absence_on:
        message = "Opfølgningen kan ikke ligge før første fraværsdag."
        raise Refused(message, field="held_on", code="wrong_order")
    if request.plan_changed:
        note = required(talk.note, "note", "Skriv notatet.")
        talk = replace(talk, note=f"{note}\n\nOpfølgningsplanen er ændret.")
    done = hold_talk(work, talk)
    _set_group(work, row, request.group, talk.held_on)
    _recover(work, row, request.recovered_on, request.returned_to)
    return Done(done.id, work.changes(), done.notices)


def _opened(work: Work, request: KeepSicknessCase) -> str:
    if request.first_absence_on is None:
        raise Refused("Skriv første fraværsdag.", field="first_absence_on", code="missing")
    with at_fields({"case_id": "first_absence_on"}):
        return open_sickness_case(
            work,
            OpenSicknessCase(
                request.case_id,
                request.first_absence_on,
                request.notified_on,
                request.employer,
                request.employment_type,
                earlier_weeks_used=request.earlier_weeks_used,
            ),
        ).id


def _set_group(work: Work, row: SicknessCaseRow, group: SicknessGroup | None, on: date) -> None:
    if group is not None and group is not row.group:
        with at_fields({"from_on": "group"}):
            set_sickness_group(work, SetSicknessGroup(row.id, group, max(on, row.first_absence_on)))


def _recover(work: Work, row: SicknessCaseRow, on: date | None, to: ReturnedTo | None) -> None:
    if on is None and to is None:
        return
    if on is None:
        raise Refused("Skriv, hvornår borgeren blev rask.", field="recovered_on", code="missing")
    if to is None:
        raise Refused("Vælg, hvad borgeren kom tilbage til.", field="returned_to", code="missing")
    recover(work, Recover(row.id, on, to))
