"""A field for a file: chosen by the person, read beside the GUI's thread, and told by its content."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from app.cases.attach_document import LARGEST, SUFFIXES, too_large, type_of
from app.foreign_file import TooManyBytes, read_foreign_file
from db.errors import Refused
from ui.forms.field import Field
from ui.operation import Operation, Road
from ui.theme.elided_label import ElidedLabel
from ui.theme.tokens import Space

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace

_FILTER: Final = "Dokumenter (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.docx *.txt);;Alle filer (*)"


class FileField(Field):
    """Holds the bytes that were read. A draft keeps no file: what lies there may be another tomorrow."""

    def __init__(self, label: str, workplace: Workplace) -> None:
        """Make an empty field."""
        super().__init__(label, help_text="PDF, PNG, JPEG, TIFF, Word (DOCX) eller tekst, højst 20 MB.")
        self._workplace = workplace
        self._content: bytes | None = None
        self.choose = QPushButton("Vælg fil …")
        self.choose.setAutoDefault(False)
        self.choose.setAccessibleName(f"{label}: vælg fil")
        self.shown = ElidedLabel("muted")
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.choose)
        row.addWidget(self.shown)
        row.addStretch()
        self.choose.clicked.connect(self._ask)
        self.place(box, self.choose)

    def value(self) -> bytes | None:
        """The bytes of the file; None while none is read."""
        return self._content

    def state(self) -> object:
        """Nothing is kept."""
        return None

    def set_state(self, state: object) -> None:  # noqa: ARG002 - there is none.
        """Forget the file."""
        self._content = None
        self.shown.show_text("")

    def take(self, path: Path) -> None:
        """Read a file; what is wrong with it is said here at once."""
        self.set_state(None)
        operation = Operation(self)
        operation.succeeded.connect(lambda content: self._show(path.name, content))
        operation.report_to(self.show_error, lambda: self.show_error("Filen kan ikke læses."))
        self._workplace.desk.runner.start(operation, Road.READ, lambda: _read(path))

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), "Vælg dokument", "", _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, name: str, content: bytes) -> None:
        self._content = content
        kind = SUFFIXES[type_of(content)].upper()
        self.shown.show_text(f"{name} · {kind} · {max(1, len(content) // 1024)} KiB")
        self._tell()


def _read(path: Path) -> bytes:
    try:
        content = read_foreign_file(path, LARGEST)
    except TooManyBytes:
        raise too_large() from None
    except OSError:
        # What the system says names the file.
        raise Refused("Filen kan ikke læses. Vælg den igen, eller tag en kopi af den.", field="content") from None
    type_of(content)
    return content
