"""The recovery code is printed from memory, and where there is no printer that is said."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.unlock.code_print import NO_PRINTER, paint_sheet, print_code
from ui.unlock.recovery_code_page import RecoveryCodePage

CODE = "7KQ2-M0ZP-7KQ2-M0ZP-7KQ2-M0ZP-7KQ2-M0ZP"
TODAY = date(2007, 3, 20)


def test_that_the_sheet_is_one_page_and_no_file(qtbot: QtBot) -> None:
    pages: list[bytes] = []
    for margin in (0.0, 15.0):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(margin, margin, margin, margin))
        assert paint_sheet(writer, CODE, "M. Holm · Jobcenter Musvågevej", TODAY)
        pages.append(bytes(buffer.data().data()))
    for page in pages:
        assert page.startswith(b"%PDF")
        assert b"/Count 1" in page
        assert CODE.encode() not in page


def test_that_a_machine_without_a_printer_says_so_on_the_page(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    page = RecoveryCodePage(theme, CODE)
    qtbot.addWidget(page)
    page.print_wanted.connect(lambda code: print_code(code, "M. Holm", TODAY, page, page.show_message))
    next(each for each in page.findChildren(QPushButton) if each.text() == "Udskriv …").click()
    assert page.shown_wrong() == NO_PRINTER
