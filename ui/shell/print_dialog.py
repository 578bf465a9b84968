"""Asks which printer. Nothing is waited for, and nothing comes when it is given up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def ask_for_printer(
    printer: QPrinter,
    parent: QWidget,
    chosen: Callable[[], object],
    title: str | None = None,
    *,
    into_file: bool = True,
) -> QPrintDialog:
    """Open the desktop's own dialog, which writes what is chosen into `printer`; `into_file` lets it be a file."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, into_file)
    if title is not None:
        dialog.setWindowTitle(title)
    dialog.accepted.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    # Its own `open` hides that of every dialog and wants a receiver and a slot by name.
    QDialog.open(dialog)
    return dialog
