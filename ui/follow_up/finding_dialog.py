"""Ret datafejl: what is wrong and where, the way to the citizen, and accepting it as it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.cases.findings import AcceptFinding, OpenedFinding
from db.errors import Refused
from ui.follow_up.reason_box import reason_box
from ui.forms.case_dialog import CaseDialog
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.text_fields import Note
from ui.theme.labels import stored
from ui.theme.tokens import Size


class FindingDialog(CaseDialog):
    """One fault in one case. The row goes by itself once the data are right; only accepting is saved here."""

    done_words = "Datafejlen er godtaget."

    def __init__(self, opened: OpenedFinding, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Ret datafejl"), self.tr("Godtag"), today, parent)
        self.resize(Size.DIALOG[0], Size.FORM + 2 * Size.ROW)
        self._opened = opened
        words = opened.explanation
        title = words.wrong if words else self.tr("Oplysningerne passer ikke sammen.")
        fine = words.remedy if words else self.tr("Se på borgerens side, hvad der ikke passer.")
        self.body.addWidget(reason_box(title, (opened.where,) if opened.where else (), fine))
        self.go_to_citizen = QPushButton(self.tr("Åbn borgerens side"))
        self.go_to_citizen.hide()
        row = QHBoxLayout()
        row.addWidget(self.go_to_citizen)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addWidget(
            stored(self.tr("Er oplysningerne rigtige, kan de godtages, som de er."), "muted", wrap=True)
        )
        self.reason = Note(self.tr("Hvorfor kan de blive stående?"), lines=4)
        self.accepted_on = DayField(self.tr("Dato"), today)
        self.accepted_on.set_value(today)
        fields = {"reason": self.reason, "accepted_on": self.accepted_on}
        for field in fields.values():
            self.body.addWidget(field)
        self.finish(Form(fields, self), opened.case.head, opened.case.draft)
        if opened.case.draft is None:
            self.reason.take_focus()

    def offer_citizen(self, show: Callable[[str], None]) -> None:
        """Show the way to the citizen's page; the form closes and keeps what was typed."""

        def go() -> None:
            self.finished.connect(lambda _: show(self._opened.case.case_id))
            self.reject()

        self.go_to_citizen.show()
        self.go_to_citizen.clicked.connect(go)

    def request(self) -> AcceptFinding:
        """The acceptance as the fields say it."""
        on = self.accepted_on.value()
        if on is None:
            raise Refused(self.tr("Skriv datoen."), field="accepted_on", code="missing")
        return AcceptFinding(self._opened.case.case_id, self._opened.finding_key, on, self.reason.value())
