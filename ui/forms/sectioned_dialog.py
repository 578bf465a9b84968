"""A form of several parts that fold: what is wrong in a folded part folds it out."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from db.errors import Refused
from ui.forms.case_dialog import CaseDialog
from ui.forms.field import Field
from ui.forms.section import Section


class SectionedDialog(CaseDialog):
    """The form is put together of sections by `add_section`."""

    def __init__(self, title: str, save: str, today: date, parent: QWidget | None = None) -> None:
        """Make the frame without parts."""
        super().__init__(title, save, today, parent)
        self.sections: list[Section] = []

    def add_section(self, section: Section) -> None:
        """Put a part under the others."""
        self.sections.append(section)
        self.body.addWidget(section)

    def reveal(self, field: Field) -> None:
        """Fold the part out that holds the field."""
        for section in self.sections:
            if section.holds(field):
                section.show_body(shown=True)

    def show_refused(self, refused: Refused) -> None:
        """Fold the part out where it was refused."""
        field = self.form.fields.get(refused.field or "")
        if field is not None:
            self.reveal(field)
        super().show_refused(refused)

    def submit(self) -> None:
        """Fold every part out in which something cannot be read."""
        for field in self.form.fields.values():
            if field.problem():
                self.reveal(field)
        super().submit()
