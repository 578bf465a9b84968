"""The program's entry: without a subcommand the window, otherwise the command line."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 refused, 2 wrong usage, 3 unavailable."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments:
        # The way the program is nearly always started: not even the arguments' reader is imported.
        return _open_window(None, None)
    from ui.command_line.parser import parse

    try:
        options = parse(arguments)
    except SystemExit as stop:
        # argparse ends the program by itself, after its help and after a wrong argument.
        return stop.code if isinstance(stop.code, int) else 2
    if options.command is None:
        return _open_window(options.store, options.today)
    from ui.command_line.outcome import run_command

    return run_command(options)


def _open_window(directory: Path | None, today: date | None) -> int:
    # Nothing of what the start makes is garbage, and looking for some takes a tenth of it. It is collected again
    # from `ui.window_start.settle_down` on.
    gc.disable()
    from ui.start_options import StartOptions
    from ui.window_start import run

    return run(StartOptions(directory, today))


if __name__ == "__main__":
    raise SystemExit(main())
