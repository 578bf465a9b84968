"""Notat: a dated note on the case, about a talk that has none yet or about nothing else."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cases.words import NOTES
from app.talks.note_form import OpenedNote
from app.talks.notes import WriteNote
from db.errors import Refused
from db.values.talks import NoteKind
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import Choice
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.text_fields import Note
from ui.theme.labels import frame, stored
from ui.theme.tokens import Size, Space

# A phone note has its own form, and an imported one is nobody's own.
_KINDS: Final = (NoteKind.CASE, NoteKind.MEETING, NoteKind.COORDINATION, NoteKind.TALK, NoteKind.VISIT)


class NoteDialog(CaseDialog):
    """One note about one citizen."""

    done_words = "Notatet er gemt."

    def __init__(self, opened: OpenedNote, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Notat"), self.tr("Gem notat"), today, parent)
        self.resize(Size.DIALOG[0], Size.DIALOG[1])
        self._opened = opened
        about = opened.about
        self.kind = Choice(self.tr("Slags"), {each: NOTES[each] for each in _KINDS})
        self.noted_on = DayField(self.tr("Dato"), today)
        self.text = Note(self.tr("Notat"), lines=13)
        self.kind.set_value(about.kind if about else NoteKind.CASE)
        self.noted_on.set_value(about.on if about else today)
        if about is not None:
            box = frame("reason")
            inside = QVBoxLayout(box)
            inside.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
            inside.addWidget(stored(self.tr("Om: {what}").format(what=about.words), wrap=True))
            self.body.addWidget(box)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(self.kind, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.noted_on, alignment=Qt.AlignmentFlag.AlignTop)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addWidget(self.text)
        self.finish(
            Form({"text": self.text, "kind": self.kind, "noted_on": self.noted_on}, self), opened.head, opened.draft
        )
        if opened.draft is None:
            self.text.take_focus()

    def request(self) -> WriteNote:
        """The note as the fields say it. Refused `missing` without a day."""
        noted_on = self.noted_on.value()
        if noted_on is None:
            raise Refused("Skriv datoen.", field="noted_on", code="missing")
        about = self._opened.about
        return WriteNote(
            self._opened.case_id,
            self.text.value(),
            noted_on,
            self.kind.value() or NoteKind.CASE,
            about.table if about else None,
            about.row_id if about else None,
        )
