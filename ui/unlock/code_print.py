"""Prints the recovery code on one calm sheet of A4, straight from memory; no file is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ui.danish_dates import long_date
from ui.shell.print_dialog import ask_for_printer
from ui.theme.fonts import font
from ui.theme.tokens import LIGHT, Weight
from ui.unlock.gate_page import NOT_THE_RECORD
from ui.unlock.recovery_code_page import in_two_lines

NO_PRINTER: Final = "Der er ingen printer på denne maskine. Skriv koden af i hånden, alle otte grupper."
NOT_PRINTED: Final = "Printeren svarede ikke, og arket er ikke udskrevet. Prøv igen, eller skriv koden af i hånden."

# Millimetres.
_MARGIN: Final = 25.0
_LINE: Final = 6.4

_WORDS: Final = (
    "Koden åbner dit lager i Tovholder, når adgangssætningen er glemt. Uden adgangssætning og kode kan ingen åbne det.",
    "1.  Åbn Tovholder, og vælg »Glemt? Brug gendannelseskoden«.",
    "2.  Skriv koden af. Små bogstaver og mellemrum gør ingen forskel. Der er hverken I, L, O eller U i den.",
    "3.  Vælg en ny adgangssætning.",
    "Gem arket et andet sted end maskinen. Den, der har både maskine og ark, kan åbne lageret.",
    "Laver du en ny kode under Indstillinger, gælder dette ark ikke længere. Makulér det.",
)


def print_code(code: str, whose: str, today: date, window: QWidget, told: Callable[[str], None]) -> None:
    """Ask for a printer and print; `told` gets a sentence when that cannot be done. Nothing is waited for."""
    if not QPrinterInfo.availablePrinterNames():
        told(NO_PRINTER)
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    # What the print queue shows to everybody at the printer.
    printer.setDocName("Tovholder")

    def paint() -> None:
        if not paint_sheet(printer, code, whose, today):
            told(NOT_PRINTED)

    # A file with the code in it would lie on the very machine that the code is to be kept away from.
    ask_for_printer(printer, window, paint, into_file=False)


def paint_sheet(device: QPagedPaintDevice, code: str, whose: str, today: date) -> bool:
    """Paint the sheet on a printer or what stands in for one; False when it takes nothing."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    _Sheet(painter, device).paint(code, whose, today)
    return painter.end()


class _Sheet:
    """Writes from the top down, in millimetres."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice) -> None:
        self._painter = painter
        self._dots = device.logicalDpiX() / 25.4
        paper = device.pageLayout().fullRect(device.pageLayout().units().Millimeter)
        taken = device.pageLayout().margins(device.pageLayout().units().Millimeter)
        self._left, self._right = _MARGIN - taken.left(), paper.width() - _MARGIN - taken.left()
        self._bottom = paper.height() - _MARGIN - taken.top()
        self._at = _MARGIN - taken.top()

    def paint(self, code: str, whose: str, today: date) -> None:
        self._write("Tovholder", 3.6, LIGHT.muted)
        self._at += 2
        self._write("Gendannelseskode", 8.5, LIGHT.ink, Weight.STRONG)
        self._at += 1
        self._write(" · ".join(part for part in (whose, long_date(today)) if part), 4, LIGHT.muted)
        self._at += 8
        self._frame(in_two_lines(code))
        self._at += 10
        for words in _WORDS:
            self._write(words, 4.2, LIGHT.ink)
            self._at += 2.5
        self._at = self._bottom - _LINE
        self._write(NOT_THE_RECORD, 3.6, LIGHT.muted)

    def _write(self, text: str, size: float, colour: str, weight: int = Weight.NORMAL) -> None:
        self._take_pen(size, colour, weight)
        room = self._dotted(self._left, self._at, self._right - self._left, 60)
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
        taken = self._painter.boundingRect(room, flags, text)
        self._painter.drawText(taken, flags, text)
        self._at += taken.height() / self._dots

    def _frame(self, text: str) -> None:
        high = 36.0
        box = self._dotted(self._left, self._at, self._right - self._left, high)
        self._painter.setPen(QPen(QColor(LIGHT.field_border), 0.3 * self._dots))
        self._painter.drawRoundedRect(box, 2 * self._dots, 2 * self._dots)
        self._take_pen(7.5, LIGHT.ink, Weight.MEDIUM, spaced=0.6)
        self._painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        self._at += high

    def _take_pen(self, size: float, colour: str, weight: int, *, spaced: float = 0.0) -> None:
        chosen = font()
        chosen.setPixelSize(round(size * self._dots))
        chosen.setWeight(QFont.Weight(weight))
        chosen.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spaced * self._dots)
        self._painter.setFont(chosen)
        self._painter.setPen(QColor(colour))

    def _dotted(self, left: float, top: float, wide: float, high: float) -> QRectF:
        return QRectF(left * self._dots, top * self._dots, wide * self._dots, high * self._dots)
