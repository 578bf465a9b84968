"""What waits to be written in other systems, one item a thing that was done, and what was written there lately."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Row as ResultRow
from sqlalchemy import or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.cases import words
from app.cases.restrictions import cases_closed_to
from app.transfer.systems import Subject, the_systems
from app.transfer.ticks import TickRef
from db.rows.base import CaseRow
from db.rows.orders import PlacementRow
from db.rows.people import CaseHoldingRow, CitizenRow, MatchAssessmentRow, OutwardEntryRow
from db.rows.plans import JobPlanRow
from db.rows.talks import PortalReportRow, TalkRow
from db.values.people import ExternalSystem
from db.values.talks import ReportState, ReportSubject

# What was written elsewhere stays in sight for so long: the portal's answer takes some days.
_DAYS_IN_SIGHT: Final = 30
# SQLite takes at most some thousand values in a statement.
_MOST_AT_ONCE: Final = 500
_PORTAL: Final = ExternalSystem.LABOUR_MARKET_PORTAL
_WAITING: Final = (ReportState.TO_SEND, ReportState.REJECTED)
_DONE: Final = (ReportState.SENT, ReportState.CORRECTED)

_Key = tuple[Subject, str]


class TickState(StrEnum):
    """Where something stands in one system."""

    WAITING = "waiting"
    REJECTED = "rejected"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Tick:
    """One system. `about` says which of the two it is where a talk and the match made in it are both reported."""

    ref: TickRef
    name: str
    state: TickState
    about: Subject
    reason: str | None = None
    done_on: date | None = None

    @property
    def waits(self) -> bool:
        """Whether something is still to be done."""
        return self.state is not TickState.DONE


@dataclass(frozen=True, slots=True)
class TransferItem:
    """One thing that was done. `today` says that it was done today. No CPR number."""

    case_id: str
    citizen: str
    born: date
    subject: Subject
    subject_id: str
    day: date
    title: str
    ticks: tuple[Tick, ...]
    mine: bool
    today: bool

    @property
    def key(self) -> tuple[Subject, str]:
        """What tells it from all others."""
        return (self.subject, self.subject_id)

    @property
    def waiting(self) -> tuple[Tick, ...]:
        """The systems that wait."""
        return tuple(tick for tick in self.ticks if tick.waits)


def transfer_items(session: Session, *, worker_id: str | None, today: date) -> tuple[TransferItem, ...]:
    """Everything that waits or was done lately in the cases that the worker may open, oldest first."""
    since = today - timedelta(days=_DAYS_IN_SIGHT)
    reports, entries = _reports(session, since), _entries(session, since)
    in_talk = {row.id: row.talk_id for row in _matches(session, reports)}
    ticks: defaultdict[_Key, list[Tick]] = defaultdict(list)
    for row in reports:
        talk_id = in_talk.get(row.subject_id) if row.subject is ReportSubject.MATCH else None
        about = Subject.TALK if row.subject is ReportSubject.TALK else Subject.MATCH
        key = (Subject.TALK, talk_id) if talk_id else (about, row.subject_id)
        ticks[key].append(_report_tick(row, about))
    for row in entries:
        if row.subject_kind in set(Subject):
            key = (Subject(row.subject_kind), row.subject_id)
            ticks[key].append(_entry_tick(row, key[0]))
    about_what = {
        subject: _things(session, subject, [row_id for kind, row_id in ticks if kind is subject]) for subject in Subject
    }
    closed, mine, people = _around(session, worker_id, today)
    items = []
    for key, found in ticks.items():
        thing = about_what[key[0]].get(key[1])
        person = people.get(thing.case_id) if thing else None
        if thing is None or person is None or thing.case_id in closed:
            continue
        items.append((person.sort_name, TransferItem(
            case_id=thing.case_id,
            citizen=person.name,
            born=person.born,
            subject=key[0],
            subject_id=key[1],
            day=thing.day,
            title=thing.title,
            ticks=tuple(sorted(found, key=_order)),
            mine=thing.case_id in mine or (worker_id is not None and thing.done_by == worker_id),
            today=thing.day == today,
        )))  # fmt: skip
    items.sort(key=lambda each: (each[1].day, each[0], each[1].subject_id))
    return tuple(item for _, item in items)


def names_of_waiting(session: Session, rows: Collection[tuple[str, str]]) -> tuple[str, ...]:
    """The systems that wait among these rows, each a table and an id: what is said after a save."""
    reports = [row_id for table, row_id in rows if table == PortalReportRow.__tablename__]
    entries = [row_id for table, row_id in rows if table == OutwardEntryRow.__tablename__]
    states = {row.state for row in _by_id(session, PortalReportRow, reports, PortalReportRow.state)}
    columns = (OutwardEntryRow.system, OutwardEntryRow.entered_on)
    waiting = {row.system for row in _by_id(session, OutwardEntryRow, entries, *columns) if row.entered_on is None}
    if states & set(_WAITING):
        waiting.add(_PORTAL)
    return tuple(name for system, name in the_systems().names.items() if system in waiting)


@dataclass(frozen=True, slots=True)
class _Thing:
    case_id: str
    day: date
    title: str
    done_by: str | None


def _reports(session: Session, since: date) -> list[ResultRow[Any]]:
    live = (PortalReportRow.gone.is_(False), PortalReportRow.withdrawn_on.is_(None))
    waiting = select(PortalReportRow.subject_id).where(*live, PortalReportRow.state.in_(_WAITING))
    query = select(
        PortalReportRow.id,
        PortalReportRow.subject,
        PortalReportRow.subject_id,
        PortalReportRow.state,
        PortalReportRow.reported_on,
        PortalReportRow.rejected_reason,
    ).where(
        *live,
        PortalReportRow.state.in_((*_WAITING, *_DONE)),
        or_(
            PortalReportRow.state.in_(_WAITING),
            PortalReportRow.reported_on >= since,
            PortalReportRow.subject_id.in_(waiting),
            PortalReportRow.subject_id.in_(_entries_that_wait()),
        ),
    )
    return list(session.execute(query))


def _entries(session: Session, since: date) -> list[ResultRow[Any]]:
    query = select(
        OutwardEntryRow.id,
        OutwardEntryRow.system,
        OutwardEntryRow.subject_kind,
        OutwardEntryRow.subject_id,
        OutwardEntryRow.entered_on,
    ).where(
        OutwardEntryRow.gone.is_(False),
        OutwardEntryRow.withdrawn_on.is_(None),
        or_(
            OutwardEntryRow.entered_on.is_(None),
            OutwardEntryRow.entered_on >= since,
            OutwardEntryRow.subject_id.in_(
                select(PortalReportRow.subject_id).where(
                    PortalReportRow.gone.is_(False),
                    PortalReportRow.withdrawn_on.is_(None),
                    PortalReportRow.state.in_(_WAITING),
                )
            ),
            OutwardEntryRow.subject_id.in_(_entries_that_wait()),
        ),
    )
    return list(session.execute(query))


def _entries_that_wait() -> Any:  # noqa: ANN401 - SQLAlchemy's own type of a statement says less than the name.
    return select(OutwardEntryRow.subject_id).where(
        OutwardEntryRow.gone.is_(False), OutwardEntryRow.withdrawn_on.is_(None), OutwardEntryRow.entered_on.is_(None)
    )


def _matches(session: Session, reports: Collection[ResultRow[Any]]) -> Iterator[Any]:
    ids = [row.subject_id for row in reports if row.subject is ReportSubject.MATCH]
    return _by_id(session, MatchAssessmentRow, ids, MatchAssessmentRow.talk_id)


def _by_id(
    session: Session, kind: type[CaseRow], ids: Collection[str], *columns: InstrumentedAttribute[Any]
) -> Iterator[Any]:
    asked = sorted(set(ids))
    for first in range(0, len(asked), _MOST_AT_ONCE):
        query = select(kind.id, kind.case_id, *columns).where(
            kind.id.in_(asked[first : first + _MOST_AT_ONCE]), kind.gone.is_(False), kind.withdrawn_on.is_(None)
        )
        yield from session.execute(query)


def _things(session: Session, subject: Subject, ids: Collection[str]) -> dict[str, _Thing]:
    match subject:
        case Subject.TALK:
            talks = _by_id(session, TalkRow, ids, TalkRow.held_on, TalkRow.form, TalkRow.held_by)
            return {row.id: _Thing(row.case_id, row.held_on, words.TALK_FORMS[row.form], row.held_by) for row in talks}
        case Subject.MATCH:
            columns = (MatchAssessmentRow.assessed_on, MatchAssessmentRow.category, MatchAssessmentRow.assessed_by)
            found = _by_id(session, MatchAssessmentRow, ids, *columns)
            return {
                row.id: _Thing(row.case_id, row.assessed_on, f"Match {row.category}", row.assessed_by) for row in found
            }
        case Subject.PLAN:
            of_plan = (JobPlanRow.valid_from, JobPlanRow.kind, JobPlanRow.version, JobPlanRow.made_by)
            return {
                row.id: _Thing(
                    row.case_id, row.valid_from, f"{words.PLAN_KINDS[row.kind]}, version {row.version}", row.made_by
                )
                for row in _by_id(session, JobPlanRow, ids, *of_plan)
            }
        case Subject.PLACEMENT:
            stays = _by_id(session, PlacementRow, ids, PlacementRow.from_on, PlacementRow.title)
            return {row.id: _Thing(row.case_id, row.from_on, f"Tilbud: {row.title or 'uden navn'}", None)
                    for row in stays}  # fmt: skip


def _around(
    session: Session, worker_id: str | None, today: date
) -> tuple[frozenset[str], frozenset[str], dict[str, Any]]:
    """The cases that the worker may not open, those that the worker holds, and everybody's name and birth date."""
    held = select(CaseHoldingRow.case_id).where(
        CaseHoldingRow.worker_id == worker_id,
        CaseHoldingRow.to_on.is_(None),
        CaseHoldingRow.gone.is_(False),
        CaseHoldingRow.withdrawn_on.is_(None),
    )
    mine = frozenset(session.scalars(held)) if worker_id else frozenset()
    people = select(CitizenRow.id, CitizenRow.name, CitizenRow.sort_name, CitizenRow.born).where(
        CitizenRow.gone.is_(False), CitizenRow.withdrawn_on.is_(None)
    )
    return cases_closed_to(session, worker_id, today), mine, {row.id: row for row in session.execute(people)}


def _report_tick(row: ResultRow[Any], about: Subject) -> Tick:
    state = TickState.DONE
    if row.state in _WAITING:
        state = TickState.REJECTED if row.state is ReportState.REJECTED else TickState.WAITING
    reason = row.rejected_reason if state is TickState.REJECTED else None
    name = the_systems().name(_PORTAL)
    return Tick(TickRef(_PORTAL, row.id), name, state, about, reason, row.reported_on)


def _entry_tick(row: ResultRow[Any], about: Subject) -> Tick:
    state = TickState.WAITING if row.entered_on is None else TickState.DONE
    name = the_systems().name(row.system)
    return Tick(TickRef(row.system, row.id), name, state, about, None, row.entered_on)


def _order(tick: Tick) -> tuple[int, bool, str]:
    systems = list(the_systems().names)
    place = systems.index(tick.ref.system) if tick.ref.system in systems else len(systems)
    return (place, tick.about is Subject.MATCH, tick.ref.row_id)
