"""Keeps the process's memory to itself: no core files, and no reading by the user's other programs."""

from __future__ import annotations

import contextlib
import sys

_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """On Linux: core limit 0 and not dumpable, so that `/proc/PID/mem` is refused to the same user.

    Elsewhere it does nothing. It is a hindrance, not a wall: a program of the same user that waits for the
    passphrase to be typed is not stopped by it.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
