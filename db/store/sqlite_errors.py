"""Turns the driver's errors into the field's two outcomes, by SQLite's number and never by its text."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from db.errors import Unavailable

_DISK_FULL = Unavailable(
    "Kan ikke gemme: disken er fuld eller svarer ikke. Det, der er gemt før, er der stadig og kan læses, og det, "
    "du har skrevet, bliver stående. Gør plads på disken, og gem igen.",
    code="disk_full",
)
_DISK_ERROR = Unavailable(
    "Lageret kan ikke læses: disken svarer ikke, som den skal. Prøv igen, og kontakt it, hvis det gentager sig.",
    code="disk_error",
)
_DAMAGED = Unavailable(
    "Lagerets fil er beskadiget, og det, der ligger på det beskadigede sted, kan ikke læses. "
    "Indlæs den nyeste sikkerhedskopi.",
    code="damaged",
)
_BUSY_NOW = Unavailable("Lageret er optaget af en anden opgave. Vent et øjeblik, og prøv igen.", code="busy")
_NO_ACCESS = Unavailable(
    "Lagerets fil kan ikke åbnes eller skrives til. Se efter, om mappen er tilgængelig, og om du har ret til den.",
    code="store_not_accessible",
)

_OUTCOMES = {
    3: _NO_ACCESS,  # SQLITE_PERM
    5: _BUSY_NOW,  # SQLITE_BUSY
    6: _BUSY_NOW,  # SQLITE_LOCKED
    8: _NO_ACCESS,  # SQLITE_READONLY
    # A disk quota answers with an input/output error where a full disk answers SQLITE_FULL.
    10: _DISK_FULL,  # SQLITE_IOERR
    11: _DAMAGED,  # SQLITE_CORRUPT
    13: _DISK_FULL,  # SQLITE_FULL
    14: _NO_ACCESS,  # SQLITE_CANTOPEN
    26: _DAMAGED,  # SQLITE_NOTADB
}


def primary_code(error: BaseException) -> int | None:
    """Return SQLite's primary result code of a driver's error or of SQLAlchemy's wrapper around one."""
    original = getattr(error, "orig", None) or error
    code = getattr(original, "sqlite_errorcode", None)
    # The upper bytes of an extended code tell more, such as which read failed; the lowest tells what it is.
    return code & 0xFF if isinstance(code, int) else None


def outcome_of(error: BaseException, *, writing: bool) -> Unavailable | None:
    """Return the outcome that a driver's error means, None when it is a bug or no driver's error."""
    code = primary_code(error)
    known = _OUTCOMES.get(code) if code is not None else None
    if known is None:
        return None
    if known is _DISK_FULL and not writing:
        known = _DISK_ERROR
    # A fresh one each time: an exception object gathers a traceback.
    return Unavailable(known.message, code=known.code)


def disk_full() -> Unavailable:
    """Return the outcome for what cannot be saved, for one who knows it without a number from the driver."""
    return Unavailable(_DISK_FULL.message, code=_DISK_FULL.code)


def damaged() -> Unavailable:
    """Return the outcome for a store with a damaged page, for one who found it without a driver's error."""
    return Unavailable(_DAMAGED.message, code=_DAMAGED.code)


@contextlib.contextmanager
def driver_errors(*, writing: bool) -> Iterator[None]:
    """Raise `Unavailable` for what can go wrong outside the program; let bugs and refusals through."""
    try:
        yield
    except Exception as error:
        outcome = outcome_of(error, writing=writing)
        if outcome is None:
            raise
        raise outcome from error
