"""The reception checklist: what has been done once is seen by the next unit and not asked again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.case_rows import live_rows, the_case
from app.cases.checking import not_in_future, required, tidy
from app.changes import Done
from app.work import Work
from db.rows.organisation import CaseworkerRow
from db.rows.people import IntakeCheckRow


class IntakePoint(StrEnum):
    """The points of the reception. The stored value is the English name."""

    JOB_MEETING = "job_meeting"
    JOB_SERVICE = "job_service"
    JOB_REFERRAL = "job_referral"
    CV_REGISTERED = "cv_registered"
    DRV_REGISTERED = "drv_registered"
    GUIDANCE_GIVEN = "guidance_given"
    LEAFLETS_GIVEN = "leaflets_given"


INTAKE_LABELS = {
    IntakePoint.JOB_MEETING: "Jobmøde holdt",
    IntakePoint.JOB_SERVICE: "Jobservice vist",
    IntakePoint.JOB_REFERRAL: "Formidling til job forsøgt",
    IntakePoint.CV_REGISTERED: "CV registreret",
    IntakePoint.DRV_REGISTERED: "Registreret i DRV",
    IntakePoint.GUIDANCE_GIVEN: "Rettigheder og pligter forklaret",
    IntakePoint.LEAFLETS_GIVEN: "Pjecer udleveret",
}


@dataclass(frozen=True, slots=True)
class TickIntake:
    """A point was done. `detail` is required for the guidance (language and text) and the leaflets (which)."""

    case_id: str
    point: IntakePoint
    done_on: date
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class IntakeLine:
    """One line of the list, done or not; `done_by` is the worker's name."""

    point: IntakePoint
    label: str
    row_id: str | None
    done_on: date | None
    done_by: str | None
    detail: str | None


def tick_intake(work: Work, request: TickIntake) -> Done:
    """Write the point; done again, it gets the new date.

    Refused: `in_the_future` (field `done_on`), `missing` (`detail`).
    """
    the_case(work, request.case_id)
    not_in_future(request.done_on, work.today, "done_on")
    detail = tidy(request.detail)
    if request.point is IntakePoint.GUIDANCE_GIVEN:
        detail = required(detail, "detail", "Skriv sproget og tekstens udgave.")
    if request.point is IntakePoint.LEAFLETS_GIVEN:
        detail = required(detail, "detail", "Skriv, hvilke pjecer borgeren fik.")
    rows = [row for row in live_rows(work.session, IntakeCheckRow, request.case_id) if row.point == request.point]
    row = rows[0] if rows else work.add(IntakeCheckRow(case_id=request.case_id, point=request.point.value))
    row.done_on = request.done_on
    row.done_by = work.author
    row.detail = detail
    return Done(row.id, work.changes())


def intake_list(session: Session, case_id: str) -> tuple[IntakeLine, ...]:
    """Every point in order, with who did it and when."""
    query = (
        select(
            IntakeCheckRow.point,
            IntakeCheckRow.id,
            IntakeCheckRow.done_on,
            CaseworkerRow.name,
            IntakeCheckRow.detail,
        )
        .outerjoin(CaseworkerRow, CaseworkerRow.id == IntakeCheckRow.done_by)
        .where(
            IntakeCheckRow.case_id == case_id,
            IntakeCheckRow.gone.is_(False),
            IntakeCheckRow.withdrawn_on.is_(None),
        )
    )
    done = {
        point: IntakeLine(IntakePoint(point), INTAKE_LABELS[IntakePoint(point)], row_id, done_on, done_by, detail)
        for point, row_id, done_on, done_by, detail in session.execute(query)
        # A newer program may know points that this one does not.
        if point in set(IntakePoint)
    }
    return tuple(
        done.get(point, IntakeLine(point, INTAKE_LABELS[point], None, None, None, None)) for point in IntakePoint
    )
