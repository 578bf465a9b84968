"""The kept choices of the list by their names: take one, keep the present one, take one away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.queue.saved_views import SavedView
from db.errors import Refused
from ui.forms.text_fields import TextLine
from ui.lists.popover import Popover
from ui.shell.kept_focus import kept_focus
from ui.theme.labels import caption
from ui.theme.tokens import Size, Space


class ViewWords(NamedTuple):
    """What the card calls what it keeps: its heading, what is kept, and the button."""

    heading: str
    kept: str
    keep: str


LIST_WORDS: Final = ViewWords("Gemte visninger", "Fanen, filtrene og sorteringen.", "Gem visning")


class ViewCard(Popover):
    """`view_wanted` and `remove_wanted` carry a `SavedView`, `keep_wanted` a name."""

    view_wanted = Signal(object)
    remove_wanted = Signal(object)
    keep_wanted = Signal(str)

    def __init__(self, button: QPushButton, page: QWidget, words: ViewWords = LIST_WORDS) -> None:
        """Make the card without views."""
        super().__init__(button, page)
        self._list = QWidget()
        self.column.addWidget(caption(words.heading, "strong"))
        self.column.addWidget(self._list)
        self.name = TextLine(self.tr("Gem det, du ser nu, som"), help_text=words.kept)
        self.keep = QPushButton(words.keep)
        self.column.addWidget(self.name)
        self.column.addWidget(self.keep)
        self.keep.clicked.connect(lambda: self.keep_wanted.emit(self.name.value()))
        self.show_views(())

    def show_views(self, views: Sequence[SavedView]) -> None:
        """Show the worker's views."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        if not views:
            column.addWidget(caption(self.tr("Du har ingen endnu."), "muted"))
        for view in views:
            column.addLayout(self._line(view))
        with kept_focus(self, self.name.focus_widget()):
            self.column.replaceWidget(self._list, made)
            self._list.hide()
            self._list.deleteLater()
            self._list = made
        if self.isVisible():
            self.open()

    def kept(self) -> None:
        """The present choice has been kept."""
        self.name.set_value("")

    def show_refused(self, refused: Refused) -> None:
        """Say at the name why it was not kept."""
        self.name.show_error(refused.message)
        self.name.take_focus()

    def _line(self, view: SavedView) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        take = QPushButton(self.fontMetrics().elidedText(view.name, Qt.TextElideMode.ElideRight, Size.POPOVER // 2))
        take.setProperty("role", "link")
        take.setToolTip(view.name)
        take.setAccessibleName(self.tr("Vis {name}").format(name=view.name))
        take.clicked.connect(lambda: self.view_wanted.emit(view))
        away = QPushButton(self.tr("Fjern"))
        away.setAccessibleName(self.tr("Fjern visningen {name}").format(name=view.name))
        away.clicked.connect(lambda: self.remove_wanted.emit(view))
        row.addWidget(take, stretch=1)
        row.addWidget(away)
        return row
