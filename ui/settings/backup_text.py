"""A backup in words: when it was made, why, and how large it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from ui.last_backup import moment

if TYPE_CHECKING:
    from db.store.backup import Backup

_MEBIBYTE: Final = 1 << 20


class BackupRow(NamedTuple):
    """One backup as it is shown; `why` is empty for one that was made for its own sake."""

    backup: Backup
    when: str
    why: str
    size: str

    @property
    def line(self) -> str:
        """All of it in one line."""
        return " · ".join(part for part in (self.when, self.why, self.size) if part)


def rows_of(backups: Iterable[Backup], today: date) -> tuple[BackupRow, ...]:
    """Put backups into words; asks the disk."""
    return tuple(BackupRow(backup, _when(backup, today), _why(backup), _size(backup)) for backup in backups)


def _when(backup: Backup, today: date) -> str:
    """As in `I dag kl. 8.42` or `12. marts kl. 9.05`."""
    from app.clock import danish_time

    words = "ukendt tid"
    if backup.made_on is not None:
        words = moment(backup.made_on, backup.made_at, today)
    elif (written := backup.written_at()) is not None:
        local = written.astimezone(danish_time())
        words = moment(local.date(), local.time(), today)
    return words[:1].upper() + words[1:]


def _why(backup: Backup) -> str:
    if backup.made_on is not None:
        return ""
    if backup.label == "before-restore":
        return "før en gendannelse"
    return "før en ny udgave" if backup.label.startswith("schema-") else ""


def _size(backup: Backup) -> str:
    """As in `3,4 MB`."""
    return f"{backup.size() / _MEBIBYTE:.1f} MB".replace(".", ",")
