"""The one window: the page with its navigation, or the way in while the store is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.shell.empty_page import EmptyPage
from ui.shell.navigation import Navigation
from ui.shell.notice_bar import NoticeBar
from ui.theme.theme import Theme
from ui.theme.tokens import Size

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent

    from ui.manual.manual_window import ManualWindow


class MainWindow(QMainWindow):
    """Made with an empty list, so that it can be painted at once.

    `painted` comes once, after the first paint; nothing dear may begin before it.
    """

    painted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make the window."""
        super().__init__()
        self.theme = theme
        self.setWindowTitle("Tovholder")
        self.navigation = Navigation(theme)
        self.notice = NoticeBar()
        self.manual: ManualWindow | None = None
        self._gate: QWidget | None = None
        self._page: QWidget = EmptyPage(self.tr("Min produktion"))
        self._named: dict[str, QWidget] = {}
        self._column = QVBoxLayout()
        self._views = QStackedWidget()
        self._views.addWidget(self._work_view())
        self.setCentralWidget(self._views)
        self.setMinimumSize(*Size.SMALLEST_WINDOW)
        self._fit_screen()
        self._unpainted = True

    def show_gate(self, page: QWidget) -> None:
        """Show a way in instead of the work; the page before it goes."""
        self._drop_gate()
        self._gate = page
        self._views.addWidget(page)
        self._views.setCurrentWidget(page)
        page.setFocus()

    def show_work(self) -> None:
        """Show the work."""
        self._views.setCurrentIndex(0)
        self._drop_gate()
        self._page.setFocus()

    def show_page(self, page: QWidget, name: str = "queue") -> None:
        """Put the first page in the place of the empty frame."""
        self._column.replaceWidget(self._page, page)
        self._page.hide()
        self._page.deleteLater()
        self._page = self._named[name] = page
        self._column.setStretchFactor(page, 1)

    def add_page(self, name: str, page: QWidget) -> None:
        """Take a page in behind the others; `show_page_named` brings it to the front."""
        page.hide()
        self._named[name] = page
        self._column.addWidget(page, stretch=1)

    def show_page_named(self, name: str) -> QWidget:
        """Bring a page to the front and return it; the others stay as they are."""
        page = self._named[name]
        if page is not self._page:
            self._page.hide()
            self._page = page
            page.show()
        page.setFocus()
        return page

    def page(self) -> QWidget:
        """The page in front."""
        return self._page

    def gate(self) -> QWidget | None:
        """The way in that is shown, None while one works."""
        return self._gate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the manual with the platform's key for help."""
        from PySide6.QtGui import QKeySequence

        if event.matches(QKeySequence.StandardKey.HelpContents):
            self.open_manual()
        else:
            super().keyPressEvent(event)

    def come_to_front(self) -> None:
        """Come up from wherever it is, for one who has started the program again."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def open_manual(self) -> None:
        """Show the manual beside the work; it is read from disk only now."""
        from ui.manual.manual_window import ManualWindow

        if self.manual is None:
            self.manual = ManualWindow()
        self.manual.show()
        self.manual.raise_()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the manual along."""
        if self.manual is not None:
            self.manual.close()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notice the first paint."""
        super().paintEvent(event)
        if self._unpainted:
            self._unpainted = False
            # The children are painted before control comes back to the event loop.
            QTimer.singleShot(0, self, self.painted.emit)

    def _drop_gate(self) -> None:
        if self._gate is not None:
            self._views.removeWidget(self._gate)
            self._gate.deleteLater()
            self._gate = None

    def _work_view(self) -> QWidget:
        view = QWidget()
        view.setProperty("role", "ground")
        row = QHBoxLayout(view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        self._column.setSpacing(0)
        self._column.addWidget(self.notice)
        self._column.addWidget(self._page, stretch=1)
        row.addLayout(self._column, stretch=1)
        return view

    def _fit_screen(self) -> None:
        room = self.screen().availableGeometry().size()
        width, height = Size.WINDOW
        self.resize(min(width, room.width()), min(height, room.height()))
