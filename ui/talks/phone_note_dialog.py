"""Telefonnotat: what was said, and whether to call back."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.talks.notes import WriteNote
from app.talks.opened_form import OpenedForm
from db.values.talks import NoteKind
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import SegmentedChoice
from ui.forms.form import Form
from ui.forms.text_fields import Note
from ui.theme.tokens import Size


class PhoneNoteDialog(CaseDialog):
    """One call about one citizen."""

    done_words = "Notatet er gemt."

    def __init__(self, opened: OpenedForm, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Telefonnotat"), self.tr("Gem notat"), today, parent)
        self.resize(Size.DIALOG[0], Size.FORM)
        self._case_id = opened.case_id
        self.text = Note(self.tr("Notat"), lines=8)
        self.call_back = SegmentedChoice(
            self.tr("Ring tilbage"),
            {"no": self.tr("Nej"), "yes": self.tr("Ja")},
            help_text=self.tr("Ja: opgaven »Ring tilbage« står i køen til næste arbejdsdag."),
        )
        self.call_back.set_value("no")
        self.body.addWidget(self.text)
        self.body.addWidget(self.call_back)
        self.finish(Form({"text": self.text, "call_back": self.call_back}, self), opened.head, opened.draft)
        if opened.draft is None:
            self.text.take_focus()

    def request(self) -> WriteNote:
        """The note as the fields say it."""
        return WriteNote(
            self._case_id,
            self.text.value(),
            self.today,
            NoteKind.PHONE,
            call_back=self.call_back.value() == "yes",
        )
