"""A key store that lives as long as one test."""

from __future__ import annotations

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps entries in a dictionary; a test sets `locked` to see what a refusing key store does."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring does not annotate it.
        self.entries: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse_when_locked()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse_when_locked()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._refuse_when_locked()
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError(service)

    def _refuse_when_locked(self) -> None:
        if self.locked:
            raise KeyringLocked("the test has locked the key store")
