"""`tovholder demo`: the program on a store of invented people, made on the first run."""

from __future__ import annotations

import argparse

from ui.command_line.program import Program
from ui.demo_day import DEMO_DAY


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether a window is wanted."""
    parser.add_argument("--no-window", action="store_true", help="opret kun lageret")


def run(options: argparse.Namespace, program: Program) -> int:
    """Open the window on the demo; it makes the store itself, after it has been painted."""
    day = program.today or DEMO_DAY
    if not options.no_window:
        from ui.start_options import StartOptions
        from ui.window_start import run as run_window

        return run_window(StartOptions(program.directory, day, demo=True))
    from app.demo.store import make_demo
    from db.store.opening import DATABASE_NAME
    from ui.places import demo_store

    directory = program.directory or demo_store()
    if (directory / DATABASE_NAME).exists():
        program.say(f"Demoen ligger i {directory}")
    else:
        make_demo(directory, day)
        program.say(f"Demoen er oprettet i {directory}")
    return 0
