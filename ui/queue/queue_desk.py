"""What the list reads and opens at a desk: the day above it, what stands beside a row, figures and own results."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.queue.item import QueueItem
from ui.desk import Desk
from ui.operation import Operation, Road
from ui.queue.done_notice import DoneNotice
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.procedures.procedure import Procedure
    from app.results.results import Result
    from app.work import Work
    from ui.queue.beside_read import Beside
    from ui.queue.day_read import Day, Part
    from ui.queue.figure_read import Figure, OwnResults
    from ui.queue.own_results_dialog import OwnResultsDialog

_BROKEN: Final = "Der er en fejl i programmet, og det kan ikke vises."
BEHIND: Final = "Borgere bag et resultat"
"""What the log of use says."""


class QueueDesk(QObject):
    """Reads on the reader's thread; nothing is waited for.

    `day_read` and `beside_read` carry the answers. `citizen_wanted` carries the case of a citizen who was pressed
    behind a figure.
    """

    day_read = Signal(object)
    beside_read = Signal(object)
    citizen_wanted = Signal(str)

    def __init__(self, desk: Desk, page: QWidget, notice: DoneNotice, theme: Theme) -> None:
        """Sit down; the dialogs belong to the page."""
        super().__init__(page)
        self._desk, self._page, self._notice, self._theme = desk, page, notice, theme
        self._reading_beside = False
        self._next_beside: QueueItem | None = None

    def read_day(self) -> None:
        """Read what stands above the list."""
        from ui.queue.day_read import read_day

        desk = self._desk
        self._read(lambda: read_day(desk.store, desk.author, desk.clock.today()), self._show_day)

    def read_beside(self, item: QueueItem) -> None:
        """Read what stands beside a row. While one is read only the newest other is remembered."""
        self._next_beside = item
        if not self._reading_beside:
            self._read_next_beside()

    def remember_fold(self, part: Part, folded: bool) -> None:  # noqa: FBT001 - carried by a signal.
        """Keep on this machine how a part was left."""

        def keep(work: Work) -> None:
            from app.cases.settings import write_setting

            write_setting(work, part.value, "yes" if folded else "no")

        self._start(Road.WRITE, self._desk.write("fold", keep), lambda _: None)

    def show_figure(self, result: Result, *, opens_citizens: bool) -> None:
        """Show who stands behind a figure."""
        from ui.queue.figure_read import read_behind

        desk = self._desk

        def show(figure: Figure) -> None:
            from ui.queue.figure_dialog import FigureDialog

            dialog = FigureDialog(self._theme, figure, opens_citizens=opens_citizens, parent=self._page)
            dialog.citizen_wanted.connect(self.citizen_wanted)
            self._open(dialog)
            self._note_listing(len(figure.behind.misses) + len(figure.behind.left_out))

        self._read(lambda: read_behind(desk.store, desk.author, desk.clock.today(), result), show)

    def show_own_results(self) -> None:
        """Show Mine resultater."""

        def show(own: OwnResults) -> None:
            from ui.queue.own_results_dialog import OwnResultsDialog

            dialog = OwnResultsDialog(self._theme, own, self._page)
            dialog.capacity_chosen.connect(lambda slots: self._keep_capacity(dialog, slots))
            self._open(dialog)

        self._read(self._own_results(), show)

    def show_procedure(self, procedure: Procedure) -> None:
        """Show a card's steps beside the window, which stays usable."""
        from ui.queue.procedure_dialog import ProcedureDialog

        dialog = ProcedureDialog(procedure, self._page)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _note_listing(self, count: int) -> None:
        """Whoever looks at a figure's citizens has looked at a list of them."""

        def note(work: Work) -> None:
            from app.cases.caseload_index import note_listing

            note_listing(work, count, BEHIND)

        self._start(Road.WRITE, self._desk.open(note), lambda _: None)

    def _keep_capacity(self, dialog: OwnResultsDialog, slots: int | None) -> None:
        from app.cases.screen_settings import SetSlotsPerWeek, set_slots_per_week

        def kept(_nothing: object) -> None:
            self._start(Road.READ, self._own_results(), dialog.show_own, dialog)

        # Both belong to the dialog, so that nothing is shown in one that was closed meanwhile.
        self._start(Road.WRITE, self._desk.use(set_slots_per_week, SetSlotsPerWeek(slots)), kept, dialog)

    def _own_results(self) -> Callable[[], OwnResults]:
        from ui.queue.figure_read import read_own_results

        desk = self._desk
        return lambda: read_own_results(desk.store, desk.author, desk.clock.today())

    def _read_next_beside(self) -> None:
        from ui.queue.beside_read import read_beside

        item, self._next_beside = self._next_beside, None
        if item is None:
            return
        desk, asked = self._desk, item
        self._reading_beside = True
        operation = self._operation(self)
        operation.succeeded.connect(self._show_beside)
        operation.ended.connect(self._beside_ended)
        self._desk.runner.start(
            operation, Road.READ, lambda: read_beside(desk.store, desk.author, desk.clock.today(), asked)
        )

    def _beside_ended(self) -> None:
        self._reading_beside = False
        self._read_next_beside()

    def _show_day(self, day: Day) -> None:
        self.day_read.emit(day)

    def _show_beside(self, beside: Beside) -> None:
        self.beside_read.emit(beside)

    def _read(self, work: Callable[[], object], done: Callable[[Any], None]) -> None:
        self._start(Road.READ, work, done)

    def _start(
        self, road: Road, work: Callable[[], object], done: Callable[[Any], None], parent: QObject | None = None
    ) -> None:
        operation = self._operation(parent or self)
        operation.succeeded.connect(done)
        self._desk.runner.start(operation, road, work)

    def _operation(self, parent: QObject) -> Operation:
        operation = Operation(parent)
        operation.report_to(self._notice.warn, lambda: self._notice.say_broken(_BROKEN))
        return operation

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
