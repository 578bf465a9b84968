"""`tovholder pictures -o DIR`: the windows as PNG files, from the demo."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from app.clock import FixedClock
from ui.command_line.program import Program
from ui.demo_day import DEMO_DAY, has_demo_mark


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="MAPPE", help="mappen til billederne")


def run(options: argparse.Namespace, program: Program) -> int:
    """Draw from the demo in `--store`, or from one that is made for it and goes again. Never asks."""
    # No screen is needed, and none is to flicker.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.demo.store import make_demo

    day = program.today or DEMO_DAY
    with tempfile.TemporaryDirectory() as folder:
        directory = program.directory or Path(folder) / "demo"
        if not has_demo_mark(directory):
            make_demo(directory, day)
        for path in _draw(program, directory, options.output, FixedClock(day)):
            program.say(str(path))
        program.close()
    return 0


def _draw(program: Program, directory: Path, output: Path, clock: FixedClock) -> tuple[Path, ...]:
    from ui.opening import open_demo
    from ui.pictures import draw_pictures
    from ui.window_start import make_application

    output.mkdir(parents=True, exist_ok=True)
    store = program.adopt(open_demo(directory, clock).store)
    return draw_pictures(output, make_application(), store, clock, program.make_id)
