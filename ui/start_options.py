"""What the window is started with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


class StartOptions(NamedTuple):
    """The store's folder (None: the person's own) and the day to play (None: the machine's).

    `demo` makes the store of invented people where there is none, and opens it.
    """

    directory: Path | None = None
    today: date | None = None
    demo: bool = False
