"""Draws the program's windows as PNG files, from a store that is open already. No thread, no waiting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from app.clock import Clock
from app.ids import NewId
from db.errors import Refused
from ui import opening
from ui.desk import Desk
from ui.manual.manual_window import ManualWindow
from ui.new_store import unit_choices
from ui.operation import SynchronousRunner
from ui.queue.queue_page import QueuePage
from ui.shell.main_window import MainWindow
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.workplace import Workplace
from ui.theme.danish import load_danish
from ui.theme.theme import Theme
from ui.theme.tokens import DARK, LIGHT, Colours, Size, Space
from ui.unlock.first_run_page import FirstRunPage
from ui.unlock.recovery_code_page import RecoveryCodePage
from ui.unlock.start_page import StartPage
from ui.unlock.unlock_page import UnlockPage

if TYPE_CHECKING:
    from db.store.store import Store

_LARGER = 1.5

# The smallest that many desks still have.
_SMALL_SCREEN = (1366, 768)

# A code of the right shape that opens nothing.
_EXAMPLE_CODE = "GRUP-PE02-GRUP-PE04-GRUP-PE06-GRUP-PE08"


def draw_pictures(
    folder: Path, application: QApplication, store: Store, clock: Clock, make_id: NewId
) -> tuple[Path, ...]:
    """Write one PNG for each window and theme, and return the files."""
    load_danish()
    theme = Theme(application, LIGHT)
    drawn: list[Path] = []
    for colours, name in ((LIGHT, "light"), (DARK, "dark")):
        _Drawer(folder, name, theme, colours, drawn).draw(store, clock, make_id)
    return tuple(drawn)


class _Drawer:
    """Draws every window in one theme."""

    def __init__(self, folder: Path, suffix: str, theme: Theme, colours: Colours, drawn: list[Path]) -> None:
        self._folder, self._suffix, self._theme, self._drawn = folder, suffix, theme, drawn
        theme.use(colours)

    def draw(self, store: Store, clock: Clock, make_id: NewId) -> None:
        window = MainWindow(self._theme)
        window.resize(*Size.WINDOW)
        settled = opening.settle(store)
        page = QueuePage(self._theme)
        window.show_page(page)
        status = window.navigation.status
        status.show_store("Opdigtede borgere")
        status.show_backup("Sikkerhedskopi i dag kl. 8.42", old=False)
        status.show_person(settled.worker_name or "", settled.unit_name or "")
        status.show_lock()
        queue = opening.read_queue(store, clock.today())
        page.show_queue(queue.items, queue.today)
        window.show()
        if settled.worker_id is not None:
            desk = Desk(store, settled.worker_id, clock, make_id, SynchronousRunner())
            workplace = Workplace(desk, window, demo=True)
            self._draw("koe", window)
            page.know_worker(settled.worker_id)
            workplace.take_in(page)
            self._draw_rooms(workplace)
            workplace.show_page(QUEUE_PAGE)
        for name, gate in self._gates().items():
            made = gate()
            window.show_gate(made)
            self._draw(name, window)
            self._draw_card(name, made)
        window.close()
        manual = ManualWindow()
        manual.show()
        self._draw("vejledning", manual)
        manual.close()

    def _draw_rooms(self, workplace: Workplace) -> None:
        """What every room shows of itself."""
        window = workplace.window
        for room in workplace.rooms():
            for scene in room.scenes():
                window.notice.hide()
                window.resize(*(_SMALL_SCREEN if scene.small else Size.WINDOW))
                widget = scene.show(workplace)
                self._draw(scene.name, widget)
                if workplace.forms.dialog is not None:
                    # The next theme opens the same form, and must not find what was filled in for this picture.
                    workplace.forms.dialog.give_up()
                if scene.close is not None:
                    scene.close(workplace)
        window.resize(*Size.WINDOW)

    def _gates(self) -> dict[str, Callable[[], QWidget]]:
        def refused() -> UnlockPage:
            page = UnlockPage(self._theme)
            page.show_refused(Refused("Adgangssætningen er forkert. Prøv igen.", field="passphrase"))
            return page

        return {
            "velkommen": lambda: StartPage(self._theme),
            "opret-lager": lambda: FirstRunPage(self._theme, unit_choices()),
            "gendannelseskode": lambda: RecoveryCodePage(self._theme, _EXAMPLE_CODE),
            "laas-op": lambda: UnlockPage(self._theme),
            "laas-op-forkert": refused,
        }

    def _draw_card(self, name: str, page: QWidget) -> None:
        """Draw the card of a way in with a little ground around it, as the manual shows it."""
        card = next(frame for frame in page.findChildren(QFrame) if frame.property("role") == "card")
        around = card.geometry().adjusted(-Space.XL, -Space.XL, Space.XL, Space.XL)
        path = self._folder / f"{name}-kort-{self._suffix}.png"
        page.grab(around).save(str(path))
        self._drawn.append(path)

    def _draw(self, name: str, widget: QWidget) -> None:
        # Twice: what is laid out anew asks for a second turn.
        QApplication.processEvents()
        QApplication.processEvents()
        path = self._folder / f"{name}-{self._suffix}.png"
        widget.grab().save(str(path))
        self._drawn.append(path)
        # As a screen at 150 % shows it: more pixels, the same room.
        large = QPixmap(widget.size() * _LARGER)
        large.setDevicePixelRatio(_LARGER)
        widget.render(large)
        path = self._folder / f"{name}-{self._suffix}-150.png"
        large.save(str(path))
        self._drawn.append(path)
