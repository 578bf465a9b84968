"""The fonts of the documents: their files, the width of a text, and the characters that they do not have."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib.resources import files

from db.errors import Refused


class Face(StrEnum):
    """The weights that come with the program; the value is the name in the PDF."""

    REGULAR = "IBMPlexSans-Regular"
    MEDIUM = "IBMPlexSans-Medium"
    STRONG = "IBMPlexSans-SemiBold"


def width_of(text: str, face: Face, size: float) -> float:
    """The width in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register_fonts()
    return float(stringWidth(text, face.value, size))


@cache
def register_fonts() -> None:
    """Make the fonts known; they are read from the program's own files and from nowhere else."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for face in Face:
        registerFont(TTFont(face.value, str(files("resources").joinpath("fonts", f"{face.value}.ttf"))))


def composed(text: str) -> str:
    """The text with each letter and its accents as one character, and no control characters but line breaks."""
    whole = unicodedata.normalize("NFC", text).replace("\t", " ")
    return "".join(each for each in whole if each == "\n" or unicodedata.category(each) not in {"Cc", "Cf"})


def refuse_missing_characters(texts: Iterable[str]) -> None:
    """Refuse `character_missing` and name the characters: none is ever printed as a box."""
    known = _characters()
    missing = dict.fromkeys(each for text in texts for each in text if each != "\n" and ord(each) not in known)
    if missing:
        names = ", ".join(f"»{each}« (U+{ord(each):04X})" for each in missing)
        message = f"Brevets skrift har ikke tegnet {names}. Skriv det på en anden måde, før brevet udskrives."
        raise Refused(message, code="character_missing")


@cache
def _characters() -> frozenset[int]:
    """What every weight has, so that a text may be set in any."""
    from reportlab.pdfbase.pdfmetrics import getFont

    register_fonts()
    return frozenset.intersection(*(frozenset(getFont(face.value).face.charToGlyph) for face in Face))
