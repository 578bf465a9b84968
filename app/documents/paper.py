"""What stands where on the sheets of a document: runs of text, lines and boxes, in points from the top left corner.

2026-11-22: one layout for three hands: the PDF that is kept, the preview on the screen, and the printer. Qt has no
reader of PDF in the packages that the program ships with, and a file given to another program to print would be a
temporary file with a name in it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from app.documents.fonts import Face

WIDTH: Final = 595.28
HEIGHT: Final = 841.89
MM: Final = 72 / 25.4


class Run(NamedTuple):
    """A text on one line; `y` is its base line. `colour` is six hexadecimal digits."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: str


class Box(NamedTuple):
    """A filled box; a line is a thin one."""

    x: float
    y: float
    width: float
    height: float
    colour: str


class Sheet(NamedTuple):
    """One sheet of A4: the boxes lie under the runs."""

    boxes: tuple[Box, ...]
    runs: tuple[Run, ...]
