"""Ny tid: the next free time at the same hour a week later stands there already."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.cases.words import TALK_PURPOSES
from app.talks.attendance import Rebook
from app.talks.diary import clash, next_working_days
from app.talks.new_time import GiveNewTime, OpenedRebook
from db.errors import Refused
from db.values.talks import SentHow
from ui.danish_dates import WEEKDAYS, long_date
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import MultiChoice, SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.time_field import TimeField, written_time
from ui.talks.sending import SENDINGS, Sending
from ui.theme.labels import stored
from ui.theme.tokens import Size, Space


class RebookDialog(CaseDialog):
    """A new time for a talk; everything else is as it was."""

    def __init__(self, opened: OpenedRebook, today: date, parent: QWidget | None = None) -> None:
        """Make the form with the time that is proposed."""
        super().__init__(self.tr("Ny tid"), self.tr("Gem og udskriv"), today, parent)
        self.resize(Size.DIALOG[0] + 3 * Size.ROW, Size.FORM)
        self._opened = opened
        summons = opened.summons
        days = next_working_days(today, 5)
        quick = [(f"{WEEKDAYS[day.weekday()][:2]}. {day.day}.{day.month}", f"{day:%d.%m.%Y}") for day in days]
        self.meets_on = DayField(self.tr("Ny dato"), today, quick=quick)
        self.meets_at = TimeField(self.tr("Kl."))
        self.interpreter = MultiChoice(self.tr("Tolk"), {"booked": self.tr("Tolk er bestilt til den nye tid")})
        self.sent_how = SegmentedChoice(self.tr("Sendes"), SENDINGS)
        self._clash = stored("", "wrong", wrap=True)
        self.meets_on.set_value(opened.proposed_on)
        self.meets_at.set_value(opened.proposed_at)
        self.sent_how.set_value(Sending.LETTER)
        self.interpreter.setVisible(summons.interpreter_booked or summons.head.interpreter_needed)
        self._lay_out()
        fields = {
            "meets_on": self.meets_on,
            "meets_at": self.meets_at,
            "interpreter": self.interpreter,
            "sent_how": self.sent_how,
        }
        self.finish(Form(fields, self), summons.head, opened.draft)
        self.form.changed.connect(self._show_clash)
        self.sent_how.changed.connect(self._show_save)
        self._show_clash()
        self._show_save()
        if opened.draft is None:
            self.meets_on.take_focus()

    @property
    def done_words(self) -> str:  # type: ignore[override] # the words name the time that was chosen.
        """What is said when it is saved."""
        day, at = self.meets_on.value(), self.meets_at.value()
        return "" if day is None or at is None else f"Ny tid: {long_date(day)} kl. {written_time(at)}."

    def request(self) -> GiveNewTime:
        """The new time. Refused `missing`."""
        on, at = self.meets_on.value(), self.meets_at.value()
        if on is None:
            raise Refused("Skriv den nye dato.", field="meets_on", code="missing")
        if at is None:
            raise Refused("Skriv, hvad klokken er.", field="meets_at", code="missing")
        sending = self.sent_how.value() or Sending.LETTER
        letter = sending is not Sending.NONE
        return GiveNewTime(
            Rebook(self._opened.summons.id, on, at, self._ends(at)),
            SentHow(sending) if letter else SentHow.LETTER,
            letter=letter,
            interpreter_booked=bool(self.interpreter.value()),
        )

    def clash(self) -> str:
        """What stands in the way of the time."""
        return self._clash.text()

    def _ends(self, at: time) -> time | None:
        ends = datetime.combine(date.min, at) + timedelta(minutes=self._opened.minutes)
        return ends.time() if ends.date() == date.min else None

    def _show_clash(self) -> None:
        on, at = self.meets_on.value(), self.meets_at.value()
        ends = self._ends(at) if at else None
        words = None
        if on is not None and at is not None and ends is not None:
            summons = self._opened.summons
            words = clash(
                self._opened.taken,
                worker_id=summons.staff_worker_id,
                case_id=summons.case_id,
                on=on,
                starts=at,
                ends=ends,
            )
        self._clash.setText(words or "")

    def _show_save(self) -> None:
        letter = self.sent_how.value() is not Sending.NONE
        self._save_words = self.tr("Gem og udskriv") if letter else self.tr("Gem ny tid")
        self._save.setText(self._save_words)

    def _lay_out(self) -> None:
        summons = self._opened.summons
        at = f" kl. {written_time(summons.meets_at)}" if summons.meets_at else ""
        where = f", {summons.place}" if summons.place else ""
        before = f"Indkaldt til {TALK_PURPOSES[summons.purpose]} {long_date(summons.meets_on)}{at}{where}"
        self.body.addWidget(stored(before, "muted", wrap=True))
        self.body.addWidget(self.meets_on)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(self.meets_at)
        row.addWidget(self._clash, stretch=1, alignment=Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.body.addWidget(self.interpreter)
        self.body.addWidget(self.sent_how)
