"""What stands above the list: today's appointments and the worker's own figures."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.queue.day import Appointment
from app.results.measure import Indicator, LeftOut, Measure, Shape
from app.results.results import Result, Scope, ScopeKind
from app.results.targets import Target
from app.talks.summon import Meeting, Summon, summon
from db.values.people import ExclusionReason
from db.values.talks import AttendanceKind, TalkForm, TalkPurpose
from tests.helpers.window import texts
from tests.ui.items import TODAY
from tests.ui.queue.conftest import AtWork
from ui.queue.day_read import read_day
from ui.queue.day_strip import DayStrip, clock_words
from ui.queue.indicator_cards import FigureCard, IndicatorCards, chosen_results
from ui.theme.theme import Theme
from ui.theme.tokens import LIGHT, Tone

MINE = Scope(ScopeKind.WORKER, "me", "mine borgere")


def _result(indicator: Indicator, holds: int, misses: int, target: float | None = 90.0, left_out: int = 0) -> Result:
    gone = tuple(LeftOut(f"g{n}", ExclusionReason.OTHER, date(2007, 5, 1)) for n in range(left_out))
    names = tuple(f"h{n}" for n in range(holds)), tuple(f"m{n}" for n in range(misses))
    goal = Target(indicator.value, "city", None, target, date(2007, 12, 31)) if target else None
    return Result(Measure(indicator, Shape.SHARE, TODAY, *names, gone), MINE, goal, target, None, None)


def _summoned(at_work: AtWork) -> Appointment:
    case = next(each.case_id for each in at_work.page.shown_items() if each.case_id)
    meeting = Meeting(TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, TODAY, time(15, 30), interpreter_booked=True)
    done = at_work.desk.use(summon, Summon(case, meeting))()
    at_work.refresh()
    return _again(at_work, done.id)


def _again(at_work: AtWork, summons_id: str) -> Appointment:
    day = read_day(at_work.desk.store, at_work.desk.author, TODAY)
    return next(each for each in day.appointments if each.summons_id == summons_id)


def test_that_the_clock_is_danish() -> None:
    assert [clock_words(each) for each in ("09:00", "10:30", None)] == ["kl. 9.00", "kl. 10.30", "i dag"]


def test_that_todays_summons_stands_above_the_list_by_the_clock(at_work: AtWork) -> None:
    made = _summoned(at_work)
    day = read_day(at_work.desk.store, at_work.desk.author, TODAY)
    assert [each.meets_at for each in day.appointments] == sorted(each.meets_at or "" for each in day.appointments)
    assert at_work.page.day is not None
    at_work.press("Vis alle")
    shown = texts(at_work.page.day.strip)
    assert "kl. 15.30" in shown
    assert made.citizen in shown
    assert any(each.endswith("tolk bestilt") for each in shown)


@pytest.mark.parametrize(("words", "kind"), [("Mødt", AttendanceKind.CAME), ("Udeblevet", AttendanceKind.ABSENT)])
def test_that_one_click_notes_whether_the_citizen_came(at_work: AtWork, words: str, kind: AttendanceKind) -> None:
    made = _summoned(at_work)
    assert at_work.page.day is not None
    line = at_work.page.day.line
    line.show_appointments([made])
    at_work.press(words, line)
    assert _again(at_work, made.summons_id).attendance is kind
    assert at_work.page.notice.text() == f"{made.citizen}: {words.lower()}."
    at_work.press("Fortryd")
    assert _again(at_work, made.summons_id).attendance is None


def test_that_a_day_without_appointments_takes_no_room(qtbot: QtBot, theme: Theme) -> None:
    strip = DayStrip()
    qtbot.addWidget(strip)
    strip.show_appointments(())
    assert strip.isHidden()


def test_that_at_most_four_shares_are_shown_those_of_everybody_first() -> None:
    found = [
        _result(Indicator.YEARLY_OFFER, 1, 1, None),
        _result(Indicator.UP_TO_DATE_FLEXJOB, 1, 1),
        _result(Indicator.PLAN_COVERAGE, 1, 1),
        _result(Indicator.CONTACT_REPORTED_RATE, 1, 1),
        _result(Indicator.OFFER_STARTED, 0, 0),
        _result(Indicator.CONTACT_RATE, 1, 1),
        _result(Indicator.SICK_FOLLOWUP_RATE, 1, 1),
    ]
    assert [each.measure.indicator for each in chosen_results(found)] == [
        Indicator.CONTACT_RATE,
        Indicator.PLAN_COVERAGE,
        Indicator.UP_TO_DATE_FLEXJOB,
        Indicator.SICK_FOLLOWUP_RATE,
    ]


def test_that_a_card_says_of_how_many_who_is_left_out_and_the_target(qtbot: QtBot, theme: Theme) -> None:
    cards = IndicatorCards(theme)
    qtbot.addWidget(cards)
    cards.resize(774, 130)
    cards.show()
    cards.show_results([_result(Indicator.CONTACT_RATE, 52, 10, left_out=2)])
    shown = texts(cards)
    assert {"84 %", "52 af 62 · 2 undtaget", "mål 90 % 31.12.07", "mine, pr. 20.03"} <= set(shown)
    image: QImage = cards.grab().toImage()
    colours = {image.pixelColor(30, row).name().upper() for row in range(image.height())}
    assert LIGHT.chips[Tone.AMBER].ink in colours


def test_that_cards_without_room_are_left_out_whole(qtbot: QtBot, theme: Theme) -> None:
    cards = IndicatorCards(theme)
    qtbot.addWidget(cards)
    cards.resize(480, 130)
    cards.show()
    cards.show_results([_result(each, 1, 1) for each in (Indicator.CONTACT_RATE, Indicator.PLAN_COVERAGE)] * 2)
    shown = [each for each in cards.findChildren(FigureCard) if each.isVisible()]
    assert len(shown) == 2


def test_that_the_keyboard_stays_on_the_button_when_the_day_is_read_anew(at_work: AtWork) -> None:
    made = _summoned(at_work)
    strip = at_work.page.day
    assert strip is not None
    name = f"{made.citizen}: afbud"

    def button() -> QPushButton:
        return next(each for each in strip.findChildren(QPushButton) if each.accessibleName() == name)

    at_work.page.activateWindow()
    button().setFocus()
    at_work.refresh()
    assert button().hasFocus()
