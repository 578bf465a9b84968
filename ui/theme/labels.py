"""Labels and frames by their role in the style sheet."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.theme.tokens import Tone

# No Danish word of casework is longer; what is, is a name without a space, a path or an address of the net.
_LONGEST_WORD: Final = 32
_TOO_LONG: Final = re.compile(rf"\S{{{_LONGEST_WORD // 2}}}(?=\S)")


def caption(text: str, role: str | None = None, *, wrap: bool = False) -> QLabel:
    """Make a label for our own words, and for nothing that comes from a store or a file."""
    made = QLabel(text)
    made.setWordWrap(wrap)
    if role is not None:
        made.setProperty("role", role)
    return made


def stored(text: str, role: str | None = None, *, wrap: bool = False) -> QLabel:
    """Make a label for what stands in a store or a file: it must never be read as markup."""
    # Imported here, because captions are made before the first paint and this is dear (see `ui.shell.empty_page`).
    from PySide6.QtCore import Qt

    made = caption("", role, wrap=wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(breakable(text) if wrap else text)
    return made


def breakable(text: str) -> str:
    """A text that can be wrapped even where a word is longer than any line: Qt breaks between words only."""
    if max(map(len, text.split()), default=0) <= _LONGEST_WORD:
        return text
    return _TOO_LONG.sub(lambda part: part.group() + "\u200b", text)


def chip(text: str, tone: Tone) -> QLabel:
    """Make a chip; its words say what its colour says."""
    made = stored(text, "chip")
    made.setProperty("tone", tone.value)
    return made


def frame(role: str, parent: QWidget | None = None) -> QFrame:
    """Make a frame with a role."""
    made = QFrame(parent)
    made.setProperty("role", role)
    return made


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again, after a property that it asks for was changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
