"""A row of widgets that goes on in the next line where there is no room, so that nothing is cut off."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.theme.tokens import Space


class FlowRow(QLayout):
    """Qt's own layouts never wrap.

    Qt asks for the height at a width some dozens of times each time that a page is laid out, and each widget's size
    is dear to find out: both are kept until something in the row has changed.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = Space.S) -> None:
        """Make an empty row."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._hints: list[QSize] | None = None
        self._least: QSize | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more at the end."""
        self._items.append(item)
        self.invalidate()

    def invalidate(self) -> None:
        """Something in the row has changed."""
        self._hints = self._least = None
        self._heights.clear()
        super().invalidate()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at a width."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return height

    def setGeometry(self, rect: QRect) -> None:
        """Put every widget in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """As little as it can do with."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the largest."""
        if self._least is None:
            self._least = QSize()
            for item in self._items:
                self._least = self._least.expandedTo(item.minimumSize())
        return self._least

    def _place(self, rect: QRect, *, move: bool) -> int:
        if self._hints is None:
            # A widget that is hidden takes no room.
            self._hints = [QSize() if item.isEmpty() else item.sizeHint() for item in self._items]
        begin, end, spacing = rect.x(), rect.right() + 1, self.spacing()
        left, top, line = begin, rect.y(), 0
        for item, hint in zip(self._items, self._hints, strict=True):
            if not hint.isValid():
                continue
            width, height = hint.width(), hint.height()
            if left > begin and left + width > end:
                left, top, line = begin, top + line + spacing, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), hint))
            left += width + spacing
            line = max(line, height)
        return top + line - rect.y()


def flow(parent: QWidget, *widgets: QWidget, spacing: int = Space.S) -> QWidget:
    """Give a widget such a row, and the widgets in it."""
    row = FlowRow(parent, spacing)
    for widget in widgets:
        row.addWidget(widget)
    policy = parent.sizePolicy()
    policy.setHeightForWidth(True)
    policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
    parent.setSizePolicy(policy)
    return parent
