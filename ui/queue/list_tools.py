"""The line above the list: whose rows, the filters, and the views that are kept under a name."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from app.queue.filters import Whose
from ui.shell.flow_row import flow
from ui.theme.icons import Icon, icon_before_text
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space

_NAMES = {
    Whose.MINE: "Mine",
    Whose.TEAM: "Mit team",
    Whose.AREA: "Boligområder",
    Whose.ALL: "Alle",
    Whose.UNASSIGNED: "Uden tovholder",
}


class ListTools(QWidget):
    """One scope is chosen at a time; a scope that there is nobody for has no button."""

    scope_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the buttons without counts."""
        super().__init__(parent)
        self._theme = theme
        self.scopes = {whose: self._scope_button() for whose in Whose}
        self.filters = QPushButton(self.tr("Filtre"))
        self.views = QPushButton(self.tr("Visninger"))
        self.views.setProperty("role", "menu")
        self.filters.setToolTip(self.tr("Vælg frist, opgave, match, alder, boligområde og mere (Alt+F)"))
        self.filters.setShortcut("Alt+F")
        self.filters.setProperty("role", "opens")
        for button in (self.filters, self.views):
            button.setIconSize(QSize(Size.ICON, Size.ICON - Space.XS))
        self.views.setAccessibleName(self.tr("Gemte visninger"))
        scope = QButtonGroup(self)
        for button in self.scopes.values():
            scope.addButton(button)
        self.scopes[Whose.ALL].setChecked(True)
        flow(self, *self.scopes.values(), self.filters, self.views, spacing=Space.XS)
        for late in (self.filters, self.views):
            late.hide()
        self._draw_icon()
        theme.changed.connect(self._draw_icon)

    def scope(self) -> Whose:
        """Whose rows are wanted."""
        return next((whose for whose, button in self.scopes.items() if button.isChecked()), Whose.ALL)

    def choose_scope(self, whose: Whose) -> None:
        """Choose without telling."""
        self.scopes[whose].setChecked(True)

    def show_counts(self, counts: Mapping[Whose, int], *, shown: bool) -> None:
        """Write how many lines each scope has; what is empty goes unless it is chosen or one's own."""
        always = {Whose.MINE, Whose.ALL, Whose.UNASSIGNED, self.scope()}
        for whose, button in self.scopes.items():
            button.setText(f"{_NAMES[whose]} {counts[whose]}")
            button.setAccessibleName(self.tr("Vis: {scope}").format(scope=button.text()))
            button.setVisible(shown and (counts[whose] > 0 or whose in always))

    def scope_words(self) -> str:
        """The chosen scope as a list says it in its heading."""
        return _NAMES[self.scope()]

    def _scope_button(self) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.clicked.connect(self.scope_chosen)
        return button

    def _draw_icon(self) -> None:
        # The room behind the icon is its own, so that the word stands as far from it as everywhere else.
        for button, icon in ((self.filters, Icon.FILTER), (self.views, Icon.SAVED)):
            button.setIcon(icon_before_text(icon, self._theme.colours.ink, self.devicePixelRatioF()))
