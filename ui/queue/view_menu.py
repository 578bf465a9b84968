"""Visninger: the filters that are kept under a name, to be chosen, renamed and taken away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.changes import Done
from app.queue.filters import Chosen, chosen_as_json, chosen_from_json
from app.queue.saved_views import (
    BringBackView,
    RemoveView,
    RenameView,
    SavedView,
    SaveView,
    bring_back_view,
    remove_view,
    rename_view,
    save_view,
    saved_views,
)
from ui.desk import Desk
from ui.forms.short_dialog import ShortDialog
from ui.forms.text_fields import TextLine
from ui.operation import Operation, Road
from ui.queue.done_notice import DoneNotice

if TYPE_CHECKING:
    from app.changes import Changes

SCREEN = "queue"
_TABLE = "saved_view"
_BROKEN = "Der er en fejl i programmet, og det er ikke gemt."


class ViewMenu(QObject):
    """The menu of a button. `view_chosen` carries the choice that was kept; `present` gives the one to keep."""

    view_chosen = Signal(object)

    def __init__(
        self, desk: Desk, button: QPushButton, notice: DoneNotice, parent: QWidget, present: Callable[[], Chosen]
    ) -> None:
        """Hang the menu on its button and read the views."""
        super().__init__(parent)
        self._desk, self._notice, self._parent, self._present = desk, notice, parent, present
        self._views: tuple[SavedView, ...] = ()
        self.menu = QMenu(button)
        button.setMenu(self.menu)
        self._fill()
        desk.runner.changes.changes_made.connect(self._follow)
        self._read()

    def views(self) -> tuple[SavedView, ...]:
        """The views as they were last read."""
        return self._views

    def save(self) -> None:
        """Ask for a name and keep the present filters under it."""
        name = TextLine("Navn", help_text="For eksempel: Mine unge uden jobplan")
        dialog = ShortDialog(
            "Gem visningen", "Filtrene, fanen og valget af borgere gemmes.", {"name": name}, self._parent
        )
        settings = chosen_as_json(self._present())

        def work() -> Callable[[], Done]:
            return self._desk.use(save_view, SaveView(SCREEN, name.value(), settings))

        def saved(done: Done) -> None:
            self._notice.say(f"Visningen »{name.value()}« er gemt.", partial(self._remove_silently, done.id))

        self._open(dialog, work, saved)

    def rename(self, view: SavedView) -> None:
        """Ask for another name."""
        name = TextLine("Navn")
        name.set_value(view.name)
        dialog = ShortDialog("Omdøb visningen", view.name, {"name": name}, self._parent)

        def saved(_done: Done) -> None:
            self._notice.say(f"Visningen hedder nu »{name.value()}«.")

        self._open(dialog, lambda: self._desk.use(rename_view, RenameView(view.id, name.value())), saved)

    def remove(self, view: SavedView) -> None:
        """Take a view away, and offer to bring it back."""

        def undo() -> None:
            self._write(self._desk.use(bring_back_view, BringBackView(view.id)))

        def removed(_done: Done) -> None:
            self._notice.say(f"Visningen »{view.name}« er fjernet.", undo)

        self._write(self._desk.use(remove_view, RemoveView(view.id)), removed)

    def _remove_silently(self, view_id: str) -> None:
        self._write(self._desk.use(remove_view, RemoveView(view_id)))

    def _follow(self, changes: Changes, _initiator: QObject | None) -> None:
        if _TABLE in changes.kinds:
            self._read()

    def _read(self) -> None:
        author = self._desk.author
        operation = self._operation()
        operation.succeeded.connect(self._show)
        self._desk.runner.start(
            operation, Road.READ, self._desk.read(lambda session: saved_views(session, author, SCREEN))
        )

    def _show(self, views: tuple[SavedView, ...]) -> None:
        self._views = views
        self._fill()

    def _fill(self) -> None:
        self.menu.clear()
        for view in self._views:
            # An ampersand in a name is a letter and no shortcut.
            words = view.name.replace("&", "&&")
            self.menu.addAction(words).triggered.connect(partial(self._choose, view))
        if not self._views:
            self.menu.addAction("Ingen gemte visninger").setEnabled(False)
        self.menu.addSeparator()
        self.menu.addAction("Gem visningen …").triggered.connect(self.save)
        if not self._views:
            return
        for title, do in (("Omdøb", self.rename), ("Fjern", self.remove)):
            inside = self.menu.addMenu(title)
            for view in self._views:
                inside.addAction(view.name.replace("&", "&&")).triggered.connect(partial(self._call, do, view))

    def _choose(self, view: SavedView, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt says it.
        self.view_chosen.emit(chosen_from_json(view.settings))

    def _call(self, do: Callable[[SavedView], None], view: SavedView, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - as above.
        do(view)

    def _write(self, work: Callable[[], Done], done: Callable[[Done], None] | None = None) -> None:
        operation = self._operation()
        if done is not None:
            operation.succeeded.connect(done)
        self._desk.runner.start(operation, Road.WRITE, work)

    def _operation(self) -> Operation:
        operation = Operation(self)
        operation.report_to(self._notice.warn, lambda: self._notice.say_broken(_BROKEN))
        return operation

    def _open(self, dialog: ShortDialog, work: Callable[[], Callable[[], Done]], saved: Callable[[Done], None]) -> None:
        dialog.save_with(self._desk.runner, work)
        dialog.saved.connect(saved)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
