"""Lucide icons in the colour of the text beside them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

import resources
from ui.theme.tokens import Size, Space

_FOLDER = Path(resources.__file__).parent / "icons"
_CLEAR = QColor(0, 0, 0, 0)
_DRAWN_AT = b'width="24"'


class Icon(StrEnum):
    """The icons in use; the value is the file's name."""

    TOVHOLDER = "compass"
    QUEUE = "list-checks"
    IMPORT = "file-down"
    LOCK = "lock"
    WRONG = "circle-alert"
    CARE = "triangle-alert"
    NOTE = "info"


def icon_file(name: str) -> str:
    """The path of an icon that has its colour in the file, as a style sheet names it."""
    return (_FOLDER / f"{name}.svg").as_posix()


def icon_before_text(icon: Icon, colour: str, ratio: float = 1.0) -> QIcon:
    """An icon with room behind it: Qt leaves four pixels between a button's icon and its text."""
    wide = QPixmap(round((Size.ICON + Space.S) * ratio), round(Size.ICON * ratio))
    wide.setDevicePixelRatio(ratio)
    wide.fill(_CLEAR)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap(icon, colour, ratio=ratio))
    painter.end()
    return QIcon(wide)


def pixmap(icon: Icon, colour: str, size: int = Size.ICON, ratio: float = 1.0) -> QPixmap:
    """Draw an icon in one colour; Qt's plugin for SVG does it, so that no further module is imported."""
    pixels = round(size * ratio)
    drawing = (_FOLDER / f"{icon}.svg").read_bytes().replace(b"currentColor", colour.encode())
    drawing = drawing.replace(_DRAWN_AT, b'width="%d"' % pixels).replace(b'height="24"', b'height="%d"' % pixels)
    drawn = QPixmap()
    if not drawn.loadFromData(QByteArray(drawing), "SVG"):
        drawn = QPixmap(QSize(pixels, pixels))
        drawn.fill(_CLEAR)
    drawn.setDevicePixelRatio(ratio)
    return drawn
