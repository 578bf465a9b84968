"""When the last backup was made, and in what words the foot of the navigation says so."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from ui.danish_dates import near_date

if TYPE_CHECKING:
    from pathlib import Path

OLD_AFTER: Final = timedelta(days=7)


class LastBackup(NamedTuple):
    """A local day, and the time where it is known."""

    day: date
    at: time | None = None


def last_backup(directory: Path) -> LastBackup | None:
    """The newest backup of the store that says when it was made; reads the disk."""
    from db.store.backup import backups_of

    dated = [(backup.made_on, backup.made_at) for backup in backups_of(directory)]
    return next((LastBackup(day, at) for day, at in reversed(dated) if day is not None), None)


def backup_words(backup: LastBackup | None, today: date) -> str:
    """As in `Sikkerhedskopi i dag kl. 8.42`."""
    if backup is None:
        return "Ingen sikkerhedskopi endnu"
    return f"Sikkerhedskopi {moment(backup.day, backup.at, today)}"


def moment(day: date, at: time | None, today: date) -> str:
    """As in `i dag kl. 8.42`, `i går kl. 16.05` or `12. marts`."""
    near = {today: "i dag", today - timedelta(days=1): "i går"}
    words = near.get(day) or near_date(day, today)
    return words if at is None else f"{words} kl. {at.hour}.{at:%M}"


def is_old(backup: LastBackup | None, today: date) -> bool:
    """Whether somebody should care."""
    return backup is None or today - backup.day > OLD_AFTER
