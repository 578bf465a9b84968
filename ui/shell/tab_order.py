"""The order in which Tab comes by things, where they were not made in the order in which they are read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def walk_on(before: QWidget, *parts: QWidget) -> QWidget:
    """Let Tab go from a widget through these parts, one after another, and return where it has come to.

    Inside a part the order is the one in which things were put into it.
    """
    for part in parts:
        for each in (part, *part.findChildren(QWidget)):
            # What stands for another, such as the middle of a list, is come by with that one.
            proxy: object = each.focusProxy()
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and proxy is None and each is not before:
                QWidget.setTabOrder(before, each)
                before = each
    return before
