"""Reads the arguments. Only the module of the chosen subcommand is imported.

A subcommand is a module with `add_arguments(parser)` for its own arguments and `run(options, program)`,
which does the work and returns an exit code; it raises `Refused` and `Unavailable` like everybody else.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

from ui.command_line.danish_parser import DanishParser, day

if TYPE_CHECKING:
    from ui.command_line.program import Program


class Subcommand(NamedTuple):
    """The module that does it, and one line of help."""

    module: str
    help: str


class SubcommandModule(Protocol):
    """What a subcommand's module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the subcommand's own arguments."""

    def run(self, options: argparse.Namespace, program: Program) -> int:
        """Do the work and return the exit code."""


SUBCOMMANDS: Final[dict[str, Subcommand]] = {
    "demo": Subcommand("ui.command_line.demo", "åbn programmet med et lager af opdigtede borgere"),
    "new": Subcommand("ui.command_line.new", "opret et nyt, tomt lager"),
    "import": Subcommand("ui.command_line.import_file", "indlæs en fil fra et andet system"),
    "export": Subcommand("ui.command_line.export", "skriv en fil til et andet system"),
    "queue": Subcommand("ui.command_line.queue", "vis køen: hvad der forfalder, og hvorfor"),
    "guide": Subcommand("ui.command_line.guide", "vis tilbud efter resultater for en borger eller en målgruppe"),
    "results": Subcommand("ui.command_line.results", "vis resultatmålene"),
    "rules": Subcommand("ui.command_line.rules", "se og prøv regelsæt"),
    "pictures": Subcommand("ui.command_line.pictures", "tegn programmets billeder som PNG-filer"),
}

_GLOBAL_WITH_VALUE: Final = ("--store", "--today", "--passphrase-fd")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options; `command` is None for the window. Raises SystemExit for help and wrong usage."""
    common = _common_arguments()
    parser = DanishParser(
        prog="tovholder",
        description="Tovholder: hvad der forfalder, og hvorfor. Uden underkommando åbnes vinduet.",
        parents=[common],
    )
    # What is given before the subcommand must not be overwritten by the defaults of the one after it.
    subparsers = parser.add_subparsers(dest="command", metavar="UNDERKOMMANDO", title="underkommandoer")
    chosen = _chosen(arguments)
    for name, subcommand in SUBCOMMANDS.items():
        one = subparsers.add_parser(name, help=subcommand.help, description=subcommand.help, parents=[common])
        if name == chosen:
            module_of(name).add_arguments(one)
    defaults = argparse.Namespace(store=None, today=None, passphrase_fd=None, command=None)
    return parser.parse_args(list(arguments), namespace=defaults)


def module_of(name: str) -> SubcommandModule:
    """Import the module of one subcommand."""
    return cast("SubcommandModule", import_module(SUBCOMMANDS[name].module))


def _common_arguments() -> DanishParser:
    common = DanishParser(add_help=False, argument_default=argparse.SUPPRESS)
    group = common.add_argument_group("fælles")
    group.add_argument("--store", type=Path, metavar="MAPPE", help="lagerets mappe")
    group.add_argument("--today", type=day, metavar="ÅÅÅÅ-MM-DD", help="den dag, der regnes fra")
    group.add_argument("--passphrase-fd", type=int, metavar="NR", help="læs adgangssætningen fra en fildeskriptor")
    return common


def _chosen(arguments: Sequence[str]) -> str | None:
    """Return the first argument that is neither an option nor the value of a common one."""
    value_follows = False
    for argument in arguments:
        if value_follows:
            value_follows = False
        elif argument in _GLOBAL_WITH_VALUE:
            value_follows = True
        elif not argument.startswith("-"):
            return argument if argument in SUBCOMMANDS else None
    return None
