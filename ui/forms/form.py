"""A form: its fields by name, a refusal at its field, and its state as a draft keeps it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from db.errors import Refused
from ui.forms.field import Field


class Form(QObject):
    """The fields are made and laid out by the screen; their names are those of the request."""

    changed = Signal()

    def __init__(self, fields: Mapping[str, Field], parent: QObject | None = None) -> None:
        """Collect the fields, in the order one goes through them."""
        super().__init__(parent)
        self.fields = dict(fields)
        self._empty = self.values()
        self._silent = False
        for field in self.fields.values():
            field.changed.connect(self._tell)

    def values(self) -> dict[str, object]:
        """The state of every field."""
        return {name: field.state() for name, field in self.fields.items()}

    def is_touched(self) -> bool:
        """Whether anything differs from the form as it was made."""
        return self.values() != self._empty

    def touched(self) -> frozenset[str]:
        """The names of the fields that differ from the form as it was made."""
        return frozenset(name for name, state in self.values().items() if state != self._empty[name])

    def start_here(self) -> None:
        """Take what stands in the fields now for the untouched form: what the screen itself has filled in."""
        self._empty = self.values()

    def reset(self) -> None:
        """Go back to the untouched form."""
        self._set(self._empty)
        self.clear_errors()

    def check(self) -> bool:
        """Show every field that cannot be read, and go to the first; True when all can."""
        self.clear_errors()
        wrong = [(field, problem) for field in self.fields.values() if (problem := field.problem())]
        for field, problem in wrong:
            field.show_error(problem)
        if wrong:
            wrong[0][0].take_focus()
        return not wrong

    def show_refused(self, refused: Refused) -> bool:
        """Show the refusal at its field and go there; False when the form has no such field."""
        self.clear_errors()
        field = self.fields.get(refused.field or "")
        if field is None:
            return False
        field.show_error(refused.message)
        field.take_focus()
        return True

    def clear_errors(self) -> None:
        """Take all errors away."""
        for field in self.fields.values():
            field.clear_error()

    def errors(self) -> dict[str, str]:
        """The errors that are shown, by field."""
        return {name: field.error() for name, field in self.fields.items() if field.error()}

    def to_json(self) -> str:
        """The form with the place of the cursor, for a draft."""
        name, field = next(((name, each) for name, each in self.fields.items() if each.has_focus()), (None, None))
        kept = {"fields": self.values(), "at": name, "cursor": field.cursor_place() if field else None}
        return json.dumps(kept, ensure_ascii=False)

    def from_json(self, text: str) -> bool:
        """Bring a draft back; False when it cannot be read. Fields that the draft does not know stay as they are."""
        try:
            kept = json.loads(text)
        except ValueError:
            return False
        values = kept.get("fields") if isinstance(kept, dict) else None
        if not isinstance(values, dict):
            return False
        self._set(values)
        field = self.fields.get(str(kept.get("at")))
        if field is not None:
            field.take_focus()
            if isinstance(kept.get("cursor"), int):
                field.put_cursor(kept["cursor"])
        return True

    def _set(self, values: Mapping[str, object]) -> None:
        self._silent = True
        for name, field in self.fields.items():
            if name in values:
                field.set_state(values[name])
        self._silent = False

    def _tell(self) -> None:
        if not self._silent:
            self.changed.emit()
