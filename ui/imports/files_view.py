"""The files that were chosen, and the one that is worked on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.imports.file_panel import FilePanel
from ui.imports.import_bench import ImportBench
from ui.imports.import_file import FileState, ImportFile
from ui.imports.words import state_words
from ui.lists.row_list import RowList
from ui.lists.row_model import ListColumn
from ui.shell.begin_at import begin_at
from ui.theme.labels import caption, frame
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


class FilesView(QWidget):
    """`findings_wanted` carries which list is asked for after a file was taken in."""

    findings_wanted = Signal(object)

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        """Make it without files; where none are taken it says why."""
        super().__init__()
        self._workplace = workplace
        self._allowed = allowed
        self.bench = ImportBench(workplace, self)
        self.panel = FilePanel(workplace.theme, workplace.desk.clock.today())
        self.choose = QPushButton(self.tr("Vælg filer …"))
        self._begin = QPushButton(self.tr("Vælg filer …"))
        self._left = frame("card")
        self.remove = QPushButton(self.tr("Fjern"))
        self.list = RowList(workplace.theme, self.tr("Filer"), _columns(), id)
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()
        self.allow(allowed=allowed)

    def allow(self, *, allowed: bool) -> None:
        """Take files, or none."""
        self._allowed = allowed
        self.choose.setEnabled(allowed)
        self._begin.setEnabled(allowed)
        self._show_files(None)

    def add(self, paths: Sequence[Path]) -> None:
        """Put files on the table."""
        if self._allowed and paths:
            self.bench.add(paths)
            self._show_files(next((file for file in self.bench.files if file.path == paths[0]), None))

    def ask_for_files(self) -> None:
        """Let the person choose."""
        dialog = QFileDialog(
            self.window(), self.tr("Vælg filer"), "", self.tr("Filer (*.csv *.txt *.xlsx);;Alle filer (*)")
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_files(self, wanted: ImportFile | None) -> None:
        self.list.show_rows(tuple(self.bench.files))
        if wanted in self.bench.files:
            self.list.go_to(self.bench.files.index(wanted))
        self._left.setVisible(bool(self.bench.files))
        begin_at(self, self.list if self.bench.files else self._begin)
        self._right.setCurrentIndex(1 if self.bench.files else 0)

    def _show_file(self, file: ImportFile | None) -> None:
        if file is not None:
            self.panel.show_file(file, has_next=self._next_file() is not None)
            self.remove.setEnabled(file is not self.bench.at_work())

    def _note(self, file: ImportFile) -> None:
        chosen = self.list.chosen()
        self._show_files(chosen if chosen in self.bench.files else file)

    def _next_file(self) -> ImportFile | None:
        """The first that is not done."""
        done = {FileState.TAKEN, FileState.BROKEN}
        return next((file for file in self.bench.files if file.state not in done), None)

    def _go_on(self) -> None:
        """Go to the next file, and look at it anew: what was taken in since may have changed what it comes to."""
        file = self._next_file()
        if file is not None:
            self._show_files(file)
            if file.state is FileState.TRIED:
                file.changed()
            self.bench.try_file(file)

    def _remove(self) -> None:
        file = self.list.chosen()
        if isinstance(file, ImportFile):
            self.bench.remove(file)
            self._show_files(None)

    def _chosen(self) -> ImportFile:
        file = self.panel.file
        assert file is not None  # noqa: S101 - the panel's buttons are there only with a file.
        return file

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_for_files)
        self._begin.clicked.connect(self.ask_for_files)
        self.remove.clicked.connect(self._remove)
        self.list.row_chosen.connect(self._show_file)
        self.bench.file_changed.connect(self._note)
        self.bench.progressed.connect(self.panel.show_progress)
        self.panel.try_wanted.connect(lambda: self.bench.try_file(self._chosen()))
        self.panel.take_wanted.connect(lambda: self.bench.take_in(self._chosen()))
        self.panel.cancel_wanted.connect(self.bench.cancel)
        self.panel.next_wanted.connect(self._go_on)
        self.panel.changed.connect(self.list.viewport().update)
        self.panel.preview.findings_wanted.connect(self.findings_wanted)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        self._left.setFixedWidth(Size.IMPORT_FILES)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(1, Space.M, 1, Space.S)
        column.setSpacing(Space.S)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(Space.M, 0, Space.M, 0)
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.choose)
        buttons.addStretch()
        buttons.addWidget(self.remove)
        column.addLayout(buttons)
        column.addWidget(self.list, stretch=1)
        row.addWidget(self._left)
        self._right.addWidget(self._nothing())
        self._right.addWidget(self.panel)
        row.addWidget(self._right, stretch=1)

    def _nothing(self) -> QWidget:
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addStretch()
        kinds = self.tr(
            "Træk filer hertil, eller vælg dem. CSV eller Excel: borgere, samtaler, tilbudsforløb, jobplaner, "
            "ansøgningssager, sygedagpenge og unge-varsler. Borgerne først."
        )
        safe = self.tr(
            "Du ser, hvad der vil ske, og hvad der er galt, før noget bliver gemt. Samme fil må indlæses igen."
        )
        middle = Qt.AlignmentFlag.AlignHCenter
        words = QVBoxLayout()
        words.setSpacing(Space.M)
        heading = self.tr("Indlæs udtræk fra andre systemer")
        for text, role in ((heading, "heading"), (kinds, "muted"), (safe, "muted")):
            label = caption(text, role, wrap=True)
            label.setAlignment(middle)
            label.setFixedWidth(Size.FORM)
            words.addWidget(label)
        words.addSpacing(Space.S)
        self._begin.setProperty("role", "primary")
        words.addWidget(self._begin, alignment=middle)
        # Between two stretches, since a wrapped label that is aligned by itself is cut after its first line.
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(words)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()
        return card


def _columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn("Fil", lambda file: file.path.name),
        ListColumn("", lambda file: state_words(file)[0], Size.IMPORT_STATE, tone=lambda file: state_words(file)[1]),
    )
