"""The foot of the navigation: how the store is doing, whose it is, and the lock."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme.icons import Icon, icon_before_text
from ui.theme.labels import caption, frame, restyle
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone


class StoreStatus(QFrame):
    """A dot with words: green when all is well, amber when somebody should care; the words say the same.

    The lock is shown once there is something to lock.
    """

    lock_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty foot."""
        super().__init__(parent)
        self._theme = theme
        self._dot = frame("dot")
        self._store = caption("", wrap=True)
        self._backup = caption("", "aside", wrap=True)
        self._unit = caption("", "aside", wrap=True)
        self._person = caption("", "aside", wrap=True)
        self._old = self._elsewhere = False
        self._lock = QPushButton(self.tr("Lås"))
        self._lock.setAccessibleName(self.tr("Lås programmet"))
        self._lock.setToolTip(self.tr("Lås programmet (Ctrl+L)"))
        self._lock.setIconSize(QSize(Size.ICON + Space.S, Size.ICON))
        self._lock.clicked.connect(self.lock_wanted)
        self._lock.hide()
        self._dot.hide()
        for each in self._lines():
            each.hide()
        self._lay_out()

    def show_store(self, text: str) -> None:
        """Say what kind of store this is."""
        self._dot.setVisible(bool(text))
        self._write(self._store, text)
        self._draw_dot()

    def show_backup(self, text: str, *, old: bool) -> None:
        """Say when the last backup was made, and whether that is too long ago."""
        self._old = old
        self._write(self._backup, text)
        self._draw_dot()

    def show_elsewhere(self, *, elsewhere: bool) -> None:
        """Say that another window has the right to write, or has no longer."""
        self._elsewhere = elsewhere
        if elsewhere:
            self._write(self._store, self.tr("Kun læsning: åbent i et andet vindue"))
        self._draw_dot()

    def show_person(self, name: str, unit: str = "") -> None:
        """Say who sits here."""
        self._write(self._person, name)
        self._write(self._unit, unit)

    def show_lock(self) -> None:
        """Offer the lock; its icon is drawn only now, after the first paint."""
        self._draw_icon()
        self._theme.changed.connect(self._draw_icon)
        self._lock.show()

    def text(self) -> str:
        """What is written, line by line."""
        return "\n".join(each.text() for each in self._lines() if each.text())

    def tone(self) -> str:
        """The colour of the dot."""
        return str(self._dot.property("tone"))

    def _lines(self) -> tuple[QLabel, ...]:
        return (self._store, self._backup, self._unit, self._person)

    def _write(self, line: QLabel, text: str) -> None:
        line.setText(text)
        line.setVisible(bool(text))

    def _draw_dot(self) -> None:
        self._dot.setProperty("tone", (Tone.AMBER if self._old or self._elsewhere else Tone.GREEN).value)
        restyle(self._dot)

    def _draw_icon(self) -> None:
        self._lock.setIcon(icon_before_text(Icon.LOCK, self._theme.colours.navigation.ink, self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(self._dot)
        first.addWidget(self._store, stretch=1)
        words = QVBoxLayout()
        words.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        words.setSpacing(Space.XS)
        words.addLayout(first)
        for line in (self._backup, self._unit, self._person):
            words.addWidget(line)
        column.addLayout(words)
        column.addWidget(self._lock)
