"""Notes, call backs, warnings, and reports to the portal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.holders import AssignHolder, assign_holder
from app.talks.hold_talk import HoldTalk, hold_talk
from app.talks.notes import CallBack, WriteNote, call_back, write_note
from app.talks.reports import (
    MarkCorrected,
    MarkNotNeeded,
    MarkRejected,
    MarkSent,
    mark_corrected,
    mark_not_needed,
    mark_rejected,
    mark_sent,
    reports_to_send,
)
from app.talks.warnings import RecordWarning, record_warning
from db.rows.talks import NoteRow, PortalReportRow, WarningRow
from db.values.cases import WarningKind
from db.values.talks import NoteKind, ReportState, TalkForm
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def case(desk: Desk) -> str:
    return desk.citizen()


@pytest.fixture
def report(desk: Desk, case: str) -> str:
    talk = HoldTalk(case, TODAY, TalkForm.INDIVIDUAL, "Notat", "Søger job", date(2007, 4, 1), match_kept=True)
    desk.do(hold_talk, talk)
    return desk.row(PortalReportRow).id


def test_that_a_phone_note_asks_for_a_call_back_until_it_is_made(desk: Desk, case: str) -> None:
    note = desk.do(write_note, WriteNote(case, " Ring ", TODAY, NoteKind.PHONE, call_back=True)).id
    assert (desk.row(NoteRow).text, desk.row(NoteRow).noted_by) == ("Ring", desk.me)
    desk.do(call_back, CallBack(note, TODAY))
    assert desk.row(NoteRow).called_back_on == TODAY
    desk.refuses(call_back, CallBack(note, TODAY), code="no_call_back", field="note_id")


def test_that_an_empty_or_future_note_is_refused(desk: Desk, case: str) -> None:
    desk.refuses(write_note, WriteNote(case, "", TODAY), code="missing", field="text")
    desk.refuses(write_note, WriteNote(case, "Ja", date(2007, 3, 21)), code="in_the_future", field="noted_on")


def test_that_a_report_goes_from_sent_over_rejected_to_corrected(desk: Desk, report: str) -> None:
    desk.do(mark_sent, MarkSent((report,), TODAY))
    desk.refuses(mark_sent, MarkSent((report,), TODAY), code="wrong_state", field="report_ids")
    desk.refuses(mark_rejected, MarkRejected(report, " "), code="missing", field="reason")
    desk.do(mark_rejected, MarkRejected(report, "Forkert dato"))
    assert desk.row(PortalReportRow).rejected_reason == "Forkert dato"
    desk.do(mark_corrected, MarkCorrected(report, TODAY))
    assert (desk.row(PortalReportRow).state, desk.row(PortalReportRow).reported_on) == (ReportState.CORRECTED, TODAY)
    desk.refuses(mark_not_needed, MarkNotNeeded(report), code="wrong_state", field="report_id")


def test_that_a_report_may_be_taken_off_the_list(desk: Desk, report: str) -> None:
    desk.do(mark_not_needed, MarkNotNeeded(report))
    with desk.memory.reading() as session:
        assert reports_to_send(session) == ()


def test_that_the_list_is_of_ones_own_cases_or_of_all(desk: Desk, case: str, report: str) -> None:
    desk.do(assign_holder, AssignHolder(case, desk.me, desk.unit, TODAY))
    with desk.memory.reading() as session:
        (line,) = reports_to_send(session, worker_id=desk.me)
        assert reports_to_send(session) == (line,)
        assert reports_to_send(session, worker_id=desk.colleague) == ()
    assert (line.id, line.citizen, line.counted_from, line.state) == (
        report,
        "Samira Lund",
        TODAY,
        ReportState.TO_SEND,
    )


def test_that_no_report_is_marked_without_one_or_in_the_future(desk: Desk, report: str) -> None:
    desk.refuses(mark_sent, MarkSent((), TODAY), code="missing", field="report_ids")
    late = MarkSent((report,), date(2007, 3, 21))
    desk.refuses(mark_sent, late, code="in_the_future", field="reported_on")
    desk.refuses(mark_corrected, MarkCorrected(report, TODAY), code="wrong_state", field="report_id")


def test_that_a_warning_says_how_and_by_which_text(desk: Desk, case: str) -> None:
    warning = RecordWarning(case, WarningKind.HOURS_RULE, TODAY, "brev", "2007-2", in_writing=True, understood=True)
    desk.do(record_warning, warning)
    row = desk.row(WarningRow)
    assert (row.kind, row.in_writing, row.text_version, row.understood) == (
        WarningKind.HOURS_RULE,
        True,
        "2007-2",
        True,
    )
    desk.refuses(record_warning, replace(warning, warned_how=""), code="missing", field="warned_how")
    desk.refuses(record_warning, replace(warning, text_version=None), code="missing", field="text_version")
    late = replace(warning, warned_on=date(2007, 3, 21))
    desk.refuses(record_warning, late, code="in_the_future", field="warned_on")
