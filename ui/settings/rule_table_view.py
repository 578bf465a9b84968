"""The table of rules: whole rows are chosen, and narrow windows drop the columns that the panel says as well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.rules.in_force import RuleInForce
from ui.lists.drawing import Standing, draw_chip, draw_ground, write_line
from ui.settings.rule_table_model import RuleColumn, RuleModel
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone, Weight

Index = QModelIndex | QPersistentModelIndex

_FIRST_TO_GO: Final = (RuleColumn.AMBER, RuleColumn.OPENS, RuleColumn.CLASS, RuleColumn.COUNTED)


class RuleTableView(QTableView):
    """`rule_chosen` carries the rule, None when none is left."""

    rule_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._rules = RuleModel(self)
        self.setModel(self._rules)
        self.setItemDelegate(_RuleDelegate(theme, self, self._rules))
        self.setAccessibleName(self.tr("Regler i kraft"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(Size.ROW)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setFixedHeight(Size.GROUP_ROW)
        for column, width in zip(RuleColumn, Size.RULE_COLUMNS, strict=True):
            self.setColumnWidth(column, width)
        columns.setSectionResizeMode(RuleColumn.TASK, QHeaderView.ResizeMode.Stretch)

    def show_lines(self, lines: Sequence[RuleInForce]) -> None:
        """Show other rules and choose the first."""
        self._rules.show_lines(lines)
        self.setCurrentIndex(self._rules.index(0, 0) if lines else QModelIndex())
        self.rule_chosen.emit(self._rules.line(self.currentIndex().row()))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of it."""
        super().currentChanged(current, previous)
        self.rule_chosen.emit(self._rules.line(current.row()))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop or bring back columns."""
        super().resizeEvent(event)
        widths = dict(zip(RuleColumn, Size.RULE_COLUMNS, strict=True))
        widths[RuleColumn.TASK] = Size.RULE_TASK_AT_LEAST
        for column in _FIRST_TO_GO:
            if sum(widths.values()) > self.width() - Size.SCROLL_BAR:
                widths.pop(column)
        for column in RuleColumn:
            self.setColumnHidden(column, column not in widths)


class _RuleDelegate(QStyledItemDelegate):
    """Draws rows as the queue does."""

    def __init__(self, theme: Theme, view: RuleTableView, rules: RuleModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._rules = theme, view, rules
        self._body, self._medium = font(), font(weight=Weight.MEDIUM)
        self._chip = font(Size.LABEL, Weight.MEDIUM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        colours = self._theme.colours
        chosen = index.row() == self._view.currentIndex().row()
        standing = Standing(chosen, chosen and self._view.hasFocus(), first=index.column() == RuleColumn.TASK)
        draw_ground(painter, rect, colours, standing)
        inner = rect.adjusted(Space.M, 0, -Space.S, 0)
        text = str(index.data() or "")
        if index.column() == RuleColumn.GROUND and self._rules.needs_check(index.row()):
            draw_chip(painter, inner, text, self._chip, colours.chips[Tone.AMBER])
        elif index.column() == RuleColumn.TASK:
            write_line(painter, inner, text, self._medium, colours.ink)
        else:
            write_line(painter, inner, text, self._body, colours.muted)
        painter.restore()
