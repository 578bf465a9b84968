"""Settings of this machine's user. They stay here and never travel."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.work import Work
from db.rows.local import SettingRow

ME = "me"
"""The id of the worker who sits here."""

DEVICE = "device"
"""The id of this machine in the usage log."""


def read_setting(session: Session, name: str) -> str | None:
    """The value; None while it has never been set."""
    row = session.get(SettingRow, name)
    return None if row is None else row.value


def write_setting(work: Work, name: str, value: str) -> None:
    """Set a value, whether it was set before or not."""
    row = work.session.get(SettingRow, name)
    if row is None:
        work.session.add(SettingRow(name=name, value=value))
    else:
        row.value = value
    work.session.flush()


def forget_setting(work: Work, name: str) -> None:
    """Take a value away; nothing happens when there is none."""
    row = work.session.get(SettingRow, name)
    if row is not None:
        work.session.delete(row)
        work.session.flush()
