"""What a worker does to a row of the queue without doing its work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.queue.own import (
    AddReminder,
    CancelSnooze,
    FinishReminder,
    HandOverItem,
    MarkDoneElsewhere,
    Snooze,
    TakeBackItem,
    add_reminder,
    cancel_snooze,
    finish_reminder,
    hand_over_item,
    mark_done_elsewhere,
    snooze,
    take_back_item,
)
from db.rows.own import ReminderRow, SnoozeRow
from db.rows.people import DoneElsewhereRow, ItemHandOverRow
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)
KEY = "CONTACT_DUE/case/talk/1"


@pytest.fixture
def case(desk: Desk) -> str:
    return desk.citizen()


def test_that_a_reminder_is_ones_own_until_it_is_done(desk: Desk, case: str) -> None:
    reminder = desk.do(add_reminder, AddReminder(date(2007, 3, 27), " Ring ", case, 2)).id
    row = desk.row(ReminderRow)
    assert (row.worker_id, row.case_ref, row.text, row.consequence) == (desk.me, case, "Ring", 2)
    desk.do(finish_reminder, FinishReminder(reminder))
    assert desk.row(ReminderRow).done_on == TODAY
    desk.refuses(finish_reminder, FinishReminder(reminder), code="unknown_row", field="reminder_id")


@pytest.mark.parametrize(("request_", "code", "field"), [
    (AddReminder(TODAY, " "), "missing", "text"),
    (AddReminder(date(2007, 3, 19), "Ring"), "in_the_past", "remind_on"),
    (AddReminder(TODAY, "Ring", consequence=5), "no_such_class", "consequence"),
    (AddReminder(TODAY, "Ring", "x"), "unknown_case", "case_id"),
])  # fmt: skip
def test_that_a_reminder_which_cannot_be_is_refused(desk: Desk, request_: AddReminder, code: str, field: str) -> None:
    desk.refuses(add_reminder, request_, code=code, field=field)


def test_that_nobody_in_particular_has_no_reminders(desk: Desk) -> None:
    desk.me = ""
    desk.refuses(add_reminder, AddReminder(TODAY, "Ring"), code="no_worker", field=None)


def test_that_the_citizens_right_is_put_off_to_its_date_and_no_further(desk: Desk, case: str) -> None:
    put_off = Snooze(KEY, case, date(2007, 3, 31), 1, date(2007, 3, 30))
    desk.refuses(snooze, put_off, code="past_due", field="until_on")
    assert not desk.do(snooze, replace(put_off, until_on=date(2007, 3, 30))).notices


def test_that_an_overdue_right_may_be_reminded_of_and_the_deadline_stays(desk: Desk, case: str) -> None:
    done = desk.do(snooze, Snooze(KEY, case, date(2007, 3, 27), 1, date(2007, 3, 19)))
    assert done.notices == ("Fristen ændres ikke.",)


def test_that_a_right_due_today_is_not_put_off(desk: Desk, case: str) -> None:
    desk.refuses(snooze, Snooze(KEY, case, date(2007, 3, 21), 1, TODAY), code="past_due", field="until_on")


def test_that_other_items_are_put_off_past_their_date(desk: Desk, case: str) -> None:
    put_off = Snooze(KEY, case, date(2007, 4, 10), 3, TODAY, " Ferie ")
    desk.do(snooze, put_off)
    desk.do(snooze, replace(put_off, until_on=date(2007, 4, 11)))
    first, second = desk.rows(SnoozeRow)
    assert (first.cancelled_on, second.cancelled_on, second.reason) == (TODAY, None, "Ferie")
    desk.refuses(snooze, replace(put_off, until_on=TODAY), code="in_the_past", field="until_on")
    desk.do(cancel_snooze, CancelSnooze(KEY))
    assert all(row.cancelled_on for row in desk.rows(SnoozeRow))


def test_that_an_item_is_given_over_and_taken_back(desk: Desk, case: str) -> None:
    give = HandOverItem(KEY, case, desk.colleague, "Kender familien")
    desk.do(hand_over_item, give)
    desk.do(hand_over_item, give)
    assert [row.taken_back_on for row in desk.rows(ItemHandOverRow)] == [TODAY, None]
    desk.do(take_back_item, TakeBackItem(KEY, case))
    desk.refuses(take_back_item, TakeBackItem(KEY, case), code="not_handed_over", field="item_key")


def test_that_an_item_is_given_to_a_known_colleague_for_a_reason(desk: Desk, case: str) -> None:
    give = HandOverItem(KEY, case, desk.colleague, "Kender familien")
    desk.refuses(hand_over_item, replace(give, reason=""), code="missing", field="reason")
    desk.refuses(hand_over_item, replace(give, to_worker_id=desk.me), code="same_worker", field="to_worker_id")
    desk.refuses(hand_over_item, replace(give, to_worker_id="x"), code="unknown_worker", field="to_worker_id")


def test_that_done_elsewhere_says_how(desk: Desk, case: str) -> None:
    done = MarkDoneElsewhere(KEY, case, TODAY, "Afklaret i telefonen med Ydelsesservice")
    desk.do(mark_done_elsewhere, done)
    assert desk.row(DoneElsewhereRow).note == done.note
    desk.refuses(mark_done_elsewhere, replace(done, note=""), code="missing", field="note")
    late = replace(done, done_on=date(2007, 3, 21))
    desk.refuses(mark_done_elsewhere, late, code="in_the_future", field="done_on")
