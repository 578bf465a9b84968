"""What a citizen lives on, period by period, and the clock from enquiry to notice.

`to_on` is the last day of a period. Periods of one citizen never overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.cases.case_rows import live_rows, the_open_case, the_row
from app.cases.checking import danish, in_order, not_in_future
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.people import BenefitPeriodRow
from db.values.people import BenefitType


@dataclass(frozen=True, slots=True)
class StartBenefit:
    """A period, open or with its last day. With `ends_running` a running period ends the day before."""

    case_id: str
    benefit: BenefitType
    from_on: date
    to_on: date | None = None
    enquiry_on: date | None = None
    notice_on: date | None = None
    ends_running: bool = False


@dataclass(frozen=True, slots=True)
class EndBenefit:
    """`to_on` is the last day."""

    period_id: str
    to_on: date


@dataclass(frozen=True, slots=True)
class ChangeBenefit:
    """A period as it is to stand."""

    period_id: str
    benefit: BenefitType
    from_on: date
    to_on: date | None = None
    enquiry_on: date | None = None
    notice_on: date | None = None


@dataclass(frozen=True, slots=True)
class NoteEntitlement:
    """The question whether the citizen is entitled: asked, and answered by the benefit office."""

    period_id: str
    enquiry_on: date
    notice_on: date | None = None


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A period as the form shows it. `asked_on` and `answered_on` are about the entitlement."""

    id: str
    benefit: BenefitType
    from_on: date
    to_on: date | None
    enquiry_on: date | None
    notice_on: date | None
    asked_on: date | None
    answered_on: date | None


def benefit_periods(work: Work, case_id: str) -> tuple[PeriodLine, ...]:
    """Every period of a case, newest first."""
    rows = sorted(live_rows(work.session, BenefitPeriodRow, case_id), key=lambda row: (row.from_on, row.id))
    return tuple(
        PeriodLine(
            row.id,
            row.benefit,
            row.from_on,
            row.to_on,
            row.enquiry_on,
            row.notice_on,
            row.entitlement_enquiry_on,
            row.entitlement_notice_on,
        )
        for row in reversed(rows)
    )


def start_benefit(work: Work, request: StartBenefit) -> Done:
    """Begin a period. Refused: `overlaps` (field `from_on`), `wrong_order` (`to_on`, `notice_on`)."""
    the_open_case(work, request.case_id)
    in_order(request.from_on, request.to_on, "to_on")
    in_order(request.enquiry_on, request.notice_on, "notice_on")
    if request.ends_running:
        for running in live_rows(work.session, BenefitPeriodRow, request.case_id):
            if running.to_on is None and running.from_on < request.from_on:
                running.to_on = request.from_on - timedelta(days=1)
    _refuse_overlap(work, request.case_id, request.from_on, request.to_on, but=None)
    row = work.add(
        BenefitPeriodRow(
            case_id=request.case_id,
            benefit=request.benefit,
            from_on=request.from_on,
            to_on=request.to_on,
            enquiry_on=request.enquiry_on,
            notice_on=request.notice_on,
        )
    )
    return Done(row.id, work.changes())


def end_benefit(work: Work, request: EndBenefit) -> Done:
    """Set the last day. Refused: `wrong_order` and `overlaps` (field `to_on`)."""
    row = the_row(work, BenefitPeriodRow, request.period_id, field="period_id")
    in_order(row.from_on, request.to_on, "to_on")
    _refuse_overlap(work, row.case_id, row.from_on, request.to_on, but=row.id, field="to_on")
    row.to_on = request.to_on
    return Done(row.id, work.changes())


def change_benefit(work: Work, request: ChangeBenefit) -> Done:
    """Correct a period. Refused as `start_benefit` says."""
    row = the_row(work, BenefitPeriodRow, request.period_id, field="period_id")
    in_order(request.from_on, request.to_on, "to_on")
    in_order(request.enquiry_on, request.notice_on, "notice_on")
    _refuse_overlap(work, row.case_id, request.from_on, request.to_on, but=row.id)
    row.benefit = request.benefit
    row.from_on, row.to_on = request.from_on, request.to_on
    row.enquiry_on, row.notice_on = request.enquiry_on, request.notice_on
    return Done(row.id, work.changes())


def note_entitlement(work: Work, request: NoteEntitlement) -> Done:
    """Note the enquiry and, once it is there, the notice. Refused: `in_the_future`, `wrong_order` (`notice_on`)."""
    row = the_row(work, BenefitPeriodRow, request.period_id, field="period_id")
    not_in_future(request.enquiry_on, work.today, "enquiry_on")
    not_in_future(request.notice_on, work.today, "notice_on")
    in_order(request.enquiry_on, request.notice_on, "notice_on")
    row.entitlement_enquiry_on = request.enquiry_on
    row.entitlement_notice_on = request.notice_on
    return Done(row.id, work.changes())


def _refuse_overlap(
    work: Work, case_id: str, from_on: date, to_on: date | None, *, but: str | None, field: str = "from_on"
) -> None:
    last = to_on or date.max
    for row in live_rows(work.session, BenefitPeriodRow, case_id):
        if row.id != but and row.from_on <= last and from_on <= (row.to_on or date.max):
            end = danish(row.to_on) if row.to_on else "nu"
            message = f"Der er allerede en ydelse fra {danish(row.from_on)} til {end}. Ret eller afslut den først."
            raise Refused(message, field=field, code="overlaps")
