"""Draws the sheets of a document with Qt: on the screen, and on a printer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.fonts import Face
from app.documents.paper import HEIGHT, WIDTH, Sheet
from ui.theme.fonts import FAMILY
from ui.theme.tokens import PAPER, Space, Weight

_WEIGHTS: Final = {Face.REGULAR: Weight.NORMAL, Face.MEDIUM: Weight.MEDIUM, Face.STRONG: Weight.STRONG}
# Qt takes whole pixels for the size of a font; ten to a point keep the half points.
_FINE: Final = 10


def paint_sheet(painter: QPainter, sheet: Sheet, per_point: float) -> None:
    """Draw a sheet at the painter's origin, with so many of its units to a point."""
    painter.save()
    painter.scale(per_point / _FINE, per_point / _FINE)
    for box in sheet.boxes:
        area = QRectF(box.x * _FINE, box.y * _FINE, box.width * _FINE, box.height * _FINE)
        painter.fillRect(area, QColor(f"#{box.colour}"))
    for run in sheet.runs:
        painter.setFont(_font(run.face, run.size))
        painter.setPen(QColor(f"#{run.colour}"))
        painter.drawText(QPointF(run.x * _FINE, run.y * _FINE), run.text)
    painter.restore()


def _font(face: Face, size: float) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(round(size * _FINE))
    font.setWeight(QFont.Weight(_WEIGHTS[face]))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class PaperView(QWidget):
    """Sheets below each other, as wide as there is room. A screen reader is told their text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(parent)
        self._sheets: tuple[Sheet, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Brevet")

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """Show these."""
        self._sheets = tuple(sheets)
        self.setAccessibleDescription(" ".join(run.text for sheet in self._sheets for run in sheet.runs))
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.update()

    def sheets(self) -> tuple[Sheet, ...]:
        """What is shown."""
        return self._sheets

    def hasHeightForWidth(self) -> bool:
        """A sheet keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all sheets with the room between them."""
        count = max(1, len(self._sheets))
        return round(width * HEIGHT / WIDTH) * count + Space.M * (count - 1)

    def sizeHint(self) -> QSize:
        """As it is."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shape. Put it where the bar beside it is always shown: one that comes and goes would never rest."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw white sheets, in every theme."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        per_point = self.width() / WIDTH
        for number in range(max(1, len(self._sheets))):
            painter.save()
            painter.translate(0, number * (round(self.width() * HEIGHT / WIDTH) + Space.M))
            painter.fillRect(QRectF(0, 0, self.width(), self.width() * HEIGHT / WIDTH), QColor(PAPER))
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawRect(QRectF(0, 0, self.width() - 1, round(self.width() * HEIGHT / WIDTH) - 1))
            if self._sheets:
                paint_sheet(painter, self._sheets[number], per_point)
            painter.restore()
        painter.end()
