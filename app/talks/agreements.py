"""What was agreed in a talk: done, or given a new date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import the_row
from app.cases.checking import in_order, not_in_future
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.talks import TalkAgreementRow, TalkRow


@dataclass(frozen=True, slots=True)
class FinishAgreement:
    """It was done on a day, by whoever was to do it."""

    agreement_id: str
    done_on: date


@dataclass(frozen=True, slots=True)
class MoveAgreement:
    """A new date was agreed."""

    agreement_id: str
    by_date: date


def finish_agreement(work: Work, request: FinishAgreement) -> Done:
    """Note that it is done.

    Refused: `already_done` (field `agreement_id`), `in_the_future` and `wrong_order` (`done_on`).
    """
    row = _open(work, request.agreement_id)
    not_in_future(request.done_on, work.today, "done_on")
    in_order(the_row(work, TalkRow, row.talk_id, field="agreement_id").held_on, request.done_on, "done_on")
    row.done_on = request.done_on
    return Done(row.id, work.changes())


def move_agreement(work: Work, request: MoveAgreement) -> Done:
    """Write the new date. Refused: `already_done` (field `agreement_id`), `in_the_past` (`by_date`)."""
    row = _open(work, request.agreement_id)
    if request.by_date < work.today:
        raise Refused("Dagen er gået. Vælg i dag eller en senere dag.", field="by_date", code="in_the_past")
    row.by_date = request.by_date
    return Done(row.id, work.changes())


def _open(work: Work, agreement_id: str) -> TalkAgreementRow:
    row = the_row(work, TalkAgreementRow, agreement_id, field="agreement_id")
    if row.done_on is not None:
        raise Refused("Aftalen er allerede udført.", field="agreement_id", code="already_done")
    return row
