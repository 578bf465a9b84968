"""What the page of settings shows, read in one go on the reader's thread."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from app.cases.own_details import OwnDetails, count_saves_since, read_own_details
from app.cases.screen_settings import ScreenSettings, read_screen_settings
from app.clock import danish_time
from app.rules.book import standard_rule_book
from app.rules.calendar import LocalHolidays
from db.errors import Unavailable
from db.keys import key_file_state
from db.store.backup import backups_of
from ui.settings.backup_text import BackupRow, rows_of

if TYPE_CHECKING:
    from db.store.store import Store


class SettingsRead(NamedTuple):
    """`closed_days` are those that hold, set here or not. `keyring` None: it cannot be known."""

    me: OwnDetails | None
    settings: ScreenSettings
    closed_days: LocalHolidays
    keyring: bool | None


def read_settings(store: Store) -> SettingsRead:
    """Read them."""
    with store.reading() as session:
        me, settings = read_own_details(session), read_screen_settings(session)
    try:
        keyring = key_file_state(store.directory).keyring_backend is not None
    except Unavailable:
        keyring = None
    return SettingsRead(me, settings, settings.closed_days or standard_rule_book().calendar.local, keyring)


def read_backups(store: Store, today: date) -> tuple[BackupRow, ...]:
    """The proved backups, newest first."""
    return rows_of(reversed(backups_of(store.directory)), today)


def saves_after(store: Store, row: BackupRow) -> int | None:
    """How many saves a backup does not know of; None when its age is not known."""
    backup = row.backup
    moment = backup.written_at()
    if backup.made_on is not None and backup.made_at is not None:
        moment = datetime.combine(backup.made_on, backup.made_at, danish_time()).astimezone(UTC)
    if moment is None:
        return None
    with store.reading() as session:
        return count_saves_since(session, moment)
