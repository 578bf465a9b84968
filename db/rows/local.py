"""Rows that stay on this machine, or that travel by ways of their own: log, bytes, drafts, settings."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from db.rows.base import Key, LocalRow, OptionalRef, Row
from db.values.people import UsageKind


class UsageLogRow(Row, LocalRow):
    """Who saw or changed whom, when and why.

    Insert-only and chained: `chain` is the SHA-256 over this row and the chain of the row before.
    """

    __tablename__ = "usage_log"
    device: Mapped[str] = mapped_column(String(36), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    worker_id: Mapped[OptionalRef]
    kind: Mapped[UsageKind]
    case_id: Mapped[str | None] = mapped_column(String(36), index=True)
    purpose: Mapped[str]
    count: Mapped[int] = mapped_column(default=1)
    chain: Mapped[str] = mapped_column(String(64))


class ChangesetRow(Row, LocalRow):
    """One save: one transaction, one use case. The sync sends them in the order of `seq`."""

    __tablename__ = "changeset"
    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(36))
    made_at: Mapped[datetime]
    author: Mapped[OptionalRef]
    use_case: Mapped[str]


class BlobRow(Row, LocalRow):
    """Bytes of printed documents, scans and signatures under their SHA-256; insert-only."""

    __tablename__ = "blob"
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    bytes: Mapped[bytes] = mapped_column(LargeBinary)


class DraftRow(Row, LocalRow):
    """Unsaved input of a form, so that a lock, a crash or a restart loses nothing. `state` is JSON."""

    __tablename__ = "draft"
    id: Mapped[Key]
    form: Mapped[str]
    case_ref: Mapped[OptionalRef]
    about_id: Mapped[OptionalRef]
    state: Mapped[str]
    saved_at: Mapped[datetime]


class SettingRow(Row, LocalRow):
    """A setting of this machine's user, such as who they are."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ImportRunRow(Row, LocalRow):
    """One file that was taken in, with the counts of its report."""

    __tablename__ = "import_run"
    id: Mapped[Key]
    kind: Mapped[str]
    made_at: Mapped[datetime]
    extract_on: Mapped[date | None]
    full: Mapped[bool] = mapped_column(default=False)
    rows_read: Mapped[int]
    rows_new: Mapped[int]
    rows_changed: Mapped[int]
    rows_unchanged: Mapped[int]
    rows_refused: Mapped[int]


class ImportFindingRow(Row, LocalRow):
    """Something an import left for a person: no longer in the extract, or different from it."""

    __tablename__ = "import_finding"
    id: Mapped[Key]
    run_id: Mapped[str] = mapped_column(String(36), index=True)
    finding: Mapped[str]
    case_id: Mapped[OptionalRef]
    table_name: Mapped[str | None]
    row_id: Mapped[OptionalRef]
    field: Mapped[str | None]
    own_value: Mapped[str | None]
    extract_value: Mapped[str | None]
    settled_on: Mapped[date | None]
    settled_how: Mapped[str | None]
