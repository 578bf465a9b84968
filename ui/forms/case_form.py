"""What a form is to the desk that opens it: its draft's name, what it reads, how it is made and what it saves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.cases.drafts import DraftKey
    from app.changes import Done
    from app.work import Work
    from ui.forms.case_dialog import CaseDialog

Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True)
class CaseForm(Generic[Opened]):
    """One form. `name` is that of its draft.

    `read` reads what the form shows, its draft too, and logs the opening; it runs on the writer. `make` makes the
    dialog from it, on the day, over a window. `save` takes what the dialog submitted, in one transaction that is filed
    under the function's own name; into a case that was closed to the worker meanwhile nothing is saved, unless
    `also_closed`.
    """

    name: str
    read: Callable[[Work, DraftKey], Opened]
    make: Callable[[Opened, date, QWidget], CaseDialog]
    save: Callable[[Work, Any], Done]
    also_closed: bool = False
