"""Whether a store was locked and not unlocked since: then its keyring opens it no more, only the person does.

2026-11-25: the lock counters those who come to an open machine, and for them the keyring is as open as the rest of
the desktop. A locked store therefore asks for the passphrase even when the program is ended and started again, and
on the command line too. The mark is an empty file beside the store. Where it cannot be written the next process
is told through its environment, which is enough for the restart itself.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Final

LOCK_MARK: Final = "tovholder.locked"
_VARIABLE: Final = "TOVHOLDER_LOCKED"


def mark_locked(directory: Path) -> None:
    """Let nobody in without asking from now on."""
    try:
        (directory / LOCK_MARK).touch(mode=0o600)
    except OSError:
        os.environ[_VARIABLE] = "1"


def is_locked(directory: Path) -> bool:
    """Whether the store must ask."""
    return _VARIABLE in os.environ or (directory / LOCK_MARK).exists()


def mark_unlocked(directory: Path) -> None:
    """The person was let in. A mark that cannot be taken away only asks once more."""
    os.environ.pop(_VARIABLE, None)
    with contextlib.suppress(OSError):
        (directory / LOCK_MARK).unlink(missing_ok=True)
