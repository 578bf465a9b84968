"""Youth alerts and complaints."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.complaints import ReceiveComplaint, SettleComplaint, receive_complaint, settle_complaint
from app.cases.youth_alerts import (
    FollowUpYouth,
    NoteYouthOutcome,
    OfferYouthTalk,
    ReceiveYouthAlert,
    follow_up_youth,
    note_youth_outcome,
    offer_youth_talk,
    receive_youth_alert,
)
from db.rows.cases import ComplaintRow, YouthAlertRow
from db.values.cases import YouthOutcome
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def alert(desk: Desk) -> str:
    return desk.do(receive_youth_alert, ReceiveYouthAlert(desk.citizen(), date(2007, 3, 1), "Teknisk Skole")).id


def test_that_an_alert_is_followed_to_its_outcome(desk: Desk, alert: str) -> None:
    desk.do(offer_youth_talk, OfferYouthTalk(alert, date(2007, 3, 5)))
    desk.do(note_youth_outcome, NoteYouthOutcome(alert, YouthOutcome.KEPT, TODAY))
    desk.do(follow_up_youth, FollowUpYouth(alert, 3, TODAY))
    desk.do(follow_up_youth, FollowUpYouth(alert, 6, TODAY))
    row = desk.row(YouthAlertRow)
    assert (row.school, row.talk_offered_on, row.outcome) == ("Teknisk Skole", date(2007, 3, 5), YouthOutcome.KEPT)
    assert (row.followed_up_3_months_on, row.followed_up_6_months_on) == (TODAY, TODAY)


def test_that_an_alert_is_received_once_and_answered_afterwards(desk: Desk, alert: str) -> None:
    again = ReceiveYouthAlert(desk.row(YouthAlertRow).case_id, date(2007, 3, 1))
    desk.refuses(receive_youth_alert, again, code="already_received", field="received_on")
    late = replace(again, received_on=date(2007, 3, 21))
    desk.refuses(receive_youth_alert, late, code="in_the_future", field="received_on")
    early = OfferYouthTalk(alert, date(2007, 2, 28))
    desk.refuses(offer_youth_talk, early, code="wrong_order", field="offered_on")
    desk.refuses(follow_up_youth, FollowUpYouth(alert, 4, TODAY), code="no_such_follow_up", field="months")


def test_that_a_complaint_is_settled_once(desk: Desk) -> None:
    complaint = ReceiveComplaint(desk.citizen(), date(2007, 3, 1), "Afslag på fleksjob")
    complaint_id = desk.do(receive_complaint, complaint).id
    settle = SettleComplaint(complaint_id, TODAY, "Sendt til nævnet")
    desk.refuses(settle_complaint, replace(settle, result=""), code="missing", field="result")
    early = replace(settle, settled_on=date(2007, 2, 1))
    desk.refuses(settle_complaint, early, code="wrong_order", field="settled_on")
    desk.do(settle_complaint, settle)
    assert (desk.row(ComplaintRow).settled_on, desk.row(ComplaintRow).result) == (TODAY, "Sendt til nævnet")
    desk.refuses(settle_complaint, settle, code="already_settled", field="complaint_id")
    desk.refuses(receive_complaint, replace(complaint, subject=" "), code="missing", field="subject")
