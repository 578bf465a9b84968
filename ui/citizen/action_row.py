"""What can be done from the page of a citizen: what is due first, the everyday things, and the rest in a menu."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from app.queue.item import QueueItem
from ui.queue.actions import next_step
from ui.shell.case_action import WORDS, CaseAction
from ui.shell.flow_row import FlowRow, flow
from ui.shell.kept_focus import kept_focus

_EVERY_DAY: Final = (
    CaseAction.HOLD_TALK,
    CaseAction.PHONE_NOTE,
    CaseAction.SUMMON,
    CaseAction.FIND_OFFER,
    CaseAction.CLOSE_CASE,
)

# The menu: what is registered, who it is about, the case as such, and what mends a mistake. What is about a row of the
# case begins at that row.
_MORE: Final = (
    (
        CaseAction.WRITE_NOTE,
        CaseAction.ASSESS_MATCH,
        CaseAction.RECEIVE,
        CaseAction.REGISTER_BENEFIT,
        CaseAction.FOLLOW_UP_SICKNESS,
        CaseAction.OPEN_APPLICATION,
        CaseAction.RECEIVE_COMPLAINT,
        CaseAction.ATTACH_DOCUMENT,
    ),
    (CaseAction.DECIDE_NEXT_STEP, CaseAction.END_PLACEMENT),
    (CaseAction.CHANGE_DETAILS, CaseAction.CHANGE_HOUSEHOLD, CaseAction.COPY_CPR),
    (
        CaseAction.CHANGE_HOLDER,
        CaseAction.SET_CONTACT,
        CaseAction.EXCLUDE,
        CaseAction.RESTRICT,
        CaseAction.DECLARE_CONFLICT,
        CaseAction.REOPEN_CASE,
    ),
    (CaseAction.CHANGE_CPR, CaseAction.MERGE_CITIZENS),
)
_ONLY_OPEN: Final = frozenset(
    {
        *_EVERY_DAY,
        CaseAction.ASSESS_MATCH,
        CaseAction.RECEIVE,
        CaseAction.FOLLOW_UP_SICKNESS,
        CaseAction.OPEN_APPLICATION,
        CaseAction.FOLLOW_UP_YOUTH,
        CaseAction.SET_CONTACT,
        CaseAction.DECIDE_NEXT_STEP,
        CaseAction.END_PLACEMENT,
        CaseAction.REGISTER_BENEFIT,
        CaseAction.CHANGE_HOLDER,
        CaseAction.EXCLUDE,
        CaseAction.DECLARE_CONFLICT,
    }
)


class ActionRow(QWidget):
    """`pressed` carries the action and the row of the queue that it is about, None where it is about the case."""

    pressed = Signal(object, object)

    def __init__(self, offered: Collection[CaseAction], parent: QWidget | None = None) -> None:
        """Know what there is somebody to do."""
        super().__init__(parent)
        self._offered = frozenset(offered)
        self.menu = QMenu(self)
        self.more = QPushButton(self.tr("Mere"))
        self.more.setProperty("role", "menu")
        self.more.setMenu(self.menu)
        self.primary: CaseAction | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QWidget()
        self._column.addWidget(self._row)

    def show_actions(self, items: Sequence[QueueItem], *, closed: bool) -> None:
        """Show what fits: a case that has been ended is opened again before anything else."""
        self.primary, about = self._first(items, closed=closed)
        actions = [self.primary] if self.primary else []
        actions += [each for each in _EVERY_DAY if self._fits(each, closed=closed) and each is not self.primary]
        with kept_focus(self, self.more):
            self._replace_row([self._button(each, about if each is self.primary else None) for each in actions])
        self.menu.clear()
        for group in _MORE:
            fitting = [each for each in group if self._fits(each, closed=closed) and each is not self.primary]
            if fitting and not self.menu.isEmpty():
                self.menu.addSeparator()
            for each in fitting:
                action = self.menu.addAction(WORDS[each])
                action.triggered.connect(lambda _checked=False, each=each: self.pressed.emit(each, None))
        self.more.setVisible(not self.menu.isEmpty())

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (*(each for each in self._row.findChildren(QPushButton) if each is not self.more), self.more)

    def _first(self, items: Sequence[QueueItem], *, closed: bool) -> tuple[CaseAction | None, QueueItem | None]:
        if closed:
            return (CaseAction.REOPEN_CASE if CaseAction.REOPEN_CASE in self._offered else None), None
        for item in items:
            step = next_step(item, self._offered)
            if isinstance(step, CaseAction):
                return step, item
        return (CaseAction.HOLD_TALK if CaseAction.HOLD_TALK in self._offered else None), None

    def _fits(self, action: CaseAction, *, closed: bool) -> bool:
        if action is CaseAction.REOPEN_CASE and not closed:
            return False
        return action in self._offered and not (closed and action in _ONLY_OPEN)

    def _button(self, action: CaseAction, item: QueueItem | None) -> QPushButton:
        made = QPushButton(WORDS[action])
        if action is self.primary:
            made.setProperty("role", "primary")
            if item is not None:
                made.setAccessibleDescription(item.label)
        made.clicked.connect(lambda _checked=False: self.pressed.emit(action, item))
        return made

    def _replace_row(self, buttons: list[QPushButton]) -> None:
        row = QWidget()
        # The menu's button is kept: it moves from the old row to the new one.
        flow(row, *buttons, self.more)
        self._column.replaceWidget(self._row, row)
        self._row.hide()
        self._row.deleteLater()
        self._row = row
        layout = row.layout()
        if isinstance(layout, FlowRow):
            row.setMinimumHeight(layout.sizeHint().height())
