"""Encrypted backups: each a folder that is itself a store, with the same key and a copy of the key file.

A backup counts only after it was opened and every page and index of it checked, and it gets its name last,
so that no half of one is ever found. The key file beside it lets it be opened on another machine with the
recovery code. At most seven are kept. They are numbered, because a clock may be set back.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused, Unavailable
from db.keys import KEY_FILE_NAME, key_matches
from db.keys.atomic_file import NEW_FILE, private_directory, sync_directory, write_atomically
from db.store.driver import DatabaseError
from db.store.file_errors import file_errors
from db.store.integrity import check, require_sound
from db.store.lock import StoreLock
from db.store.opening import DATABASE_NAME, create_database, open_connection
from db.store.sqlite_errors import damaged, disk_full, driver_errors, primary_code

if TYPE_CHECKING:
    from db.store.store import Store

BACKUPS_NAME = "backups"
KEPT = 7
STAGED_NAME = "tovholder.restoring"
REPLACED_NAME = "tovholder.replaced"

# What cannot be read cannot be backed up, and these very cases are what a restore is for.
_BEYOND_BACKUP = frozenset({"damaged", "first_page_damaged", "plain_file", "store_missing", "wrong_key_or_damaged"})

_LABEL = r"[a-z0-9-]+"
_NAME = re.compile(rf"(?P<number>\d{{6}})-(?P<label>{_LABEL})")
_DATED = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:-(?P<time>\d{4}))?")


@dataclass(frozen=True, slots=True)
class Backup:
    """One proved backup. `label` is its ISO date with or without the time, or why it was made (`schema-3`)."""

    directory: Path
    number: int
    label: str

    @property
    def made_on(self) -> date | None:
        """The local day it was made on, None where the label says why it was made."""
        dated = _DATED.fullmatch(self.label)
        try:
            return date.fromisoformat(dated["day"]) if dated else None
        except ValueError:
            return None

    @property
    def made_at(self) -> time | None:
        """The local time of that day; None where it is not known."""
        dated = _DATED.fullmatch(self.label)
        try:
            return time.fromisoformat(dated["time"]) if dated and dated["time"] else None
        except ValueError:
            return None

    def size(self) -> int:
        """How many bytes the encrypted file has; 0 when it has gone meanwhile."""
        try:
            return (self.directory / DATABASE_NAME).stat().st_size
        except OSError:
            return 0

    def written_at(self) -> datetime | None:
        """When the file was written, in UTC: for those whose label does not say when."""
        try:
            return datetime.fromtimestamp((self.directory / DATABASE_NAME).stat().st_mtime, UTC)
        except OSError:
            return None


def label_of(day: date, at: time | None = None) -> str:
    """Return the label of a backup that is made on a local day, at a local time."""
    return day.isoformat() if at is None else f"{day.isoformat()}-{at:%H%M}"


def backups_of(directory: Path) -> tuple[Backup, ...]:
    """Return the backups of the store in `directory`, oldest first."""
    return _named_in(directory / BACKUPS_NAME)


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return the backups that a person may have meant by `folder`, newest first.

    That is the folder itself, if it is a backup or the folder of a store that was closed properly; those of the
    store in it; or those that lie in it.
    """
    found = [*reversed(_named_in(folder)), *reversed(backups_of(folder))]
    if not (folder / DATABASE_NAME).is_file() or not (folder / KEY_FILE_NAME).is_file():
        return tuple(found)
    log = folder / f"{DATABASE_NAME}-wal"
    if log.exists() and log.stat().st_size:
        # What was saved last stands in the log, and would be missing.
        return tuple(found)
    named = _NAME.fullmatch(folder.name)
    itself = Backup(folder, int(named["number"]), named["label"]) if named else Backup(folder, 0, "copy")
    return (itself, *found)


def backup_if_due(store: Store, today: date, at: time | None = None) -> Backup | None:
    """Make the day's backup unless there is one for `today`; None when there was."""
    if any(backup.made_on == today for backup in backups_of(store.directory)):
        return None
    return back_up(store, label=label_of(today, at))


def back_up(store: Store, *, label: str) -> Backup:
    """Make a backup, prove it, name it, and only then drop the oldest beyond seven.

    `Unavailable`: `disk_full`, `damaged` (the store itself is; the earlier backups are kept then).
    """
    if not re.fullmatch(_LABEL, label):
        raise ValueError("a backup's label is made of a-z, 0-9 and hyphens")
    folder = store.directory / BACKUPS_NAME
    with file_errors():
        private_directory(folder)
        _remove_unfinished(folder)
        earlier = backups_of(store.directory)
        number = earlier[-1].number + 1 if earlier else 1
        unfinished = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
        try:
            _copy_database(store, unfinished)
            key_holders = (store.directory, *(old.directory for old in reversed(earlier)))
            _copy_key_file(key_holders, unfinished, store.key)
            backup = Backup(folder / f"{number:06d}-{label}", number, label)
            unfinished.rename(backup.directory)
            sync_directory(folder)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
        renew_keys_in_backups(store.directory, store.key)
        for old in (*earlier, backup)[:-KEPT]:
            shutil.rmtree(old.directory)
    return backup


