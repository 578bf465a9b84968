"""Ctrl+K: one field, what fits below it, and what can be done about the citizen that is marked.

The field keeps the keyboard while one types, and Alt with a letter acts on the marked citizen. Down goes into the
list, where the letter alone does it. An answer may come after the next key, so that Enter never opens what the
person has not seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.cases.find import Hit
from ui.search.action_strip import ActionStrip
from ui.search.result_list import ResultList
from ui.search.search_rows import CitizenResult, DoingResult, SearchRow
from ui.shell.case_action import WORDS, CaseAction
from ui.theme.icons import Icon, pixmap
from ui.theme.labels import chip, frame, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone


class SearchPalette(QDialog):
    """`asked` carries what was typed; the answer is handed to `show_rows`.

    `hit_opened` carries the citizen to go to, `action_wanted` the `CaseAction` and its citizen, `doing_chosen` a page
    or a command.
    """

    asked = Signal(str)
    hit_opened = Signal(object)
    action_wanted = Signal(object, object)
    doing_chosen = Signal(object)

    def __init__(self, theme: Theme, actions: Iterable[CaseAction], parent: QWidget | None = None) -> None:
        """Make an empty palette over a window."""
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "palette")
        self.setWindowTitle(self.tr("Søg"))
        self.setFixedSize(*Size.PALETTE)
        self._theme = theme
        self._waiting = False
        self._action: CaseAction | None = None
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Søg borger, skærm eller handling"))
        self.field.setMaxLength(200)
        self.list = ResultList(theme)
        self.strip = ActionStrip(actions)
        self._for = chip("", Tone.BLUE)
        self._hint = stored("", "fine")
        self._lay_out()
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.field.textChanged.connect(self.asked)
        self.list.row_marked.connect(self._show_marked)
        self.list.pressed_on.connect(self.open_row)
        self.list.key_typed.connect(self._take_letter)
        self.list.left.connect(self.field.setFocus)
        self.strip.action_pressed.connect(self._act)
        self.choose_for(None)

    def choose_for(self, action: CaseAction | None) -> None:
        """Ask for the citizen of an action that was chosen first; None ends it."""
        self._action = action
        self._for.setText("" if action is None else WORDS[action])
        self._for.setVisible(action is not None)
        everything = self.tr("Søg borger, skærm eller handling")
        self.field.setPlaceholderText(everything if action is None else self.tr("Hvilken borger?"))
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.field.setFocus()
        self._show_marked()
        self.asked.emit("")

    def chosen_action(self) -> CaseAction | None:
        """The action whose citizen is asked for."""
        return self._action

    def show_rows(self, rows: Sequence[SearchRow], *, waiting: bool = False) -> None:
        """Show an answer; `waiting` says that the citizens are still to come."""
        self._waiting = waiting
        self.list.show_rows(rows)

    def wait(self) -> None:
        """What stands there is of the text before: nothing of it is opened until the answer has come."""
        self._waiting = True

    def open_row(self, row: SearchRow | None) -> None:
        """Open what was marked or clicked."""
        if isinstance(row, DoingResult):
            self.doing_chosen.emit(row)
        elif isinstance(row, CitizenResult):
            if self._action is not None:
                self.action_wanted.emit(self._action, row.hit)
            elif self.strip.action_of("A") is None:
                # There is no page of the citizen to go to: it stays marked with what there is to do.
                self.list.setFocus()
            else:
                self.hit_opened.emit(row.hit)

    def marked_hit(self) -> Hit | None:
        """The citizen that is marked."""
        row = self.list.marked()
        return row.hit if isinstance(row, CitizenResult) else None

    def reject(self) -> None:
        """Escape goes back a step where an action waits for its citizen."""
        if self._action is not None:
            self.choose_for(None)
        else:
            super().reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that the field does not know, and what the keyboard means where it is."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._show_marked()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.modifiers() == Qt.KeyboardModifier.AltModifier and self._act_by(event):
                return True
            if watched is self.field:
                return self._is_key_of_list(event)
        return super().eventFilter(watched, event)

    def _is_key_of_list(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down if self.list.marked() is not None:
                self.list.setFocus()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not self._waiting:
                    self.open_row(self.list.marked())
            case Qt.Key.Key_Backspace if self._action is not None and not self.field.text():
                self.choose_for(None)
            case _:
                return False
        return True

    def _act_by(self, event: QKeyEvent) -> bool:
        """Act where there is somebody to act on. The letter is never typed: a line would take it as text."""
        if not Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z:
            return False
        action = self.strip.action_of(chr(event.key()))
        if action is not None and not self._waiting and not self.strip.isHidden():
            self._act(action)
        return True

    def _take_letter(self, event: QKeyEvent) -> None:
        """A letter in the list acts on the citizen; any other goes on in the field."""
        action = None if self.strip.isHidden() else self.strip.action_of(event.text())
        if action is not None:
            self._act(action)
            return
        self.field.setFocus()
        QCoreApplication.sendEvent(self.field, event)

    def _act(self, action: CaseAction) -> None:
        hit = self.marked_hit()
        if hit is not None:
            self.action_wanted.emit(action, hit)

    def _show_marked(self) -> None:
        hit = self.marked_hit()
        self.strip.setVisible(hit is not None and self._action is None)
        if hit is not None:
            self.strip.show_citizen(hit.name)
        in_list = self.list.hasFocus()
        self.strip.show_keys(bare=in_list)
        self._hint.setText(
            self.tr("Enter åbner · Esc lukker") if in_list else self.tr("Pil ned vælger · Enter åbner · Esc lukker")
        )

    def _lay_out(self) -> None:
        top = frame("palette-field")
        top.setFixedHeight(Size.PALETTE_FIELD)
        row = QHBoxLayout(top)
        row.setContentsMargins(Space.L, 0, Space.M, 0)
        row.setSpacing(Space.M)
        self._icon = QLabel()
        self._icon.setPixmap(pixmap(Icon.SEARCH, self._theme.colours.muted, ratio=self.devicePixelRatioF()))
        close = QPushButton(self.tr("Luk"))
        close.setToolTip("Esc")
        close.setAutoDefault(False)
        close.clicked.connect(super().reject)
        row.addWidget(self._icon)
        row.addWidget(self._for)
        row.addWidget(self.field, stretch=1)
        row.addWidget(close)
        below = QFrame()
        hint = QHBoxLayout(below)
        hint.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        hint.addWidget(self._hint)
        hint.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.list, stretch=1)
        column.addWidget(self.strip)
        column.addWidget(below)
        for first, second in ((self.field, self.list), (self.list, self.strip), (self.strip, close)):
            self.setTabOrder(first, second)
