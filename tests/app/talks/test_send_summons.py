"""Summoning with letters: one, a list at times of their own, a group, and a new time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.cases.benefits import StartBenefit, start_benefit
from app.cases.drafts import DraftKey
from app.clock import FixedClock
from app.documents.keep import document_bytes
from app.talks.attendance import NoteAttendance, Rebook, note_attendance
from app.talks.diary import Taken, clash, free_time, next_working_days, read_taken
from app.talks.group_meetings import CreateGroupMeeting
from app.talks.invite import InviteMany, invite_many
from app.talks.letter_preview import preview_letter
from app.talks.local_time import instant_of
from app.talks.new_time import GiveNewTime, give_new_time, open_rebook
from app.talks.send_summons import SendSummonses, Sent, send_summonses
from app.talks.summon import Meeting, Summon
from app.talks.summons_form import open_summons
from app.work import Work
from db.errors import Refused
from db.rows.local import BlobRow, UsageLogRow
from db.rows.talks import AttendanceRow, GroupMeetingRow, PrintedDocumentRow, SummonsRow
from db.values.people import BenefitType, UsageKind
from db.values.talks import AttendanceKind, SentHow, TalkForm, TalkPurpose
from tests.helpers.desk import TODAY, Desk

ADDRESS = "Mjølnerparken 42, 2. tv., 2200 København N"
THEN = date(2007, 3, 28)
MEETING = Meeting(
    TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, THEN, time(10), time(10, 45), place="Lokale 2",
    address="Eksempelvej 1", phone="01 23 45 01", duty_text="Udebliver du, kan det få betydning.",
    sent_how=SentHow.LETTER,
)  # fmt: skip


@pytest.fixture
def case(desk: Desk) -> str:
    return on_benefit(desk, desk.citizen(address=ADDRESS))


def on_benefit(desk: Desk, case_id: str) -> str:
    desk.do(start_benefit, StartBenefit(case_id, BenefitType.CASH_ASSISTANCE, date(2007, 1, 2)))
    return case_id


def work_of(desk: Desk, session: object) -> Work:
    return Work(session, desk.me, FixedClock(TODAY), desk.make_id)  # type: ignore[arg-type] # a session for reading


def text_of(desk: Desk, digest: str | None) -> str:
    with desk.store.reading() as session:
        pdf = document_bytes(session, digest or "")
    assert pdf is not None
    return " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())


def test_that_a_summons_and_its_letter_are_kept_together(desk: Desk, case: str) -> None:
    done = desk.do(send_summonses, SendSummonses((Summon(case, MEETING),)))
    assert isinstance(done, Sent)
    row, document = desk.row(SummonsRow), desk.row(PrintedDocumentRow)
    assert (row.sent_on, row.sent_how, row.title) == (TODAY, SentHow.LETTER, "Indkaldelse til samtale")
    assert (document.about_id, document.document_hash, document.printed_by) == (row.id, row.document_hash, desk.me)
    assert "Onsdag den 28. marts 2007 kl. 10.00" in text_of(desk, row.document_hash)
    assert [(each.case_id, each.look_up) for each in done.letters] == [(case, False)]


def test_that_nothing_is_written_when_the_letter_cannot_be(desk: Desk, case: str) -> None:
    without = replace(MEETING, address=None)
    refused = desk.refuses(
        send_summonses, SendSummonses((Summon(case, without),)), code="merge_field_missing", field="address"
    )
    assert refused.message == "Brevet mangler: sted og adresse."
    strange = replace(MEETING, what_to_bring="漢字")
    desk.refuses(send_summonses, SendSummonses((Summon(case, strange),)), code="character_missing", field=None)
    desk.refuses(send_summonses, SendSummonses(()), code="missing", field="case_ids")
    timeless = SendSummonses((Summon(case, replace(MEETING, meets_at=None)),))
    desk.refuses(send_summonses, timeless, code="missing", field="meets_at")
    # Without a letter neither the address nor the letters of the font are asked for.
    desk.do(
        send_summonses, SendSummonses((Summon(case, replace(strange, address=None, sent_how=None)),), letters=False)
    )
    assert (desk.row(SummonsRow).sent_on, desk.count(BlobRow)) == (None, 0)


def test_that_the_duty_must_be_told_where_absence_may_have_consequences(desk: Desk, case: str) -> None:
    silent = replace(MEETING, duty_text=" ")
    desk.refuses(send_summonses, SendSummonses((Summon(case, silent),)), code="missing", field="duty_text")
    other = desk.citizen("Ada Bro", "620175-1002", ADDRESS)
    desk.do(send_summonses, SendSummonses((Summon(other, silent),)))
    desk.do(send_summonses, SendSummonses((Summon(case, replace(silent, purpose=TalkPurpose.OTHER)),)))


def test_that_a_list_is_kept_whole_and_printed_as_the_post_is_sorted(desk: Desk) -> None:
    far = on_benefit(desk, desk.citizen("Ada Bro", "620175-1002", "Ågade 9, 9000 Aalborg"))
    near = on_benefit(desk, desk.citizen("Bo Ek", "630175-1003", "Ågade 10, 2200 København N"))
    nearer = on_benefit(desk, desk.citizen("Cai Fog", "640175-1004", "Ågade 2, 2200 København N"))
    hidden = on_benefit(
        desk, desk.citizen("Dan Gad", "650175-1005", "Ågade 1, 2200 København N", address_protected=True)
    )
    times = {far: time(9), near: time(9, 30), nearer: time(10), hidden: time(13, 15)}
    summonses = tuple(
        Summon(each, replace(MEETING, meets_at=at, ends_at=None, interpreter_booked=each == near))
        for each, at in times.items()
    )
    done = desk.do(send_summonses, SendSummonses(summonses))
    assert isinstance(done, Sent)
    assert [each.case_id for each in done.letters] == [hidden, nearer, near, far]
    assert [each.look_up for each in done.letters] == [True, False, False, False]
    rows = {row.case_id: row for row in desk.rows(SummonsRow)}
    assert {each: rows[each].meets_at for each in times} == {
        far: "09:00",
        near: "09:30",
        nearer: "10:00",
        hidden: "13:15",
    }
    assert "Vi har bestilt en tolk" in text_of(desk, rows[near].document_hash)
    assert "Ågade" not in text_of(desk, rows[hidden].document_hash)
    bad = (Summon(far, replace(MEETING, meets_on=date(2007, 4, 2))), Summon("nobody", MEETING))
    desk.refuses(send_summonses, SendSummonses(bad), code="unknown_case", field="case_id")


def test_that_a_group_is_made_invited_and_written_to_in_one_go(desk: Desk, case: str) -> None:
    other = on_benefit(desk, desk.citizen("Ada Bro", "620175-1002", ADDRESS))
    new = CreateGroupMeeting(
        "", "Job i service", TalkPurpose.CONTACT, instant_of(THEN, time(10)), instant_of(THEN, time(11)),
        place="Sal 1", seats=2,
    )  # fmt: skip
    done = desk.do(invite_many, InviteMany((case, other), replace(MEETING, form=TalkForm.GROUP), new=new))
    assert isinstance(done, Sent)
    meeting = desk.row(GroupMeetingRow)
    assert (meeting.id, meeting.unit_id, len(desk.rows(AttendanceRow))) == (done.id, desk.unit, 2)
    text = text_of(desk, desk.rows(PrintedDocumentRow)[0].document_hash)
    assert "Det handler om: Job i service" in text
    assert "Sal 1 Eksempelvej 1" in text
    assert "Onsdag den 28. marts 2007 kl. 10.00" in text
    third = desk.citizen("Bo Ek", "630175-1003", ADDRESS)
    full = InviteMany((third,), MEETING, meeting_id=done.id)
    desk.refuses(invite_many, full, code="no_seats", field="case_ids")
    desk.refuses(invite_many, replace(full, meeting_id=None), code="missing", field="group")


def test_that_a_new_time_is_proposed_a_week_later_and_told_by_letter(desk: Desk, case: str) -> None:
    summons = desk.do(send_summonses, SendSummonses((Summon(case, MEETING),))).id
    desk.do(note_attendance, NoteAttendance(summons, AttendanceKind.ABSENT, THEN), day=THEN)
    other = on_benefit(desk, desk.citizen("Ada Bro", "620175-1002", ADDRESS))
    in_a_week = replace(MEETING, meets_on=date(2007, 4, 4))
    desk.do(send_summonses, SendSummonses((Summon(other, in_a_week),)))
    with desk.store.writing() as session:
        opened = open_rebook(
            Work(session, desk.me, FixedClock(date(2007, 3, 29)), desk.make_id), DraftKey("r", case, summons)
        )
    # The same hour is taken on 4 April, so that day's first free time is proposed.
    assert (opened.proposed_on, opened.proposed_at, opened.minutes) == (date(2007, 4, 4), time(9), 45)
    done = desk.do(give_new_time, GiveNewTime(Rebook(summons, opened.proposed_on, time(9), time(9, 45))))
    assert isinstance(done, Sent)
    row = desk.row(SummonsRow, id=done.id)
    assert (row.sent_on, row.document_hash is not None) == (TODAY, True)
    text = text_of(desk, row.document_hash)
    assert "Ny tid Onsdag den 4. april 2007 kl. 9.00" in text
    assert "i stedet for tiden onsdag den 28. marts 2007 kl. 10" in text
    quiet = desk.do(give_new_time, GiveNewTime(Rebook(done.id, date(2007, 4, 10), time(9)), letter=False))
    assert desk.row(SummonsRow, id=quiet.id).document_hash is None


def test_that_clashes_name_what_stands_there_and_free_times_avoid_it() -> None:
    taken = (Taken("me", "a", THEN, time(9), time(9, 45)), Taken("me", None, THEN, time(13), time(14)))
    when = {"worker_id": "me", "on": THEN}
    assert clash(taken, case_id="b", starts=time(9, 30), ends=time(10), **when) == "Anden samtale kl. 9.00–9.45"  # type: ignore[arg-type] # by name
    assert clash(taken, case_id="b", starts=time(13), ends=time(13, 30), **when) == "Fælles møde kl. 13.00–14.00"  # type: ignore[arg-type] # by name
    assert clash(taken, case_id="a", starts=time(15), ends=time(15, 30), **when) == "Allerede indkaldt den dag"  # type: ignore[arg-type] # by name
    assert clash(taken, case_id="b", starts=time(9, 45), ends=time(10), **when) is None  # type: ignore[arg-type] # by name
    assert free_time(taken, worker_id="me", wanted_on=THEN, minutes=45) == (THEN, time(9, 45))
    assert free_time(taken, worker_id="me", wanted_on=THEN, minutes=45, wanted_at=time(13)) == (THEN, time(9, 45))
    assert free_time(taken, worker_id="other", wanted_on=THEN, minutes=45, wanted_at=time(13)) == (THEN, time(13))
    # Saturday, and the Easter days from Maundy Thursday to Easter Monday, are no working days.
    assert free_time((), worker_id="me", wanted_on=date(2007, 4, 5), minutes=30)[0] == date(2007, 4, 10)
    assert next_working_days(date(2007, 4, 3), 2) == (date(2007, 4, 4), date(2007, 4, 10))


def test_that_the_form_knows_whom_what_is_taken_and_what_to_propose(desk: Desk, case: str) -> None:
    desk.do(send_summonses, SendSummonses((Summon(case, MEETING),)))
    other = desk.citizen("Ada Bro", "620175-1002", ADDRESS, interpreter_needed=True, language="somali")
    with desk.store.writing() as session:
        opened = open_summons(work_of(desk, session), DraftKey("summons"), (other, case, other))
    assert [(each.name, each.interpreter_needed, each.has_duty) for each in opened.candidates] == [
        ("Ada Bro", True, False),
        ("Samira Lund", False, True),
    ]
    assert opened.head is None
    assert (opened.place, opened.address, opened.phone) == ("Lokale 2", "Eksempelvej 1", "01 23 45 01")
    assert (opened.proposed_on, opened.proposed_at) == (THEN, time(9))
    assert opened.taken[0].starts == time(10)
    assert opened.workers[0] == (desk.me, "M. Holm")
    logged = desk.rows(UsageLogRow, purpose="Indkaldelse")
    assert {(row.kind, row.case_id) for row in logged} == {(UsageKind.OPENED, case), (UsageKind.OPENED, other)}
    with desk.store.reading() as session:
        assert len(read_taken(session, datetime(2007, 3, 29).date())) == 0  # noqa: DTZ001 - only its date is used.


def test_that_a_preview_says_what_is_missing_and_writes_nothing(desk: Desk, case: str) -> None:
    before = desk.contents()

    def problem(meeting: Meeting) -> tuple[bool, str | None]:
        with desk.store.reading() as session:
            found = preview_letter(work_of(desk, session), SendSummonses((Summon(case, meeting),)))
        return bool(found.sheets), found.problem

    assert problem(MEETING) == (True, None)
    assert problem(replace(MEETING, address=None)) == (True, "Brevet mangler: sted og adresse.")
    shown, words = problem(replace(MEETING, what_to_bring="漢"))
    assert (shown, "U+6F22" in (words or "")) == (False, True)
    assert desk.contents() == before


def test_that_a_letter_is_not_made_for_a_case_that_is_gone(desk: Desk) -> None:
    with desk.store.reading() as session, pytest.raises(Refused):
        open_summons(work_of(desk, session), DraftKey("summons"), ("nobody",))
