"""Remind me, hand over, own reminder, done elsewhere: asks, saves on the writer thread, and offers to undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.changes import Done
from app.queue.item import QueueItem
from ui.danish_dates import full_date
from ui.desk import Desk
from ui.forms.choice_fields import Choice
from ui.forms.day_field import DayField
from ui.forms.short_dialog import ShortDialog
from ui.forms.text_fields import Note, TextLine
from ui.operation import Operation, Road
from ui.queue.actions import Action, snooze_help
from ui.queue.done_notice import DoneNotice

if TYPE_CHECKING:
    from app.queue.colleagues import Colleague
    from app.queue.day import Appointment
    from db.values.talks import AttendanceKind

_DAYS = (("I morgen", "i morgen"), ("Om en uge", "+7"))
_NO_DAY = "Skriv en dato."
_BROKEN = "Der er en fejl i programmet, og det er ikke gemt."


class OwnActions:
    """Does what a worker may do to a row without doing its work."""

    def __init__(self, desk: Desk, parent: QWidget, notice: DoneNotice) -> None:
        """Act at a desk; the dialogs belong to `parent`."""
        self._desk, self._parent, self._notice = desk, parent, notice

    def do(self, action: Action, item: QueueItem) -> None:
        """Begin an action about a row."""
        match action:
            case Action.REMIND_ME:
                self._remind_me(item)
            case Action.HAND_OVER:
                self._ask_for_colleagues(item)
            case Action.OWN_REMINDER:
                self._own_reminder(item)
            case Action.DONE_ELSEWHERE:
                self._done_elsewhere(item)
            case Action.FINISH_REMINDER:
                self._finish_reminder(item)

    def remind(self) -> None:
        """Begin an own reminder that is about no case."""
        self._own_reminder(None)

    def write(self, work: Callable[[], Done], done: Callable[[Done], None] | None = None) -> None:
        """Save without a dialog; what goes wrong stands in the line above the list."""
        operation = Operation(self._parent)
        if done is not None:
            operation.succeeded.connect(done)
        operation.report_to(self._notice.warn, lambda: self._notice.say_broken(_BROKEN))
        self._desk.runner.start(operation, Road.WRITE, work)

    def note_attendance(self, appointment: Appointment, kind: AttendanceKind) -> None:
        """Note whether a summoned citizen came; undoing brings back what was noted before."""
        from app.cases.words import ATTENDANCE
        from app.talks.attendance import NoteAttendance, note_attendance

        summons_id, today, before = appointment.summons_id, self._desk.clock.today(), appointment.attendance

        def undo() -> None:
            self.write(self._desk.use(note_attendance, NoteAttendance(summons_id, before, today)))

        def noted(_done: Done) -> None:
            self._notice.say(f"{appointment.citizen}: {ATTENDANCE[kind]}.", undo)

        self.write(self._desk.use(note_attendance, NoteAttendance(summons_id, kind, today)), noted)

    def _remind_me(self, item: QueueItem) -> None:
        from app.queue.own import CancelSnooze, Snooze, cancel_snooze, snooze

        today = self._desk.clock.today()
        day = DayField("Påmind mig den", today, help_text=snooze_help(item, today), quick=_DAYS)
        reason = TextLine("Grund", help_text="Kan stå tom.")
        dialog = ShortDialog("Påmind mig", _about(item), {"until_on": day, "reason": reason}, self._parent)

        def work() -> Callable[[], Done] | None:
            until = day.value()
            if until is None:
                day.show_error(_NO_DAY)
                return None
            request = Snooze(item.key, item.case_id, until, item.consequence, item.due_on, reason.value() or None)
            return self._desk.use(snooze, request)

        def undo() -> None:
            self.write(self._desk.use(cancel_snooze, CancelSnooze(item.key)))

        def saved(done: Done) -> None:
            until = day.value()
            words = f"Du bliver påmindet {full_date(until)}." if until else ""
            self._notice.say(" ".join((words, *done.notices)), undo)

        self._open(dialog, work, saved)

    def _ask_for_colleagues(self, item: QueueItem) -> None:
        from app.queue.colleagues import read_colleagues

        store, author = self._desk.store, self._desk.author

        def read() -> tuple[Colleague, ...]:
            with store.raw_reader() as connection:
                return read_colleagues(connection, author)

        operation = Operation(self._parent)
        operation.succeeded.connect(lambda colleagues: self._hand_over(item, colleagues))
        operation.report_to(self._notice.warn, lambda: self._notice.say_broken(_BROKEN))
        self._desk.runner.start(operation, Road.READ, read)

    def _hand_over(self, item: QueueItem, colleagues: tuple[Colleague, ...]) -> None:
        from app.queue.own import HandOverItem, TakeBackItem, hand_over_item, take_back_item

        case_id = item.case_id
        if not colleagues or case_id is None:
            self._notice.warn("Der er ingen kolleger i lageret, som opgaven kan overføres til.")
            return
        names = {each.id: ", ".join(filter(None, (each.name, each.unit_name))) for each in colleagues}
        who = Choice("Kollega", names, empty="Vælg en kollega", help_text="Tovholderen er den samme som før.")
        reason = Note("Grund")
        dialog = ShortDialog(
            "Overfør til en kollega", _about(item), {"to_worker_id": who, "reason": reason}, self._parent
        )

        def work() -> Callable[[], Done] | None:
            chosen = who.value()
            if chosen is None:
                who.show_error("Vælg en kollega.")
                return None
            return self._desk.use(hand_over_item, HandOverItem(item.key, case_id, chosen, reason.value()))

        def undo() -> None:
            self.write(self._desk.use(take_back_item, TakeBackItem(item.key, case_id)))

        def saved(_done: Done) -> None:
            self._notice.say(f"Opgaven er overført til {names.get(who.value() or '', '')}.", undo)

        self._open(dialog, work, saved)

    def _own_reminder(self, item: QueueItem | None) -> None:
        from app.queue.own import AddReminder, FinishReminder, add_reminder, finish_reminder

        text = TextLine("Hvad vil du huske?")
        day = DayField("Dag", self._desk.clock.today(), help_text="Påmindelsen står i din kø den dag.", quick=_DAYS)
        case_id = None if item is None else item.case_id
        about = item.citizen if item is not None and case_id is not None else "Ikke om en bestemt borger"
        dialog = ShortDialog("Egen påmindelse", about, {"text": text, "remind_on": day}, self._parent)

        def work() -> Callable[[], Done] | None:
            on = day.value()
            if on is None:
                day.show_error(_NO_DAY)
                return None
            return self._desk.use(add_reminder, AddReminder(on, text.value(), case_id))

        def saved(done: Done) -> None:
            undo = self._desk.use(finish_reminder, FinishReminder(done.id))
            self._notice.say("Påmindelsen er gemt.", lambda: self.write(undo))

        self._open(dialog, work, saved)

    def _done_elsewhere(self, item: QueueItem) -> None:
        from app.cases.withdraw import Withdraw, withdraw
        from app.queue.own import MarkDoneElsewhere, mark_done_elsewhere

        case_id, today = item.case_id, self._desk.clock.today()
        if case_id is None:
            return
        day = DayField("Hvornår", today)
        day.set_value(today)
        note = Note("Notat", help_text="Hvor og hvordan det er gjort.")
        dialog = ShortDialog("Behandlet andetsteds", _about(item), {"note": note, "done_on": day}, self._parent)

        def work() -> Callable[[], Done] | None:
            on = day.value()
            if on is None:
                day.show_error(_NO_DAY)
                return None
            return self._desk.use(mark_done_elsewhere, MarkDoneElsewhere(item.key, case_id, on, note.value()))

        def saved(done: Done) -> None:
            undo = self._desk.use(withdraw, Withdraw("done_elsewhere", done.id, "Fortrudt"))
            self._notice.say("Rækken er behandlet andetsteds og går ud af køen.", lambda: self.write(undo))

        self._open(dialog, work, saved)

    def _finish_reminder(self, item: QueueItem) -> None:
        from app.queue.own import FinishReminder, finish_reminder

        self.write(
            self._desk.use(finish_reminder, FinishReminder(item.event_id)),
            lambda _done: self._notice.say("Påmindelsen er udført."),
        )

    def _open(
        self, dialog: ShortDialog, work: Callable[[], Callable[[], Done] | None], saved: Callable[[Done], None]
    ) -> None:
        dialog.save_with(self._desk.runner, work)
        dialog.saved.connect(saved)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _about(item: QueueItem) -> str:
    return f"{item.citizen}: {item.label}" if item.citizen else item.label
