"""Ticks off what has been written in another system, takes it back, and gives up what is not needed there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import the_row
from app.cases.checking import not_in_future, required
from app.changes import Done
from app.talks.reports import (
    MarkCorrected,
    MarkNotNeeded,
    MarkRejected,
    MarkSent,
    TakeBackReport,
    mark_corrected,
    mark_not_needed,
    mark_rejected,
    mark_sent,
    take_back_report,
)
from app.work import Work
from db.errors import Refused
from db.rows.people import OutwardEntryRow
from db.rows.talks import PortalReportRow
from db.values.people import ExternalSystem
from db.values.talks import ReportState

_PORTAL = ExternalSystem.LABOUR_MARKET_PORTAL


@dataclass(frozen=True, slots=True)
class TickRef:
    """One tick: the system, and the row that says where it stands there."""

    system: ExternalSystem
    row_id: str


@dataclass(frozen=True, slots=True)
class MarkEntered:
    """These have been written in their systems on a day."""

    ticks: tuple[TickRef, ...]
    entered_on: date


@dataclass(frozen=True, slots=True)
class TakeBackTicks:
    """What was noted last about these was wrong."""

    ticks: tuple[TickRef, ...]


@dataclass(frozen=True, slots=True)
class GiveUpTick:
    """This one need not be written there."""

    tick: TickRef
    reason: str


@dataclass(frozen=True, slots=True)
class SendBack:
    """The portal has sent this one back."""

    tick: TickRef
    reason: str


def mark_entered(work: Work, request: MarkEntered) -> Done:
    """Tick off; what the portal had sent back is thereby corrected. The id is the first one's.

    Refused: `missing` (field `ticks`), `in_the_future` (`entered_on`), `wrong_state`, `unknown_row`.
    """
    if not request.ticks:
        raise Refused("Markér mindst én linje.", field="ticks", code="missing")
    not_in_future(request.entered_on, work.today, "entered_on")
    for tick in request.ticks:
        if tick.system is _PORTAL:
            _mark_report(work, tick.row_id, request.entered_on)
        else:
            row = _entry(work, tick.row_id)
            if row.entered_on is not None:
                raise Refused("Den er allerede sat som overført.", field="ticks", code="wrong_state")
            row.entered_on, row.entered_by = request.entered_on, work.author
    return Done(request.ticks[0].row_id, work.changes())


def take_back_ticks(work: Work, request: TakeBackTicks) -> Done:
    """Let them wait again. Refused: `missing` (field `ticks`), `wrong_state`, `unknown_row`."""
    if not request.ticks:
        raise Refused("Markér mindst én linje.", field="ticks", code="missing")
    for tick in request.ticks:
        if tick.system is _PORTAL:
            take_back_report(work, TakeBackReport(tick.row_id))
        else:
            _take_back_entry(work, tick.row_id)
    return Done(request.ticks[0].row_id, work.changes())


def give_up_tick(work: Work, request: GiveUpTick) -> Done:
    """Take it off the list with its reason. Refused: `missing` (field `reason`), `wrong_state`, `unknown_row`."""
    reason = required(request.reason, "reason", "Skriv, hvorfor det ikke skal overføres.")
    if request.tick.system is _PORTAL:
        mark_not_needed(work, MarkNotNeeded(request.tick.row_id, reason))
    else:
        row = _entry(work, request.tick.row_id)
        if row.entered_on is not None:
            raise Refused("Den er allerede sat som overført.", field="tick", code="wrong_state")
        row.withdrawn_on, row.withdrawn_by, row.withdrawn_reason = work.today, work.author, reason
    return Done(request.tick.row_id, work.changes())


def send_back(work: Work, request: SendBack) -> Done:
    """Note that the portal rejected it. Refused: `not_the_portal` (field `tick`), and as `mark_rejected` says."""
    if request.tick.system is not _PORTAL:
        message = "Kun Arbejdsmarkedsportalen sender indberetninger retur."
        raise Refused(message, field="tick", code="not_the_portal")
    return mark_rejected(work, MarkRejected(request.tick.row_id, request.reason))


def _mark_report(work: Work, report_id: str, day: date) -> None:
    if the_row(work, PortalReportRow, report_id, field="ticks").state is ReportState.REJECTED:
        mark_corrected(work, MarkCorrected(report_id, day))
    else:
        mark_sent(work, MarkSent((report_id,), day))


def _entry(work: Work, row_id: str) -> OutwardEntryRow:
    return the_row(work, OutwardEntryRow, row_id, field="ticks")


def _take_back_entry(work: Work, row_id: str) -> None:
    row = work.session.get(OutwardEntryRow, row_id)
    if row is None or row.gone or (row.withdrawn_on is None and row.entered_on is None):
        message = "Linjen står et andet sted nu. Hent listen igen."
        raise Refused(message, field="ticks", code="wrong_state")
    row.withdrawn_on = row.withdrawn_by = row.withdrawn_reason = None
    row.entered_on = row.entered_by = None
