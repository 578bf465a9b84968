"""Skjul skærmen: one key covers every window of the program at once, and any key brings all of it back.

The keyboard stays where it is: moving it away would end what is being typed, so that a line would be read, refused
or saved. Instead every key and click is kept from the windows while they are covered.
"""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QVBoxLayout, QWidget

from ui.theme.icons import Icon, pixmap
from ui.theme.labels import caption
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space

KEY: Final = "F9"

_Type = QEvent.Type

_KEYS_ALONE: Final = frozenset({
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
})  # fmt: skip
"""Pressed on the way to another window, and by themselves no wish to see anything."""

_LIFTING: Final = frozenset({_Type.MouseButtonPress, _Type.TouchBegin, _Type.TabletPress, _Type.InputMethod})
_KEPT_AWAY: Final = frozenset({
    _Type.KeyRelease, _Type.MouseButtonRelease, _Type.MouseButtonDblClick, _Type.Wheel, _Type.ContextMenu,
    _Type.ToolTip, _Type.Shortcut, _Type.DragEnter, _Type.Drop,
})  # fmt: skip


class Cover(QWidget):
    """What is seen of a window that is covered."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Cover the whole window."""
        super().__init__(window)
        self.setProperty("role", "curtain")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Skærmen er skjult"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        mark = QLabel()
        mark.setPixmap(pixmap(Icon.TOVHOLDER, theme.colours.link, 2 * Size.ICON, ratio=self.devicePixelRatioF()))
        words = caption(self.tr("Skærmen er skjult. Tryk på en tast for at vise den igen."), "muted", wrap=True)
        column.addStretch()
        for label in (mark, caption("Tovholder", "title"), words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch()
        self.fit()
        self.show()
        self.raise_()

    def fit(self) -> None:
        """Cover it also when it has changed its size."""
        # Asked for and not kept: a window that its cover kept would go while the cover goes.
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())


class Curtain(QObject):
    """`drawn` and `lifted` come after the windows have been covered and uncovered."""

    drawn = Signal()
    lifted = Signal()

    def __init__(self, theme: Theme, main: QWidget, parent: QObject | None = None) -> None:
        """Give every window that gets the keyboard the key; the main window has it from its command."""
        super().__init__(parent)
        self._theme, self._main = theme, main
        self._covers: dict[QWidget, tuple[Cover, str]] = {}
        self._lifting_key: int | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - there is no widget without one.
        self._application = application
        application.focusChanged.connect(self._give_key)

    def is_drawn(self) -> bool:
        """Whether the windows are covered."""
        return bool(self._covers)

    def draw(self) -> None:
        """Cover every window."""
        if self._covers:
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._cover(window)
        self._lifting_key = None
        self._application.installEventFilter(self)
        self.drawn.emit()

    def lift(self) -> None:
        """Show everything as it was."""
        covers, self._covers = self._covers, {}
        for window, (cover, title) in covers.items():
            if shiboken6.isValid(window):
                cover.hide()
                cover.deleteLater()
                window.setWindowTitle(title)
        if self._lifting_key is None:
            self._application.removeEventFilter(self)
        self.lifted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep keys and clicks from the windows while they are covered; cover what opens meanwhile."""
        kind = event.type()
        if not self._covers:
            return self._is_of_lifting_key(event)
        if kind == _Type.ShortcutOverride:
            event.accept()
            return True
        if kind == _Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() not in _KEYS_ALONE and not event.isAutoRepeat():
                self._lifting_key = event.key()
                self.lift()
            return True
        if kind in _LIFTING:
            self.lift()
            return True
        if kind in _KEPT_AWAY:
            return True
        if isinstance(watched, QWidget) and watched.isWindow():
            self._keep_covered(watched, kind)
        return False

    def _is_of_lifting_key(self, event: QEvent) -> bool:
        """The key that lifted the curtain is still down: held a moment longer it would type into the form."""
        if not isinstance(event, QKeyEvent) or event.key() != self._lifting_key:
            return False
        if event.type() == _Type.KeyRelease and not event.isAutoRepeat():
            self._lifting_key = None
            self._application.removeEventFilter(self)
            return True
        if event.type() == _Type.KeyPress and not event.isAutoRepeat():
            # It was let go of in another window, and is pressed anew.
            self._lifting_key = None
            self._application.removeEventFilter(self)
            return False
        return True

    def _keep_covered(self, window: QWidget, kind: QEvent.Type) -> None:
        if kind == _Type.Show:
            self._cover(window)
        elif window in self._covers:
            if kind == _Type.Resize:
                self._covers[window][0].fit()
            elif kind in {_Type.Hide, _Type.Close}:
                self._uncover(window)

    def _cover(self, window: QWidget) -> None:
        if window in self._covers or window.windowType() == Qt.WindowType.ToolTip:
            return
        self._covers[window] = (Cover(self._theme, window), window.windowTitle())
        # The title stands in the task bar, too.
        window.setWindowTitle("Tovholder")

    def _uncover(self, window: QWidget) -> None:
        cover, title = self._covers.pop(window)
        cover.deleteLater()
        window.setWindowTitle(title)

    def _give_key(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A form over the main window keeps that window's keys from working, so it gets its own."""
        window = None if now is None else now.window()
        if window is None or window is self._main or window.property("hasCurtainKey"):
            return
        window.setProperty("hasCurtainKey", True)
        QShortcut(QKeySequence(KEY), window).activated.connect(self.draw)
