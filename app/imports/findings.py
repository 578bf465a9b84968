"""What imports have left for a person: citizens who are no longer in the extract, and values that differ from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.restrictions import cases_closed_to
from app.cases.withdraw import case_classes
from app.imports.applying.plan import FindingKind
from app.imports.preview import HIDDEN, HIDDEN_ADDRESS
from db.rows.local import ImportFindingRow, ImportRunRow
from db.rows.organisation import CaseworkerRow, OrgUnitRow
from db.rows.people import CaseClosingRow, CaseHoldingRow, CitizenRow

_MOST_AT_ONCE: Final = 500
_ADDRESSES: Final = frozenset({"adresse", "postnr", "by", "boligområde", "telefon"})
_NUMBERS: Final = frozenset({"cpr", "ægtefælle_cpr"})


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """One finding. `changed_on` is the day our own value was written, `extract_on` that of the extract.

    Neither a CPR number nor a protected address stands in the values.
    """

    id: str
    kind: FindingKind
    imported: str
    case_id: str
    citizen: str
    born: date
    holder: str | None
    unit: str | None
    heading: str | None
    own_value: str | None = field(repr=False)
    extract_value: str | None = field(repr=False)
    changed_on: date | None
    extract_on: date | None


@dataclass(frozen=True, slots=True)
class FormerRun:
    """One file that was taken in before."""

    id: str
    kind: str
    made_on: date
    made_at: str
    extract_on: date | None
    full: bool
    read: int
    new: int
    changed: int
    unchanged: int
    refused: int


def open_findings(session: Session, *, worker_id: str | None, today: date) -> tuple[OpenFinding, ...]:
    """Everything that nobody has settled, by citizen; a case that has been ended since needs no answer."""
    query = select(ImportFindingRow).where(ImportFindingRow.settled_on.is_(None), ImportFindingRow.case_id.is_not(None))
    rows = list(session.scalars(query.order_by(ImportFindingRow.id)))
    if not rows:
        return ()
    people = {row.id: row for row in session.scalars(
        select(CitizenRow).where(CitizenRow.gone.is_(False), CitizenRow.withdrawn_on.is_(None)))}  # fmt: skip
    runs = {row.id: row for row in session.scalars(select(ImportRunRow))}
    closed_to, ended = cases_closed_to(session, worker_id, today), _ended(session)
    held, changed = _held(session), _changed_on(session, rows)
    found = []
    for row in rows:
        person, run = people.get(row.case_id or ""), runs.get(row.run_id)
        kind = FindingKind(row.finding)
        gone = kind is FindingKind.NO_LONGER_THERE and row.case_id in ended
        if person is None or gone or person.id in closed_to:
            continue
        holder, unit = held.get(person.id, (None, None))
        hidden = person.address_protected
        found.append((person.sort_name, OpenFinding(
            id=row.id,
            kind=kind,
            imported=run.kind if run else "",
            case_id=person.id,
            citizen=person.name,
            born=person.born,
            holder=holder,
            unit=unit,
            heading=row.field,
            own_value=_shown(row.field, row.own_value, hidden=hidden),
            extract_value=_shown(row.field, row.extract_value, hidden=hidden),
            changed_on=changed.get(row.row_id or ""),
            extract_on=run.extract_on if run else None,
        )))  # fmt: skip
    found.sort(key=lambda each: (each[0], each[1].heading or "", each[1].id))
    return tuple(finding for _, finding in found)


def former_runs(session: Session, most: int = 200) -> tuple[FormerRun, ...]:
    """The files that were taken in, newest first."""
    query = select(ImportRunRow).order_by(ImportRunRow.made_at.desc(), ImportRunRow.id.desc()).limit(most)
    return tuple(
        FormerRun(
            row.id,
            row.kind,
            row.made_at.astimezone().date(),
            f"{row.made_at.astimezone():%H.%M}",
            row.extract_on,
            row.full,
            row.rows_read,
            row.rows_new,
            row.rows_changed,
            row.rows_unchanged,
            row.rows_refused,
        )
        for row in session.scalars(query)
    )


def _shown(heading: str | None, text: str | None, *, hidden: bool) -> str | None:
    if text is None:
        return None
    if heading in _NUMBERS:
        return f"{text[:6]}-{HIDDEN}"
    return HIDDEN_ADDRESS if hidden and heading in _ADDRESSES else text


def _ended(session: Session) -> frozenset[str]:
    query = select(CaseClosingRow.case_id).where(
        CaseClosingRow.reopened_on.is_(None), CaseClosingRow.gone.is_(False), CaseClosingRow.withdrawn_on.is_(None)
    )
    return frozenset(session.scalars(query))


def _held(session: Session) -> dict[str, tuple[str | None, str | None]]:
    query = (
        select(CaseHoldingRow.case_id, CaseworkerRow.name, OrgUnitRow.name)
        .outerjoin(CaseworkerRow, CaseworkerRow.id == CaseHoldingRow.worker_id)
        .outerjoin(OrgUnitRow, OrgUnitRow.id == CaseHoldingRow.unit_id)
        .where(CaseHoldingRow.to_on.is_(None), CaseHoldingRow.gone.is_(False), CaseHoldingRow.withdrawn_on.is_(None))
    )
    return {case_id: (holder, unit) for case_id, holder, unit in session.execute(query)}


def _changed_on(session: Session, rows: Iterable[ImportFindingRow]) -> dict[str, date]:
    """The day each of the rows that findings are about was last written."""
    by_table: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.table_name and row.row_id:
            by_table[row.table_name].add(row.row_id)
    classes: dict[str, Any] = {**case_classes(), CitizenRow.__tablename__: CitizenRow}
    found: dict[str, date] = {}
    for table, ids in by_table.items():
        kind = classes.get(table)
        if kind is None:
            continue
        asked = sorted(ids)
        for first in range(0, len(asked), _MOST_AT_ONCE):
            query = select(kind.id, kind.written_at).where(kind.id.in_(asked[first : first + _MOST_AT_ONCE]))
            found |= {row_id: at.astimezone().date() for row_id, at in session.execute(query) if at}
    return found
