"""Lucide icons in the colour of the text beside them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QPixmap

import resources
from ui.theme.tokens import Size

_FOLDER = Path(resources.__file__).parent / "icons"
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


def pixmap(icon: Icon, colour: str, size: int = Size.ICON, ratio: float = 1.0) -> QPixmap:
    """Draw an icon in one colour; Qt's plugin for SVG does it, so that no further module is imported."""
    pixels = round(size * ratio)
    drawing = (_FOLDER / f"{icon}.svg").read_bytes().replace(b"currentColor", colour.encode())
    drawing = drawing.replace(_DRAWN_AT, b'width="%d"' % pixels).replace(b'height="24"', b'height="%d"' % pixels)
    drawn = QPixmap()
    if not drawn.loadFromData(QByteArray(drawing), "SVG"):
        drawn = QPixmap(QSize(pixels, pixels))
        drawn.fill(Qt.GlobalColor.transparent)
    drawn.setDevicePixelRatio(ratio)
    return drawn
