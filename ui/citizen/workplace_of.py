"""The workplace of a window, for a form that must read while it stands open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


def workplace_of(window: QWidget) -> Workplace:
    """The one who sits in the window. A form is only opened by a workplace, so there is one."""
    from ui.shell.workplace import Workplace

    found = window.findChildren(Workplace)
    if not found:
        raise LookupError
    # The newest: another may have sat here before a lock.
    return found[-1]
