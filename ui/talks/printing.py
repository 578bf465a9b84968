"""Hands sheets to the printer that the user chooses. No file is written on the way by this program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.documents.paper import Sheet
from ui.talks.paper_view import paint_sheet


def make_printer(name: str) -> QPrinter:
    """A printer for A4 up to the edge of the paper. `name` is what the print queue shows: never a citizen's."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setCreator("Tovholder")
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    return printer


def print_sheets(printer: QPrinter, sheets: Sequence[Sheet]) -> bool:
    """Draw every sheet on a page of its own; False when the printer does not answer."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, sheet in enumerate(sheets):
        if number:
            printer.newPage()
        paint_sheet(painter, sheet, printer.resolution() / 72)
    painter.end()
    return True
