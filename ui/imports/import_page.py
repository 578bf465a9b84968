"""Indlæs filer: files in, and what they leave to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.imports.applying.plan import FindingKind
from app.imports.findings import FormerRun, OpenFinding
from app.imports.missing_offers import MissingOffer
from ui.danish_dates import full_date
from ui.imports.files_view import FilesView
from ui.imports.findings_desk import findings_desk
from ui.imports.findings_view import FindingsView
from ui.imports.missing_offers_view import MissingOffersView
from ui.lists.row_list import RowList
from ui.lists.row_model import ListColumn
from ui.theme.labels import caption, frame, restyle
from ui.theme.tokens import Size, Space, Tone

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace

_VIEWS = {
    FindingKind.NO_LONGER_THERE: 1,
    FindingKind.DIFFERS: 2,
    FindingKind.OFFER_NO_LONGER_THERE: 3,
}


class ImportPage(QWidget):
    """The invented people's store takes no files: its passphrase is public."""

    def __init__(self, workplace: Workplace) -> None:
        """Make the page, and read what is open."""
        super().__init__()
        desk = findings_desk(workplace)
        self.refusal = frame("notice")
        self.files = FilesView(workplace, allowed=not workplace.demo)
        self.missing = FindingsView(workplace, desk, FindingKind.NO_LONGER_THERE)
        self.differing = FindingsView(workplace, desk, FindingKind.DIFFERS)
        self.offers = MissingOffersView(workplace, desk)
        self.runs = RowList(workplace.theme, self.tr("Tidligere indlæsninger"), _run_columns(), lambda run: run.id)
        self.runs.say_when_empty(self.tr("Ingen filer er indlæst endnu."))
        self._views = QStackedWidget()
        self._tabs: list[QPushButton] = []
        self._lay_out(workplace)
        self.allow(allowed=not workplace.demo)
        desk.read_again.connect(self.show_findings)
        self.files.findings_wanted.connect(self.show_list)
        self.files.bench.taken.connect(lambda _file: desk.read())
        self.show_view(0)
        desk.read()

    def allow(self, *, allowed: bool) -> None:
        """Take files, or say why not."""
        self.refusal.setVisible(not allowed)
        self.files.allow(allowed=allowed)

    def add(self, paths: Sequence[Path]) -> None:
        """Put files on the table."""
        self.show_view(0)
        self.files.add(paths)

    def show_list(self, kind: FindingKind) -> None:
        """Show one of the lists that are left."""
        self.show_view(_VIEWS[kind])

    def show_view(self, number: int) -> None:
        """Show one of the five views."""
        self._tabs[number].setChecked(True)
        self._views.setCurrentIndex(number)
        self.setFocusProxy((self.files, self.missing, self.differing, self.offers, self.runs)[number])

    def show_findings(
        self, findings: tuple[OpenFinding, ...], offers: tuple[MissingOffer, ...], runs: tuple[FormerRun, ...]
    ) -> None:
        """Show what is open, and what was taken in before."""
        self.missing.show_findings(findings)
        self.differing.show_findings(findings)
        self.offers.show_offers(offers)
        self.runs.show_rows(runs)
        names = {
            1: (self.tr("Ikke længere i udtrækket"), self.missing.list.rows.rowCount()),
            2: (self.tr("Afviger fra udtrækket"), self.differing.list.rows.rowCount()),
            3: (self.tr("Tilbud, der mangler"), self.offers.list.rows.rowCount()),
        }
        for number, (name, count) in names.items():
            self._tabs[number].setText(f"{name} {count}" if count else name)

    def _lay_out(self, workplace: Workplace) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(workplace.header(self.tr("Indlæs filer")))
        column.addWidget(self._fill_refusal())
        room = QVBoxLayout()
        room.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        room.setSpacing(Space.M)
        tabs = QHBoxLayout()
        tabs.setSpacing(Space.XS)
        group = QButtonGroup(self)
        views = (
            (self.tr("Filer"), self.files),
            (self.tr("Ikke længere i udtrækket"), self.missing),
            (self.tr("Afviger fra udtrækket"), self.differing),
            (self.tr("Tilbud, der mangler"), self.offers),
            (self.tr("Tidligere indlæsninger"), self._former()),
        )
        for number, (name, view) in enumerate(views):
            button = QPushButton(name)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, number=number: self.show_view(number))
            group.addButton(button)
            self._tabs.append(button)
            tabs.addWidget(button)
            self._views.addWidget(view)
        tabs.addStretch()
        room.addLayout(tabs)
        room.addWidget(self._views, stretch=1)
        column.addLayout(room, stretch=1)

    def _fill_refusal(self) -> QWidget:
        self.refusal.setProperty("tone", Tone.AMBER.value)
        row = QHBoxLayout(self.refusal)
        row.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        words = self.tr(
            "Her er kun opdigtede borgere, og adgangssætningen er offentlig. Derfor kan der ikke indlæses filer. "
            "Opret et lager for dig selv for at bruge dine egne udtræk."
        )
        row.addWidget(caption(words, wrap=True), stretch=1)
        restyle(self.refusal)
        return self.refusal

    def _former(self) -> QWidget:
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, Space.S)
        inside.addWidget(self.runs)
        card.setFocusProxy(self.runs)
        return card


def _run_columns() -> tuple[ListColumn, ...]:
    day, kind, figure = Size.RUN_COLUMNS
    return (
        ListColumn("Indlæst", lambda run: full_date(run.made_on), day, second=lambda run: f"kl. {run.made_at}"),
        ListColumn("Slags", lambda run: run.kind, kind, second=lambda run: "fuldt udtræk" if run.full else None),
        ListColumn("Udtræk pr.", lambda run: full_date(run.extract_on) if run.extract_on else "–", kind),
        ListColumn("Læst", lambda run: str(run.read), figure),
        ListColumn("Nye", lambda run: str(run.new), figure),
        ListColumn("Ændrede", lambda run: str(run.changed), figure),
        ListColumn("Uændrede", lambda run: str(run.unchanged), figure),
        ListColumn("Afviste", lambda run: str(run.refused)),
    )
