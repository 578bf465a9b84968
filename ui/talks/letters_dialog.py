"""The letters that were just kept: look at them, print them, or save them as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.documents.paper import Sheet
from app.talks.send_summons import ToPrint
from ui.operation import Road
from ui.shell.print_dialog import ask_for_printer
from ui.talks.paper_view import PaperView
from ui.talks.printing import make_printer, print_sheets
from ui.theme.labels import frame, stored
from ui.theme.tokens import Size, Space, Tone

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from app.work import Work
    from ui.shell.workplace import Workplace

SAVED: Final = "Breve gemt som PDF"
PRINTED: Final = "Udskrift af breve"
"""What the log of use says."""


class LettersDialog(QDialog):
    """Everything is kept already; closing loses nothing. `asked` is the printer's own dialog while it is open."""

    def __init__(self, workplace: Workplace, letters: tuple[ToPrint, ...]) -> None:
        """Make the dialog; the sheets are set on the reader's thread."""
        super().__init__(workplace.window)
        self._workplace, self._letters = workplace, letters
        self._sheets: list[tuple[Sheet, ...]] = []
        self.asked: QPrintDialog | None = None
        self.setWindowTitle(self.tr("Brevet er gemt") if len(letters) == 1 else self.tr("Brevene er gemt"))
        self.paper = PaperView()
        self.names = QListWidget()
        self.print, self.save = QPushButton(self.tr("Udskriv …")), QPushButton(self.tr("Gem PDF …"))
        self._close = QPushButton(self.tr("Luk"))
        self._lay_out()
        many = len(letters) > 1
        wide = Size.LETTER + 4 * Space.XL + (Size.MANUAL_CONTENTS if many else 0)
        self.resize(wide, Size.DIALOG[1] + 3 * Size.ROW)
        self.names.currentRowChanged.connect(self._show)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._ask_where)
        self._close.clicked.connect(self.reject)
        self.print.setEnabled(False)
        self.finished.connect(self.deleteLater)
        workplace.run(Road.READ, self._set, self._has_set, self)

    def save_to(self, path: Path) -> None:
        """Write all letters as one PDF where the user wants it."""
        letters = self._letters

        def write(work: Work) -> int:
            from app.cases.usage_log import note_use_of_cases
            from app.documents.files import write_pdf
            from db.values.people import UsageKind

            note_use_of_cases(work, UsageKind.EXPORTED, SAVED, [each.case_id for each in letters])
            return write_pdf(path, [each.letter for each in letters])

        work = self._workplace.desk.open(write)
        self._workplace.run(Road.WRITE, work, lambda _size: self._workplace.say(self.tr("PDF-filen er gemt.")), self)

    def print_on(self, printer: QPrinter) -> None:
        """Log whose letters go out, and draw them when the log has it."""
        letters = self._letters

        def note(work: Work) -> None:
            from app.cases.usage_log import note_use_of_cases
            from db.values.people import UsageKind

            note_use_of_cases(work, UsageKind.PRINTED, PRINTED, [each.case_id for each in letters])

        self._workplace.run(Road.WRITE, self._workplace.desk.open(note), lambda _: self._draw_on(printer), self)

    def _set(self) -> list[tuple[Sheet, ...]]:
        from app.documents.letter_layout import letter_sheets

        return [letter_sheets(each.letter) for each in self._letters]

    def _has_set(self, sheets: list[tuple[Sheet, ...]]) -> None:
        self._sheets = sheets
        self.names.setCurrentRow(0)
        # The list may have chosen its first row by itself, while nothing was set yet.
        self._show(0)
        self.print.setEnabled(True)
        self.print.setFocus()

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._sheets):
            self.paper.show_sheets(self._sheets[row])

    def _print(self) -> None:
        printer = make_printer(self.tr("Breve"))
        self.asked = ask_for_printer(printer, self, lambda: self.print_on(printer))

    def _draw_on(self, printer: QPrinter) -> None:
        if print_sheets(printer, [sheet for letter in self._sheets for sheet in letter]):
            self._workplace.say(self.tr("Sendt til printeren."))
            self.accept()
        else:
            self._workplace.warn(self.tr("Printeren svarer ikke. Brevene er gemt; prøv igen, eller gem en PDF."))

    def _ask_where(self) -> None:
        """Ask for a file; the name that is proposed holds nobody's name."""
        self._where = QFileDialog(self, self.tr("Gem PDF"), "", self.tr("PDF (*.pdf)"))
        self._where.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._where.setDefaultSuffix("pdf")
        self._where.selectFile("breve.pdf")
        self._where.fileSelected.connect(lambda name: self.save_to(Path(name)))
        self._where.open()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        look_up = [each.citizen for each in self._letters if each.look_up]
        if look_up:
            bar = frame("notice")
            bar.setProperty("tone", Tone.AMBER.value)
            inside = QVBoxLayout(bar)
            inside.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
            words = self.tr("Slå adressen op, før brevet sendes: {names}").format(names=", ".join(look_up))
            inside.addWidget(stored(words, wrap=True))
            outer.addWidget(bar)
        middle = QHBoxLayout()
        middle.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        middle.setSpacing(Space.L)
        self.names.addItems([each.citizen for each in self._letters])
        self.names.setAccessibleName(self.tr("Breve i den rækkefølge, de udskrives"))
        self.names.setSpacing(Space.XS)
        self.names.setFixedWidth(Size.MANUAL_CONTENTS)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.names.setVisible(len(self._letters) > 1)
        middle.addWidget(self.names)
        middle.addWidget(self._scrolled(), stretch=1)
        outer.addLayout(middle, stretch=1)
        outer.addWidget(self._foot())

    def _scrolled(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        scroll.setAccessibleName(self.tr("Brevet"))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, Space.M, 0)
        column.addWidget(self.paper)
        column.addStretch()
        scroll.setWidget(page)
        return scroll

    def _foot(self) -> QFrame:
        foot = frame("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        row.setSpacing(Space.S)
        self.print.setProperty("role", "primary")
        for button in (self.print, self.save, self._close):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(stored(self.tr("Kopien ligger på sagen."), "fine"))
        return foot


def show_letters(workplace: Workplace, letters: tuple[ToPrint, ...]) -> LettersDialog:
    """Open the dialog over the window."""
    dialog = LettersDialog(workplace, letters)
    dialog.open()
    return dialog
