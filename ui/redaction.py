"""Log lines without personal data: only what our own code wrote as a literal, with its ids, gets through."""

from __future__ import annotations

import logging
import re

_CPR = re.compile(r"(?<!\d)\d{6}[-\s]?\d{4}(?!\d)")
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
HIDDEN = "[skjult]"


class RedactingFormatter(logging.Formatter):
    """Writes the message as it stands in the code, with numbers and ids filled in and every other value hidden.

    A name cannot be told from another word, so that a value passed as text never gets through; the message
    itself is written by us and holds none. Exceptions are named by type only.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return time, level, module, message and the type of the exception."""
        parts = [self.formatTime(record), record.levelname, record.name, _message(record)]
        if record.exc_info and record.exc_info[0] is not None:
            parts.append(record.exc_info[0].__name__)
        return " ".join(parts)


def _message(record: logging.LogRecord) -> str:
    text = str(record.msg) if isinstance(record.msg, str) else type(record.msg).__name__
    if record.args:
        shown = tuple(_shown(value) for value in _values(record.args))
        try:
            text %= shown
        except (TypeError, ValueError):
            text = f"{text} {HIDDEN}"
    return _CPR.sub(HIDDEN, text)


def _values(args: object) -> tuple[object, ...]:
    # A mapping as the only argument fills names into the message; none of its values is let through.
    return args if isinstance(args, tuple) else (args,)


def _shown(value: object) -> object:
    if isinstance(value, (bool, float)) or value is None:
        return value
    if isinstance(value, int):
        # Ten digits may be somebody's number.
        return value if abs(value) < 10**8 else HIDDEN
    if isinstance(value, str) and _ID.fullmatch(value):
        return value
    return HIDDEN
