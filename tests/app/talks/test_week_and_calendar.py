"""The week of a worker, and the calendar file that names nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from app.cases.drafts import DraftKey
from app.clock import FixedClock
from app.exports.calendar_file import appointment_file_name, calendar_text, week_file_name, write_calendar
from app.talks.attendance import NoteAttendance, note_attendance
from app.talks.group_meetings import CreateGroupMeeting, create_group_meeting
from app.talks.headings import talk_headings, with_headings
from app.talks.hold_talk import Agreed, HoldTalk, Outcome, Settled, hold_talk
from app.talks.local_time import instant_of
from app.talks.note_form import WritePhoneNote, open_note, waiting_call, write_phone_note
from app.talks.notes import WriteNote, write_note
from app.talks.opened_form import TALK_FORM, open_form
from app.talks.summon import Meeting, Summon, summon
from app.talks.week import Booked, Week, read_week
from app.talks.which_summons import standing_summons
from app.work import Work
from db.errors import Refused, Unavailable
from db.rows.talks import NoteRow, SummonsRow, TalkAgreementRow, TalkRow
from db.values.talks import AttendanceKind, NoteKind, StepOwner, TalkForm, TalkPurpose
from tests.helpers.desk import TODAY, Desk

TEN = Meeting(TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, TODAY, time(10), time(10, 45), place="Lokale 2; bag, til højre")
MADE = datetime(2007, 3, 20, 7, tzinfo=UTC)
NAME = "Samira Lund"


def week_of(desk: Desk, day: date = TODAY) -> Week:
    with desk.store.reading() as session:
        return read_week(session, desk.me, day, TODAY)


def work_of(desk: Desk, session: object) -> Work:
    return Work(session, desk.me, FixedClock(TODAY), desk.make_id)  # type: ignore[arg-type] # whichever is open


@pytest.fixture
def case(desk: Desk) -> str:
    return desk.citizen(NAME)


def test_that_the_week_holds_ones_own_with_clashes_in_the_order_of_the_clock(desk: Desk, case: str) -> None:
    other = desk.citizen("Ada Bro", "620175-1002")
    first = desk.do(summon, Summon(case, TEN)).id
    second = desk.do(summon, Summon(other, replace(TEN, meets_at=time(10, 30), ends_at=time(11)))).id
    desk.do(summon, Summon(other, replace(TEN, meets_on=date(2007, 3, 26))))
    desk.do(summon, Summon(case, replace(TEN, meets_on=date(2007, 3, 22), staff_worker_id=desk.colleague)))
    starts, ends = instant_of(date(2007, 3, 23), time(9)), instant_of(date(2007, 3, 23), time(10))
    group = desk.do(create_group_meeting, CreateGroupMeeting(desk.unit, "Emne", TalkPurpose.CONTACT, starts, ends)).id
    week = week_of(desk)
    assert week.monday == date(2007, 3, 19)
    assert [each.id for each in week.booked] == [first, second, group]
    assert [each.clashes for each in week.booked] == [True, True, False]
    desk.do(note_attendance, NoteAttendance(second, AttendanceKind.ABSENT, TODAY))
    assert [each.clashes for each in week_of(desk).booked] == [False, False, False]
    desk.do(hold_talk, HoldTalk(case, TODAY, TalkForm.INDIVIDUAL, "Notat", "Søger", date(2007, 5, 1), match_kept=True))
    assert week_of(desk).booked[0].talk_held
    assert len(week_of(desk, date(2007, 3, 31)).booked) == 1


def unfolded(text: str) -> list[str]:
    assert all(line.endswith("\r") or not line for line in text.split("\n"))
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    return text.replace("\r\n ", "").split("\r\n")


def test_that_a_calendar_file_has_time_and_place_and_nobodys_name(desk: Desk, case: str, tmp_path: Path) -> None:
    place = "Lokale 2, bygning Ærø; " + "gangen til højre " * 8
    summons = desk.do(summon, Summon(case, replace(TEN, place=place, title=NAME, interpreter_booked=True))).id
    (booked,) = week_of(desk).booked
    text = calendar_text([booked], MADE)
    lines = unfolded(text)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "TZID:Europe/Copenhagen" in lines
    event = dict(line.split(":", 1) for line in lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT")])
    assert event == {
        "BEGIN": "VEVENT",
        "UID": f"{summons}@tovholder",
        "DTSTAMP": "20070320T070000Z",
        "DTSTART;TZID=Europe/Copenhagen": "20070320T100000",
        "DTEND;TZID=Europe/Copenhagen": "20070320T104500",
        "SUMMARY": "Samtale",
        "LOCATION": place.strip().replace(",", "\\,").replace(";", "\\;"),
        "DESCRIPTION": f"Sag {case}",
        "CLASS": "PRIVATE",
    }
    for secret in (NAME, "Samira", "Lund", "610175", "kontaktforløb", "tolk"):
        assert secret not in text
    assert write_calendar(tmp_path / "uge.ics", [booked], MADE) == len(text.encode())
    assert (tmp_path / "uge.ics").read_bytes().decode() == text
    with pytest.raises(Unavailable):
        write_calendar(tmp_path / "no" / "uge.ics", [booked], MADE)


def test_that_a_day_without_a_clock_is_a_whole_day_and_file_names_say_when_only() -> None:
    whole = Booked(TODAY, None, None, "Ada Bro", TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, None, False, meeting_id="g")
    lines = unfolded(calendar_text([whole], MADE))
    assert "DTSTART;VALUE=DATE:20070320" in lines
    assert "DTEND;VALUE=DATE:20070321" in lines
    assert "SUMMARY:Hold" in lines
    assert week_file_name(date(2007, 3, 19)) == "tovholder-uge-12-2007.ics"
    assert appointment_file_name(TODAY, time(9, 30)) == "tovholder-2007-03-20-0930.ics"


def test_that_what_was_agreed_is_settled_in_the_next_talk(desk: Desk, case: str) -> None:
    agreed = (Agreed("Ringer til skolen", StepOwner.CITIZEN), Agreed("Sender brev", StepOwner.JOBCENTRE))
    talk = HoldTalk(case, date(2007, 3, 1), TalkForm.INDIVIDUAL, "Notat", "Søger", date(2007, 3, 20), match_kept=True)
    desk.do(hold_talk, replace(talk, agreements=agreed))
    with desk.store.writing() as session:
        last = open_form(work_of(desk, session), case, TALK_FORM).last_talk
    assert last is not None
    first, second = last.agreements
    settled = (Settled(first.id, Outcome.DONE), Settled(second.id, Outcome.PARTLY))
    again = replace(
        talk, held_on=TODAY, next_contact_on=date(2007, 5, 1), settled=settled, since_last="Glad for skolen."
    )
    made = desk.do(hold_talk, again).id
    assert (
        desk.row(TalkRow, id=made).since_last
        == "Udført: Ringer til skolen\nDelvist udført: Sender brev\nGlad for skolen."
    )
    rows = {row.text: row.done_on for row in desk.rows(TalkAgreementRow)}
    assert rows == {"Ringer til skolen": TODAY, "Sender brev": None}
    other = desk.citizen("Ada Bro", "620175-1002")
    desk.refuses(hold_talk, replace(again, case_id=other), code="other_case", field="settled")


def test_that_a_phone_note_closes_the_call_that_was_promised(desk: Desk, case: str) -> None:
    asked = desk.do(write_note, WriteNote(case, "Ring", TODAY, NoteKind.PHONE, call_back=True)).id
    with desk.store.reading() as session:
        waiting = waiting_call(work_of(desk, session), case, asked)
    assert waiting is not None
    assert waiting.text == "Ring"
    desk.do(write_phone_note, WritePhoneNote(WriteNote(case, "Talt sammen", TODAY, NoteKind.PHONE), asked))
    assert desk.row(NoteRow, id=asked).called_back_on == TODAY
    with desk.store.reading() as session:
        assert waiting_call(work_of(desk, session), case, asked) is None
    again = WritePhoneNote(WriteNote(case, "Igen", TODAY, NoteKind.PHONE), asked)
    desk.refuses(write_phone_note, again, code="no_call_back", field="note_id")


def test_that_a_note_is_about_the_talk_the_visit_or_the_summons_that_is_named(desk: Desk, case: str) -> None:
    talk = desk.do(
        hold_talk, HoldTalk(case, TODAY, TalkForm.INDIVIDUAL, "N", "Søger", date(2007, 5, 1), match_kept=True)
    ).id
    summons = desk.do(summon, Summon(case, TEN)).id
    with desk.store.writing() as session:
        work = work_of(desk, session)
        about = open_note(work, DraftKey("note", case, talk)).about
        assert about is not None
        assert (about.table, about.kind, about.words) == (
            "talk",
            NoteKind.TALK,
            "Individuel samtale den 20. marts 2007",
        )
        of_summons = open_note(work, DraftKey("note", case, summons)).about
        assert of_summons is not None
        assert of_summons.words == "Indkaldelsen til den 20. marts 2007"
        assert open_note(work, DraftKey("note", case)).about is None


def test_that_the_headings_of_a_purpose_are_put_in_once_and_keep_what_is_written() -> None:
    headings = talk_headings()
    assert set(headings) == set(TalkPurpose)
    assert all(headings.values())
    note = with_headings("", ("Siden sidst", "Aftalt"))
    assert note == "Siden sidst:\n\nAftalt:\n"
    assert with_headings("Siden sidst:\nGodt.", ("Siden sidst", "Aftalt")) == "Siden sidst:\nGodt.\nAftalt:\n"


def test_that_the_newest_open_summons_is_meant_where_none_is_named(desk: Desk, case: str) -> None:
    desk.do(summon, Summon(case, TEN))
    later = desk.do(summon, Summon(case, replace(TEN, meets_on=date(2007, 3, 28)))).id
    other = desk.citizen("Ada Bro", "620175-1002")
    with desk.store.reading() as session:
        assert standing_summons(session, case, None).summons_id == later
        with pytest.raises(Refused) as refused:
            standing_summons(session, other, later)
    assert refused.value.code == "no_summons"
    assert desk.count(SummonsRow) == 2
