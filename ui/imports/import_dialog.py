"""Files in: choose them, see what would happen, and take them in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.imports.import_run import ImportRun, ImportSetting
from ui.imports.kind_guess import guess_kind, in_order, kind_names
from ui.imports.report_text import report_lines
from ui.operation import Runner
from ui.theme.labels import caption, restyle, stored
from ui.theme.tokens import Size, Space


class ImportDialog(QDialog):
    """Three steps in one window: files, what would happen, done. Nothing is written before the last."""

    def __init__(self, runner: Runner, setting: ImportSetting, parent: QWidget | None = None) -> None:
        """Make the dialog without files."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Indlæs filer"))
        self.resize(*Size.DIALOG)
        self._run = ImportRun(runner, setting, self)
        self._files: list[tuple[Path, QComboBox]] = []
        self._lines: list[str] = []
        self._dry_run = True
        self._running = False
        self._refused = 0
        self._choose = QPushButton(self.tr("Vælg filer …"))
        self._grid = QGridLayout()
        self._report = QPlainTextEdit()
        self._keep = QCheckBox(self.tr("Gem afviste rækker i en fil ved siden af, så de kan rettes"))
        self._progress = QProgressBar()
        self._stage = caption("", "fine")
        self._try = QPushButton(self.tr("Se, hvad der vil ske"))
        self._take_in = QPushButton(self.tr("Indlæs"))
        self._close = QPushButton(self.tr("Luk"))
        self._lay_out()
        self._connect()
        self._show_state()

    def choose_files(self, paths: Sequence[Path]) -> None:
        """Show the files with the kind that their names say."""
        while (place := self._grid.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.deleteLater()
        self._files.clear()
        for row, path in enumerate(paths):
            kind = QComboBox()
            kind.setAccessibleName(self.tr("Slags af {file}").format(file=path.name))
            kind.addItem(self.tr("Vælg slags"), None)
            for name in kind_names():
                kind.addItem(name, name)
            kind.setCurrentIndex(max(0, kind.findData(guess_kind(path))))
            kind.currentIndexChanged.connect(self._show_state)
            self._grid.addWidget(stored(path.name), row, 0)
            self._grid.addWidget(kind, row, 1)
            self._files.append((path, kind))
        self._dry_run = True
        self._refused = 0
        self._set_lines([])
        self._show_state()

    def report_text(self) -> str:
        """What is shown of the last run."""
        return self._report.toPlainText()

    def reject(self) -> None:
        """Close; while files are being taken in, stop that first and stay until it has ended."""
        if self._running:
            self._run.cancel()
            self._close.setEnabled(False)
        else:
            super().reject()

    def _start(self, *, dry_run: bool) -> None:
        self._dry_run, self._running, self._refused = dry_run, True, 0
        self._set_lines([])
        self._show_state()
        files = in_order([(path, str(kind.currentData())) for path, kind in self._files])
        self._run.start(files, dry_run=dry_run, keep_refused=not dry_run and self._keep.isChecked())

    def _show_progress(self, done: int, total: int, stage: str) -> None:
        self._stage.setText(stage)
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)

    def _show_report(self, report: object) -> None:
        from app.imports.request import ImportReport

        if isinstance(report, ImportReport):
            self._refused += report.refused
            self._set_lines([*self._lines, *([""] if self._lines else []), *report_lines(report)])

    def _show_stopped(self, message: str) -> None:
        self._set_lines([*self._lines, *([""] if self._lines else []), message])

    def _end(self) -> None:
        self._running = False
        self._show_state(tried=bool(self._lines) and self._dry_run)

    def _set_lines(self, lines: list[str]) -> None:
        self._lines = lines
        self._report.setPlainText("\n".join(lines))

    def _show_state(self, *, tried: bool = False) -> None:
        ready = bool(self._files) and all(kind.currentData() for _, kind in self._files) and not self._running
        self._choose.setEnabled(not self._running)
        for _, kind in self._files:
            kind.setEnabled(not self._running)
        self._try.setEnabled(ready)
        self._take_in.setEnabled(ready and tried)
        self._keep.setVisible(tried and self._refused > 0)
        self._progress.setVisible(self._running)
        self._stage.setVisible(self._running)
        self._close.setEnabled(True)
        self._close.setText(self.tr("Afbryd") if self._running else self.tr("Luk"))
        self._accent(self._take_in if tried else self._try if self._files else self._choose)

    def _accent(self, next_step: QPushButton) -> None:
        """Give the accent and Enter to the step that comes next, and to no other."""
        for button in (self._choose, self._try, self._take_in):
            button.setProperty("role", "primary" if button is next_step else "")
            restyle(button)
        next_step.setDefault(True)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._ask_for_files)
        self._try.clicked.connect(lambda: self._start(dry_run=True))
        self._take_in.clicked.connect(lambda: self._start(dry_run=False))
        self._close.clicked.connect(self.reject)
        self._run.progressed.connect(self._show_progress)
        self._run.reported.connect(self._show_report)
        self._run.stopped.connect(self._show_stopped)
        self._run.broke.connect(
            lambda: self._show_stopped(self.tr("Der er en fejl i programmet. Filen er ikke indlæst."))
        )
        self._run.ended.connect(self._end)

    def _ask_for_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Vælg filer"), "", self.tr("Filer (*.csv *.txt *.xlsx);;Alle filer (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.choose_files([Path(name) for name in names]))
        dialog.open()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addWidget(caption(self.tr("Indlæs filer fra andre systemer"), "heading"))
        column.addWidget(
            caption(
                self.tr("CSV eller Excel. Du ser, hvad der vil ske, før noget bliver gemt. Filer må indlæses igen."),
                "muted",
                wrap=True,
            )
        )
        choosing = QHBoxLayout()
        choosing.addWidget(self._choose)
        choosing.addStretch()
        column.addLayout(choosing)
        self._grid.setSpacing(Space.S)
        self._grid.setColumnStretch(0, 1)
        column.addLayout(self._grid)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(self.tr("Hvad indlæsningen gør"))
        # The report is text to read on with the keyboard, and Tab must leave it.
        self._report.setTabChangesFocus(True)
        column.addWidget(self._report, stretch=1)
        column.addWidget(self._keep)
        self._progress.setTextVisible(False)
        column.addWidget(self._stage)
        column.addWidget(self._progress)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._take_in)
        buttons.addWidget(self._try)
        buttons.addStretch()
        buttons.addWidget(self._close)
        column.addLayout(buttons)
