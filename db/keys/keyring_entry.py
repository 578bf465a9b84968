"""The wrapping key's entry in the system's keyring.

The entry is a random key of 32 bytes as base64, 44 characters, far below the 1,280 that Windows takes; it
opens nothing without `keys.json` beside it. Backends raise what they like (D-Bus and COM errors are not
keyring's own), so every exception of theirs becomes `Unavailable`: the program then asks for the
passphrase, and never goes on with a weaker protection without saying so.
"""

from __future__ import annotations

import contextlib
import secrets
from typing import TYPE_CHECKING

from db.errors import Unavailable
from db.keys.wrapping import from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from keyring.backend import KeyringBackend

SERVICE = "Tovholder"
LOWEST_PRIORITY = 1
"""keyring's own line: backends below it keep entries in the clear, or nowhere."""

_OTHER_WAY = "Lås op med adgangssætningen eller gendannelseskoden i stedet."


def usable_backend() -> KeyringBackend:
    """Return the system's keyring after trying it with a value of no worth.

    `Unavailable` with code `keyring_missing`, `keyring_locked`, `keyring_failed` or, when it says yes and
    keeps nothing, `keyring_swallows`.
    """
    with _keyring_errors():
        backend = _detected_backend()
        account, value = f"probe-{secrets.token_hex(8)}", secrets.token_hex(8)
        backend.set_password(SERVICE, account, value)
        kept = backend.get_password(SERVICE, account) == value
        if kept:
            backend.delete_password(SERVICE, account)
    if not kept:
        raise _swallows()
    return backend


def name_of(backend: KeyringBackend) -> str:
    """Return the full name of the backend's class, as it is recorded in the key file."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def save_wrapping_key(backend: KeyringBackend, account: str, wrapping_key: bytes) -> None:
    """Save the wrapping key and read it back; `Unavailable` when it did not stay."""
    text = to_text(wrapping_key)
    with _keyring_errors():
        backend.set_password(SERVICE, account, text)
        kept = backend.get_password(SERVICE, account) == text
    if not kept:
        raise _swallows()


def saved_wrapping_key(backend: KeyringBackend, account: str) -> bytes | None:
    """Return the wrapping key, None when the keyring has no such entry or one that is not ours."""
    with _keyring_errors():
        text = backend.get_password(SERVICE, account)
    return None if text is None else from_text(text)


def forget_wrapping_key(backend: KeyringBackend, account: str) -> None:
    """Delete the entry if that can be done; used to clean up after something else went wrong."""
    with contextlib.suppress(Unavailable), _keyring_errors():
        backend.delete_password(SERVICE, account)


def backend_for_reading() -> KeyringBackend:
    """Return the system's keyring without a trial write: unlocking must not need one."""
    with _keyring_errors():
        return _detected_backend()


def _detected_backend() -> KeyringBackend:
    import keyring
    from keyring.backends.chainer import ChainerBackend

    backend = keyring.get_keyring()
    if isinstance(backend, ChainerBackend):
        # The chainer would go on to a weaker backend when the first one declines; we want only the first.
        backend = next(iter(backend.backends), backend)
    if backend.priority < LOWEST_PRIORITY:
        message = f"Maskinen har ingen nøglering, som Tovholder kan bruge. {_OTHER_WAY}"
        raise Unavailable(message, code="keyring_missing")
    return backend


def _swallows() -> Unavailable:
    message = f"Maskinens nøglering svarer, at nøglen er gemt, men den kan ikke læses igen. {_OTHER_WAY}"
    return Unavailable(message, code="keyring_swallows")


@contextlib.contextmanager
def _keyring_errors() -> Iterator[None]:
    """Turn whatever a backend raises into `Unavailable`."""
    from keyring.errors import KeyringLocked, NoKeyringError

    try:
        yield
    except Unavailable:
        raise
    except KeyringLocked as error:
        message = f"Maskinens nøglering er låst. Lås den op, og prøv igen. Ellers: {_OTHER_WAY}"
        raise Unavailable(message, code="keyring_locked") from error
    except NoKeyringError as error:
        message = f"Maskinen har ingen nøglering, som Tovholder kan bruge. {_OTHER_WAY}"
        raise Unavailable(message, code="keyring_missing") from error
    except Exception as error:  # A backend may raise anything, and all of it means the same.
        message = f"Maskinens nøglering svarer ikke, som den skal. {_OTHER_WAY}"
        raise Unavailable(message, code="keyring_failed") from error
