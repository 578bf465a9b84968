"""Two cases of one citizen become one."""

from __future__ import annotations

from datetime import date

import pytest

from app.cases.benefits import StartBenefit, start_benefit
from app.cases.change_citizen import ChangeCitizen, change_citizen
from app.cases.close_case import CloseCase, close_case
from app.cases.details import CitizenDetails
from app.cases.drafts import DraftKey, KeepDraft, keep_draft, load_draft
from app.cases.holders import AssignHolder, assign_holder
from app.cases.households import JoinHousehold, join_household
from app.cases.merge_citizens import MergeCitizens, merge_citizens
from app.queue.own import AddReminder, HandOverItem, Snooze, add_reminder, hand_over_item, snooze
from app.talks.hold_talk import HoldTalk, hold_talk
from db.rows.own import ReminderRow, SnoozeRow
from db.rows.people import (
    BenefitPeriodRow,
    CaseClosingRow,
    CaseHoldingRow,
    CitizenRow,
    HouseholdMemberRow,
    ItemHandOverRow,
)
from db.rows.talks import NoteRow, PortalReportRow, TalkRow
from db.values.people import BenefitType, ClosingReason
from db.values.talks import TalkForm
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def both(desk: Desk) -> tuple[str, str]:
    keep, duplicate = desk.citizen(), desk.citizen("S. Lund", "910175-1001")
    for case, worker in ((keep, desk.me), (duplicate, desk.colleague)):
        desk.do(assign_holder, AssignHolder(case, worker, desk.unit, date(2007, 1, 2)))
    talk = HoldTalk(duplicate, TODAY, TalkForm.INDIVIDUAL, "Notat", "Søger job", date(2007, 4, 1), match_kept=True)
    desk.do(hold_talk, talk)
    return keep, duplicate


def merge(desk: Desk, both: tuple[str, str]) -> tuple[str, ...]:
    return desk.do(merge_citizens, MergeCitizens(*both, "Samme borger med erstatningsnummer")).notices


def test_that_rows_move_by_tombstone_and_new_row(desk: Desk, both: tuple[str, str]) -> None:
    merge(desk, both)
    old, new = desk.rows(TalkRow)
    assert (old.case_id, old.gone, new.case_id, new.gone) == (both[1], True, both[0], False)
    assert new.id != old.id
    (note,), (report,) = desk.rows(NoteRow, gone=False), desk.rows(PortalReportRow, gone=False)
    assert note.about_id == report.subject_id == new.id
    assert (note.text, note.case_id, new.held_by) == ("Notat", both[0], desk.me)


def test_that_the_duplicate_points_to_the_kept_case_and_opens_no_more(desk: Desk, both: tuple[str, str]) -> None:
    merge(desk, both)
    row = desk.row(CitizenRow, id=both[1])
    assert (row.merged_into, row.gone, row.withdrawn_by) == (both[0], True, desk.me)
    request = ChangeCitizen(both[1], CitizenDetails("S. Lund"))
    desk.refuses(change_citizen, request, code="merged_case", field="case_id")


def test_that_the_kept_case_keeps_its_one_holder(desk: Desk, both: tuple[str, str]) -> None:
    merge(desk, both)
    live = desk.rows(CaseHoldingRow, gone=False)
    assert {(row.worker_id, row.to_on) for row in live} == {(desk.me, None), (desk.colleague, TODAY)}


def test_that_an_ended_duplicate_does_not_end_the_kept_case(desk: Desk, both: tuple[str, str]) -> None:
    desk.do(close_case, CloseCase(both[1], TODAY, ClosingReason.MOVED_AWAY))
    merge(desk, both)
    assert desk.row(CaseClosingRow, gone=False).reopened_on == TODAY


def test_that_an_open_case_does_not_go_into_an_ended_one(desk: Desk, both: tuple[str, str]) -> None:
    desk.do(close_case, CloseCase(both[0], TODAY, ClosingReason.MOVED_AWAY))
    request = MergeCitizens(*both, "Samme borger")
    desk.refuses(merge_citizens, request, code="closed_case", field="keep_id")
    desk.do(close_case, CloseCase(both[1], TODAY, ClosingReason.MOVED_AWAY))
    desk.do(merge_citizens, request)
    assert not [row for row in desk.rows(CaseHoldingRow, gone=False) if row.to_on is None]


def test_that_benefits_that_overlap_are_told_of(desk: Desk, both: tuple[str, str]) -> None:
    for case in both:
        desk.do(start_benefit, StartBenefit(case, BenefitType.CASH_ASSISTANCE, date(2007, 1, 1)))
    assert merge(desk, both) == ("De to sagers ydelser overlapper. Ret perioderne.",)
    assert len(desk.rows(BenefitPeriodRow, gone=False)) == 2


def test_that_one_stands_in_a_household_once(desk: Desk, both: tuple[str, str]) -> None:
    spouse = desk.citizen("Omar Lund", "620170-1002")
    for case in both:
        desk.do(join_household, JoinHousehold(case, spouse, date(2007, 1, 1)))
    merge(desk, both)
    assert {row.case_id for row in desk.rows(HouseholdMemberRow, gone=False)} == {spouse, both[0]}
    assert len(desk.rows(HouseholdMemberRow, gone=False)) == 2


def test_that_own_rows_follow_to_the_kept_case(desk: Desk, both: tuple[str, str]) -> None:
    talk = desk.row(TalkRow).id
    key = f"CONTACT_DUE/{both[1]}/{talk}/1"
    desk.do(add_reminder, AddReminder(date(2007, 4, 1), "Ring", both[1]))
    desk.do(snooze, Snooze(key, both[1], date(2007, 3, 25), 3, date(2007, 4, 1)))
    desk.do(hand_over_item, HandOverItem(key, both[1], desk.colleague, "Ferie"))
    draft = DraftKey("talk", both[1], talk)
    desk.do(keep_draft, KeepDraft(draft, "{}"))
    merge(desk, both)
    (new,) = desk.rows(TalkRow, gone=False)
    moved = f"CONTACT_DUE/{both[0]}/{new.id}/1"
    assert desk.row(ReminderRow).case_ref == both[0]
    assert (desk.row(SnoozeRow).case_ref, desk.row(SnoozeRow).item_key) == (both[0], moved)
    assert desk.row(ItemHandOverRow, gone=False).item_key == moved
    with desk.memory.reading() as session:
        assert load_draft(session, DraftKey("talk", both[0], new.id)) == "{}"


def test_that_a_merge_needs_two_cases_and_a_reason(desk: Desk, both: tuple[str, str]) -> None:
    keep, duplicate = both
    desk.refuses(merge_citizens, MergeCitizens(keep, keep, "Ja"), code="same_citizen", field="duplicate_id")
    desk.refuses(merge_citizens, MergeCitizens(keep, duplicate, ""), code="missing", field="reason")
    desk.refuses(merge_citizens, MergeCitizens(keep, "x", "Ja"), code="unknown_case", field="duplicate_id")
