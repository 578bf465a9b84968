"""A report of absence: answered in one of three ways until the whole chain of sanctions is worked here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import the_row
from app.cases.checking import in_order, not_in_future, required
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.orders import AbsenceReportRow
from db.values.offers import AbsenceClosing

CLOSINGS = {
    AbsenceClosing.REASONABLE_EXCUSE: "Rimelig grund",
    AbsenceClosing.SENT_TO_SANCTIONS: "Sendt til sanktionsmedarbejder",
    AbsenceClosing.HANDLED_ELSEWHERE: "Behandlet andetsteds",
}


@dataclass(frozen=True, slots=True)
class AnswerAbsence:
    """How the report was answered, on a day, and why."""

    report_id: str
    closing: AbsenceClosing
    closed_on: date
    note: str


def answer_absence(work: Work, request: AnswerAbsence) -> Done:
    """Close the report.

    Refused: `already_closed` (field `report_id`), `missing` (`note`), `in_the_future` and `wrong_order` (`closed_on`).
    """
    row = the_row(work, AbsenceReportRow, request.report_id, field="report_id")
    if row.closed_on is not None or row.sanction_case_id is not None:
        raise Refused("Udeblivelsen er allerede behandlet.", field="report_id", code="already_closed")
    not_in_future(request.closed_on, work.today, "closed_on")
    in_order(row.reported_on, request.closed_on, "closed_on")
    row.closing_note = required(request.note, "note", "Skriv, hvad der er talt om, og hvad afgørelsen bygger på.")
    row.closing = request.closing
    row.closed_on = request.closed_on
    return Done(row.id, work.changes())
