"""One file: what it is, its columns, what will happen, and the button that comes next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.imports.guess import kind_names
from app.imports.kinds.offers import OFFERS
from app.imports.kinds.registry import CAN_BE_FULL
from ui.forms.choice_fields import Choice
from ui.forms.day_field import DayField
from ui.imports.column_grid import ColumnGrid
from ui.imports.import_file import BUSY, FileState, ImportFile
from ui.imports.preview_view import PreviewView
from ui.theme.labels import frame, restyle, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Space


class FilePanel(QFrame):
    """`try_wanted` and `take_wanted` ask for the next step, `cancel_wanted` to stop, `next_wanted` for the next file.

    `changed` comes when something was chosen; the file knows it already.
    """

    try_wanted = Signal()
    take_wanted = Signal()
    cancel_wanted = Signal()
    next_wanted = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        """Make it without a file."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.file: ImportFile | None = None
        self.name = stored("", "heading")
        self.kind: Choice[str] = Choice(
            self.tr("Slags"), {name: name for name in kind_names()}, empty=self.tr("Vælg slags")
        )
        self.day = DayField(self.tr("Udtræk pr."), today)
        self.full = QCheckBox()
        self.columns, self.preview = ColumnGrid(), PreviewView(theme)
        self.to_columns, self.to_preview = self._tab(self.tr("Kolonner")), self._tab(self.tr("Eftersyn"))
        self._steps = QStackedWidget()
        self._message = stored("", "wrong", wrap=True)
        self._progress, self._stage = QProgressBar(), stored("", "fine")
        self.try_it = QPushButton(self.tr("Se, hvad der vil ske"))
        self.take_in = QPushButton(self.tr("Indlæs"))
        self.go_on = QPushButton(self.tr("Næste fil"))
        self.cancel = QPushButton(self.tr("Afbryd"))
        self._filling = False
        self._has_next = False
        self._lay_out()
        self._connect()

    def show_file(self, file: ImportFile, *, has_next: bool) -> None:
        """Show a file as it stands; the step that fits its state is opened when that has changed."""
        new = file is not self.file
        self.file, self._has_next = file, has_next
        self._filling = True
        self.name.setText(file.path.name)
        self.kind.set_value(file.kind.name if file.kind else None)
        if new or self.day.value() is None:
            self.day.set_value(file.extract_on)
        self.full.setVisible(file.kind in CAN_BE_FULL)
        self.full.setText(
            self.tr("Fuldt udtræk: alle tilbud står i filen")
            if file.kind is OFFERS
            else self.tr("Fuldt udtræk: alle borgere i enheden står i filen")
        )
        self.full.setChecked(file.full)
        self._filling = False
        self.columns.show_file(file)
        if file.report is not None:
            self.preview.show_report(file)
        self._show_step(file)
        self.show_state()

    def show_progress(self, done: int, total: int, stage: str) -> None:
        """Say how far it has come."""
        self._stage.setText(f"{stage} …")
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)

    def show_state(self) -> None:
        """Enable what can be done now, and give the accent to what comes next."""
        file = self.file
        if file is None:
            return
        busy = file.state in BUSY
        for widget in (self.kind, self.day, self.full, self.columns):
            widget.setEnabled(not busy and file.looked is not None)
        self.to_preview.setEnabled(file.report is not None)
        self.try_it.setVisible(file.state is FileState.CHOOSING)
        self.try_it.setEnabled(file.can_be_tried())
        self.take_in.setVisible(file.state is FileState.TRIED)
        self.go_on.setVisible(file.state is FileState.TAKEN and self._has_next)
        self.cancel.setVisible(busy)
        self._progress.setVisible(busy)
        self._stage.setVisible(busy)
        self._message.setText(file.message)
        self._message.setVisible(bool(file.message))
        for button in (self.try_it, self.take_in, self.go_on):
            button.setProperty("role", "primary")
            restyle(button)

    def _show_step(self, file: ImportFile) -> None:
        shows_rows = file.report is not None
        self._steps.setCurrentIndex(1 if shows_rows else 0)
        (self.to_preview if shows_rows else self.to_columns).setChecked(True)

    def _choose_kind(self) -> None:
        if self.file is not None and not self._filling:
            self.file.use_kind(self.kind.value())
            self._tell()

    def _choose_day(self) -> None:
        if self.file is not None and not self._filling and self.day.value() != self.file.extract_on:
            self.file.extract_on = self.day.value()
            self.file.changed()
            self._tell()

    def _choose_full(self, full: bool) -> None:  # noqa: FBT001 - a signal carries it.
        if self.file is not None and not self._filling:
            self.file.full = full
            self.file.changed()
            self._tell()

    def _keep_refused(self, keep: bool) -> None:  # noqa: FBT001 - a signal carries it.
        if self.file is not None:
            self.file.keep_refused = keep

    def _tell(self) -> None:
        if self.file is not None:
            self.show_file(self.file, has_next=self._has_next)
        self.changed.emit()

    def _connect(self) -> None:
        self.kind.changed.connect(self._choose_kind)
        self.day.changed.connect(self._choose_day)
        self.full.toggled.connect(self._choose_full)
        self.columns.chosen.connect(self._tell)
        self.preview.keep_refused_changed.connect(self._keep_refused)
        self.to_columns.clicked.connect(lambda: self._steps.setCurrentIndex(0))
        self.to_preview.clicked.connect(lambda: self._steps.setCurrentIndex(1))
        self.try_it.clicked.connect(self.try_wanted)
        self.take_in.clicked.connect(self.take_wanted)
        self.go_on.clicked.connect(self.next_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)

    def _tab(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "tab")
        button.setCheckable(True)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        head.setSpacing(Space.M)
        # A long name must not push the page wide; the list at the left shows it whole in its tip.
        self.name.setMinimumWidth(1)
        head.addWidget(self.name)
        settings = QHBoxLayout()
        settings.setSpacing(Space.L)
        settings.addWidget(self.kind, alignment=Qt.AlignmentFlag.AlignTop)
        settings.addWidget(self.day, alignment=Qt.AlignmentFlag.AlignTop)
        settings.addWidget(self.full, alignment=Qt.AlignmentFlag.AlignBottom)
        settings.addStretch()
        head.addLayout(settings)
        steps = QHBoxLayout()
        steps.setSpacing(Space.XS)
        group = QButtonGroup(self)
        for button in (self.to_columns, self.to_preview):
            group.addButton(button)
            steps.addWidget(button)
        steps.addStretch()
        head.addLayout(steps)
        column.addLayout(head)
        line = frame("rule")
        line.setFixedHeight(1)
        column.addWidget(line)
        self._steps.addWidget(self.columns)
        self._steps.addWidget(self.preview)
        column.addWidget(self._steps, stretch=1)
        column.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = frame("foot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._message)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Hvor langt indlæsningen er"))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for button in (self.try_it, self.take_in, self.go_on, self.cancel):
            row.addWidget(button)
        row.addWidget(self._stage)
        row.addWidget(self._progress, stretch=1)
        row.addStretch()
        column.addLayout(row)
        return foot
