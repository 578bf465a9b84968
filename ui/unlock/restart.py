"""Puts a new process in the place of this one, so that the memory with key and names is gone.

2026-11-25: neither Python nor Qt can be made to forget: after widgets were deleted and the store closed, copies of
the text shown and of the key were still found in memory. So a lock ends the process. A new one is started with
`QProcess.startDetached` and not with `os.execv`: execv keeps the process id, so that nobody could see from outside
that the old memory has gone; on Windows it is no exec at all but a start that leaves the console and the
arguments' quoting in disorder; and Qt's and Python's open files would be handed on. The old process then ends by
`os._exit`: the store is closed and the threads are done, and nothing is left that is worth waiting for.

The new process is started with the same command line. What must survive the lock stands in the encrypted store.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from PySide6.QtCore import QProcess


def command_line(arguments: Sequence[str] | None = None) -> list[str]:
    """How this process was started, as program and arguments; `arguments` take the place of the program's own."""
    # What Python itself was given stands before them: `-m ui.main`, a script's path, or nothing in a packed program.
    own = len(sys.orig_argv) - (len(sys.argv) - 1)
    return [sys.executable, *sys.orig_argv[1:own], *(sys.argv[1:] if arguments is None else arguments)]


def start_anew(arguments: Sequence[str] | None = None) -> NoReturn:
    """Start the next process and end this one at once. Should none start, the program is at least closed."""
    program, *rest = command_line(arguments)
    QProcess.startDetached(program, rest)
    os._exit(0)
