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

if TYPE_CHECKING:
    from db.store.store import Store
    from ui.new_store import UnitChoice


class NoStore(NamedTuple):
    """There is none in the folder yet."""

    directory: Path


class Locked(NamedTuple):
    """A passphrase is needed; `why` says why the keyring did not do, where one was set up."""

    directory: Path
    why: str | None = None


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
    """What was found out after the queue was shown: who sits here, and what the person must be told."""

    worker_id: str | None = None
    worker_name: str | None = None
    notice: str | None = None


def find_way_in(directory: Path | None, clock: Clock) -> NoStore | Locked | Opened:
    """Open the store without asking anybody, if that can be done."""
    from db.keys import KEY_FILE_NAME, key_file_state, unlock_with_keyring
    from db.store.opening import DATABASE_NAME

    if directory is None:
        from ui.places import own_store

        directory = own_store()
    if not (directory / DATABASE_NAME).exists() and not (directory / KEY_FILE_NAME).exists():
        return NoStore(directory)
    if has_demo_mark(directory):
        return open_demo(directory, clock)
    if key_file_state(directory).keyring_backend is None:
        return Locked(directory)
    try:
        key = unlock_with_keyring(directory)
    except (Refused, Unavailable) as outcome:
        return Locked(directory, outcome.message)
    return open_with_key(directory, key, clock)


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
        return Opened(store, read_queue(store, clock.today()), demo)
    except BaseException:
        store.close()
        raise


def read_queue(store: Store, today: date) -> Queue:
    """Compute the queue of the whole store, by the bare driver."""
    from app.queue.closed_days import rule_book_of
    from app.queue.engine import queue_items
    from app.queue.facts_reader import read_facts

    with store.raw_reader() as connection:
        facts, rule_book = read_facts(connection, today), rule_book_of(connection)
    return Queue(queue_items(facts, rule_book, today), today)


def settle(store: Store) -> Settled:
    """Take the right to write and find out who sits here. A store that another window has stays readable."""
    from app.cases.workers import me

    notice = None
    try:
        store.claim()
    except Unavailable as taken:
        notice = taken.message
    with store.reading() as session:
        worker = me(session)
    return Settled(worker.id, worker.name, notice) if worker else Settled(notice=notice)


def look_after(store: Store, clock: Clock) -> str | None:
    """Check every page and make the day's backup; return what the person must be told, None when all is well."""
    from db.store.backup import backup_if_due
    from db.store.integrity import check

    report = check(store)
    if not report.sound:
        return (
            "Lagerets fil er beskadiget. Det, der kan læses, vises stadig. Ret ikke noget, og indlæs den nyeste "
            "sikkerhedskopi i mappen backups."
        )
    backup_if_due(store, clock.today())
    return None


def units_to_choose() -> tuple[UnitChoice, ...]:
    """The units that a new store will know, for the first-run page."""
    from ui.new_store import unit_choices

    return unit_choices()