def back_up_and_drop_the_others(store: Store, today: date) -> Backup:
    """Make a new backup and remove every older one: what was purged must not live on in a copy."""
    backup = back_up(store, label=today.isoformat())
    with file_errors():
        for old in backups_of(store.directory):
            if old.number != backup.number:
                shutil.rmtree(old.directory)
        for suffix in ("", "-wal"):
            (store.directory / (REPLACED_NAME + suffix)).unlink(missing_ok=True)
    return backup


def restore(directory: Path, key: bytes, backup: Backup) -> None:
    """Put `backup` in the place of the store in `directory`, which must not be open; the folder is made if missing.

    The store that is replaced is backed up first if it still opens; one that does not is kept beside as
    `tovholder.replaced`. A key file that is missing or damaged is replaced as well. A backup of an older
    schema is upgraded when the store is opened next.

    `Refused` code `wrong_key`. `Unavailable`: `backup_damaged`, `store_in_use`, `disk_full`.
    """
    from db.store.store import Store

    with file_errors():
        private_directory(directory)
    lock = StoreLock(directory)
    lock.acquire()
    nothing_there = not (directory / KEY_FILE_NAME).exists() and not (directory / DATABASE_NAME).exists()
    try:
        require_sound(backup.directory / DATABASE_NAME, key)
        if key_matches(directory, key) is False:
            message = "Nøglen åbner sikkerhedskopien, men ikke nøglefilen i mappen. Lås op igen, og prøv så."
            raise Refused(message, code="wrong_key")
        # Copied out first: the backup made below may push this one out of the seven.
        staged = _staged(directory, backup)
        if key_matches(directory, key) is None:
            _copy_key_file((backup.directory,), directory, key)
        try:
            back_up(Store(directory, key, lock), label="before-restore")
        except (Refused, Unavailable) as outcome:
            if outcome.code not in _BEYOND_BACKUP:
                raise
            _swap(directory, staged, keep_old=True)
        else:
            _swap(directory, staged, keep_old=False)
    except BaseException:
        if nothing_there:
            # A key file without a store would stand in the way of a new one.
            (directory / KEY_FILE_NAME).unlink(missing_ok=True)
        raise
    finally:
        (directory / STAGED_NAME).unlink(missing_ok=True)
        lock.release()


def put_in_place(directory: Path, backup: Backup) -> None:
    """Replace the store's file by `backup`; the caller holds the lock and has closed every connection."""
    _swap(directory, _staged(directory, backup), keep_old=False)


def renew_keys_in_backups(directory: Path, key: bytes) -> None:
    """Copy the key file to the backups of the same key, so that a replaced code opens none of them."""
    if not key_matches(directory, key):
        return
    for backup in backups_of(directory):
        if key_matches(backup.directory, key) is not False:
            _copy_key_file((directory,), backup.directory, key)


def _copy_database(store: Store, target_directory: Path) -> None:
    # Asked of the store itself: SQLite's backup copies a page that fails its check as zeros, without a word,
    # and the copy's own pages would then all be right.
    if not check(store).sound:
        raise damaged()
    target = target_directory / DATABASE_NAME
    create_database(target, store.key)
    with (
        store.raw_reader() as source,
        contextlib.closing(open_connection(target, store.key, read_only=False)) as copy,
        driver_errors(writing=True),
    ):
        try:
            source.backup(copy)
        except DatabaseError as error:
            # The driver gives errors of a backup no number. The store was sound a moment ago, so what is left
            # is the disk that the copy lies on.
            if primary_code(error) is None:
                raise disk_full() from error
            raise
    require_sound(target, store.key)


def _named_in(folder: Path) -> tuple[Backup, ...]:
    """The folders in `folder` that have a backup's name, oldest first."""
    if not folder.is_dir():
        return ()
    matches = ((entry, _NAME.fullmatch(entry.name)) for entry in folder.iterdir())
    found = [Backup(entry, int(match["number"]), match["label"]) for entry, match in matches if match]
    return tuple(sorted(found, key=lambda backup: backup.number))


def _copy_key_file(sources: Iterable[Path], target_directory: Path, key: bytes) -> None:
    """Copy the first key file that wraps `key`; a damaged one must not spread."""
    for source in sources:
        if key_matches(source, key):
            content = (source / KEY_FILE_NAME).read_bytes()
            write_atomically(target_directory / KEY_FILE_NAME, content, replace=True)
            return


def _staged(directory: Path, backup: Backup) -> Path:
    """Copy the backup's file beside the store's, complete and on disk, under a name of no meaning."""
    staged = directory / STAGED_NAME
    with file_errors():
        staged.unlink(missing_ok=True)
        with os.fdopen(os.open(staged, NEW_FILE, 0o600), "wb") as target:
            with (backup.directory / DATABASE_NAME).open("rb") as source:
                shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
    return staged


def _swap(directory: Path, staged: Path, *, keep_old: bool) -> None:
    path = directory / DATABASE_NAME
    with file_errors():
        if keep_old:
            _move_aside(path)
        # The log must be gone before the new file has the name: SQLite would write its pages into that one.
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        staged.replace(path)
        sync_directory(directory)


def _move_aside(path: Path) -> None:
    """Keep a file that does not open, and its log, for whoever may be able to read something out of it."""
    for suffix in ("-wal", ""):
        old, kept = path.with_name(path.name + suffix), path.with_name(REPLACED_NAME + suffix)
        kept.unlink(missing_ok=True)
        if old.exists():
            old.replace(kept)


def _remove_unfinished(folder: Path) -> None:
    for left in folder.glob(".new-*"):
        shutil.rmtree(left)
