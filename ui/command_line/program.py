"""What a subcommand is given: clock, ids, where to write, and the store once it is unlocked."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from app.clock import Clock, FixedClock, SystemClock
from app.ids import NewId, system_ids
from db.errors import Refused, Unavailable
from ui.command_line.passphrase import ask_passphrase
from ui.demo_day import DEMO_DAY, has_demo_mark
from ui.lock_mark import is_locked

if TYPE_CHECKING:
    from datetime import date

    from db.store.store import Store


@dataclass(slots=True)
class Program:
    """One run of a subcommand. The store it has opened is closed by `close`."""

    directory: Path | None = None
    today: date | None = None
    passphrase_fd: int | None = None
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    make_id: NewId = field(default_factory=system_ids)
    _store: Store | None = None

    @property
    def clock(self) -> Clock:
        """The clock that stands still on `--today`, or on the demo's own day; otherwise the machine's."""
        if self.today is None and self.directory is not None and has_demo_mark(self.directory):
            return FixedClock(DEMO_DAY)
        return SystemClock() if self.today is None else FixedClock(self.today)

    @property
    def store_directory(self) -> Path:
        """The store's folder: as said, or the person's own."""
        if self.directory is None:
            from ui.places import own_store

            self.directory = own_store()
        return self.directory

    def open_store(self, *, writing: bool) -> Store:
        """Unlock and open the store. With `writing` it is `Unavailable` while another program has it.

        The demo store's passphrase is public and never asked for. Otherwise the keyring is tried first.
        """
        from db.store.store import Store

        if self._store is None:
            self._store = Store.open(self.store_directory, self._key(), write=writing)
        elif writing:
            self._store.claim()
        return self._store

    def adopt(self, store: Store) -> Store:
        """Take over a store that was just made; it is closed with the run."""
        self._store = store
        return store

    def author(self, store: Store) -> str | None:
        """The id of the worker who sits here, None while the store does not know."""
        from app.cases.workers import me

        with store.reading() as session:
            worker = me(session)
        return None if worker is None else worker.id

    def say(self, text: str = "") -> None:
        """Write a line of the result."""
        print(text, file=self.out)

    def tell(self, text: str) -> None:
        """Write a line beside the result: what is going on, what went wrong."""
        print(text, file=self.err)

    def new_passphrase(self) -> str:
        """Ask for the passphrase of a store that is to be made."""
        return ask_passphrase(self.passphrase_fd, new=True)

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _key(self) -> bytes:
        from db.keys import KEY_FILE_NAME, key_file_state, unlock_with_keyring, unlock_with_passphrase
        from db.store.opening import DATABASE_NAME

        directory = self.store_directory
        if directory.exists() and not directory.is_dir():
            message = f"{directory} er ikke en mappe. Angiv lagerets mappe med --store."
            raise Refused(message, field="store", code="not_a_folder")
        if not (directory / DATABASE_NAME).exists() and not (directory / KEY_FILE_NAME).exists():
            message = f"Der er intet lager i {directory}. Opret et med »tovholder new«, eller angiv mappen med --store."
            raise Unavailable(message, code="store_missing")
        if has_demo_mark(directory):
            from app.demo.store import DEMO_PASSPHRASE

            return unlock_with_passphrase(directory, DEMO_PASSPHRASE)
        state = key_file_state(directory)
        if state.keyring_backend is not None and self.passphrase_fd is None and not is_locked(directory):
            try:
                return unlock_with_keyring(directory)
            except (Refused, Unavailable) as no_keyring:
                self.tell(no_keyring.message)
        return unlock_with_passphrase(directory, ask_passphrase(self.passphrase_fd))
