"""Reads what waits in other systems whenever it may have changed, says how much it is, and ticks it off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from ui.operation import Road
from ui.shell.notice_bar import Way

if TYPE_CHECKING:
    from app.cases.drafts import DraftKey
    from app.changes import Changes, Done
    from app.transfer.ticks import TickRef
    from app.transfer.waiting import TransferItem
    from ui.shell.workplace import Workplace

PAGE: Final = "transfer"

# What decides whether something waits, and what is shown of it.
_KINDS: Final = frozenset({
    "portal_report", "outward_entry", "talk", "match_assessment", "job_plan", "placement", "citizen", "case_holding",
    "restricted_case",
})  # fmt: skip
_OPENED_BY_A_SAVE: Final = frozenset({"portal_report", "outward_entry"})


class TransferDesk(QObject):
    """One at each workplace. `items_read` carries all items, whosever they are."""

    items_read = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        """Listen to what is saved."""
        super().__init__(workplace)
        self._workplace = workplace
        self.items: tuple[TransferItem, ...] = ()
        workplace.desk.runner.changes.changes_made.connect(self._note_changes)
        workplace.forms.saved.connect(self._tell_where_else)

    def read(self) -> None:
        """Read everything anew."""
        desk = self._workplace.desk

        def read(session: Any) -> tuple[TransferItem, ...]:  # noqa: ANN401 - a session is no type of this floor.
            from app.transfer.waiting import transfer_items

            return transfer_items(session, worker_id=desk.author, today=desk.clock.today())

        self._workplace.run(Road.READ, desk.read(read), self._show, self)

    def mark(self, refs: Sequence[TickRef], words: str, ended: Callable[[], None] | None = None) -> None:
        """Tick off, and offer to take it back."""
        from app.transfer.ticks import MarkEntered, mark_entered

        desk, ticks = self._workplace.desk, tuple(refs)

        def marked(_done: Done) -> None:
            self._workplace.say(words, lambda: self.take_back(ticks))

        work = desk.use(mark_entered, MarkEntered(ticks, desk.clock.today()))
        self._workplace.run(Road.WRITE, work, marked, self, ended)

    def take_back(self, refs: Sequence[TickRef]) -> None:
        """Let them wait again."""
        from app.transfer.ticks import TakeBackTicks, take_back_ticks

        work = self._workplace.desk.use(take_back_ticks, TakeBackTicks(tuple(refs)))
        self._workplace.run(Road.WRITE, work, lambda _done: None, self)

    def _show(self, items: tuple[TransferItem, ...]) -> None:
        from app.transfer.choice import waiting_count

        self.items = items
        self._workplace.window.navigation.show_count(PAGE, waiting_count(items))
        self.items_read.emit(items)

    def _note_changes(self, changes: Changes, _initiator: QObject | None) -> None:
        if changes.kinds & _KINDS:
            self.read()

    def _tell_where_else(self, _key: DraftKey, done: Done) -> None:
        """After a form: say which other systems want the same, with the way there."""
        if not done.changes.kinds & _OPENED_BY_A_SAVE:
            return
        notice = self._workplace.window.notice
        said = notice.text()

        def read(session: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above.
            from app.transfer.waiting import names_of_waiting

            return names_of_waiting(session, done.changes.rows)

        def tell(names: tuple[str, ...]) -> None:
            from app.transfer.choice import joined

            if names:
                wanted = self.tr("Skal også registreres i {systems}.").format(systems=joined(names))
                before = said if notice.text() == said else ""
                way = Way(self.tr("Overfør"), lambda: self._open(done))
                self._workplace.say(f"{before} {wanted}".strip(), way=way)

        self._workplace.run(Road.READ, self._workplace.desk.read(read), tell, self)

    def _open(self, done: Done) -> None:
        from ui.transfer.transfer_page import TransferPage

        page = self._workplace.show_page(PAGE)
        if isinstance(page, TransferPage):
            page.show_subject(done.id)


def transfer_desk(workplace: Workplace) -> TransferDesk:
    """The one of the workplace, made when it is first asked for."""
    made = workplace.findChild(TransferDesk)
    return made if isinstance(made, TransferDesk) else TransferDesk(workplace)
