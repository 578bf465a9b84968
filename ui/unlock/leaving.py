"""Leaves the open store in good order, for a lock or to restore a backup, and comes back to where one was.

First the screen is covered and everything unsaved handed to the writer, then the writer and the reader finish, the
store is closed, and the frame is told to put another process in the place of this one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.cases.place import KeepPlace, Place, forget_place, keep_place
from db.errors import Refused, Unavailable
from ui.lock_mark import mark_locked
from ui.operation import Operation, Road, Runner
from ui.shell.offer import ReturningPage
from ui.unlock.covered_page import CoveredPage

if TYPE_CHECKING:
    from db.store.backup import Backup
    from db.store.store import Store
    from ui.shell.main_window import MainWindow
    from ui.shell.workplace import Workplace

# A save that was begun is finished first; whatever takes longer than this is undone by the store when the process
# ends, as after a crash.
PATIENCE_MS: Final = 10_000


class Leaving(QObject):
    """`left` comes once, when nothing of this process is needed any more. `stayed` says why a backup was not restored.

    `close_store` closes it and ends both threads.
    """

    left = Signal()
    stayed = Signal(str)

    def __init__(self, window: MainWindow, runner: Runner, close_store: Callable[[], None]) -> None:
        """Do nothing yet."""
        super().__init__(window)
        self._window, self._runner, self._close_store = window, runner, close_store
        self._begun = self._over = False
        self._hidden: list[QWidget] = []
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._leave_at_once)

    def lock(self, store: Store, workplace: Workplace | None) -> None:
        """Keep everything, close the store, and let nobody in without the passphrase."""
        if self._begun:
            return
        keep = self._begin(workplace, "Låst", "Det, du har skrevet, bliver gemt. Programmet låses.")

        def work() -> None:
            try:
                keep()
            finally:
                mark_locked(store.directory)

        self._then(work, self._leave)

    def restore(self, store: Store, workplace: Workplace | None, backup: Backup) -> None:
        """Put a backup in the store's place; where it does not hold, everything stays as it is."""
        if self._begun:
            return
        # Where one was is not come back to: it may not be there in the older store.
        self._begin(workplace, "Gendanner", "Sikkerhedskopien efterses og lægges på plads. Vent et øjeblik.")

        def work() -> str | None:
            from db.store.backup import restore

            try:
                store.close()
                restore(store.directory, store.key, backup)
            except (Refused, Unavailable) as outcome:
                # Another window may have taken the right to write meanwhile; then it says so itself.
                with contextlib.suppress(Unavailable):
                    store.claim()
                return outcome.message
            return None

        def done(why_not: str | None) -> None:
            if why_not is None:
                self._leave()
            else:
                self._stay(why_not)

        self._then(work, done, patient=True)

    def _begin(self, workplace: Workplace | None, heading: str, words: str) -> Callable[[], None]:
        """Cover the screen; return the work that writes down where one was."""
        self._begun = True
        keep: Callable[[], None] = _nothing
        if workplace is not None:
            workplace.before_lock.emit()
            workplace.forms.keep_now()
            # One that was just being read must not come up over the covered screen.
            workplace.forms.opened.connect(self._hide)
            keep = _keeping(workplace)
        self._hidden = [
            each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not self._window
        ]
        for each in self._hidden:
            each.hide()
        self._window.notice.hide()
        self._window.show_gate(CoveredPage(self._window.theme, heading, words))
        return keep

    def _hide(self, dialog: QWidget) -> None:
        if self._begun:
            dialog.hide()
            self._hidden.append(dialog)

    def _then(self, work: Callable[[], object], done: Callable[..., None], *, patient: bool = False) -> None:
        operation = Operation(self)
        operation.succeeded.connect(done if patient else lambda _: done())
        # Nothing may keep the program from locking, a bug neither.
        operation.broke.connect(self._leave)
        self._runner.start(operation, Road.WRITE, work)
        if not patient:
            self._patience.start(PATIENCE_MS)

    def _leave(self) -> None:
        if not self._over:
            self._close_store()
            self._leave_at_once()

    def _leave_at_once(self) -> None:
        self._patience.stop()
        if not self._over:
            self._over = True
            self.left.emit()

    def _stay(self, why: str) -> None:
        self._begun = False
        self._window.show_work()
        for each in self._hidden:
            if shiboken6.isValid(each):
                each.show()
        self.stayed.emit(why)


def come_back(workplace: Workplace, place: Place) -> None:
    """Show the page and the form that were there, and forget the place, so that one comes back once."""
    names = {page.name for page in workplace.pages()}
    if place.page in names:
        page = workplace.show_page(place.page)
        if place.inside is not None and isinstance(page, ReturningPage):
            page.come_back(place.inside)
    form = place.form
    maker = None if form is None else workplace.form_makers().get(form.form)
    if form is not None and maker is not None:
        workplace.forms.open(maker(), form.case_id, form.about_id)
    workplace.run(Road.WRITE, workplace.desk.use(forget_place, None), lambda _: None)


def _keeping(workplace: Workplace) -> Callable[[], None]:
    """The work that writes down where one is now; another window that has the store keeps nobody from locking."""
    page = workplace.window.page()
    inside = page.place() if isinstance(page, ReturningPage) else None
    place = Place(workplace.shown_page(), inside, workplace.forms.key())
    write = workplace.desk.use(keep_place, KeepPlace(place, saving=workplace.forms.is_saving()))

    def keep() -> None:
        try:
            write()
        except (Refused, Unavailable):
            return

    return keep


def _nothing() -> None:
    """There is nowhere to come back to."""
