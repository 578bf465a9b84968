"""A small demo store for the tests of the window, and the whole one for those that need every kind of row."""

from __future__ import annotations

import atexit
import shutil
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from app.demo.store import DEMO_PASSPHRASE, make_demo
from db.keys import unlock_with_passphrase
from tests.ui.items import TODAY

CITIZENS = 40
ALL_KINDS = 300


@lru_cache(maxsize=2)
def _made(citizens: int) -> tuple[Path, bytes]:
    holder = Path(mkdtemp())
    atexit.register(shutil.rmtree, holder, ignore_errors=True)
    directory = holder / "demo"
    make_demo(directory, TODAY, citizens=citizens)
    return directory, unlock_with_passphrase(directory, DEMO_PASSPHRASE)


def copy_demo(to: Path, citizens: int = CITIZENS) -> Path:
    """Copy the demo store into a folder that is not there yet."""
    shutil.copytree(_made(citizens)[0], to)
    return to


def demo_key(citizens: int = CITIZENS) -> bytes:
    """The key of every copy."""
    return _made(citizens)[1]
