"""*Skift tovholder* and *Fordel sager*: one case or many, to one holder or several, in one save that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.cases.checking import required
from app.cases.holders import AssignHolder, HandOver, SpreadCases, assign_holder, hand_over, open_holding, spread_cases
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.people import CaseHoldingRow


@dataclass(frozen=True, slots=True)
class Share:
    """What one gets. No worker lays the cases in the unit, *uden tovholder*."""

    worker_id: str | None
    unit_id: str
    case_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeHolders:
    """Who gets what, from which day and why. `letter_sent_on` says when the citizens were written to."""

    shares: tuple[Share, ...]
    from_on: date
    reason: str
    letter_sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class TakeBackHolders:
    """Undo a change: `holding_ids` are the rows of `case_holding` that it touched, new and ended ones."""

    holding_ids: tuple[str, ...]


def change_holders(work: Work, request: ChangeHolders) -> Done:
    """Hand everything over, all or none; the id is that of the first new holder, or of the unit.

    A single case that nobody has needs no reason. Refused as `assign_holder`, `hand_over` and `spread_cases` say, and
    `missing` (field `case_ids`).
    """
    shares = [share for share in request.shares if share.case_ids]
    if not shares:
        raise Refused("Markér mindst én sag.", field="case_ids", code="missing")
    notices: list[str] = []
    for share in shares:
        notices += _give(work, share, request).notices
    return Done(shares[0].worker_id or shares[0].unit_id, work.changes(), tuple(notices))


def take_back_holders(work: Work, request: TakeBackHolders) -> Done:
    """Withdraw the new holdings and open those again that they ended.

    Refused: `changed_since` when a case has been handed on in the meantime.
    """
    query = select(CaseHoldingRow).where(CaseHoldingRow.id.in_(request.holding_ids), CaseHoldingRow.gone.is_(False))
    rows = [row for row in work.session.scalars(query) if row.withdrawn_on is None]
    # Of each case the last was made by the change, and it must be the open one still.
    last = {row.case_id: row for row in sorted(rows, key=lambda row: (row.from_on, row.id))}
    new = list(last.values())
    ended = [row for row in rows if row.id != last[row.case_id].id]
    if not new or len(rows) < len(request.holding_ids) or any(_is_not_the_open_one(work, row) for row in new):
        message = "Sagerne er ændret siden. Overfør dem på ny i stedet."
        raise Refused(message, code="changed_since")
    for row in new:
        row.withdrawn_on = work.today
        row.withdrawn_by = work.author
        row.withdrawn_reason = "Fortrudt"
    for row in ended:
        row.to_on = None
    return Done(new[0].id, work.changes())


def holdings_in(done: Done) -> tuple[str, ...]:
    """The rows to hand to `TakeBackHolders`."""
    return tuple(sorted(row for table, row in done.changes.rows if table == CaseHoldingRow.__tablename__))


def _give(work: Work, share: Share, request: ChangeHolders) -> Done:
    only = share.case_ids[0] if len(share.case_ids) == 1 else None
    if share.worker_id is None:
        return _put_back(work, share, request)
    if only is not None and _is_nobodys(work, only) and not request.reason.strip():
        return assign_holder(work, AssignHolder(only, share.worker_id, share.unit_id, request.from_on))
    if only is not None:
        return hand_over(
            work,
            HandOver(only, share.worker_id, share.unit_id, request.from_on, request.reason, request.letter_sent_on),
        )
    spread = SpreadCases(
        share.case_ids, share.worker_id, share.unit_id, request.from_on, request.reason, request.letter_sent_on
    )
    return spread_cases(work, spread)


def _put_back(work: Work, share: Share, request: ChangeHolders) -> Done:
    reason = required(request.reason, "reason", "Skriv, hvorfor sagen overføres.")
    done = [
        hand_over(work, HandOver(case_id, None, share.unit_id, request.from_on, reason, request.letter_sent_on))
        for case_id in share.case_ids
    ]
    return done[-1]


def _is_nobodys(work: Work, case_id: str) -> bool:
    held = open_holding(work.session, case_id)
    return held is None or held.worker_id is None


def _is_not_the_open_one(work: Work, row: CaseHoldingRow) -> bool:
    held = open_holding(work.session, row.case_id)
    return held is None or held.id != row.id
