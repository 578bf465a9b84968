"""A young person has left an education or is about to: a talk is offered, and what became of it is followed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import live_rows, the_open_case, the_row
from app.cases.checking import in_order, not_in_future, tidy
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.cases import YouthAlertRow
from db.values.cases import YouthOutcome


@dataclass(frozen=True, slots=True)
class ReceiveYouthAlert:
    """The school's alert."""

    case_id: str
    received_on: date
    school: str | None = None
    programme: str | None = None
    left_on: date | None = None
    at_risk_since: date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class OfferYouthTalk:
    """A talk was offered."""

    alert_id: str
    offered_on: date


@dataclass(frozen=True, slots=True)
class NoteYouthOutcome:
    """What came of it."""

    alert_id: str
    outcome: YouthOutcome
    outcome_on: date


@dataclass(frozen=True, slots=True)
class FollowUpYouth:
    """Followed up after 3 or 6 months."""

    alert_id: str
    months: int
    followed_up_on: date


def receive_youth_alert(work: Work, request: ReceiveYouthAlert) -> Done:
    """Write the alert. Refused: `already_received` and `in_the_future` (field `received_on`)."""
    the_open_case(work, request.case_id)
    not_in_future(request.received_on, work.today, "received_on")
    alerts = live_rows(work.session, YouthAlertRow, request.case_id)
    if any(row.received_on == request.received_on for row in alerts):
        message = "Der er allerede et varsel om borgeren fra den dag."
        raise Refused(message, field="received_on", code="already_received")
    row = YouthAlertRow(
        case_id=request.case_id,
        received_on=request.received_on,
        school=tidy(request.school),
        programme=tidy(request.programme),
        left_on=request.left_on,
        at_risk_since=request.at_risk_since,
        reason=tidy(request.reason),
    )
    return Done(work.add(row).id, work.changes())


def offer_youth_talk(work: Work, request: OfferYouthTalk) -> Done:
    """Note the offer. Refused: `in_the_future` and `wrong_order` (field `offered_on`)."""
    row = the_row(work, YouthAlertRow, request.alert_id, field="alert_id")
    not_in_future(request.offered_on, work.today, "offered_on")
    in_order(row.received_on, request.offered_on, "offered_on")
    row.talk_offered_on = request.offered_on
    return Done(row.id, work.changes())


def note_youth_outcome(work: Work, request: NoteYouthOutcome) -> Done:
    """Note the outcome. Refused: `in_the_future` and `wrong_order` (field `outcome_on`)."""
    row = the_row(work, YouthAlertRow, request.alert_id, field="alert_id")
    not_in_future(request.outcome_on, work.today, "outcome_on")
    in_order(row.received_on, request.outcome_on, "outcome_on")
    row.outcome, row.outcome_on = request.outcome, request.outcome_on
    return Done(row.id, work.changes())


def follow_up_youth(work: Work, request: FollowUpYouth) -> Done:
    """Note the follow-up. Refused: `no_such_follow_up` (field `months`), `in_the_future`, `wrong_order`."""
    row = the_row(work, YouthAlertRow, request.alert_id, field="alert_id")
    not_in_future(request.followed_up_on, work.today, "followed_up_on")
    in_order(row.received_on, request.followed_up_on, "followed_up_on")
    if request.months == 3:
        row.followed_up_3_months_on = request.followed_up_on
    elif request.months == 6:
        row.followed_up_6_months_on = request.followed_up_on
    else:
        raise Refused("Der følges op efter 3 og 6 måneder.", field="months", code="no_such_follow_up")
    return Done(row.id, work.changes())
