"""A number, with its unit beside it."""

from __future__ import annotations

import re
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.forms.field import Field
from ui.theme.labels import stored
from ui.theme.tokens import Size, Space


class NumberField(Field):
    """A number from zero up; empty is none. `decimals` are written after a comma, as in `7,5`."""

    def __init__(
        self, label: str, *, unit: str = "", largest: int = 999_999, decimals: int = 0, help_text: str = ""
    ) -> None:
        """Make an empty field."""
        super().__init__(label, help_text=help_text)
        self._largest, self._decimals = largest, decimals
        self._edit = QLineEdit()
        self._edit.setAccessibleName(f"{label}, {unit}" if unit else label)
        self._edit.setFixedWidth(3 * Size.FIELD)
        self._edit.textChanged.connect(self._tell)
        box = QWidget()
        self._row = QHBoxLayout(box)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.S)
        self._row.addWidget(self._edit)
        self._row.addWidget(stored(unit, "muted"))
        self._row.addStretch()
        self.place(box, self._edit)

    def put_beside(self, widget: QWidget) -> None:
        """Let something stand behind the unit, such as the button that keeps the number."""
        self._row.insertWidget(self._row.count() - 1, widget)

    def value(self) -> Decimal | None:
        """The number; None when there is none, or none that can be read."""
        text = self._edit.text().strip()
        return None if not text or self.problem() else Decimal(text.replace(",", "."))

    def whole(self) -> int | None:
        """The number of a field without decimals."""
        found = self.value()
        return None if found is None else int(found)

    def set_value(self, value: Decimal | int | None) -> None:
        """Write the number."""
        self._edit.setText("" if value is None else str(value).replace(".", ","))

    def state(self) -> object:
        """What was typed."""
        return self._edit.text()

    def set_state(self, state: object) -> None:
        """Bring back what was typed."""
        self._edit.setText(state if isinstance(state, str) else "")

    def problem(self) -> str | None:
        """Why what was typed is no such number."""
        text = self._edit.text().strip()
        shape = rf"[0-9]{{1,9}}([.,][0-9]{{1,{self._decimals}}})?" if self._decimals else r"[0-9]{1,9}"
        if not text:
            return None
        if not re.fullmatch(shape, text):
            return "Skriv et tal, for eksempel 7,5." if self._decimals else "Skriv et helt tal."
        if Decimal(text.replace(",", ".")) > self._largest:
            return f"Tallet kan højst være {self._largest}."
        return None
