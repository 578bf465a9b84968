"""Reads a file that a person has pointed to: an ordinary file, and never more of it than is allowed.

A pipe would be waited for without end, and a device such as `/dev/zero` says that it is empty and never stops.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO


class NotAnOrdinaryFile(OSError):  # noqa: N818 - the field's word, an outcome.
    """A folder, a pipe or a device."""


class TooManyBytes(OSError):  # noqa: N818 - as above.
    """More than may be read."""


def read_foreign_file(path: Path, most: int) -> bytes:
    """The file's bytes, at most `most`. Raises NotAnOrdinaryFile, TooManyBytes, and OSError as the system says."""
    with open_foreign_file(path) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise TooManyBytes(path.name)
    return content


def open_foreign_file(path: Path) -> BinaryIO:
    """The file, open for reading. Raises NotAnOrdinaryFile, and OSError as the system says."""
    # Opened without waiting, and looked at only then: a name can come to mean something else in between.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    file = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        file.close()
        raise NotAnOrdinaryFile(path.name)
    return file
