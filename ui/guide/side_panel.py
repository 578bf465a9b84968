"""The panel beside the list: why the offer stands where it does, what is in it, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.guide.criteria import Criterion, CriterionState
from app.guide.question_topics import topic_of
from app.guide.ranking import GuideRow, why_here
from ui.danish_dates import full_date
from ui.guide.guide_words import (
    CRITERIA,
    about_words,
    free_words,
    length_words,
    places_in_full,
    price_words,
    short,
    unbroken,
)
from ui.shell.flow_row import flow
from ui.shell.kept_focus import kept_focus
from ui.theme.labels import caption, chip, frame, stored
from ui.theme.tokens import Size, Space, Tone

if TYPE_CHECKING:
    from app.guide.offer_profile import OfferProfile

TONES: Final = {CriterionState.MET: Tone.GREEN, CriterionState.UNMET: Tone.AMBER, CriterionState.UNKNOWN: Tone.GREY}
# The panel says in short what the profile says in full.
_STARTS_SHOWN: Final = 3
_QUESTIONS_SHOWN: Final = 8
_LONGEST_TEXT: Final = 320


class Shown(NamedTuple):
    """What the panel knows beside the row: the date of the figures, the profile once it is read, and for whom it is."""

    as_of: date | None
    profile: OfferProfile | None
    for_citizen: bool


class SidePanel(QFrame):
    """Shows one row.

    `profile_wanted`, `order_wanted` and `plan_wanted` ask for what is done with it, `compare_wanted` for what is done
    with those that are ticked.
    """

    profile_wanted = Signal()
    order_wanted = Signal()
    plan_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(Size.WHY_PANEL)
        self.setAccessibleName(self.tr("Det valgte tilbud"))
        self.row: GuideRow | None = None
        self.order = QPushButton(self.tr("Opret bestilling"))
        self.order.setProperty("role", "primary")
        self.plan = QPushButton(self.tr("Tilføj til jobplan"))
        self.compare = QPushButton(self.tr("Sammenlign"))
        self.profile = QPushButton(self.tr("Se hele profilen"))
        self.profile.setProperty("role", "link")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, stretch=1)
        outer.addWidget(self._make_foot())
        self.order.clicked.connect(self.order_wanted)
        self.plan.clicked.connect(self.plan_wanted)
        self.compare.clicked.connect(self.compare_wanted)
        self.profile.clicked.connect(self.profile_wanted)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no offer is chosen."""
        self.row = None
        page = QWidget()
        column = _column(page)
        column.addWidget(caption(self.tr("Vælg et tilbud for at se, hvad der taler for det."), "muted", wrap=True))
        column.addStretch()
        self._replace(page)

    def show_row(self, row: GuideRow, place: int, shown: Shown) -> None:
        """Show the offer at a place of the list; what stands in its profile comes when it has been read."""
        self.row = row
        profile = shown.profile
        page = QWidget()
        column = _column(page)
        self._add_head(column, row, profile)
        self._add_reason(column, row, place, shown.as_of)
        self._add_content(column, row, profile)
        if profile is not None and profile.questions:
            _head(column, self.tr("Kan afklare"))
            topics = [topic_of(question.code, question.text) for question in profile.questions[:_QUESTIONS_SHOWN]]
            column.addWidget(_chips(topics, len(profile.questions) - len(topics)))
        if shown.for_citizen and row.criteria:
            _head(column, self.tr("Krav"))
            for criterion in _unmet_first(row.criteria):
                column.addWidget(_criterion(criterion))
        if profile is not None:
            self._add_starts(column, row, profile)
        column.addStretch()
        self._replace(page)

    def show_citizen(self, *, known: bool) -> None:
        """Only for a citizen something can be decided."""
        self.order.setVisible(known)
        self.plan.setVisible(known)

    def show_ticked(self, count: int) -> None:
        """Say how many are ticked; one alone cannot be compared."""
        self.compare.setText(self.tr("Sammenlign {count}").format(count=count) if count else self.tr("Sammenlign"))
        self.compare.setEnabled(count > 1)
        self.compare.setToolTip("" if count > 1 else self.tr("Sæt hak ved mindst to tilbud (mellemrum)"))

    def _add_head(self, column: QVBoxLayout, row: GuideRow, profile: OfferProfile | None) -> None:
        column.addWidget(stored(row.offer.title, "heading", wrap=True))
        contact = [about_words(row.offer)]
        if profile is not None:
            named = [text for text in (profile.contact, profile.phone and unbroken(f"telefon {profile.phone}")) if text]
            contact = [row.offer.provider or self.tr("Uden leverandør"), ", ".join(named)]
        column.addWidget(stored(" · ".join(part for part in contact if part), "muted", wrap=True))
        # It is the panel's own and moves from page to page.
        column.addWidget(self.profile, alignment=Qt.AlignmentFlag.AlignLeft)
        self.profile.setAccessibleName(self.tr("Se hele profilen af {title}").format(title=row.offer.title))
        self.profile.show()

    def _add_reason(self, column: QVBoxLayout, row: GuideRow, place: int, as_of: date | None) -> None:
        words = self.tr("Hvorfor nr. {number}").format(number=place + 1) if place else self.tr("Hvorfor øverst")
        _head(column, words)
        box = frame("reason")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        inside.addWidget(stored(why_here(row, as_of), wrap=True))
        column.addWidget(box)

    def _add_content(self, column: QVBoxLayout, row: GuideRow, profile: OfferProfile | None) -> None:
        _head(column, self.tr("Indhold"))
        content = "" if profile is None else (profile.content or profile.purpose or "")
        if len(content) > _LONGEST_TEXT:
            content = f"{content[:_LONGEST_TEXT].rsplit(' ', 1)[0]} …"
        facts = f"{_sentence(length_words(row.offer))} {_sentence(price_words(row.offer))} {places_in_full(row)}"
        if content:
            column.addWidget(stored(content, wrap=True))
        column.addWidget(stored(facts, wrap=True))
        if row.contract_ended:
            column.addWidget(
                chip(self.tr("Kontrakten gælder ikke ved start"), Tone.AMBER), alignment=Qt.AlignmentFlag.AlignLeft
            )

    def _add_starts(self, column: QVBoxLayout, row: GuideRow, profile: OfferProfile) -> None:
        coming = [start for start in profile.starts if row.next_start is not None and start.on >= row.next_start]
        if not coming:
            return
        _head(column, self.tr("Starter"))
        for start in coming[:_STARTS_SHOWN]:
            free = "" if start.free_places is None else f" · {free_words(start.free_places)}"
            column.addWidget(stored(f"{full_date(start.on)}{free}"))

    def _make_foot(self) -> QFrame:
        foot = frame("foot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.addWidget(flow(QWidget(), self.order, self.compare, self.plan))
        return foot

    def _replace(self, page: QWidget) -> None:
        with kept_focus(self, self.profile):
            if page is not self._scroll.widget() and not page.isAncestorOf(self.profile):
                self.profile.setParent(self)
                self.profile.hide()
            self._scroll.setWidget(page)


def _column(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.L + Space.XS, Space.L, Space.L, Space.L)
    column.setSpacing(Space.XS + 2)
    return column


def _head(column: QVBoxLayout, words: str) -> None:
    column.addSpacing(Space.S)
    column.addWidget(caption(words, "part"))


def _chips(texts: Sequence[str], more: int) -> QWidget:
    box = QWidget()
    made = [chip(short(text), Tone.GREY) for text in texts]
    if more > 0:
        made.append(chip(f"+{more}", Tone.GREY))
    flow(box, *made, spacing=Space.XS)
    return box


def _criterion(criterion: Criterion) -> QWidget:
    box = QWidget()
    row = QVBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.XS)
    row.addWidget(stored(criterion.text, wrap=True))
    under = [chip(CRITERIA[criterion.state], TONES[criterion.state])]
    if criterion.why:
        under.append(stored(criterion.why, "fine"))
    row.addWidget(flow(QWidget(), *under, spacing=Space.XS))
    return box


def _unmet_first(criteria: Sequence[Criterion]) -> list[Criterion]:
    order = {CriterionState.UNMET: 0, CriterionState.UNKNOWN: 1, CriterionState.MET: 2}
    return sorted(criteria, key=lambda criterion: order[criterion.state])


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else f"{text}."
