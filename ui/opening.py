"""What happens between a painted window and a shown queue. Runs beside the GUI's thread, so no Qt here.

Everything is imported where it is used: the window is painted before any of it is needed, and neither
SQLAlchemy, nor a keyring that was not set up, nor the migrations are imported on the way to the queue.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.clock import Clock
from app.queue.item import QueueItem
from db.errors import Refused, Unavailable
from ui.demo_day import has_demo_mark
from ui.last_backup import LastBackup, last_backup
from ui.lock_mark import is_locked, mark_unlocked

if TYPE_CHECKING:
    from app.cases.place import Place
    from db.store.backup import Backup
    from db.store.store import Store
    from ui.new_store import UnitChoice
    from ui.settings.backup_text import BackupRow


# What is wrong with a key file that a backup's own takes the place of.
_ONLY_A_BACKUP_HELPS = frozenset({"key_file_missing", "key_file_damaged"})


class NoStore(NamedTuple):
    """There is none in the folder yet."""

    directory: Path


class Locked(NamedTuple):
    """A passphrase is needed; `why` says why, where it is not simply so.

    Invented people need none: their store is opened by a button. `returning` says that a worker locked it.
    """

    directory: Path
    why: str | None = None
    demo: bool = False
    returning: bool = False


class Broken(NamedTuple):
    """There is a store, but no way in but a backup; `why` says what is wrong."""

    directory: Path
    why: str


class Queue(NamedTuple):
    """A queue as it was on a day."""

    items: tuple[QueueItem, ...]
    today: date


class Opened(NamedTuple):
    """An open store, not yet claimed for writing, with its queue."""

    store: Store
    queue: Queue
    demo: bool = False


class Settled(NamedTuple):
    """What was found out after the queue was shown: who sits here, and what the person must be told.

    `place` is where to go back to after a lock.
    """

    worker_id: str | None = None
    worker_name: str | None = None
    unit_name: str | None = None
    notice: str | None = None
    theme: str | None = None
    idle_minutes: int = 10
    place: Place | None = None
    backup: LastBackup | None = None


class LookedAfter(NamedTuple):
    """What the person must be told after the store was checked, None when all is well; and the last backup."""

    notice: str | None
    backup: LastBackup | None


def find_way_in(directory: Path | None, clock: Clock) -> NoStore | Locked | Broken | Opened:
    """Open the store without asking anybody, if that can be done and it was not locked."""
    from db.keys import KEY_FILE_NAME, key_file_state
    from db.store.opening import DATABASE_NAME

    if directory is None:
        from ui.places import own_store

        directory = own_store()
    if not (directory / DATABASE_NAME).exists() and not (directory / KEY_FILE_NAME).exists():
        return NoStore(directory)
    if has_demo_mark(directory):
        return find_demo(directory, clock)
    try:
        by_keyring = key_file_state(directory).keyring_backend is not None
    except Unavailable as outcome:
        if outcome.code not in _ONLY_A_BACKUP_HELPS:
            raise
        return Broken(directory, outcome.message)
    locked = is_locked(directory)
    return Locked(directory, returning=locked) if locked or not by_keyring else _open_by_keyring(directory, clock)


def _open_by_keyring(directory: Path, clock: Clock) -> Locked | Opened:
    from db.keys import unlock_with_keyring

    try:
        key = unlock_with_keyring(directory)
    except (Refused, Unavailable) as outcome:
        return Locked(directory, outcome.message)
    return open_with_key(directory, key, clock)


def find_demo(directory: Path | None, clock: Clock) -> Locked | Opened:
    """Open the store of invented people, unless it was locked."""
    if directory is None:
        from ui.places import demo_store

        directory = demo_store()
    if is_locked(directory) and has_demo_mark(directory):
        return Locked(directory, demo=True, returning=True)
    return open_demo(directory, clock)


def open_demo(directory: Path | None, clock: Clock) -> Opened:
    """Open the store of invented people, which is made first where there is none. Nobody is asked."""
    from app.demo.store import DEMO_PASSPHRASE, make_demo
    from db.keys import unlock_with_passphrase
    from db.store.opening import DATABASE_NAME

    if directory is None:
        from ui.places import demo_store

        directory = demo_store()
    if not (directory / DATABASE_NAME).exists():
        make_demo(directory, clock.today())
    return open_with_key(directory, unlock_with_passphrase(directory, DEMO_PASSPHRASE), clock, demo=True)


def open_with_passphrase(directory: Path, passphrase: str, clock: Clock) -> Opened:
    """Open by what the person typed."""
    from db.keys import unlock_with_passphrase

    return open_with_key(directory, unlock_with_passphrase(directory, passphrase), clock)


def open_with_code(directory: Path, code: str, clock: Clock) -> Opened:
    """Open by the recovery code."""
    from db.keys import unlock_with_recovery_code

    return open_with_key(directory, unlock_with_recovery_code(directory, code), clock)


def open_with_key(directory: Path, key: bytes, clock: Clock, *, demo: bool = False) -> Opened:
    """Open and read the queue; the right to write is taken later, since it costs time that nobody waits for."""
    from db.store.store import Store

    store = Store.open(directory, key, write=False)
    try:
        opened = Opened(store, read_queue(store, clock.today()), demo)
        mark_unlocked(directory)
        return opened  # noqa: TRY300 - closed below if the queue cannot be read.
    except BaseException:
        store.close()
        raise


def read_queue(store: Store, today: date) -> Queue:
    """Compute the queue of the whole store as far as the worker who sits here may see it, by the bare driver."""
    from app.queue.closed_days import rule_book_of
    from app.queue.engine import queue_items
    from app.queue.facts_reader import read_facts
    from app.queue.reading.closed_cases import open_to_worker, worker_here

    with store.raw_reader() as connection:
        items = queue_items(read_facts(connection, today), rule_book_of(connection), today)
        return Queue(open_to_worker(connection, items, worker_here(connection), today), today)


def settle(store: Store) -> Settled:
    """Take the right to write and find out who sits here. A store that another window has stays readable."""
    from app.cases.place import read_place
    from app.cases.screen_settings import read_screen_settings
    from app.cases.workers import me

    notice = None
    try:
        store.claim()
    except Unavailable as taken:
        notice = taken.message
    with store.reading() as session:
        worker, settings, place = me(session), read_screen_settings(session), read_place(session)
    return Settled(
        worker_id=worker.id if worker else None,
        worker_name=worker.name if worker else None,
        unit_name=worker.unit_name if worker else None,
        notice=notice,
        theme=settings.theme,
        idle_minutes=settings.idle_minutes,
        place=place,
        backup=last_backup(store.directory),
    )


def read_idle_minutes(store: Store) -> int:
    """After how many minutes without anybody the program locks."""
    from app.cases.screen_settings import read_screen_settings

    with store.reading() as session:
        return read_screen_settings(session).idle_minutes


def look_after(store: Store, clock: Clock) -> LookedAfter:
    """Check every page and make the day's backup."""
    from app.clock import danish_time
    from db.store.backup import backup_if_due
    from db.store.integrity import check

    report = check(store)
    if not report.sound:
        notice = (
            "Lagerets fil er beskadiget. Det, der kan læses, vises stadig. Ret ikke noget, og gendan den nyeste "
            "sikkerhedskopi under Indstillinger."
        )
        return LookedAfter(notice, last_backup(store.directory))
    backup_if_due(store, clock.today(), clock.now().astimezone(danish_time()).time())
    return LookedAfter(None, last_backup(store.directory))


