"""Who saw or changed whom, when and why: insert-only, numbered per device, each row chained to the one before.

A row that was changed or taken out afterwards breaks the chain, and `first_break` finds where. The log never
holds what was typed into a search, and never a name or a number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.cases.settings import DEVICE, read_setting, write_setting
from app.work import Work
from db.rows.local import UsageLogRow
from db.values.people import UsageKind

_START = "0" * 64

_Values = tuple[str, int, datetime, str | None, UsageKind, str | None, str, int]
"""Device, number, instant, worker, kind, case, purpose and count: what the chain goes over."""


def note_use(work: Work, kind: UsageKind, purpose: str, *, case_id: str | None = None, count: int = 1) -> None:
    """Write one row. `purpose` is a fixed Danish text of the screen, `count` how many persons were shown."""
    _write(work, kind, purpose, [case_id], count)


def note_use_of_cases(work: Work, kind: UsageKind, purpose: str, case_ids: Iterable[str]) -> None:
    """Write one row a case, in the order given."""
    _write(work, kind, purpose, list(case_ids), 1)


def _write(work: Work, kind: UsageKind, purpose: str, case_ids: Sequence[str | None], count: int) -> None:
    if not case_ids:
        return
    device = _device(work)
    last = _last(work.session, device)
    now = work.now
    seq, chain = (0, _START) if last is None else (last.seq, last.chain)
    rows = []
    for case_id in case_ids:
        seq += 1
        chain = _chain(chain, (device, seq, now, work.author, kind, case_id, purpose, count))
        rows.append(
            {
                "device": device,
                "seq": seq,
                "at": now,
                "worker_id": work.author,
                "kind": kind,
                "case_id": case_id,
                "purpose": purpose,
                "count": count,
                "chain": chain,
            }
        )
    # An import of a whole town writes ten thousand; as objects they would take a third of its time.
    work.session.execute(insert(UsageLogRow), rows)


def first_break(session: Session, device: str) -> int | None:
    """The number of the first row that does not follow from the one before; None when the chain is whole."""
    before, expected = _START, 1
    query = select(UsageLogRow).where(UsageLogRow.device == device).order_by(UsageLogRow.seq)
    for row in session.scalars(query):
        if row.seq != expected or row.chain != _chain(before, _values(row)):
            return expected
        before, expected = row.chain, expected + 1
    return None


def _last(session: Session, device: str) -> UsageLogRow | None:
    query = select(UsageLogRow).where(UsageLogRow.device == device).order_by(UsageLogRow.seq.desc()).limit(1)
    return session.scalars(query).first()


def _values(row: UsageLogRow) -> _Values:
    return row.device, row.seq, row.at, row.worker_id, row.kind, row.case_id, row.purpose, row.count


def _chain(before: str, values: _Values) -> str:
    """SHA-256 over the chain of the row before and this row's values, as JSON so that no two rows read alike."""
    device, seq, at, *rest = values
    chained = [before, device, seq, at.astimezone(UTC).isoformat(), *rest]
    return hashlib.sha256(json.dumps(chained, ensure_ascii=True).encode()).hexdigest()


def _device(work: Work) -> str:
    device = read_setting(work.session, DEVICE)
    if device is None:
        device = work.new_id()
        write_setting(work, DEVICE, device)
    return device
