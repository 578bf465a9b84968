"""Lucide icons in the colour of the text beside them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QIcon, QPixmap, QPixmapCache

import resources
from ui.theme.tokens import Size, Space

_FOLDER = Path(resources.__file__).parent / "icons"


class Icon(StrEnum):
    """The icons in use; the value is the file's name."""

    TOVHOLDER = "compass"
    QUEUE = "list-checks"
    IMPORT = "file-down"
    CASES = "users"
    WEEK = "calendar-days"
    TRANSFER = "share-2"
    TEAM = "network"
    GROUP = "messages-square"
    SETTINGS = "settings"
    SEARCH = "search"
    HIDE = "eye-off"
    LOCK = "lock"
    PRINT = "printer"
    OPEN = "chevron-right"
    FOLD = "chevron-down"
    FILTER = "funnel"
    COLUMNS = "columns-3"
    SAVED = "star"
    CITIZEN = "user"
    BACK = "arrow-left"
    REMOVE = "x"
    ABOUT = "info"
    HISTORY = "history"
    GUIDE = "signpost"


def icon_file(name: str) -> str:
    """The path of an icon that has its colour in the file, as a style sheet names it."""
    return (_FOLDER / f"{name}.svg").as_posix()


def icon_before_text(icon: Icon, colour: str, ratio: float = 1.0) -> QIcon:
    """An icon with room behind it: Qt leaves four pixels between a button's icon and its text."""
    return QIcon(pixmap(icon, colour, room=Space.S, ratio=ratio))


def pixmap(icon: Icon, colour: str, size: int = Size.ICON, *, room: int = 0, ratio: float = 1.0) -> QPixmap:
    """Draw an icon in one colour, with `room` empty pixels behind it.

    Qt's plugin for SVG does it, so that no further module is imported; the size is written into the drawing. Reading
    and drawing one takes a third of a millisecond, and a page has dozens: what was drawn is kept by Qt.
    """
    name = f"{icon}/{colour}/{size}/{room}/{ratio}"
    kept = QPixmap()
    if QPixmapCache.find(name, kept):
        return kept
    wide, high = round((size + room) * ratio), round(size * ratio)
    drawing = (_FOLDER / f"{icon}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    drawing = drawing.replace('width="24"', f'width="{wide}"').replace('height="24"', f'height="{high}"')
    drawing = drawing.replace('viewBox="0 0 24 24"', f'viewBox="0 0 {24 * wide / high:.3f} 24"')
    drawn = QPixmap()
    drawn.loadFromData(QByteArray(drawing.encode()), "SVG")
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(name, drawn)
    return drawn
