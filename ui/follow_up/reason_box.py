"""What a small form is about, above its fields: in the words that were written when it came."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.theme.labels import frame, stored
from ui.theme.tokens import Space


def reason_box(title: str, lines: Iterable[str], fine: str = "") -> QFrame:
    """Make the box: a title, lines under it, and what is finer print."""
    box = frame("reason")
    inside = QVBoxLayout(box)
    inside.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
    inside.setSpacing(Space.XS)
    inside.addWidget(stored(title, "strong", wrap=True))
    for line in lines:
        inside.addWidget(stored(line, wrap=True))
    if fine:
        inside.addWidget(stored(fine, "muted", wrap=True))
    return box
