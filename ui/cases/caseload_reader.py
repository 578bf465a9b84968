"""Reads the caseload and asks it what is wanted, on the reader's thread; only the newest answer is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.cases.caseload_choice import CaseloadChoice, Scope
from app.cases.caseload_index import CaseloadIndex, Shown, load_caseload, note_listing
from app.cases.caseload_row import Deadline, next_deadlines
from ui.opening import read_queue
from ui.operation import Road

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.work import Work
    from ui.shell.workplace import Workplace


class CaseloadReader(QObject):
    """One question at a time: what is asked while another is under way waits, and a newer one takes its place.

    `loaded` carries the rows' index and the counts of the scopes, `answered` the choice and what is `Shown`,
    `deadlines_known` the deadlines by case.
    """

    loaded = Signal(object, object)
    answered = Signal(object, object)
    deadlines_known = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        """Read at the workplace's desk."""
        super().__init__(parent)
        self._workplace, self._desk = workplace, workplace.desk
        self._index: CaseloadIndex | None = None
        self._choice = CaseloadChoice()
        self._asking = self._again = False
        self._loading = 0
        self._logged: Scope | None = None

    def load(self) -> None:
        """Read everything anew; what is shown stays until the rows are there."""
        store, author, today = self._desk.store, self._desk.author, self._desk.clock.today()
        self._loading += 1
        number, before = self._loading, self._index

        def read() -> tuple[CaseloadIndex, Mapping[Scope, int]]:
            with store.raw_reader() as connection:
                made = load_caseload(connection, author, today)
            if before is not None:
                # The deadlines of before are nearer the truth than none, until the queue has been reckoned.
                made.know_deadlines(before.deadlines)
            return made, made.counts()

        self._workplace.run(Road.READ, read, lambda answer: self._has_loaded(number, *answer), self)

    def ask(self, choice: CaseloadChoice) -> None:
        """Ask for a choice."""
        self._choice = choice
        if self._asking or self._index is None:
            self._again = True
            return
        self._asking, self._again = True, False
        index = self._index

        def answer(shown: Shown) -> None:
            self._has_answered(index, choice, shown)

        self._workplace.run(Road.READ, lambda: index.choose(choice), answer, self, self._go_on)

    def see_anew(self) -> None:
        """The list comes to the eyes again, which is another look in the log."""
        self._logged = None

    def _has_loaded(self, number: int, index: CaseloadIndex, counts: Mapping[Scope, int]) -> None:
        if number != self._loading:
            return
        self._index = index
        self.loaded.emit(index, counts)
        self.ask(self._choice)
        store, today = self._desk.store, self._desk.clock.today()

        def reckon() -> Mapping[str, Deadline]:
            deadlines = next_deadlines(read_queue(store, today).items)
            index.know_deadlines(deadlines)
            return deadlines

        self._workplace.run(Road.READ, reckon, lambda deadlines: self._know(number, deadlines), self)

    def _know(self, number: int, deadlines: Mapping[str, Deadline]) -> None:
        if number == self._loading:
            self.deadlines_known.emit(deadlines)
            self.ask(self._choice)

    def _has_answered(self, index: CaseloadIndex, choice: CaseloadChoice, shown: Shown) -> None:
        # Another caseload may have come, or another question: the answer is then about what nobody asks any more.
        if index is not self._index or self._again:
            return
        self.answered.emit(choice, shown)
        self._log(choice.scope, len(shown.rows))

    def _go_on(self) -> None:
        self._asking = False
        if self._again:
            self.ask(self._choice)

    def _log(self, scope: Scope, count: int) -> None:
        """Log once for each list that is looked at; typing narrows it and shows nobody else."""
        if scope is self._logged:
            return
        self._logged = scope

        def note(work: Work) -> None:
            note_listing(work, count)

        self._workplace.run(Road.WRITE, self._desk.open(note), lambda _: None, self)
