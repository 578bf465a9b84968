"""Withdraw a wrong row of a case, with its reason. Nothing is erased: what was written can still be read.

What hangs on a row goes along: rows that point to it by a foreign key, and those that name it otherwise
(a talk's note, report, match and warnings).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import inspect, select

from app.cases.case_rows import live_rows
from app.cases.checking import danish, required
from app.changes import Done
from app.transfer.systems import the_systems
from app.work import Work
from db.errors import Refused
from db.rows.base import CaseRow, Row
from db.rows.cases import SicknessCaseRow
from db.rows.people import BenefitPeriodRow, CaseHoldingRow, OutwardEntryRow
from db.rows.plans import JobPlanRow
from db.rows.talks import PortalReportRow, SummonsRow, TalkRow
from db.values.plans import PlanState
from db.values.talks import ReportState, TalkPurpose

# Columns that name a row of the same case without a foreign key, because they may name rows of several tables
# or of none: (table that hangs on, column, table that it hangs on).
_HANGS_ON = (
    ("portal_report", "subject_id", "talk"),
    ("portal_report", "subject_id", "match_assessment"),
    ("match_assessment", "talk_id", "talk"),
    ("warning", "talk_id", "talk"),
    ("plan_review", "talk_id", "talk"),
    ("outward_entry", "subject_id", "talk"),
    ("outward_entry", "subject_id", "match_assessment"),
    ("outward_entry", "subject_id", "job_plan"),
    ("outward_entry", "subject_id", "placement"),
    ("plan_goal", "plan_id", "job_plan"),
    ("plan_activity", "plan_id", "job_plan"),
    ("commitment", "order_id", "offer_order"),
)

# These are undone in another way, because more than the row itself would be wrong afterwards.
_NOT_THIS_WAY = {
    "case_closing": "En afslutning trækkes ikke tilbage. Genåbn sagen.",
    "usage_log": "Anvendelsesloggen kan ikke ændres.",
}


@dataclass(frozen=True, slots=True)
class Withdraw:
    """`kind` is the table's name: `talk`, `note`, `match_assessment`, `summons` …."""

    kind: str
    row_id: str
    reason: str


def withdraw(work: Work, request: Withdraw) -> Done:
    """Withdraw the row and what hangs on it. The notices say what is to be put right elsewhere.

    Refused: `missing` (field `reason`), `unknown_row` (`row_id`), `not_withdrawable` (`kind`).
    """
    reason = required(request.reason, "reason", "Skriv, hvorfor oplysningen trækkes tilbage.")
    classes = case_classes()
    if request.kind in _NOT_THIS_WAY:
        raise Refused(_NOT_THIS_WAY[request.kind], field="kind", code="not_withdrawable")
    if request.kind not in classes:
        message = "Den slags oplysninger kan ikke trækkes tilbage."
        raise Refused(message, field="kind", code="not_withdrawable")
    row = work.session.get(classes[request.kind], request.row_id)
    if row is None or row.gone or row.withdrawn_on is not None:
        message = "Oplysningen findes ikke længere, eller den er allerede trukket tilbage."
        raise Refused(message, field="row_id", code="unknown_row")
    notices: list[str] = []
    _take_back(work, row, reason, notices)
    return Done(row.id, work.changes(), tuple(dict.fromkeys(notices)))


def case_classes() -> dict[str, type[CaseRow]]:
    """Every table whose rows belong to a case, by name."""
    return {
        inspect(mapper.class_).local_table.name: mapper.class_
        for mapper in Row.registry.mappers
        if issubclass(mapper.class_, CaseRow)
    }


def _take_back(work: Work, row: CaseRow, reason: str, notices: list[str]) -> None:
    row.withdrawn_on = work.today
    row.withdrawn_by = work.author
    row.withdrawn_reason = reason
    work.session.flush()
    if isinstance(row, PortalReportRow) and row.state in {ReportState.SENT, ReportState.CORRECTED}:
        notices.append("Det er allerede indberettet. Ret det også i Arbejdsmarkedsportalen.")
    if isinstance(row, OutwardEntryRow) and row.entered_on is not None:
        notices.append(f"Det er allerede overført. Ret det også i {the_systems().name(row.system)}.")
    if isinstance(row, TalkRow):
        _reopen_summons(work, row)
        _count_follow_ups_again(work, row)
    if isinstance(row, CaseHoldingRow) and row.to_on is None:
        _give_back(work, row)
    if isinstance(row, JobPlanRow) and row.state is PlanState.AGREED:
        _bring_back_plan(work, row)
    if isinstance(row, SummonsRow):
        _bring_back_summons(work, row, notices)
    if isinstance(row, BenefitPeriodRow):
        _tell_of_benefit_before(work, row, notices)
    for other in _what_hangs_on(work, row):
        _take_back(work, other, reason, notices)


