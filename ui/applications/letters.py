"""Whether there is a letter to print after a notice was saved."""

from __future__ import annotations

from importlib.util import find_spec


def where_the_letter_is() -> str:
    """Where the letter is printed; empty where the program has no letters."""
    try:
        found = find_spec("app.documents.letters")
    except ModuleNotFoundError:
        return ""
    return "" if found is None else "Brevet kan udskrives fra Dokumenter."
