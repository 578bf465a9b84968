"""Every way from a painted window to an open store, each a page in the place of the work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from app.clock import Clock
from app.ids import NewId
from ui import opening
from ui.crash_notice import BROKEN
from ui.opening import Broken, Locked, Opened
from ui.operation import Operation, Road, Runner
from ui.start_options import StartOptions

if TYPE_CHECKING:
    from db.store.backup import Backup
    from ui.new_store import Created, NewStore, UnitChoice
    from ui.shell.main_window import MainWindow
    from ui.unlock.gate_page import GatePage

_NOT_IN_BACKUPS: Final = (
    "Adgangssætningen er skiftet. Sikkerhedskopierne åbnes stadig med den gamle og følger med, næste gang der laves en."
)


class Gates(QObject):
    """Shows the pages and does what they ask for.

    `opened` carries the open store; `made` the store that has just been made, so that it is closed with the program
    also while its recovery code is still shown. `told` carries what is worth knowing once one is in.
    """

    opened = Signal(object)
    made = Signal(object)
    told = Signal(str)

    def __init__(self, window: MainWindow, runner: Runner, options: StartOptions, clock: Clock, make_id: NewId) -> None:
        """Show nothing yet."""
        super().__init__(window)
        self._window, self._runner, self._options = window, runner, options
        self._clock, self._make_id = clock, make_id
        self.demo_chosen = False

    def show_locked(self, locked: Locked) -> None:
        """Ask for the passphrase, or for nothing where the people are invented."""
        if locked.demo:
            self._show_reopen(locked.directory)
            return
        from ui.unlock.unlock_page import UnlockPage

        page = UnlockPage(self._window.theme, locked.why, returning=locked.returning)
        directory, clock = locked.directory, self._clock
        page.passphrase_given.connect(
            lambda given: self._try(
                page, lambda: opening.open_with_passphrase(directory, given, clock), self.opened.emit
            )
        )
        page.code_given.connect(
            lambda given: self._try(
                page, lambda: opening.open_with_code(directory, given, clock), self._show_new_passphrase
            )
        )
        page.restore_wanted.connect(lambda: self._show_restore(directory, lambda: self.show_locked(locked)))
        self._window.show_gate(page)

    def show_broken(self, broken: Broken) -> None:
        """Say what is wrong with the store, and offer a backup."""
        self._show_restore(broken.directory, None, broken.why)

    def show_start(self, directory: Path) -> None:
        """Show the ways in where there is no store."""
        from ui.unlock.start_page import StartPage

        page = StartPage(self._window.theme)
        page.new_store_wanted.connect(
            lambda: self._try(page, opening.units_to_choose, lambda units: self._show_first_run(directory, units))
        )
        page.demo_wanted.connect(lambda: self._make_demo(page))
        page.restore_wanted.connect(lambda: self._show_restore(directory, lambda: self.show_start(directory)))
        self._window.show_gate(page)

    def _show_reopen(self, directory: Path) -> None:
        from ui.unlock.reopen_page import ReopenPage

        page = ReopenPage(self._window.theme)
        clock = self._clock
        page.reopen_wanted.connect(
            lambda: self._try(page, lambda: opening.open_demo(directory, clock), self.opened.emit)
        )
        self._window.show_gate(page)

    def _make_demo(self, page: GatePage) -> None:
        from app.clock import FixedClock
        from ui.demo_day import DEMO_DAY

        # The invented people live in March 2007; on any other day nearly all of them would be overdue.
        clock = self._clock = FixedClock(self._options.today or DEMO_DAY)

        def came_in(opened: Opened) -> None:
            self.demo_chosen = True
            self.opened.emit(opened)

        self._try(page, lambda: opening.open_demo(None, clock), came_in)

    def _show_first_run(self, directory: Path, units: tuple[UnitChoice, ...]) -> None:
        from ui.unlock.first_run_page import FirstRunPage

        page = FirstRunPage(self._window.theme, units)
        page.cancelled.connect(lambda: self.show_start(directory))
        names = {unit.id: unit.name for unit in units}

        def create(request: NewStore) -> None:
            from ui.new_store import create_store

            clock, make_id = self._clock, self._make_id
            whose = f"{request.name} · {names.get(request.unit_id, '')}"
            self._try(
                page,
                lambda: create_store(directory, request, clock, make_id),
                lambda created: self._show_code(created, whose),
                Road.WRITE,
            )

        page.submitted.connect(create)
        self._window.show_gate(page)

    def _show_code(self, created: Created, whose: str) -> None:
        from ui.unlock.recovery_code_page import RecoveryCodePage

        self.made.emit(created.store)
        page = RecoveryCodePage(self._window.theme, created.recovery_code, created.notice)
        store, clock = created.store, self._clock
        page.confirmed.connect(
            lambda: self._try(page, lambda: Opened(store, opening.read_queue(store, clock.today())), self.opened.emit)
        )

        def print_sheet(code: str) -> None:
            from ui.unlock.code_print import print_code

            print_code(code, whose, clock.today(), self._window, page.show_message)

        page.print_wanted.connect(print_sheet)
        self._window.show_gate(page)

    def _show_restore(self, directory: Path, back: Callable[[], None] | None, why: str | None = None) -> None:
        from ui.unlock.restore_page import RestorePage

        clock = self._clock
        page = RestorePage(self._window.theme, why=why, can_go_back=back is not None)
        page.cancelled.connect(back or self._window.close)

        def look(folder: Path) -> None:
            page.set_busy(busy=True)
            self._try(
                page,
                lambda: opening.find_backups(folder, clock.today()),
                lambda found: page.show_backups(folder, found),
            )

        def restore(backup: Backup, secret: str, by_code: bool) -> None:  # noqa: FBT001 - carried by a signal.
            then = self._show_new_passphrase if by_code else self.opened.emit
            self._try(
                page, lambda: opening.restore_from(directory, backup, secret, clock, by_code=by_code), then, Road.WRITE
            )

        page.folder_chosen.connect(look)
        page.submitted.connect(restore)
        self._window.show_gate(page)

    def _show_new_passphrase(self, opened: Opened) -> None:
        """The passphrase is forgotten, else the code would not have been used."""
        from ui.unlock.new_passphrase_page import NewPassphrasePage

        self.made.emit(opened.store)
        page = NewPassphrasePage(self._window.theme)
        page.put_off.connect(lambda: self.opened.emit(opened))

        def keep(passphrase: str) -> None:
            from db.store.access import Renewed, set_passphrase

            def kept(renewed: Renewed) -> None:
                self.opened.emit(opened)
                if not renewed.in_backups:
                    self.told.emit(_NOT_IN_BACKUPS)

            self._try(page, lambda: set_passphrase(opened.store, passphrase), kept, Road.WRITE)

        page.passphrase_chosen.connect(keep)
        self._window.show_gate(page)

    def _try(
        self, page: GatePage, work: Callable[[], object], done: Callable[[Any], object], road: Road = Road.READ
    ) -> None:
        """Start work for a page; what goes wrong is said there."""
        operation = Operation(page)
        operation.succeeded.connect(done)
        operation.report_to(page.show_message, lambda: page.show_message(BROKEN), page.show_refused)
        self._runner.start(operation, road, work)
