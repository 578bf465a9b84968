"""Looks through every page of the store; run after the start, and on each backup before it counts."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused, Unavailable
from db.store.driver import RawConnection
from db.store.opening import open_connection
from db.store.sqlite_errors import driver_errors, outcome_of

if TYPE_CHECKING:
    from db.store.store import Store

_NOT_THE_FILES_FAULT = frozenset({"wrong_key", "busy", "disk_error", "store_not_accessible"})

_PAGE = re.compile(r"\bpage (\d+)\b")


@dataclass(frozen=True, slots=True)
class IntegrityReport:
    """What is wrong: pages (numbered from 1) that were altered, and how many other faults there are."""

    damaged_pages: tuple[int, ...]
    other_faults: int

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.damaged_pages and not self.other_faults


def check(store: Store) -> IntegrityReport:
    """Check an open store; reads the whole file, about 3 ms for each MiB, so not on the GUI's thread.

    `Unavailable` code `busy` when a writer holds the store for longer than the timeout.
    """
    with driver_errors(writing=False), _writable(store.path, store.key) as connection:
        report = _report(connection)
        if report.sound:
            return report
        # The check reads the file itself, and a page on its way from the log into it looks like damage.
        # While we hold the write lock nobody moves pages, so what is still wrong then is really wrong.
        connection.execute("BEGIN IMMEDIATE")
        return _report(connection)


def require_sound(path: Path, key: bytes) -> None:
    """Raise `Unavailable` code `backup_damaged` unless the backup at `path` opens and every page is right.

    A key that is not the backup's is `Refused` code `wrong_key`; a disk that does not answer says so.
    """
    try:
        with driver_errors(writing=False), _writable(path, key) as connection:
            sound = _report(connection).sound
    except (Refused, Unavailable) as outcome:
        if outcome.code in _NOT_THE_FILES_FAULT:
            raise
        raise _backup_damaged() from outcome
    if not sound:
        raise _backup_damaged()


def _writable(path: Path, key: bytes) -> contextlib.closing[RawConnection]:
    # A reader may not take the write lock, and a file in write-ahead mode needs its log beside it.
    return contextlib.closing(open_connection(path, key, read_only=False))


def _report(connection: RawConnection) -> IntegrityReport:
    """Ask SQLCipher for altered pages and, when there are none, SQLite for broken structure."""
    lines = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    # The pragma answers in sentences only; the page's number is all that is read out of them.
    pages = [match for line in lines if (match := _PAGE.search(line))]
    damaged = tuple(sorted({int(match[1]) for match in pages}))
    if lines:
        return IntegrityReport(damaged, len(lines) - len(pages))
    try:
        answers = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
    except Exception as error:
        outcome = outcome_of(error, writing=False)
        if outcome is None or outcome.code != "damaged":
            raise
        return IntegrityReport((), 1)
    return IntegrityReport((), 0 if answers == ["ok"] else len(answers))


def _backup_damaged() -> Unavailable:
    message = "Sikkerhedskopien er beskadiget og bliver ikke brugt. Vælg en anden sikkerhedskopi."
    return Unavailable(message, code="backup_damaged")
