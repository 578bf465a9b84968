"""One program at a time may write to a store.

The operating system holds the lock and lets go of it when the process ends, however it ends, so that no
crash leaves a store that nobody can open. The lock file is empty: it records neither person nor machine.
filelock is imported when a lock is taken, since it costs more time than the rest of opening a store.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Unavailable

if TYPE_CHECKING:
    from filelock import FileLock

LOCK_NAME = "tovholder.lock"


class StoreLock:
    """The right to write to the store in one folder."""

    def __init__(self, directory: Path) -> None:
        """Name the folder; nothing is locked yet."""
        self._path = directory / LOCK_NAME
        self._lock: FileLock | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._lock is not None

    def acquire(self, *, wait_seconds: float = 0.0) -> None:
        """Take the lock, at once or within `wait_seconds`; taking it again does nothing.

        `Unavailable`: `store_in_use` when another program has it, `store_not_accessible` when the folder
        cannot be written to.
        """
        if self._lock is not None:
            return
        from filelock import FileLock, Timeout

        # A soft lock would write the machine's name into the file and outlive a crash.
        lock = FileLock(self._path, mode=0o600, thread_local=False, fallback_to_soft=False)
        try:
            lock.acquire(timeout=wait_seconds, poll_interval=0.02)
        except Timeout:
            message = (
                "Lageret er åbent i et andet Tovholder-vindue, og kun ét program kan skrive i det ad gangen. "
                "Brug det vindue, der er åbent, eller luk det, og prøv igen."
            )
            raise Unavailable(message, code="store_in_use") from None
        except (OSError, NotImplementedError) as error:
            message = "Lagerets mappe kan ikke låses. Se efter, om mappen er tilgængelig, og om den må skrives til."
            raise Unavailable(message, code="store_not_accessible") from error
        self._lock = lock

    def release(self) -> None:
        """Let go of the lock if it is held."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
