"""IBM Plex Sans, brought along, so that the program looks the same on every machine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

import resources
from ui.theme.tokens import Size, Weight

FAMILY = "IBM Plex Sans"

_FOLDER = Path(resources.__file__).parent / "fonts"
_FILES = ("IBMPlexSans-Regular.ttf", "IBMPlexSans-Medium.ttf", "IBMPlexSans-SemiBold.ttf")


def load_fonts() -> None:
    """Make the brought fonts known to Qt; a missing one is replaced by the machine's sans serif."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(_FOLDER / name))


def font(size: int = Size.BODY, weight: int = Weight.NORMAL) -> QFont:
    """Return the program's font at a size in pixels."""
    made = QFont(FAMILY)
    made.setStyleHint(QFont.StyleHint.SansSerif)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    return made