def _what_hangs_on(work: Work, row: CaseRow) -> list[CaseRow]:
    table = inspect(type(row)).local_table.name
    classes = case_classes()
    found: list[CaseRow] = []
    for name, column in columns_that_name(table):
        kind = classes[name]
        rows = live_rows(work.session, kind, row.case_id)
        found += [each for each in rows if getattr(each, column) == row.id]
    about = [kind for kind in classes.values() if hasattr(kind, "about_kind")]
    for kind in about:
        rows = live_rows(work.session, kind, row.case_id)
        found += [each for each in rows if each.about_id == row.id]  # type: ignore[attr-defined] # has about_kind
    return found


def columns_that_name(table: str) -> set[tuple[str, str]]:
    named = {(name, column) for name, column, target in _HANGS_ON if target == table}
    for other in Row.metadata.tables.values():
        for key in other.foreign_keys:
            if key.column.table.name == table and table != "citizen":
                named.add((other.name, key.parent.name))
    return named


def _reopen_summons(work: Work, talk: TalkRow) -> None:
    """The talk had closed its summons; whether the citizen came is now to be said again."""
    if talk.summons_id is None:
        return
    summons = work.session.get(SummonsRow, talk.summons_id)
    if summons is not None:
        summons.attendance = None
        summons.attendance_noted_on = None


def _count_follow_ups_again(work: Work, talk: TalkRow) -> None:
    if talk.sickness_case_id is None:
        return
    sickness = work.session.get(SicknessCaseRow, talk.sickness_case_id)
    if sickness is None or sickness.last_follow_up_on != talk.held_on:
        return
    query = select(TalkRow.held_on).where(
        TalkRow.sickness_case_id == sickness.id,
        TalkRow.purpose == TalkPurpose.SICKNESS_FOLLOW_UP,
        TalkRow.gone.is_(False),
        TalkRow.withdrawn_on.is_(None),
    )
    sickness.last_follow_up_on = max(work.session.scalars(query), default=None)


def _give_back(work: Work, holding: CaseHoldingRow) -> None:
    """A wrong hand-over: the holder before it has the case again, unless another holding is open as well."""
    rows = live_rows(work.session, CaseHoldingRow, holding.case_id)
    if any(row.to_on is None for row in rows):
        return
    before = max(rows, key=lambda row: (row.from_on, row.id), default=None)
    if before is not None:
        before.to_on = None


def _bring_back_plan(work: Work, plan: JobPlanRow) -> None:
    """A wrong version: the one that it had replaced holds again."""
    rows = live_rows(work.session, JobPlanRow, plan.case_id)
    versions = [row for row in rows if row.plan_no == plan.plan_no and row.closed_on is None]
    if any(row.state is PlanState.AGREED for row in versions):
        return
    replaced = [row for row in versions if row.state is PlanState.REPLACED]
    before = max(replaced, key=lambda row: row.version, default=None)
    if before is not None:
        before.state = PlanState.AGREED


def _bring_back_summons(work: Work, summons: SummonsRow, notices: list[str]) -> None:
    """A wrong new time: the one that was given up for it stands again."""
    for row in live_rows(work.session, SummonsRow, summons.case_id):
        if row.rebooked_to == summons.id:
            row.rebooked_to = None
            notices.append(
                f"Indkaldelsen til {danish(row.meets_on)} gælder igen. Træk også den tilbage, hvis den er aflyst."
            )


def _tell_of_benefit_before(work: Work, period: BenefitPeriodRow, notices: list[str]) -> None:
    """The period before may have been ended by this one; nobody can know, and without it the deadlines are gone."""
    day_before = period.from_on - timedelta(days=1)
    if any(row.to_on == day_before for row in live_rows(work.session, BenefitPeriodRow, period.case_id)):
        notices.append(f"Ydelsen før slutter stadig {danish(day_before)}. Ret slutdatoen, hvis den fortsætter.")
