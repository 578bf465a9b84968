"""Jeg er inhabil: the case is closed to oneself, and goes to the leader when one was its holder."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.cases.citizen_head import OpenedCase
from app.cases.restrict_case import DeclareConflict
from ui.forms.case_dialog import CaseDialog
from ui.forms.form import Form
from ui.forms.text_fields import Note
from ui.theme.labels import caption
from ui.theme.tokens import Size


class ConflictDialog(CaseDialog):
    """One's own declaration about one case."""

    def __init__(self, opened: OpenedCase, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Jeg er inhabil"), self.tr("Send sagen fra mig"), today, parent)
        self.done_words = self.tr("Sagen er lukket for dig.")
        self.resize(Size.DIALOG[0], Size.FORM - 2 * Size.ROW)
        self._case_id = opened.case_id
        self.reason = Note(
            self.tr("Hvorfor"),
            help_text=self.tr("Kort: borgeren er din nabo, i familie med dig, eller du har selv en interesse i sagen."),
        )
        words = self.tr(
            "Du kan ikke åbne sagen bagefter. Er du tovholder, går den til lederen af enheden. Kun den, der må åbne "
            "sagen, kan ophæve det."
        )
        self.body.addWidget(caption(words, "muted", wrap=True))
        self.body.addWidget(self.reason)
        self.finish(Form({"reason": self.reason}, self), opened.head, opened.draft)
        if opened.draft is None:
            self.reason.take_focus()

    def request(self) -> DeclareConflict:
        """The declaration."""
        return DeclareConflict(self._case_id, self.reason.value())
