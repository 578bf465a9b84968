"""One small demo store for all tests of the window, made once and copied for each."""

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


@lru_cache(maxsize=1)
def _made() -> tuple[Path, bytes]:
    holder = Path(mkdtemp())
    atexit.register(shutil.rmtree, holder, ignore_errors=True)
    directory = holder / "demo"
    make_demo(directory, TODAY, citizens=CITIZENS)
    return directory, unlock_with_passphrase(directory, DEMO_PASSPHRASE)


def copy_demo(to: Path) -> Path:
    """Copy the demo store into a folder that is not there yet."""
    shutil.copytree(_made()[0], to)
    return to


def demo_key() -> bytes:
    """The key of every copy."""
    return _made()[1]
