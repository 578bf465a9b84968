"""The frame of every form about one citizen: who it is, the form, what went wrong, and the draft."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.cases.citizen_head import CitizenHead
from app.cases.words import BENEFITS
from db.errors import Refused
from ui.danish_dates import age, full_date
from ui.forms.draft_keeper import DraftKeeper
from ui.forms.form import Form
from ui.theme.labels import chip, frame, restyle, stored
from ui.theme.tokens import Size, Space, Tone

# A longer name would push the chips, or the window's edge, off the screen; the tip has all of it.
_LONGEST_NAME: Final = 40


class CaseDialog(QDialog):
    """Reads its fields into a request; what a rule says to it is decided where it is done.

    `submitted` carries the request. `draft_wanted` carries the form's JSON, and `draft_given_up` comes when
    there is nothing left to keep. Closing keeps what was typed.
    """

    submitted = Signal(object)
    draft_wanted = Signal(str)
    draft_given_up = Signal()

    done_words = ""
    least_height = Size.FORM
    """What a panel beside the fields needs to be read."""
    form: Form
    keeper: DraftKeeper

    def __init__(self, title: str, save: str, today: date, parent: QWidget | None = None) -> None:
        """Make the frame; the form fills `body` and ends with `finish`."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.today = today
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.L)
        self._busy = self._closing = self._lost = False
        self._focused: QWidget | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._save_words = save
        self._save, self._close = QPushButton(save), QPushButton(self.tr("Luk"))
        self._save.setProperty("role", "primary")
        self._save.setToolTip("Ctrl+Enter")
        self._message = stored("", "wrong", wrap=True)
        self._status = stored("", "fine")
        self._again = QPushButton(self.tr("Begynd forfra"))
        self._draft_bar = self._make_draft_bar()
        self.area = QScrollArea()
        self._middle = QHBoxLayout()
        self._hang_up()
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.submit)
        self._save.clicked.connect(self.submit)
        self._close.clicked.connect(self.reject)
        self._again.clicked.connect(self._begin_again)

    def finish(self, form: Form, head: CitizenHead | None, draft: str | None, side: QWidget | None = None) -> None:
        """Lay everything out, fill in what stands fast, and bring the draft back. No head: nobody is known yet."""
        self.form = form
        self.keeper = DraftKeeper(form, self)
        self.keeper.keep_wanted.connect(self._keep)
        if head is not None:
            self._outer.insertWidget(0, self._head(head))
        if side is not None:
            self._middle.addWidget(side)
        self._outer.addWidget(self._foot())
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        form.start_here()
        restored = draft is not None and form.from_json(draft)
        self._draft_bar.setVisible(restored)

    def request(self) -> object:
        """What the fields say. Raises Refused when a field that must be chosen is not."""
        raise NotImplementedError

    def submit(self) -> None:
        """Hand the request over; what cannot be read is shown at its field."""
        if self._busy or not self.form.check():
            return
        self._message.hide()
        try:
            request = self.request()
        except Refused as refused:
            self.show_refused(refused)
            return
        self.keeper.flush()
        self.set_busy(busy=True)
        self.submitted.emit(request)

    def show_refused(self, refused: Refused) -> None:
        """Show what a rule says, at its field."""
        self.set_busy(busy=False)
        if self.form.show_refused(refused):
            self.area.ensureWidgetVisible(self.form.fields[refused.field or ""])
        else:
            self.show_message(refused.message)

    def show_message(self, message: str) -> None:
        """Show what does not work; what was typed stays."""
        self.set_busy(busy=False)
        self._message.setText(message)
        self._message.show()

    def message(self) -> str:
        """What is shown above the buttons."""
        return "" if self._message.isHidden() else self._message.text()

    def show_draft_kept(self, *, kept: bool) -> None:
        """Say whether the draft is in the store."""
        self._status.setText(self.tr("Kladden er gemt.") if kept else self.tr("Kladden kunne ikke gemmes."))
        closing, self._closing, self._lost = self._closing, False, self._closing and not kept
        if not kept:
            self.keeper.begin()
        if closing and kept:
            super().reject()
        elif closing:
            self.show_message(self.tr("Kladden kunne ikke gemmes. Luk igen, hvis det, du har skrevet, må gå tabt."))

    def set_busy(self, *, busy: bool) -> None:
        """Say that it is being saved; nothing can be typed meanwhile."""
        if busy:
            self._focused = self.focusWidget()
        elif self._busy and self._focused is not None:
            self.area.setEnabled(True)
            self._focused.setFocus()
        self._busy = busy
        self._save.setEnabled(not busy)
        self._save.setText(self.tr("Gemmer …") if busy else self._save_words)
        self.area.setEnabled(not busy)

    def is_busy(self) -> bool:
        """Whether it is being saved."""
        return self._busy

    def saved(self) -> None:
        """It is in the store: nothing is left to keep."""
        self.keeper.stop()
        self._busy = False
        self.accept()

    def reject(self) -> None:
        """Close once what was typed is kept; where that cannot be done, only when asked a second time."""
        if self._busy:
            return
        if self._lost or not self.keeper.is_waiting():
            self.keeper.stop()
            super().reject()
            return
        self._closing = True
        self.keeper.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the fields need before the place on the screen is worked out."""
        if not event.spontaneous():
            self._fit()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with fields and errors that come later; it never shrinks under one's hands."""
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self.resize(self.width(), max(self.height(), self._wanted_height()))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, and save nothing from within a line."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            return
        super().keyPressEvent(event)

    def give_up(self) -> None:
        """Close without keeping anything: another form takes this one's place."""
        self.keeper.stop()
        self.draft_given_up.emit()
        super().reject()

    def _fit(self) -> None:
        """Leave no waste under the fields; beside a panel there is room to read it."""
        high = self._wanted_height()
        self.resize(self.width(), max(high, self.least_height) if self._middle.count() > 1 else high)

    def _wanted_height(self) -> int:
        """What the fields need with head and foot, as far as a small screen has room."""
        page = self.area.widget()
        column = None if page is None else page.layout()
        if page is None or column is None:
            return self.height()
        column.activate()
        wide = self.area.viewport().width()
        inside = column.totalHeightForWidth(wide) if column.hasHeightForWidth() else column.totalSizeHint().height()
        around = [self._outer.itemAt(number) for number in range(self._outer.count())]
        outside = sum(each.sizeHint().height() for each in around if each is not None and each.widget() is not None)
        return min(Size.FORM_AT_MOST, inside + outside)

    def _keep(self, state: str) -> None:
        if self.form.is_touched():
            self.draft_wanted.emit(state)
            return
        self._status.setText("")
        self.draft_given_up.emit()
        if self._closing:
            super().reject()

    def _begin_again(self) -> None:
        self.form.reset()
        self.keeper.stop()
        self._draft_bar.hide()
        self._status.setText("")
        self._message.hide()
        self.draft_given_up.emit()
        next(iter(self.form.fields.values())).take_focus()

    def _make_draft_bar(self) -> QFrame:
        bar = frame("notice")
        bar.setProperty("tone", Tone.BLUE.value)
        row = QHBoxLayout(bar)
        row.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        row.addWidget(stored(self.tr("Din kladde er hentet frem.")), stretch=1)
        row.addWidget(self._again)
        return bar

    def _head(self, head: CitizenHead) -> QFrame:
        box = frame("header")
        row = QHBoxLayout(box)
        row.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        row.setSpacing(Space.S)
        name = stored(head.name if len(head.name) <= _LONGEST_NAME else f"{head.name[: _LONGEST_NAME - 1]}…", "title")
        name.setToolTip(head.name)
        row.addWidget(name)
        born = self.tr("født {born} · {age} år").format(born=full_date(head.born), age=age(head.born, self.today))
        row.addWidget(stored(born, "muted"))
        row.addStretch()
        if head.match is not None:
            row.addWidget(chip(f"Match {head.match}: {head.match_label}", Tone.GREY))
        if head.benefit is not None:
            row.addWidget(chip(BENEFITS[head.benefit], Tone.GREY))
        if head.interpreter_needed:
            row.addWidget(chip(self.tr("Tolk: {language}").format(language=head.language or "?"), Tone.AMBER))
        return box

    def _hang_up(self) -> None:
        """Put the frame together before the form is filled in.

        Each time that a widget gets another parent the style sheet is worked out anew for all that is in it: a form
        that is put together from the leaves up takes three times as long.
        """
        self._outer.addWidget(self._draft_bar)
        self._middle.setSpacing(0)
        self._outer.addLayout(self._middle, stretch=1)
        self._middle.addWidget(self.area, stretch=1)
        page = QWidget()
        page.installEventFilter(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.addLayout(self.body)
        column.addStretch()

    def _foot(self) -> QFrame:
        foot = frame("foot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.S)
        self._message.hide()
        column.addWidget(self._message)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._save)
        row.addWidget(self._close)
        row.addStretch()
        row.addWidget(self._status)
        column.addLayout(row)
        restyle(foot)
        return foot
