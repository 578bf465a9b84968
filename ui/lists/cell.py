"""What a cell of a list says, apart from how it is drawn."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from ui.theme.tokens import Tone


class Ink(Enum):
    """How much a text stands out."""

    STRONG = "strong"
    PLAIN = "plain"
    MUTED = "muted"


class Cell(NamedTuple):
    """Its text, what stands beside it, and the tone where the text is a chip."""

    text: str
    second: str = ""
    tone: Tone | None = None
    ink: Ink = Ink.MUTED

    def whole(self) -> str:
        """Both texts, as they are exported and read aloud."""
        return f"{self.text} {self.second}".strip()
