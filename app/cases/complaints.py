"""Complaints: received about something, and settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import the_case, the_row
from app.cases.checking import in_order, not_in_future, required
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.cases import ComplaintRow


@dataclass(frozen=True, slots=True)
class ReceiveComplaint:
    """`about_kind` (a table) and `about_id` name the decision complained of, where there is one."""

    case_id: str
    received_on: date
    subject: str
    about_kind: str | None = None
    about_id: str | None = None


@dataclass(frozen=True, slots=True)
class SettleComplaint:
    """It was upheld, or sent on to the board of appeal."""

    complaint_id: str
    settled_on: date
    result: str


def receive_complaint(work: Work, request: ReceiveComplaint) -> Done:
    """Write the complaint. Refused: `missing` (field `subject`), `in_the_future` (`received_on`)."""
    the_case(work, request.case_id)
    not_in_future(request.received_on, work.today, "received_on")
    row = ComplaintRow(
        case_id=request.case_id,
        received_on=request.received_on,
        about_kind=request.about_kind,
        about_id=request.about_id,
        subject=required(request.subject, "subject", "Skriv, hvad der klages over."),
    )
    return Done(work.add(row).id, work.changes())


def settle_complaint(work: Work, request: SettleComplaint) -> Done:
    """Settle it. Refused: `already_settled` (field `complaint_id`), `missing` (`result`), `in_the_future`."""
    row = the_row(work, ComplaintRow, request.complaint_id, field="complaint_id")
    if row.settled_on is not None:
        raise Refused("Klagen er allerede afsluttet.", field="complaint_id", code="already_settled")
    not_in_future(request.settled_on, work.today, "settled_on")
    in_order(row.received_on, request.settled_on, "settled_on")
    row.result = required(request.result, "result", "Skriv, hvad der blev af klagen.")
    row.settled_on = request.settled_on
    return Done(row.id, work.changes())
