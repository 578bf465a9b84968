"""Why a row stands in the queue: the reason, what it is counted from, the rule and its source."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.queue.item import QueueItem
from ui.danish_dates import age, full_date, long_date, near_date
from ui.queue.words import CONSEQUENCES, benefit_words
from ui.theme.labels import chip, frame, stored
from ui.theme.tokens import Size, Space, Tone


class WhyPanel(QFrame):
    """Shows one row, or that none is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(Size.WHY_PANEL)
        self.setAccessibleName(self.tr("Hvorfor"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Long reasons are read by keyboard too.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(self._scroll)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no row is chosen."""
        page = QWidget()
        column = _column(page)
        column.addWidget(stored(self.tr("Vælg en række for at se, hvorfor den står i køen."), "muted", wrap=True))
        column.addStretch()
        self._scroll.setWidget(page)

    def show_item(self, item: QueueItem, today: date) -> None:
        """Show why this row stands here."""
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
        for heading, text in self._facts(item, today):
            _add_close(column, stored(heading, "fine"), stored(text, wrap=True))
        column.addStretch()
        self._scroll.setWidget(page)

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

    def _facts(self, item: QueueItem, today: date) -> list[tuple[str, str]]:
        facts = [(self.tr("Regnet fra"), long_date(item.counted_from))]
        if item.agreed:
            facts.append((self.tr("Aftalt"), item.agreed))
        if item.waiting_for:
            facts.append((self.tr("Venter på"), item.waiting_for))
        if item.waiting_since:
            facts.append((self.tr("Ventet siden"), near_date(item.waiting_since, today)))
        if item.snoozed_until:
            facts.append((self.tr("Påmindes"), long_date(item.snoozed_until)))
        facts.append((self.tr("Følge"), CONSEQUENCES.get(item.consequence, "–")))
        if item.case_id is not None:
            facts.append((self.tr("Tovholder"), item.holder_name or self.tr("Uden tovholder")))
        if item.area_name:
            facts.append((self.tr("Boligområde"), item.area_name))
        if item.excluded:
            facts.append((self.tr("Undtaget fra resultatmålene"), item.excluded))
        facts.append((self.tr("Regel"), item.rule))
        return facts


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
