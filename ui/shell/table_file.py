"""Asks where a list is to be written, as a spreadsheet or as CSV."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

_KINDS: Final = {"xlsx": "Excel-regneark (*.xlsx)", "csv": "CSV-fil (*.csv)"}


def ask_for_table(parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for the file. The ending of `name` says which kind is proposed; it must hold nobody's name.

    An ending that is left out is that of the kind that was chosen.
    """
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    proposed = name.rpartition(".")[2]
    kinds = {words: ending for ending, words in sorted(_KINDS.items(), key=lambda each: each[0] != proposed)}
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix(proposed)
    dialog.selectFile(name)
    dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(kinds[words]))
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
