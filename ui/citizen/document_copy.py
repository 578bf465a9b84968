"""A paper of the case on the screen, or as a copy where the person chooses; nothing is written elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from app.cases.attach_document import SUFFIXES, DocumentType
from app.cases.case_documents import copy_document, open_document
from db.errors import Unavailable
from ui.operation import Road
from ui.theme.tokens import Size

if TYPE_CHECKING:
    from app.cases.case_documents import Document, DocumentLine
    from app.work import Work
    from ui.shell.workplace import Workplace

_NOT_WRITTEN: Final = "Kopien kunne ikke gemmes. Vælg en anden mappe, og prøv igen."


def show_document(workplace: Workplace, line: DocumentLine) -> None:
    """Show a picture or a text; the reading is logged."""

    def shown(document: Document) -> None:
        dialog = _dialog(document, workplace.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    workplace.run(Road.WRITE, workplace.desk.open(lambda work: open_document(work, line)), shown, workplace.window)


def save_document(workplace: Workplace, line: DocumentLine) -> None:
    """Ask where to, and write the copy there."""
    # The name says nothing of whom it is about; the person may write another.
    suffix = next((end for kind, end in SUFFIXES.items() if kind.value == line.media_type), "bin")
    dialog = QFileDialog(workplace.window, "Gem kopi", f"dokument.{suffix}")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.fileSelected.connect(lambda path: write_copy(workplace, line, Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def write_copy(workplace: Workplace, line: DocumentLine, path: Path) -> None:
    """Write exactly the bytes that are kept; that they left the store is logged."""

    def write(work: Work) -> None:
        document = copy_document(work, line)
        try:
            path.write_bytes(document.content)
        except OSError as error:
            raise Unavailable(_NOT_WRITTEN, code="not_written") from error

    said = "Kopien er gemt. Slet den igen, når du har brugt den."
    workplace.run(Road.WRITE, workplace.desk.open(write), lambda _: workplace.say(said), workplace.window)


def _dialog(document: Document, parent: QWidget) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(document.title)
    dialog.resize(*Size.DIALOG)
    column = QVBoxLayout(dialog)
    if document.media_type is DocumentType.TEXT:
        column.addWidget(_text(document))
    else:
        column.addWidget(_picture(document))
    return dialog


def _text(document: Document) -> QPlainTextEdit:
    shown = QPlainTextEdit()
    shown.setAccessibleName(document.title)
    shown.setReadOnly(True)
    try:
        shown.setPlainText(document.content.decode("utf-8"))
    except UnicodeDecodeError:
        shown.setPlainText(document.content.decode("cp1252", errors="replace"))
    return shown


def _picture(document: Document) -> QScrollArea:
    picture = QPixmap()
    label = QLabel("Billedet kan ikke vises. Gem en kopi, og åbn den.")
    if picture.loadFromData(document.content):
        label.setPixmap(picture)
    label.setAccessibleName(document.title)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    area = QScrollArea()
    area.setWidget(label)
    area.setWidgetResizable(True)
    return area
