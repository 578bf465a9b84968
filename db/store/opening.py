"""Opens a connection to the encrypted file, and tells why when it cannot be opened.

2026-11-22: SQLCipher is given the raw key, 64 hex digits, and never a passphrase: it would derive the key
anew for every connection, 100 ms each. Three of its habits rule this module. A key of another length is
silently taken for a passphrase; a key that comes after the first statement is accepted and the file stays
plain text; and a wrong key, a plain file and a damaged first page are all one error. So the length is
checked, the key is proved by a read before anything else, a new file's header is looked at, and a file
that does not open is looked into.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from db.errors import Refused, Unavailable
from db.keys.atomic_file import NEW_FILE
from db.store.driver import RawConnection, connect_existing
from db.store.sqlite_errors import driver_errors, primary_code

DATABASE_NAME = "tovholder.db"
KEY_BYTES = 32
BUSY_TIMEOUT_MS = 5000

_PLAIN_HEADER = b"SQLite format 3\x00"
_NOT_A_DATABASE = 26


def open_connection(path: Path, key: bytes, *, read_only: bool) -> RawConnection:
    """Open the existing file `path` with `key` (32 bytes) and give the connection its settings.

    A read-only connection refuses every write. `Refused`: `plain_file`, `wrong_key`. `Unavailable`:
    `store_missing`, `first_page_damaged`, `wrong_key_or_damaged` (no key file is there to ask), and the
    driver's own (`busy`, `disk_error`, `store_not_accessible`).
    """
    _look_at_the_header(path)
    try:
        with driver_errors(writing=False):
            return _keyed(path, key, read_only=read_only)
    except Unavailable as outcome:
        if outcome.__cause__ is not None and primary_code(outcome.__cause__) == _NOT_A_DATABASE:
            raise _why_it_does_not_open(path, key) from outcome.__cause__
        raise


def create_database(path: Path, key: bytes) -> None:
    """Make an empty encrypted file (0600) at `path`, which must be free, and prove that it is encrypted."""
    with contextlib.closing(_created(path, key)):
        header = path.read_bytes()[: len(_PLAIN_HEADER)]
    if len(header) < len(_PLAIN_HEADER) or header == _PLAIN_HEADER:
        path.unlink()
        raise RuntimeError("SQLCipher did not encrypt a new file")


def _created(path: Path, key: bytes) -> RawConnection:
    with driver_errors(writing=True):
        try:
            # Made by ourselves for its rights: SQLite would give it the umask's, and WAL and shm inherit them.
            os.close(os.open(path, NEW_FILE, 0o600))
        except FileExistsError:
            raise
        except OSError as error:
            message = "Der kan ikke oprettes et lager i mappen. Se efter, om den må skrives til, og om disken er fuld."
            raise Unavailable(message, code="store_not_accessible") from error
        return _keyed(path, key, read_only=False)


def _keyed(path: Path, key: bytes, *, read_only: bool) -> RawConnection:
    if len(key) != KEY_BYTES:
        raise ValueError(f"the key must be {KEY_BYTES} bytes")
    connection = connect_existing(path)
    try:
        # Otherwise SQLCipher writes to standard error for each page of a damaged file.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        # FULL costs a twentieth and loses no commit when the power goes.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _look_at_the_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(len(_PLAIN_HEADER))
    except FileNotFoundError:
        message = (
            f"Lagerets fil {path.name} findes ikke i mappen. Se efter, om mappen er den rigtige, "
            "eller indlæs en sikkerhedskopi."
        )
        raise Unavailable(message, code="store_missing") from None
    except OSError as error:
        message = f"Lagerets fil {path.name} kan ikke læses. Se efter, om mappen er tilgængelig, og prøv igen."
        raise Unavailable(message, code="store_not_accessible") from error
    if header == _PLAIN_HEADER:
        message = (
            f"Filen {path.name} er ikke krypteret og er derfor ikke Tovholders lager. Programmet rører den ikke. "
            "Flyt den væk, og indlæs en sikkerhedskopi."
        )
        raise Refused(message, code="plain_file")
    if len(header) < len(_PLAIN_HEADER):
        # SQLCipher would take an empty file for a new store and show a caseload of nobody.
        raise _first_page_damaged()


def _why_it_does_not_open(path: Path, key: bytes) -> Refused | Unavailable:
    from db.keys import key_matches

    match key_matches(path.parent, key):
        case True:
            return _first_page_damaged()
        case False:
            message = "Nøglen passer ikke til dette lager. Se efter, om mappen er den rigtige, og lås op igen."
            return Refused(message, code="wrong_key")
        case None:
            message = (
                "Lageret kan ikke åbnes: enten passer nøglen ikke, eller også er filen beskadiget. "
                "Nøglefilen, der kunne afgøre det, kan ikke læses. Indlæs den nyeste sikkerhedskopi."
            )
            return Unavailable(message, code="wrong_key_or_damaged")


def _first_page_damaged() -> Unavailable:
    message = (
        "Lagerets fil er beskadiget i begyndelsen og kan ikke åbnes. Nøglen er rigtig. "
        "Indlæs den nyeste sikkerhedskopi."
    )
    return Unavailable(message, code="first_page_damaged")
