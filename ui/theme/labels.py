"""Labels by their role in the style sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.theme.tokens import Tone


def label(text: str, role: str | None = None, *, wrap: bool = False) -> QLabel:
    """Make a label that shows plain text only: what stands in the store must never be read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role is not None:
        made.setProperty("role", role)
    return made


def chip(text: str, tone: Tone) -> QLabel:
    """Make a chip; its words say what its colour says."""
    made = label(text, "chip")
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
