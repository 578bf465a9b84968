"""Asks for a passphrase: on a terminal, else one line of standard input, or from a file descriptor."""

from __future__ import annotations

import os
import sys

from db.errors import Refused, Unavailable

# A line longer than this is not a passphrase but a file that was piped in by mistake.
_LONGEST = 4096


def ask_passphrase(descriptor: int | None = None, *, new: bool = False) -> str:
    """Return the passphrase; a new one is asked for twice on a terminal.

    `Refused`: the two differ, or nothing was given. `Unavailable`: the descriptor cannot be read.
    """
    if descriptor is not None:
        return _given(_from_descriptor(descriptor))
    if sys.stdin is None or sys.stdin.closed:
        # A scheduled job may be started without any standard input at all.
        return _given("")
    if not sys.stdin.isatty():
        return _given(_from_standard_input())
    from getpass import getpass

    first = getpass("Ny adgangssætning: " if new else "Adgangssætning: ")
    if new and getpass("Gentag adgangssætningen: ") != first:
        raise Refused("De to adgangssætninger er ikke ens. Prøv igen.", field="passphrase", code="passphrases_differ")
    return _given(first)


def _from_standard_input() -> str:
    try:
        return sys.stdin.readline(_LONGEST)
    except (OSError, UnicodeDecodeError) as error:
        message = "Adgangssætningen kan ikke læses fra standard input. Skriv den som en linje i UTF-8."
        raise Unavailable(message, code="passphrase_not_readable") from error


def _from_descriptor(descriptor: int) -> str:
    try:
        with os.fdopen(os.dup(descriptor), encoding="utf-8") as file:
            return file.readline(_LONGEST)
    except (OSError, UnicodeDecodeError) as error:
        message = "Adgangssætningen kan ikke læses fra den fildeskriptor, der er angivet."
        raise Unavailable(message, code="passphrase_not_readable") from error


def _given(line: str) -> str:
    passphrase = line.rstrip("\r\n")
    if not passphrase:
        message = "Der mangler en adgangssætning. Skriv den på en linje i standard input, eller brug en terminal."
        raise Refused(message, field="passphrase", code="no_passphrase")
    return passphrase
