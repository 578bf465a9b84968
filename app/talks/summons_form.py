"""What the form of a summons shows: whom, what stands in the diaries, and what it proposes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.case_rows import the_case
from app.cases.citizen_head import CitizenHead, citizen_head
from app.cases.drafts import DraftKey, load_draft
from app.cases.usage_log import note_use, note_use_of_cases
from app.documents.letter_texts import LETTER_OF, LetterId, letter_text
from app.talks.diary import Taken, free_time, read_taken
from app.talks.group_view import MeetingLine, coming_meetings
from app.talks.send_summons import duty_applies
from app.work import Work
from db.rows.organisation import CaseworkerRow, OrgUnitRow
from db.rows.talks import SummonsRow
from db.values.people import UsageKind
from db.values.talks import TalkPurpose

SUMMONS_FORM: Final = "summons"
MINUTES: Final = 45
MINUTES_EACH: Final = 30
_AHEAD: Final = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A citizen who is to be summoned. `has_duty` says that absence from an ordinary talk may have consequences."""

    case_id: str
    name: str
    born: date
    interpreter_needed: bool
    language: str | None
    address_protected: bool
    has_duty: bool


@dataclass(frozen=True, slots=True)
class ProposedText:
    """What the letter of a purpose is called, and what it proposes for two of the form's fields."""

    title: str
    duty: str
    bring: str


@dataclass(frozen=True, slots=True)
class OpenedSummons:
    """Everything at once. `head` is there for one citizen only. Workers are (id, name), the sender first."""

    candidates: tuple[Candidate, ...]
    head: CitizenHead | None
    workers: tuple[tuple[str, str], ...]
    taken: tuple[Taken, ...]
    texts: dict[TalkPurpose, ProposedText]
    group_text: ProposedText
    meetings: tuple[MeetingLine, ...]
    proposed_on: date
    proposed_at: time
    place: str
    address: str
    phone: str
    draft: str | None


def open_summons(work: Work, key: DraftKey, case_ids: tuple[str, ...]) -> OpenedSummons:
    """Read it and log that the cases were opened. Refused as `citizen_page`."""
    heads = {case_id: citizen_head(work, case_id) for case_id in dict.fromkeys(case_ids)}
    if len(heads) == 1:
        note_use(work, UsageKind.OPENED, "Indkaldelse", case_id=case_ids[0])
    else:
        note_use_of_cases(work, UsageKind.OPENED, "Indkaldelse", sorted(heads))
    taken = read_taken(work.session, work.today)
    minutes = MINUTES if len(heads) == 1 else MINUTES_EACH * len(heads)
    on, at = free_time(taken, worker_id=work.author, wanted_on=work.today + _AHEAD, minutes=minutes)
    place, address, phone = _where(work.session, work.author)
    texts = {}
    for purpose, letter in LETTER_OF.items():
        found = letter_text(work.session, letter, work.today)
        texts[purpose] = ProposedText(found.title, found.duty or "", found.bring or "")
    group = letter_text(work.session, LetterId.GROUP, work.today)
    return OpenedSummons(
        candidates=tuple(_candidate(work, case_id, head) for case_id, head in heads.items()),
        head=next(iter(heads.values())) if len(heads) == 1 else None,
        workers=_workers(work.session, work.author),
        taken=taken,
        texts=texts,
        group_text=ProposedText(group.title, group.duty or "", group.bring or ""),
        meetings=coming_meetings(work.session, work.today),
        proposed_on=on,
        proposed_at=at,
        place=place,
        address=address,
        phone=phone,
        draft=load_draft(work.session, key),
    )


def _candidate(work: Work, case_id: str, head: CitizenHead) -> Candidate:
    protected = the_case(work, case_id).address_protected
    return Candidate(
        case_id,
        head.name,
        head.born,
        head.interpreter_needed,
        head.language,
        protected,
        duty_applies(TalkPurpose.CONTACT, head.benefit),
    )


def _workers(session: Session, author: str | None) -> tuple[tuple[str, str], ...]:
    """The sender, and the colleagues of the same unit."""
    me = session.get(CaseworkerRow, author) if author else None
    if me is None:
        return ()
    query = (
        select(CaseworkerRow.id, CaseworkerRow.name)
        .where(
            CaseworkerRow.unit_id == me.unit_id,
            CaseworkerRow.id != me.id,
            CaseworkerRow.active.is_(True),
            CaseworkerRow.gone.is_(False),
        )
        .order_by(CaseworkerRow.sort_name, CaseworkerRow.id)
    )
    return ((me.id, me.name), *((row, name) for row, name in session.execute(query)))


def _where(session: Session, author: str | None) -> tuple[str, str, str]:
    """Room, address and phone as this worker wrote them last, else as they stand with the unit and the worker."""
    me = session.get(CaseworkerRow, author) if author else None
    unit = session.get(OrgUnitRow, me.unit_id) if me is not None and me.unit_id else None
    last = session.scalars(
        select(SummonsRow)
        .where(SummonsRow.staff_worker_id == author, SummonsRow.gone.is_(False), SummonsRow.withdrawn_on.is_(None))
        .order_by(SummonsRow.written_at.desc(), SummonsRow.id.desc())
        .limit(1)
    ).first()
    return (
        (last.place if last else None) or "",
        (last.address if last else None) or (unit.address if unit else None) or "",
        (last.phone if last else None) or (me.phone if me else None) or (unit.phone if unit else None) or "",
    )
