"""How headings, words of closed lists and names of units are compared: by their letters, not by their dress."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": None, "_": None, "-": None, "\u00a0": None})


def folded(text: str) -> str:
    """Small letters without spaces, underscores and hyphens; æ, ø and å as ae, oe and aa."""
    return unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