def find_backups(folder: Path, today: date) -> tuple[BackupRow, ...]:
    """The backups that a person may have meant by a folder, newest first. `Refused`: there are none, or invented."""
    from db.store.backup import backups_in
    from ui.settings.backup_text import rows_of

    found = backups_in(folder)
    if not found:
        message = "Der er ingen sikkerhedskopi i mappen. Vælg en mappe, der hedder noget som 000012-2007-03-20-0842."
        raise Refused(message, field="folder", code="no_backup")
    if any(has_demo_mark(place) for place in (folder, folder.parent, folder.parent.parent)):
        message = "Kopien er af demoens opdigtede borgere og kan ikke blive til dit lager."
        raise Refused(message, field="folder", code="demo_backup")
    return rows_of(found, today)


def restore_from(directory: Path, backup: Backup, secret: str, clock: Clock, *, by_code: bool) -> Opened:
    """Put a backup in the store's place by its passphrase or its recovery code, and open it."""
    from db.keys import unlock_with_passphrase, unlock_with_recovery_code
    from db.store.backup import restore

    unlock = unlock_with_recovery_code if by_code else unlock_with_passphrase
    key = unlock(backup.directory, secret)
    restore(directory, key, backup)
    return open_with_key(directory, key, clock)


def units_to_choose() -> tuple[UnitChoice, ...]:
    """The units that a new store will know, for the first-run page."""
    from ui.new_store import unit_choices

    return unit_choices()
