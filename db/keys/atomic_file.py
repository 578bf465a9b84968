"""Files that are either the old one or the new one, never half of either."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from pathlib import Path

from db.errors import Unavailable

NEW_FILE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
"""For `os.open`: a file that is not there yet. Windows would otherwise rewrite the line ends in it."""


def private_directory(directory: Path) -> None:
    """Make `directory` with its parents, readable to its owner only (0700)."""
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    # An existing folder may have been made by an installer or by hand with wider rights.
    directory.chmod(0o700)


def write_atomically(path: Path, content: bytes, *, replace: bool) -> None:
    """Write `content` to `path` (0600) through a temporary file in the same folder.

    With `replace=False` an existing file is left alone and FileExistsError raised. A full disk or a folder
    that cannot be written to is `Unavailable` (code `cannot_save_key`), and the old file is untouched.
    """
    temporary = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(temporary, NEW_FILE, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            temporary.replace(path)
        else:
            _take_the_name(temporary, path)
        sync_directory(path.parent)
    except FileExistsError:
        raise
    except OSError as error:
        message = (
            "Nøglefilen kan ikke gemmes. Den gamle nøglefil er uændret. "
            "Se efter, om disken er fuld, og om mappen må skrives til, og prøv igen."
        )
        raise Unavailable(message, code="cannot_save_key") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _take_the_name(temporary: Path, path: Path) -> None:
    """Give the file its final name, but only when nobody has it."""
    if sys.platform == "win32":
        # Windows refuses by itself to rename onto an existing file.
        temporary.rename(path)
    else:
        # A rename replaces silently here; a hard link does not.
        path.hardlink_to(temporary)


def sync_directory(directory: Path) -> None:
    """Make a rename in `directory` survive a power cut; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
