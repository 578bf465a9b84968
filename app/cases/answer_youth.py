"""The answer to an alert about a young person: a talk offered, what came of it, followed up at 3 and 6 months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.at_fields import at_fields
from app.cases.case_rows import the_row
from app.cases.checking import in_order
from app.cases.youth_alerts import (
    FollowUpYouth,
    NoteYouthOutcome,
    OfferYouthTalk,
    follow_up_youth,
    note_youth_outcome,
    offer_youth_talk,
)
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.cases import YouthAlertRow
from db.values.cases import YouthOutcome


@dataclass(frozen=True, slots=True)
class AnswerYouth:
    """What has happened since; each part is written where it is given. `months` is 3 or 6."""

    alert_id: str
    offered_on: date | None = None
    outcome: YouthOutcome | None = None
    outcome_on: date | None = None
    months: int | None = None
    followed_up_on: date | None = None


def answer_youth(work: Work, request: AnswerYouth) -> Done:
    """Write it. Nothing is followed up before a talk was offered.

    Refused: `missing` (field `offered_on`, `outcome`, `followed_up_on`), and as the parts say.
    """
    row = the_row(work, YouthAlertRow, request.alert_id, field="offered_on")
    if request.offered_on is None and row.talk_offered_on is None:
        message = "Skriv, hvornår den unge blev tilbudt en samtale."
        raise Refused(message, field="offered_on", code="missing")
    if request.offered_on is not None and request.offered_on != row.talk_offered_on:
        offer_youth_talk(work, OfferYouthTalk(row.id, request.offered_on))
    if request.outcome is not None:
        if request.outcome_on is None:
            raise Refused("Skriv, hvornår det blev udfaldet.", field="outcome_on", code="missing")
        note_youth_outcome(work, NoteYouthOutcome(row.id, request.outcome, request.outcome_on))
    elif request.outcome_on is not None:
        raise Refused("Vælg, hvad der kom ud af det.", field="outcome", code="missing")
    if request.months is not None:
        if request.followed_up_on is None:
            raise Refused("Skriv, hvornår der blev fulgt op.", field="followed_up_on", code="missing")
        in_order(row.talk_offered_on, request.followed_up_on, "followed_up_on")
        with at_fields({"months": "followed_up_on"}):
            follow_up_youth(work, FollowUpYouth(row.id, request.months, request.followed_up_on))
    return Done(row.id, work.changes())
