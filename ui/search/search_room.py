"""What the room keeps while a worker sits at the store: the search, what was copied, and the curtain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.cases.screen_settings import THEME, SetTheme, ThemeChoice, read_screen_settings, set_theme
from app.cases.settings import read_setting
from ui.operation import Road
from ui.search.copying import Copying
from ui.search.curtain import KEY, Curtain
from ui.search.search_desk import SearchDesk
from ui.theme.icons import Icon

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


class SearchRoom(QObject):
    """One for each workplace; `room_of` finds it."""

    def __init__(self, workplace: Workplace) -> None:
        """Begin."""
        super().__init__(workplace)
        self._workplace = workplace
        self.search = SearchDesk(workplace)
        self.copying = Copying(workplace)
        self.curtain = Curtain(workplace.theme, workplace.window, self)
        button = workplace.window.navigation.add_to_foot(self.tr("Skjul skærmen"), Icon.HIDE, KEY)
        button.clicked.connect(self.curtain.draw)

    def follow_choice(self) -> None:
        """Look as the worker chose last time."""
        desk = self._workplace.desk
        self._workplace.run(Road.READ, desk.read(read_theme), self._look, self)

    def swap_theme(self) -> None:
        """Go from light to dark or back, and remember it."""
        choice = ThemeChoice.LIGHT if self._workplace.theme.colours.dark else ThemeChoice.DARK
        self._look(choice)
        desk = self._workplace.desk
        self._workplace.run(Road.WRITE, desk.use(set_theme, SetTheme(choice)), lambda _: None, self)

    def _look(self, choice: ThemeChoice | None) -> None:
        if choice is not None:
            self._workplace.theme.choose(choice.value)


def read_theme(session: Any) -> ThemeChoice | None:  # noqa: ANN401 - a session, which ui does not know.
    """What was chosen; None where nothing ever was, so that nothing need be drawn anew."""
    return None if read_setting(session, THEME) is None else read_screen_settings(session).theme


def room_of(workplace: Workplace) -> SearchRoom:
    """The room at a workplace; made when it is first asked for."""
    return workplace.findChild(SearchRoom) or SearchRoom(workplace)
