"""Keeps `True` alive through Qt's signals on Python 3.11.

2026-11-22, PySide 6.12.0: in a process that has run slots of Qt's own signals, `emit` of a signal that is
declared in Python may give back a reference to `True` that it never took (`sys.getrefcount(True)` falls by one
with each). From Python 3.12 on that does nothing, because `True` is immortal there; on 3.11 the program ends with
"deallocating True or False" when the count is used up, and a form emits with every keystroke.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

# More than a program can emit in its life, and far from the counter's end.
_ENOUGH: Final = 1 << 40


def keep_true() -> None:
    """Raise the count of references to `True` out of reach, once in a process."""
    if sys.version_info < (3, 12) and sys.getrefcount(True) < _ENOUGH // 2:
        ctypes.c_ssize_t.from_address(id(True)).value += _ENOUGH
