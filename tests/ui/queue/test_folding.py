"""What stands above the list takes a line each in a low window, and stays as the person left it."""

from __future__ import annotations

from app.cases.settings import read_setting
from app.queue.day import Appointment
from db.values.talks import AttendanceKind, TalkPurpose
from tests.ui.queue.conftest import AtWork
from ui.queue.day_line import day_words
from ui.queue.day_panel import DayPanel
from ui.queue.day_read import Part, read_day
from ui.theme.tokens import Size


def _panel(at_work: AtWork) -> DayPanel:
    assert at_work.page.day is not None
    return at_work.page.day


def test_that_a_low_window_folds_and_a_high_one_does_not_until_somebody_has_chosen(at_work: AtWork) -> None:
    page, panel = at_work.page, _panel(at_work)
    assert panel.is_folded(Part.FIGURES)
    assert panel.is_folded(Part.DAY)
    assert not panel.cards.isVisible()
    page.resize(1158, Size.FOLD_DAY_BELOW)
    assert panel.cards.isVisible()
    assert panel.strip.isVisible()
    at_work.press("Skjul tal")
    at_work.press("Skjul")
    page.resize(1158, 700)
    page.resize(1158, Size.FOLD_DAY_BELOW)
    assert not panel.cards.isVisible()
    assert panel.line.isVisible()


def test_that_it_is_remembered_on_this_machine(at_work: AtWork) -> None:
    at_work.press("Vis tal")
    at_work.press("Vis alle")
    assert _panel(at_work).cards.isVisible()
    with at_work.desk.store.reading() as session:
        assert [read_setting(session, part.value) for part in Part] == ["no", "no"]
    day = read_day(at_work.desk.store, at_work.desk.author, at_work.desk.clock.today())
    assert day.folded == {Part.FIGURES: False, Part.DAY: False}
    at_work.refresh()
    assert _panel(at_work).cards.isVisible()


def test_that_the_keyboard_goes_on_at_the_counterpart(at_work: AtWork) -> None:
    at_work.page.activateWindow()
    at_work.press("Vis alle")
    assert at_work.page.window().focusWidget() is _panel(at_work).strip.fold
    at_work.press("Skjul")
    assert at_work.page.window().focusWidget() is _panel(at_work).line.unfold


def test_that_the_line_says_which_is_next() -> None:
    def at(clock: str, attendance: AttendanceKind | None) -> Appointment:
        return Appointment("s", "c", "Nadia Karim", clock, TalkPurpose.CONTACT, None, False, attendance)

    came = AttendanceKind.CAME
    assert day_words([at("09:00", came), at("10:30", None)]) == "2 aftaler i dag, næste kl. 10.30 Nadia Karim"
    assert day_words([at("09:00", came)]) == "1 aftale i dag, fremmøde er noteret"
