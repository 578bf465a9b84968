"""Indkald: one citizen or many, with the letter beside the form."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.talks.invite import InviteMany
from app.talks.send_summons import SendSummonses
from app.talks.summons_form import OpenedSummons
from db.errors import Refused
from db.values.talks import TalkPurpose
from ui.forms.case_dialog import CaseDialog
from ui.forms.field import Field
from ui.forms.form import Form
from ui.talks.letter_preview import LetterPreview
from ui.talks.sending import Sending
from ui.talks.summon_fields import SummonFields
from ui.theme.labels import caption, frame, stored
from ui.theme.tokens import Size, Space

# The letter is set anew when one stops typing for a moment.
_PAUSE_MS = 250


class SummonDialog(CaseDialog):
    """`preview_wanted` carries what the letter is to be set from; `show_preview` of `preview` answers it."""

    preview_wanted = Signal(object)

    done_words = "Indkaldelsen er gemt."
    least_height = Size.FORM_AT_MOST

    def __init__(
        self,
        opened: OpenedSummons,
        today: date,
        purpose: TalkPurpose = TalkPurpose.CONTACT,
        parent: QWidget | None = None,
    ) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Indkald"), self.tr("Gem og udskriv"), today, parent)
        self.resize(Size.DIALOG[0] + Size.LETTER_PREVIEW + 3 * Space.XL, Size.DIALOG[1] + 3 * Size.ROW)
        self._opened = opened
        self.fields = SummonFields(opened, today, purpose)
        if self.fields.many:
            self.done_words = self.tr("{count} borgere er indkaldt.").format(count=len(opened.candidates))
        self.preview = LetterPreview()
        self._clash = stored("", "wrong", wrap=True)
        self._group, self._new_group, self._when = frame("reason"), QWidget(), QWidget()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.ask_for_preview)
        fields = self.fields
        fields.purpose.changed.connect(fields.propose_text)
        fields.form.changed.connect(self._form_chosen)
        fields.group.changed.connect(self._show_parts)
        fields.meets_on.changed.connect(self._day_chosen)
        for field in (fields.meets_at, fields.minutes):
            field.changed.connect(fields.count_slots)
        fields.staff.changed.connect(fields.slots.warn)
        fields.sent_how.changed.connect(self._show_save)
        self.finish(Form(fields.by_name(), self), opened.head, opened.draft, self.preview)
        self.form.changed.connect(self._changed)
        self._show_parts()
        self._show_save()
        self._changed()
        if opened.draft is None:
            fields.meets_on.take_focus()

    def request(self) -> SendSummonses | InviteMany:
        """The summonses as the fields say them."""
        return self.fields.request()

    def ask_for_preview(self) -> None:
        """Ask for the letter as it would be now."""
        try:
            self.preview_wanted.emit(self.fields.request())
        except Refused as refused:
            from app.talks.letter_preview import Preview

            self.preview.show_preview(Preview((), refused.message))

    def clash(self) -> str:
        """What stands in the way of the time."""
        return self._clash.text()

    def _changed(self) -> None:
        words = self.fields.clash_words()
        self._clash.setText(words or "")
        self._timer.start()

    def _form_chosen(self) -> None:
        self.fields.propose_text()
        self.fields.propose_length()
        self._show_parts()

    def _day_chosen(self) -> None:
        self.fields.propose_rebooking()
        self.fields.slots.warn()

    def _show_save(self) -> None:
        letters = self.fields.sent_how.value() is not Sending.NONE
        self._save_words = self.tr("Gem og udskriv") if letters else self.tr("Gem indkaldelse")
        self._save.setText(self._save_words)

    def _show_parts(self) -> None:
        fields = self.fields
        group = fields.is_group()
        new = group and fields.chosen_meeting() is None
        self._group.setVisible(group)
        self._new_group.setVisible(new)
        self._when.setVisible(not group or new)
        fields.slots.setVisible(fields.many)
        fields.slots.show_times(shown=not group)
        fields.interpreter.setVisible(not fields.many or new)
        fields.rebook_until.setVisible(not group)
        fields.place.setVisible(not group or new)

    def _lay_out(self) -> None:
        fields = self.fields
        if fields.many:
            words = self.tr("{count} borgere").format(count=len(self._opened.candidates))
            self.body.addWidget(caption(words, "heading"))
        self.body.addLayout(_row((fields.purpose, 2), (fields.form, 5)))
        inside = QVBoxLayout(self._group)
        inside.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        inside.setSpacing(Space.M)
        inside.addWidget(fields.group)
        new = _row((fields.theme, 4), (fields.seats, 1), (fields.language, 2))
        new.setContentsMargins(0, 0, 0, 0)
        self._new_group.setLayout(new)
        inside.addWidget(self._new_group)
        self.body.addWidget(self._group)
        when = QVBoxLayout(self._when)
        when.setContentsMargins(0, 0, 0, 0)
        when.setSpacing(Space.M)
        when.addWidget(fields.meets_on)
        times = _row((fields.meets_at, 0), (fields.minutes, 0))
        times.addWidget(self._clash, stretch=1, alignment=Qt.AlignmentFlag.AlignBottom)
        when.addLayout(times)
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._when)
        self.body.addWidget(fields.slots)
        self.body.addLayout(_row((fields.place, 2), (fields.address, 3)))
        self.body.addLayout(_row((fields.staff, 2), (fields.phone, 3)))
        self.body.addLayout(_row((fields.bring, 3), (fields.interpreter, 2)))
        self.body.addWidget(fields.duty)
        self.body.addLayout(_row((fields.rebook_until, 2), (fields.sent_how, 3)))


def _row(*fields: tuple[Field, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.L)
    for field, stretch in fields:
        row.addWidget(field, stretch=stretch, alignment=Qt.AlignmentFlag.AlignTop)
    return row
