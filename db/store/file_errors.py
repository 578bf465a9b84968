"""Turns the operating system's errors on the store's files into the field's outcomes, by number."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

from db.errors import Unavailable

_FULL = frozenset(
    {errno.ENOSPC, errno.EFBIG, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
)


@contextlib.contextmanager
def file_errors() -> Iterator[None]:
    """Raise `Unavailable` with code `disk_full` or `store_not_accessible` for an OSError of the block."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            message = "Kan ikke gemme: disken er fuld. Det, der er gemt før, er der stadig. Gør plads, og prøv igen."
            raise Unavailable(message, code="disk_full") from error
        message = (
            "Lagerets mappe er ikke tilgængelig, eller en fil i den er i brug af et andet program. "
            "Luk andre Tovholder-vinduer, se efter, om du har ret til at skrive i mappen, og prøv igen."
        )
        raise Unavailable(message, code="store_not_accessible") from error
