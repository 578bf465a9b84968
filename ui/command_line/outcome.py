"""The one place where the ways to go wrong become exit codes and Danish lines on standard error."""

from __future__ import annotations

import argparse
import sys
from enum import IntEnum

from db.errors import Refused, Unavailable
from ui.command_line.parser import module_of
from ui.command_line.program import Program
from ui.crash import record_crash


class ExitCode(IntEnum):
    """What the program answers the one who started it."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    UNAVAILABLE = 3


def run_command(options: argparse.Namespace) -> int:
    """Run the chosen subcommand to its exit code. A bug counts as unavailable."""
    _write_utf_8()
    program = Program(options.store, options.today, options.passphrase_fd)
    try:
        return module_of(options.command).run(options, program)
    except Refused as refused:
        program.tell(refused.message)
        return ExitCode.REFUSED
    except Unavailable as unavailable:
        program.tell(unavailable.message)
        return ExitCode.UNAVAILABLE
    except KeyboardInterrupt:
        program.tell("Afbrudt.")
        return 130
    except BrokenPipeError:
        # The reader of the pipe has seen enough; nothing more can be written to it, not even at the end.
        sys.stdout = None
        return ExitCode.DONE
    except Exception as bug:  # noqa: BLE001 - the last place; its text may hold personal data and is not shown.
        place = record_crash(bug)
        where = f" En fejlrapport uden personoplysninger ligger i {place}." if place else ""
        program.tell(f"Der er en fejl i programmet, og kommandoen blev ikke udført.{where}")
        return ExitCode.UNAVAILABLE
    finally:
        program.close()


def _write_utf_8() -> None:
    """Write UTF-8 whatever the terminal says: a list of names must not stop at an ø."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
