"""A small card over the page, below the button that opens it: it closes with Esc, its button, or a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from ui.theme.tokens import Size, Space


class Popover(QFrame):
    """Belongs to the page and lies over it, so that it is a part of the page for the keyboard and in pictures."""

    closed = Signal()

    def __init__(self, button: QPushButton, page: QWidget) -> None:
        """Make a hidden card; `column` takes what stands in it."""
        super().__init__(page)
        self.setProperty("role", "popover")
        self.setFixedWidth(Size.POPOVER)
        self.setAccessibleName(button.text())
        self._button, self._page = button, page
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self.column.setSpacing(Space.M)
        button.setCheckable(True)
        button.setProperty("role", "opens")
        button.clicked.connect(self._toggle)
        self.hide()

    def open(self) -> None:
        """Show it below its button, within the page."""
        page = self._page
        self.adjustSize()
        below = self._button.mapTo(page, QPoint(0, self._button.height() + Space.XS))
        left = min(below.x(), page.width() - self.width() - Space.S)
        height = min(self.sizeHint().height(), page.height() - below.y() - Space.S)
        self.resize(self.width(), height)
        self.move(max(left, Space.S), below.y())
        self._button.setChecked(True)
        self.show()
        self.raise_()
        first = next((each for each in self.findChildren(QWidget) if _takes_focus(each)), self)
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def close_card(self) -> None:
        """Put it away; the keyboard goes back to the button."""
        if self.isHidden():
            return
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._button.setChecked(False)
        # Qt gives nothing where no widget has the focus, which its annotation leaves out.
        focused: object = self.window().focusWidget()
        if isinstance(focused, QWidget) and self.isAncestorOf(focused):
            self._button.setFocus()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the mouse is pressed on something else of this window."""
        if (
            event.type() == QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and isinstance(watched, QWidget)
        ):
            inside = watched is self or watched is self._button or self.isAncestorOf(watched)
            if not inside and watched.window() is self.window():
                self.close_card()
        return False

    def _toggle(self) -> None:
        if self.isVisible():
            self.close_card()
        else:
            self.open()


def _takes_focus(widget: QWidget) -> bool:
    return widget.isEnabled() and not widget.isHidden() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
