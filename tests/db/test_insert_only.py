"""The log of use and the handed-out bytes can be added to and not changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from db.errors import Unavailable
from db.rows.local import BlobRow, UsageLogRow
from db.store.store import Store
from db.values.people import UsageKind

AT = datetime(2007, 3, 20, 8, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "store", bytes(range(32))) as opened:
        with opened.writing() as session:
            session.add(
                UsageLogRow(device="d", seq=1, at=AT, kind=UsageKind.OPENED, case_id="c", purpose="kø", chain="0" * 64)
            )
            session.add(BlobRow(hash="a" * 64, bytes=b"handed out"))
        yield opened


def refuses(store: Store, statement: object) -> None:
    with pytest.raises(IntegrityError), store.writing() as session:
        session.execute(statement)  # type: ignore[call-overload]


def test_that_a_row_of_the_usage_log_can_be_neither_changed_nor_removed(store: Store) -> None:
    refuses(store, update(UsageLogRow).values(purpose="andet"))
    refuses(store, delete(UsageLogRow))
    with store.reading() as session:
        assert session.scalars(select(UsageLogRow.purpose)).all() == ["kø"]


def test_that_handed_out_bytes_cannot_be_changed(store: Store) -> None:
    refuses(store, update(BlobRow).values(bytes=b"other"))
    with store.reading() as session:
        assert session.scalars(select(BlobRow.bytes)).all() == [b"handed out"]


def test_that_the_log_is_written_beside_a_program_that_has_the_store(store: Store) -> None:
    with Store.open(store.directory, store.key, write=False) as beside:
        with beside.logging() as session:
            session.add(
                UsageLogRow(device="d", seq=2, at=AT, kind=UsageKind.LISTED, case_id="c", purpose="kø", chain="1" * 64)
            )
        with pytest.raises(Unavailable) as refusal, beside.writing():
            pass
    assert refusal.value.code == "store_in_use"
    with store.reading() as session:
        assert session.scalars(select(UsageLogRow.seq).order_by(UsageLogRow.seq)).all() == [1, 2]
