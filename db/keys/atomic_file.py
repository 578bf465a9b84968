"""Files that are either the old one or the new one, never half of either."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from db.errors import Unavailable


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
    temporary: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as file:
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
        if temporary is not None:
            with contextlib.suppress(FileNotFoundError):
                temporary.unlink()


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
