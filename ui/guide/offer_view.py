"""The list of offers: one row is looked at, up to four are ticked to be compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from ui.guide.offer_delegate import OfferDelegate
from ui.guide.offer_line import Column
from ui.guide.offer_model import OfferModel
from ui.theme.labels import caption
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from ui.guide.shown_rows import ShownRow, ShownRows


class OfferView(QTableView):
    """`row_chosen` carries the row the keyboard stands on, None where there is none; `opened` one to look at closer.

    `ticked_changed` comes when another offer is ticked, `tick_refused` when four are already, and `fold_wanted` carries
    the family whose other offers are to be shown or put away.
    """

    row_chosen = Signal(object)
    opened = Signal(object)
    ticked_changed = Signal()
    tick_refused = Signal()
    fold_wanted = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.rows = OfferModel(self)
        self.setModel(self.rows)
        self._delegate = OfferDelegate(theme, self.rows, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Tilbud"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        # Otherwise Tab would walk from cell to cell and never leave the list.
        self.setTabKeyNavigation(False)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(Size.GUIDE_ROW)
        side.setDefaultSectionSize(Size.GUIDE_ROW)
        self._lay_out_columns()
        # Over the list and not in its place: a list that has the keyboard keeps it when its last row goes.
        self._nothing = caption("", "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over = QVBoxLayout(self.viewport())
        over.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        over.addWidget(self._nothing)
        theme.changed.connect(self.viewport().update)
        self.rows.ticked_changed.connect(self.ticked_changed)
        self.rows.tick_refused.connect(self.tick_refused)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.selectionModel().currentRowChanged.connect(lambda _new, _old: self._tell())

    def show_rows(self, rows: ShownRows, empty: str) -> None:
        """Show these; the chosen offer stays chosen, otherwise the first is. `empty` is said where there is none."""
        chosen = self.chosen()
        silent = self.selectionModel().blockSignals(True)
        self.rows.show_rows(rows)
        place = self.rows.place_of(chosen.offer_id) if chosen is not None else None
        self.selectionModel().blockSignals(silent)
        self._nothing.setText("" if rows else empty)
        self._nothing.setVisible(not rows)
        if not rows:
            self.row_chosen.emit(None)
            return
        self.go_to(0 if place is None else place, scroll=place is not None)
        if place is None:
            self.scrollToTop()
        self._tell()

    def hide_column(self, column: Column, *, hidden: bool) -> None:
        """Leave out what says nothing, such as the criteria where no citizen is known."""
        if self.isColumnHidden(column) is not hidden:
            self.setColumnHidden(column, hidden)
            self._fit_columns()

    def chosen(self) -> ShownRow | None:
        """The row the keyboard stands on."""
        place = self.currentIndex().row()
        return self.rows.row(place) if 0 <= place < self.rows.rowCount() else None

    def go_to(self, place: int, *, scroll: bool = True) -> None:
        """Stand on a row."""
        index = self.rows.index(place, Column.OFFER)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if scroll:
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter looks closer, the space bar ticks, right and left fold a family out and in."""
        row = self.chosen()
        act: Callable[[], None] | None = None
        if row is not None:
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    act = lambda: self.opened.emit(row)  # noqa: E731 - one word of a table.
                case Qt.Key.Key_Space:
                    act = lambda: self.rows.tick(self.currentIndex().row())  # noqa: E731
                case Qt.Key.Key_Right | Qt.Key.Key_Left:
                    act = lambda: self._fold(row, out=event.key() == Qt.Key.Key_Right)  # noqa: E731
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick by a press on the box, and fold a family out by a press on its words."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        if index.column() == Column.TICK:
            self.rows.tick(index.row())
            return
        row, rect = self.rows.row(index.row()), self.visualRect(index)
        lower = event.position().y() > rect.center().y()
        right = event.position().x() > rect.right() - Size.SIMILAR
        if index.column() == Column.OFFER and row.similar and lower and right:
            self._fold(row, out=not row.unfolded)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look closer."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != Column.TICK:
            self.opened.emit(self.rows.row(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the titles more room where the list is narrow."""
        self._fit_columns()
        super().resizeEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _fit_columns(self) -> None:
        widths = Size.GUIDE_COLUMNS if self.width() >= Size.GUIDE_WIDE else Size.GUIDE_COLUMNS_NARROW
        for column, width in zip(Column, widths, strict=True):
            if column is not Column.OFFER and self.columnWidth(column) != width and not self.isColumnHidden(column):
                self.setColumnWidth(column, width)

    def _fold(self, row: ShownRow, *, out: bool) -> None:
        if row.family and row.unfolded is not out:
            self.fold_wanted.emit(row.family, out)

    def _hover(self, row: int) -> None:
        self._delegate.hover(row)
        self.viewport().update()

    def _tell(self) -> None:
        self.viewport().update()
        self.row_chosen.emit(self.chosen())

    def _lay_out_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(Size.GUIDE_COLUMNS_NARROW[0])
        header.setFixedHeight(Size.GROUP_ROW)
        header.setAccessibleName(self.tr("Kolonner"))
        for column in Column:
            if column is Column.OFFER:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
