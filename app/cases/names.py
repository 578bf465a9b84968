"""How Danish names are ordered and found.

Both keys are stored beside the name, because SQLite knows neither the Danish alphabet nor that one may look
for Kjær by writing Kjaer or kjar.
"""

from __future__ import annotations

import re
import unicodedata

# The last three letters of the alphabet, as characters that come after z in code point order.
_AE, _OE, _AA = "{", "|", "}"

_ORDER = str.maketrans({
    "æ": _AE, "ä": _AE, "ø": _OE, "ö": _OE, "å": _AA, "ü": "y",
    "ð": "d", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "œ": _OE, "ß": "ss",
})  # fmt: skip
_FOLDED = str.maketrans({
    "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa",
    "ð": "d", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "œ": "oe", "ß": "ss",
})  # fmt: skip
_TWO_LETTERS = re.compile("aa|ae|oe")
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9{|}]+")
_SPACES = re.compile(r"\s+")


def sort_key(text: str) -> str:
    """A key whose code point order is the Danish one: æ, ø and å last, Aa as å, ü as y, accents off."""
    plain = _without_accents(_composed(text).replace("aa", _AA).translate(_ORDER))
    return _NOT_IN_A_NAME.sub(" ", plain).strip()


def sort_name(name: str) -> str:
    """The sort key of a person's name, last name first: `Anna Lind` and `Lind, Anna` give `lind anna`.

    The names are parted by a character before the space, so that Lind comes before Lind Holm.
    """
    if "," in name:
        last, _, first = name.partition(",")
    else:
        first, _, last = name.strip().rpartition(" ")
    return f"{sort_key(last)}\x1f{sort_key(first)}".rstrip("\x1f")


def search_text(text: str) -> str:
    """The canonical text that searching compares, both of what is stored and of what is looked for.

    Small letters without accents; æ and ae become a, ø and oe become o, å and aa become a.
    """
    plain = _without_accents(_composed(text).translate(_FOLDED))
    folded = _TWO_LETTERS.sub(lambda pair: pair.group()[0], plain)
    return _SPACES.sub(" ", folded).strip()


def tidy_name(name: str) -> str:
    """The name with its letters composed (NFC) and single spaces, otherwise as it was written."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", name)).strip()


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def _without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
