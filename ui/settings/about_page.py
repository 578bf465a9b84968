"""Om Tovholder: which version, by which licences, on which rules, and where its files lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.danish_dates import full_date
from ui.operation import Road
from ui.settings.about_facts import LICENCES, NO_JOURNAL, AboutFacts, about_facts
from ui.shell.begin_at import begin_at
from ui.theme.labels import caption, frame, stored
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


class AboutPage(QWidget):
    """Reads what it says beside the work."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Make the page with what is known at once."""
        super().__init__(parent)
        self._workplace = workplace
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.L)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(workplace.header(self.tr("Om Tovholder")))
        outer.addWidget(self._scrolled(), stretch=1)
        desk = workplace.desk
        directory, today = desk.store.directory, desk.clock.today()
        workplace.run(Road.READ, lambda: about_facts(directory, today), self._show, self)

    def _show(self, facts: AboutFacts) -> None:
        self._column.addWidget(self._program(facts))
        self._column.addWidget(self._files(facts))
        self._column.addWidget(self._licences())
        self._column.addStretch()

    def _program(self, facts: AboutFacts) -> QFrame:
        card, column = _card(self.tr("Tovholder {version}").format(version=facts.version))
        column.addWidget(caption(NO_JOURNAL, wrap=True))
        for each in facts.rule_sets:
            words = self.tr("{title}, i kraft fra {day}").format(title=each.title, day=full_date(each.valid_from))
            column.addLayout(_named(self.tr("Regelsæt"), stored(words, wrap=True)))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for words, name in ((self.tr("Vis reglerne"), "rules"), (self.tr("Hvad er nyt"), "whats_new")):
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, name=name: self._workplace.show_page(name))
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        return card

    def _files(self, facts: AboutFacts) -> QFrame:
        card, column = _card(self.tr("Filer på denne maskine"))
        store = self.tr("Lageret, krypteret")
        crashes = self.tr("Fejlrapporter, uden personoplysninger")
        for words, path in ((store, facts.store), (crashes, facts.crashes)):
            column.addLayout(self._path(words, path))
        column.addWidget(caption(self.tr("Fejlrapporter bliver på maskinen og sendes ingen steder hen."), "muted"))
        return card

    def _path(self, words: str, path: Path) -> QHBoxLayout:
        # A long path may be broken after each of its parts.
        text = stored(str(path).replace("/", "/\u200b").replace("\\", "\\\u200b"), wrap=True)
        button = QPushButton(self.tr("Kopiér sti"))
        button.setAccessibleName(self.tr("Kopiér stien til: {what}").format(what=words))
        button.clicked.connect(lambda: self._copy(path))
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addLayout(_named(words, text), stretch=1)
        row.addWidget(button, alignment=Qt.AlignmentFlag.AlignBottom)
        return row

    def _copy(self, path: Path) -> None:
        QApplication.clipboard().setText(str(path))
        self._workplace.say(self.tr("Stien er kopieret."))

    def _licences(self) -> QFrame:
        card, column = _card(self.tr("Licenser"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.XS)
        for number, (name, licence) in enumerate(LICENCES):
            grid.addWidget(stored(name, wrap=True), number, 0)
            grid.addWidget(stored(licence, "muted"), number, 1)
        grid.setColumnMinimumWidth(0, Size.READING // 2)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        return card

    def _scrolled(self) -> QScrollArea:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        inside = QWidget()
        inside.setMaximumWidth(Size.READING)
        inside.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside, stretch=1)
        row.addStretch()
        area = QScrollArea()
        area.setAccessibleName(self.tr("Om Tovholder"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        begin_at(self, area)
        return area


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = frame("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
    column.setSpacing(Space.M)
    column.addWidget(caption(title, "heading"))
    return card, column


def _named(name: str, label: QLabel) -> QVBoxLayout:
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    pair = QVBoxLayout()
    pair.setSpacing(2)
    pair.addWidget(caption(name, "fine"))
    pair.addWidget(label)
    return pair
