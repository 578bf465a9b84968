"""The list of offers by itself, on offers made by hand: its model, its families, its ticks and what is read aloud."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.guide.figures import figures_for, figures_of
from app.guide.filters import GuideFilters
from app.guide.ranking import PreparedGuide, guide_list, prepare_guide
from app.guide.sieve import Sieve
from app.guide.target_group import TargetGroup
from tests.helpers.built_guide import CITIZEN, TODAY, catalogue, ended, offer, outcomes
from ui.guide.offer_line import Column
from ui.guide.offers_area import OffersArea
from ui.theme.theme import Theme

MATCH_4 = (TargetGroup.MATCH_4,)
OFFERS = catalogue(
    offer("T-1", "Rengøring med dansk", groups=MATCH_4, family="rengøring", match_from=4, match_to=5),
    offer("T-2", "Rengøring med dansk, aften", groups=MATCH_4, family="rengøring", match_from=1, match_to=2),
    offer("T-3", "Lagermedarbejder", groups=MATCH_4, industries=frozenset({"transport"}), free_places_on=None),
    offer("T-4", "Mentor i virksomhed", provider="", provider_id=None, starts=(), waiting_weeks=None),
    offer("T-5", "Køkken trin for trin", groups=MATCH_4, free_places=0, free_places_on=date(2007, 1, 15)),
)
COUNTED = outcomes(
    {"T-1": (ended(118, 50),), "T-2": (ended(60, 15),), "T-3": (ended(14, 5),), "T-4": (ended(3, 3),), "T-5": ()}
)


@pytest.fixture
def prepared() -> PreparedGuide:
    figures = figures_for(figures_of(OFFERS, COUNTED), OFFERS, CITIZEN)
    return prepare_guide(OFFERS, figures, CITIZEN, TODAY)


@pytest.fixture
def area(qtbot: QtBot, theme: Theme, prepared: PreparedGuide) -> OffersArea:
    made = OffersArea(theme, TODAY)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.filters_changed.connect(made.show_filters)
    made.show()
    made.show_guide(prepared, OFFERS, GuideFilters())
    return made


def titles(area: OffersArea) -> list[str]:
    model = area.view.rows
    return [model.line(place).title for place in range(model.rowCount())]


def said(area: OffersArea, place: int, column: Column = Column.OFFER) -> str:
    model = area.view.rows
    return str(model.data(model.index(place, column), Qt.ItemDataRole.AccessibleTextRole))


def test_that_the_model_holds_what_qt_asks_of_one(area: OffersArea) -> None:
    QAbstractItemModelTester(area.view.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, area)
    area.show_filters(GuideFilters(text="dansk"))
    area.view.rows.tick(0)
    area.show_filters(GuideFilters(text="findes ikke"))
    area.show_filters(GuideFilters())


def test_that_a_family_is_one_line_until_it_is_unfolded_by_the_keyboard(area: OffersArea) -> None:
    assert titles(area)[0] == "Rengøring med dansk"
    assert "Rengøring med dansk, aften" not in titles(area)
    assert area.view.rows.line(0).similar == "+1 lignende"
    area.view.go_to(0)
    QTest.keyClick(area.view, Qt.Key.Key_Right)
    assert titles(area)[:2] == ["Rengøring med dansk", "Rengøring med dansk, aften"]
    assert area.view.rows.line(1).indented
    QTest.keyClick(area.view, Qt.Key.Key_Left)
    assert "Rengøring med dansk, aften" not in titles(area)


def test_that_a_row_says_its_figures_in_words(area: OffersArea) -> None:
    best = said(area, 0)
    assert best.startswith("Rengøring med dansk, Rengøringsskolen, vejledning og opkvalificering, skøn ")
    assert "procent i job eller uddannelse efter 6 måneder, mellem " in best
    assert "118 borgere, næste start 02.04, 4 ledige pladser pr. 15.03.2007, opfylder krav " in best
    assert "1 lignende tilbud, foldet sammen" in best
    unsure = said(area, titles(area).index("Lagermedarbejder"))
    assert "14 borgere, usikkert" in unsure
    assert "4 ledige pladser, uden dato, gammel oplysning" in unsure
    assert area.view.rows.line(titles(area).index("Køkken trin for trin")).places == "ingen ledige, gl. 15.01"
    mentor = titles(area).index("Mentor i virksomhed")
    assert "uden leverandør, vejledning og opkvalificering, for få borgere til et skøn" in said(area, mentor)
    assert "næste start ikke oplyst" in said(area, mentor)
    line = area.view.rows.line(mentor)
    assert (line.estimate, line.share, line.persons, line.doubt) == (None, "–", "", "for få")
    assert "Ingen ledige pladser pr. 15.01.2007, gammel oplysning" in said(
        area, titles(area).index("Køkken trin for trin")
    )


def test_that_five_cannot_be_ticked_and_ticks_outlive_a_filter(area: OffersArea, qtbot: QtBot) -> None:
    view = area.view
    QTest.keyClick(view, Qt.Key.Key_Right)
    for place in range(4):
        view.go_to(place)
        QTest.keyClick(view, Qt.Key.Key_Space)
    with qtbot.waitSignal(view.tick_refused):
        view.go_to(4)
        QTest.keyClick(view, Qt.Key.Key_Space)
    kept = view.rows.ticked()
    assert len(kept) == 4
    area.show_filters(GuideFilters(text="lager"))
    assert view.rows.ticked() == kept
    area.show_filters(GuideFilters())
    box = view.rows.index(0, Column.TICK)
    assert view.rows.data(box, Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    rect = view.visualRect(box)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center())
    assert len(view.rows.ticked()) == 3


def test_that_what_is_chosen_stays_chosen_while_it_fits(area: OffersArea) -> None:
    area.view.go_to(titles(area).index("Lagermedarbejder"))
    area.show_filters(GuideFilters(text="lager"))
    chosen = area.view.chosen()
    assert chosen is not None
    assert chosen.row.offer.title == "Lagermedarbejder"
    area.show_filters(GuideFilters(text="dansk"))
    chosen = area.view.chosen()
    assert chosen is not None
    assert chosen.row.offer.title == "Rengøring med dansk"
    area.show_filters(GuideFilters(text="findes ikke"))
    assert area.view.chosen() is None


def test_that_the_entrances_narrow_each_other_and_each_filter_is_a_chip(area: OffersArea) -> None:
    area.ways.group.choose(TargetGroup.MATCH_4.value)
    assert area.chips.texts() == ("Match 4",)
    counts = {option.words: option.leaves for option in area.ways.industry.options()}
    assert (counts["Rengøring og service"], counts["Transport og lager"]) == (3, 1)
    area.ways.industry.choose("transport")
    groups = {option.words: option.leaves for option in area.ways.group.options()}
    assert groups["Match 4"] == 1
    assert titles(area) == ["Lagermedarbejder"]
    assert area.count.text() == "1 af 5 tilbud passer."
    # Another category of match takes the place of the first; a group of another sort goes with it.
    area.ways.group.choose(TargetGroup.MATCH_2.value)
    assert area.filters.target_groups == {TargetGroup.MATCH_2}
    area.ways.group.choose(TargetGroup.LANGUAGE.value)
    assert area.ways.group.box.currentText() == "Match 2 · Dansk som andetsprog"
    area.ways.group.choose(TargetGroup.MATCH_2.value)
    assert area.filters.target_groups == {TargetGroup.LANGUAGE}
    area.chips.button("Dansk som andetsprog").click()
    area.chips.button("Transport og lager").click()
    assert area.chips.texts() == ()
    assert area.count.text() == "5 tilbud."


def test_that_sifting_step_by_step_gives_what_filtering_at_once_gives(prepared: PreparedGuide) -> None:
    sieve = Sieve(prepared)
    for filters in (
        GuideFilters(),
        GuideFilters(text="dansk"),
        GuideFilters(text="dansk", free_places_only=True),
        GuideFilters(free_places_only=True, industry="transport"),
        GuideFilters(text="dansk", target_groups=frozenset(MATCH_4)),
        GuideFilters(text="dansk"),
    ):
        at_once, sifted = guide_list(prepared, filters), sieve.sift(filters)
        assert tuple(sifted.rows) == at_once.rows
        assert (sifted.entrances, sifted.total) == (at_once.entrances, at_once.total)
