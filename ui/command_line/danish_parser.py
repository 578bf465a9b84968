"""argparse in Danish: its headings, and what it says of a wrong argument.

2026-11-22. argparse takes its words from gettext, which would need a catalogue per language beside the program.
Only the headings and the handful of faults that a person meets are put into Danish here.
"""

from __future__ import annotations

import argparse
import re
from datetime import date
from typing import Any, NoReturn

_FIRST_YEAR, _LAST_YEAR = 1900, 2199

_FAULTS = (
    (re.compile(r"the following arguments are required: (.*)"), "mangler: {0}"),
    (re.compile(r"unrecognized arguments: (.*)"), "kendes ikke: {0}"),
    (re.compile(r"argument (.*?): expected .*argument.*"), "der mangler en værdi efter {0}"),
    (re.compile(r"argument (.*?): ignored explicit argument .*"), "{0} tager ingen værdi"),
    (re.compile(r"argument (.*?): invalid int value: (.*)"), "{0}: skriv et helt tal, ikke {1}"),
    (
        re.compile(r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)"),
        "{0}: {1} kendes ikke. Vælg en af: {2}",
    ),
    (re.compile(r"argument (.*?): not allowed with argument (.*)"), "{0} kan ikke bruges sammen med {1}"),
    (re.compile(r"ambiguous option: (.*?) could match (.*)"), "{0} kan betyde flere ting: {1}"),
    (re.compile(r"argument (.*?): (.*)"), "{0}: {1}"),
)


class DanishParser(argparse.ArgumentParser):
    """A parser whose help and faults are Danish. Its subcommands are made by the same class."""

    def __init__(self, *, add_help: bool = True, **options: Any) -> None:  # noqa: ANN401 - argparse's own.
        """Take what any parser takes; `-h` is added here with a Danish line of help."""
        super().__init__(add_help=False, **options)
        self._positionals.title = "argumenter"
        self._optionals.title = "valg"
        if add_help:
            self.add_argument("-h", "--help", action="help", help="vis denne hjælp")

    def format_usage(self) -> str:
        """The line of usage."""
        return _in_danish(super().format_usage())

    def format_help(self) -> str:
        """The whole help."""
        return _in_danish(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is to be had; exit code 2."""
        self.exit(2, f"{self.format_usage()}\n{self.prog}: {_fault(message)}\nHjælp: {self.prog} --help\n")


def day(text: str) -> date:
    """A day of the command line. The years are those in which deadlines can be reckoned."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("skriv dagen som ÅÅÅÅ-MM-DD, for eksempel 2007-03-20") from None
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise argparse.ArgumentTypeError(f"året skal ligge fra {_FIRST_YEAR} til {_LAST_YEAR}")
    return found


def _in_danish(text: str) -> str:
    return text.replace("usage: ", "brug: ", 1)


def _fault(message: str) -> str:
    for pattern, danish in _FAULTS:
        if match := pattern.fullmatch(message):
            return danish.format(*match.groups())
    return message
