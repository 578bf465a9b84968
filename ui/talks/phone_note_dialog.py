"""Telefonnotat: what was said, whether to call back, and whether this was the call that was waited for."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.talks.note_form import WritePhoneNote
from app.talks.notes import WriteNote
from app.talks.opened_form import OpenedForm
from db.values.talks import NoteKind
from ui.danish_dates import full_date
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import MultiChoice, SegmentedChoice
from ui.forms.form import Form
from ui.forms.text_fields import Note
from ui.theme.labels import frame, stored
from ui.theme.tokens import Size, Space

_CALLED = "called"


class PhoneNoteDialog(CaseDialog):
    """One call about one citizen."""

    done_words = "Notatet er gemt."

    def __init__(self, opened: OpenedForm, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Telefonnotat"), self.tr("Gem notat"), today, parent)
        self.resize(Size.DIALOG[0], Size.FORM if opened.call is None else Size.DIALOG[1])
        self._case_id, self._call = opened.case_id, opened.call
        self.text = Note(self.tr("Notat"), lines=8)
        self.called = MultiChoice(self.tr("Lovet opkald"), {_CALLED: self.tr("Borgeren er ringet op")})
        self.call_back = SegmentedChoice(
            self.tr("Ring tilbage"),
            {"no": self.tr("Nej"), "yes": self.tr("Ja")},
            help_text=self.tr("Ja: opgaven »Ring tilbage« står i køen til næste arbejdsdag."),
        )
        self.call_back.set_value("no")
        self.called.set_value([_CALLED] if opened.call else [])
        self.called.setVisible(opened.call is not None)
        if opened.call is not None:
            box = frame("reason")
            inside = QVBoxLayout(box)
            inside.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
            inside.setSpacing(Space.XS)
            inside.addWidget(stored(self.tr("Ringede {day}").format(day=full_date(opened.call.noted_on)), "fine"))
            inside.addWidget(stored(opened.call.text, wrap=True))
            self.body.addWidget(box)
        for field in (self.text, self.called, self.call_back):
            self.body.addWidget(field)
        fields = {"text": self.text, "called": self.called, "call_back": self.call_back}
        self.finish(Form(fields, self), opened.head, opened.draft)
        if opened.draft is None:
            self.text.take_focus()

    def request(self) -> WritePhoneNote:
        """The note as the fields say it."""
        note = WriteNote(
            self._case_id,
            self.text.value(),
            self.today,
            NoteKind.PHONE,
            call_back=self.call_back.value() == "yes",
        )
        closes = self._call.note_id if self._call is not None and self.called.value() else None
        return WritePhoneNote(note, closes)
