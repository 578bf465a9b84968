"""Why a row stands in the queue: what it is counted from, the rule and its source, and what else the citizen has."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.queue.item import QueueItem
from ui.danish_dates import age, deadline_words, full_date, near_date
from ui.queue.actions import Action, Doing, actions_for, next_step, words
from ui.queue.why_parts import events_box, facts_box, procedure_box
from ui.queue.words import benefit_words, chip_tone
from ui.shell.case_action import CaseAction
from ui.shell.flow_row import flow
from ui.shell.kept_focus import kept_focus
from ui.theme.labels import caption, chip, frame, stored
from ui.theme.tokens import Size, Space, Tone

if TYPE_CHECKING:
    from ui.queue.beside_read import Beside


class WhyPanel(QFrame):
    """Shows one row, or that none is chosen. `action_pressed` carries what is to be done about which row.

    `beside_wanted` carries the row that is shown, for what must be read first; `show_beside` brings the answer.
    `procedure_wanted` carries the procedure card whose steps are to be shown.
    """

    action_pressed = Signal(object, object)
    beside_wanted = Signal(object)
    procedure_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(Size.WHY_PANEL)
        self.setAccessibleName(self.tr("Hvorfor"))
        self._item: QueueItem | None = None
        self._line: str | None = None
        self._asked: str | None = None
        self._offered: frozenset[Doing] = frozenset()
        self._worker_id: str | None = None
        self._beside: Beside | None = None
        self._place = QVBoxLayout()
        self._today = date.min
        self._open_case = QPushButton(words(CaseAction.OPEN_CITIZEN))
        self._open_case.clicked.connect(lambda: self.action_pressed.emit(CaseAction.OPEN_CITIZEN, self._item))
        self._foot = frame("foot")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Long reasons are read by keyboard too.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(self._scroll)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        foot.addWidget(self._open_case)
        foot.addStretch()
        outer.addWidget(self._foot)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no row is chosen."""
        self._item = self._asked = None
        self._foot.hide()
        page = QWidget()
        column = _column(page)
        column.addWidget(stored(self.tr("Vælg en række for at se, hvorfor den står i køen."), "muted", wrap=True))
        column.addStretch()
        self._scroll.setWidget(page)

    def offer(self, actions: Collection[Doing], worker_id: str | None) -> None:
        """Say what there is somebody to do; shown from the next row on."""
        self._offered, self._worker_id = frozenset(actions), worker_id

    def item(self) -> QueueItem | None:
        """The row that is shown in full, None when none is."""
        return self._item

    def show_rows(self, item: QueueItem, rows: Sequence[QueueItem], today: date) -> None:
        """Show the line of `item` with all its rows; one that was opened before stays open."""
        if item.case_id is None and len(rows) > 1:
            self._show_many(item, rows, today)
            return
        same_line = self._line == item.key
        before = self._item.key if same_line and self._item is not None else None
        self._line = item.key
        opened = next((row for row in rows if row.key == before), item)
        self._show_one(opened, rows, today)

    def _show_many(self, item: QueueItem, rows: Sequence[QueueItem], today: date) -> None:
        """Show a row that stands for many citizens' rows."""
        self._item = None
        self._foot.hide()
        page = QWidget()
        column = _column(page)
        column.addWidget(stored(item.label, "heading", wrap=True))
        self._actions(column, item)
        for row in rows:
            column.addLayout(self._short(row, row.citizen, row.label, today))
        column.addSpacing(Space.S)
        self._make_place(column)
        column.addStretch()
        self._scroll.setWidget(page)
        self._ask_beside(item, today)

    def _show_one(self, item: QueueItem, rows: Sequence[QueueItem], today: date) -> None:
        self._item = item
        self._foot.setVisible(item.case_id is not None and CaseAction.OPEN_CITIZEN in self._offered)
        self._open_case.setAccessibleName(f"{words(CaseAction.OPEN_CITIZEN)} {item.citizen}")
        page = QWidget()
        column = _column(page)
        _add_close(
            column, stored(item.citizen or self.tr("Egen påmindelse"), "heading", wrap=True), self._born(item, today)
        )
        column.addLayout(self._chips(item, today))
        column.addSpacing(Space.XS)
        deadline = self.tr("{task}, frist {day}").format(task=item.label, day=near_date(item.due_on, today))
        _add_close(column, stored(deadline, "strong", wrap=True), self._act_by(item, today))
        column.addWidget(self._reason(item))
        self._actions(column, item)
        self._others(column, item, rows, today)
        self._make_place(column)
        column.addWidget(facts_box(item, today))
        column.addStretch()
        self._scroll.setWidget(page)
        self._ask_beside(item, today)

    def show_beside(self, beside: Beside) -> None:
        """Show what was read about a row, unless another row is shown by now."""
        if self._asked != beside.key:
            return
        self._beside = beside
        while (old := self._place.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if beside.events:
            self._place.addWidget(events_box(beside.events, self._today))
        elif beside.closed:
            self._place.addWidget(stored(self.tr("Sagen er spærret for dig."), "muted", wrap=True))
        if beside.procedure is not None:
            self._place.addWidget(procedure_box(beside.procedure, self.procedure_wanted.emit))

    def _make_place(self, column: QVBoxLayout) -> None:
        """Leave room for what is read first."""
        self._place = QVBoxLayout()
        self._place.setSpacing(Space.M)
        column.addLayout(self._place)

    def _ask_beside(self, item: QueueItem, today: date) -> None:
        self._asked, self._today = item.key, today
        if self._beside is not None and self._beside.key == item.key:
            # What was read a moment ago stands until the new answer comes, so that nothing jumps.
            self.show_beside(self._beside)
        self.beside_wanted.emit(item)

    def _actions(self, column: QVBoxLayout, item: QueueItem) -> None:
        """A button for the work itself, and a line of links for what is done to the row beside it."""
        first = next_step(item, self._offered, self._worker_id)
        buttons, links = [], []
        for action in actions_for(item, self._offered, self._worker_id):
            if action is CaseAction.OPEN_CITIZEN:
                continue
            button = QPushButton(words(action))
            button.setAccessibleName(f"{words(action)} {item.citizen}".strip())
            button.clicked.connect(lambda _checked=False, action=action: self.action_pressed.emit(action, item))
            if action is first:
                button.setProperty("role", "primary")
            elif isinstance(action, Action) and action is not Action.REMIND_ME:
                button.setProperty("role", "link")
                links.append(button)
                continue
            buttons.append(button)
        if buttons:
            column.addWidget(flow(QWidget(), *buttons))
        if links:
            column.addWidget(flow(QWidget(), *links, spacing=Space.XS))

    def _others(self, column: QVBoxLayout, item: QueueItem, rows: Sequence[QueueItem], today: date) -> None:
        """The citizen's other rows, each with its reason and source, and a way to open it."""
        others = [row for row in rows if row.key != item.key]
        if not others:
            return
        column.addSpacing(Space.S)
        column.addWidget(caption(self.tr("Også i køen"), "strong"))
        for row in others:
            title = row.label if row.case_id == item.case_id else f"{row.citizen}: {row.label}"
            short = self._short(row, title, row.reason, today)
            opening = QPushButton(self.tr("Vis"))
            opening.setProperty("role", "link")
            opening.setAccessibleName(self.tr("Vis {task}").format(task=title))
            opening.clicked.connect(lambda _checked=False, row=row: self._open(row, rows, today))
            source = QHBoxLayout()
            source.addWidget(stored(self.tr("Kilde: {source}").format(source=row.source), "fine", wrap=True), stretch=1)
            source.addWidget(opening, alignment=Qt.AlignmentFlag.AlignBottom)
            short.addLayout(source)
            column.addLayout(short)

    def _open(self, row: QueueItem, rows: Sequence[QueueItem], today: date) -> None:
        with kept_focus(self, self._scroll):
            self._show_one(row, rows, today)
        # The button that was pressed is gone with its page; the way on is from the top.
        self._scroll.verticalScrollBar().setValue(0)

    def _short(self, row: QueueItem, title: str, text: str, today: date) -> QVBoxLayout:
        """A row in few words: its deadline, what it is, and a text below."""
        short = QVBoxLayout()
        short.setSpacing(Space.XS)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        words = deadline_words(row.due_on, row.act_by, today)
        top.addWidget(chip(words, chip_tone(row, today)), alignment=Qt.AlignmentFlag.AlignTop)
        top.addWidget(stored(title, "label", wrap=True), stretch=1)
        short.addLayout(top)
        short.addWidget(stored(text, wrap=True))
        return short

    def _born(self, item: QueueItem, today: date) -> QLabel | None:
        if item.born is None:
            return None
        text = self.tr("født {born} · {age} år").format(born=full_date(item.born), age=age(item.born, today))
        return stored(text, "muted")

    def _chips(self, item: QueueItem, today: date) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        if item.due_on < today:
            row.addWidget(chip(self.tr("Overskredet"), Tone.RED))
        if item.match is not None:
            row.addWidget(chip(self.tr("Match {match}").format(match=item.match), Tone.GREY))
        if item.benefit is not None:
            row.addWidget(chip(benefit_words(item.benefit), Tone.GREY))
        row.addStretch()
        return row

    def _act_by(self, item: QueueItem, today: date) -> QLabel | None:
        if item.act_by == item.due_on:
            return None
        return stored(self.tr("senest arbejdsdag er {day}").format(day=near_date(item.act_by, today)), "muted")

    def _reason(self, item: QueueItem) -> QFrame:
        box = frame("reason")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        inside.setSpacing(Space.XS)
        reason = stored(item.reason, wrap=True)
        source = stored(self.tr("Kilde: {source}").format(source=item.source), "muted", wrap=True)
        for text in (reason, source):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inside.addWidget(text)
        return box


def _column(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
    column.setSpacing(Space.M)
    return column


def _add_close(column: QVBoxLayout, first: QLabel, second: QLabel | None) -> None:
    """Add two labels that belong together, closer to each other than to what is around them."""
    pair = QVBoxLayout()
    pair.setSpacing(2)
    pair.addWidget(first)
    if second is not None:
        pair.addWidget(second)
    column.addLayout(pair)
