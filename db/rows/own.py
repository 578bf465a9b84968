"""Rows of one worker's own: reminders, snoozes, saved views."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from db.rows.base import OptionalRef, Row, WorkerRow


class ReminderRow(Row, WorkerRow):
    """An own reminder, about a case or not. `consequence` is the class the worker gives it, 1 to 4."""

    __tablename__ = "reminder"
    case_ref: Mapped[OptionalRef] = mapped_column(index=True)
    remind_on: Mapped[date]
    text: Mapped[str]
    consequence: Mapped[int] = mapped_column(default=4)
    done_on: Mapped[date | None]


class SnoozeRow(Row, WorkerRow):
    """A queue item put off until a date, with a reason."""

    __tablename__ = "snooze"
    case_ref: Mapped[OptionalRef] = mapped_column(index=True)
    item_key: Mapped[str]
    until_on: Mapped[date]
    reason: Mapped[str | None]
    cancelled_on: Mapped[date | None]


class SavedViewRow(Row, WorkerRow):
    """A list with its filters, kept under a name."""

    __tablename__ = "saved_view"
    screen: Mapped[str]
    name: Mapped[str]
    settings: Mapped[str]
    rank: Mapped[int] = mapped_column(default=0)
