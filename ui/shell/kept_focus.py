"""Keeps the keyboard where it was when a part of the page is made anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QPushButton, QWidget


@contextmanager
def kept_focus(container: QWidget, otherwise: QWidget | None = None) -> Iterator[None]:
    """Give the focus to the button of the same name afterwards, else to `otherwise`, if it was inside before."""
    before = QApplication.focusWidget()
    name = before.accessibleName() if before is not None and container.isAncestorOf(before) else None
    if name is not None:
        # Otherwise Qt hands it from one button that goes to the next.
        container.setFocus()
    yield
    if name is None:
        return
    named = (each for each in container.findChildren(QPushButton) if each.accessibleName() == name)
    heir = next(named, otherwise)
    if heir is not None:
        heir.setFocus()
