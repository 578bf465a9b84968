"""What is known of the demo without importing all that makes it, and with it SQLAlchemy."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

DEMO_DAY: Final = date(2007, 3, 20)
"""The day on which it begins; `app.demo.store` says the same."""


def has_demo_mark(directory: Path) -> bool:
    """Whether the folder holds a store of invented people; the mark is the one of `app.demo.store`."""
    return (directory / "demo").is_file()
