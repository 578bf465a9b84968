"""Who saw or changed whom, when and why: insert-only, numbered per device, each row chained to the one before.

A row that was changed or taken out afterwards breaks the chain, and `first_break` finds where. The log never
holds what was typed into a search, and never a name or a number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.settings import DEVICE, read_setting, write_setting
from app.work import Work
from db.rows.local import UsageLogRow
from db.values.people import UsageKind

_START = "0" * 64


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
    seq, chain = (0, _START) if last is None else (last.seq, last.chain)
    rows = []
    for case_id in case_ids:
        seq += 1
        row = UsageLogRow(
            device=device,
            seq=seq,
            at=work.now,
            worker_id=work.author,
            kind=kind,
            case_id=case_id,
            purpose=purpose,
            count=count,
        )
        chain = row.chain = _chain(row, chain)
        rows.append(row)
    work.session.add_all(rows)
    work.session.flush()


def first_break(session: Session, device: str) -> int | None:
    """The number of the first row that does not follow from the one before; None when the chain is whole."""
    before, expected = _START, 1
    query = select(UsageLogRow).where(UsageLogRow.device == device).order_by(UsageLogRow.seq)
    for row in session.scalars(query):
        if row.seq != expected or row.chain != _chain(row, before):
            return expected
        before, expected = row.chain, expected + 1
    return None


def _last(session: Session, device: str) -> UsageLogRow | None:
    query = select(UsageLogRow).where(UsageLogRow.device == device).order_by(UsageLogRow.seq.desc()).limit(1)
    return session.scalars(query).first()


def _chain(row: UsageLogRow, before: str) -> str:
    """SHA-256 over the chain of the row before and this row's values, as JSON so that no two rows read alike."""
    at: datetime = row.at.astimezone(UTC)
    values = [before, row.device, row.seq, at.isoformat(), row.worker_id, row.kind, row.case_id, row.purpose, row.count]
    return hashlib.sha256(json.dumps(values, ensure_ascii=True).encode()).hexdigest()


def _device(work: Work) -> str:
    device = read_setting(work.session, DEVICE)
    if device is None:
        device = work.new_id()
        write_setting(work, DEVICE, device)
    return device
