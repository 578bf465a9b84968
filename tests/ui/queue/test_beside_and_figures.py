"""What is read beside a row, behind a figure, and as one's own results."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.cases.restrict_case import RestrictCase, restrict_case
from app.queue.colleagues import read_colleagues
from app.queue.counted import Behind, Counted
from app.queue.forecast import WeekLoad
from app.queue.item import QueueItem
from app.results.measure import Indicator, Measure, Shape
from app.results.results import Result, Scope, ScopeKind
from app.results.targets import Target
from db.rows.local import UsageLogRow
from db.values.people import ExclusionReason, UsageKind
from tests.helpers.window import texts
from tests.ui.items import TODAY, item
from tests.ui.queue.conftest import AtWork
from ui.queue.actions import Action
from ui.queue.beside_read import Beside, read_beside
from ui.queue.figure_dialog import FigureDialog, path_words
from ui.queue.figure_read import Figure, read_own_results
from ui.queue.forecast_chart import forecast_words
from ui.queue.indicator_cards import FigureCard
from ui.queue.own_results_dialog import OwnResultsDialog
from ui.queue.procedure_dialog import ProcedureDialog
from ui.queue.queue_desk import BEHIND
from ui.queue.why_panel import WhyPanel
from ui.shell.case_action import CaseAction
from ui.shell.citizen_picker import CitizenPicker
from ui.theme.theme import Theme
from ui.theme.tokens import DARK, LIGHT


def _opened(at_work: AtWork) -> QDialog:
    return next(each for each in at_work.page.findChildren(QDialog) if each.isVisible())


def _of_kind(at_work: AtWork, kind: str) -> QueueItem:
    return next(each for each in at_work.page.shown_items() if each.kind == kind and each.match is not None)


def test_that_the_panel_shows_the_last_events_and_how_it_is_done(at_work: AtWork) -> None:
    row = _of_kind(at_work, "CONTACT_DUE")
    at_work.choose(row)
    shown = texts(at_work.page.why)
    assert "Seneste hændelser" in shown
    beside = read_beside(at_work.desk.store, at_work.desk.author, TODAY, row)
    assert 0 < len(beside.events) <= 4
    assert all(entry.title in shown for entry in beside.events)
    assert [entry.day for entry in beside.events] == sorted((entry.day for entry in beside.events), reverse=True)
    assert beside.procedure is not None
    at_work.press(f"{beside.procedure.title} · {len(beside.procedure.steps)} trin", at_work.page.why)
    card = _opened(at_work)
    assert isinstance(card, ProcedureDialog)
    assert set(beside.procedure.steps) <= set(texts(card))
    card.reject()


def test_that_a_closed_case_shows_no_events(at_work: AtWork) -> None:
    row = _of_kind(at_work, "CONTACT_DUE")
    with at_work.desk.store.raw_reader() as connection:
        colleague = read_colleagues(connection, at_work.desk.author)[0]
    assert row.case_id is not None
    request = RestrictCase(row.case_id, "Kendt af mange", (colleague.id,), TODAY)
    at_work.desk.use(restrict_case, request)()
    beside = read_beside(at_work.desk.store, at_work.desk.author, TODAY, row)
    assert (beside.events, beside.closed) == ((), True)


def test_that_an_answer_about_another_row_is_dropped(qtbot: QtBot) -> None:
    panel = WhyPanel()
    qtbot.addWidget(panel)
    panel.show()
    asked: list[QueueItem] = []
    panel.beside_wanted.connect(asked.append)
    panel.show_rows(item(0), (item(0),), TODAY)
    panel.show_rows(item(1), (item(1),), TODAY)
    panel.show_beside(Beside(asked[0].key, (), None, closed=True))
    assert "Sagen er spærret for dig." not in texts(panel)
    panel.show_beside(Beside(asked[1].key, (), None, closed=True))
    qtbot.waitUntil(lambda: "Sagen er spærret for dig." in texts(panel))


def test_that_the_case_is_opened_at_the_foot_and_reports_open_the_transfer(qtbot: QtBot) -> None:
    panel = WhyPanel()
    qtbot.addWidget(panel)
    panel.show()
    pressed: list[object] = []
    panel.action_pressed.connect(lambda action, _row: pressed.append(action))
    panel.offer((*Action, CaseAction.OPEN_CITIZEN, CaseAction.OPEN_TRANSFER), "worker-1")
    panel.show_rows(item(0), (item(0),), TODAY)
    (foot,) = [each for each in panel.findChildren(QPushButton) if each.text() == "Åbn sag" and each.isVisible()]
    foot.click()
    many = item(1, kind="PORTAL_REPORT", case_id=None, citizen="")
    panel.show_rows(many, (item(2), item(3)), TODAY)
    assert not foot.isVisible()
    (transfer,) = [each for each in panel.findChildren(QPushButton) if each.isVisible()]
    transfer.click()
    assert pressed == [CaseAction.OPEN_CITIZEN, CaseAction.OPEN_TRANSFER]


def _result(value: int, target: Target | None, needed: int | None = None, path: float | None = None) -> Result:
    holds, misses = tuple(f"h{n}" for n in range(value)), tuple(f"m{n}" for n in range(10 - value))
    measure = Measure(Indicator.PLAN_COVERAGE, Shape.SHARE, TODAY, holds, misses)
    return Result(
        measure, Scope(ScopeKind.WORKER, "me", "mine borgere"), target, path, 70.0 if target else None, needed
    )


GOAL = Target("plan_coverage", "worker", None, 90.0, date(2007, 12, 31), 40.0, date(2007, 1, 1))


def test_that_the_path_is_said_in_words() -> None:
    said = path_words(_result(7, GOAL, 2, 71.0))
    assert said == (
        "Målet er 90 % den 31.12.2007. På vejen dertil skal det i dag være 71 %; det er 70 %. "
        "Bliver der ikke gjort mere, er det 70 % den dag. Der mangler 2 for at nå målet i dag."
    )
    assert path_words(_result(10, GOAL, 0, 71.0)).endswith("Målet er nået i dag.")
    assert path_words(_result(7, None)) == "Der er ikke sat noget mål."


@pytest.mark.parametrize("opens", [True, False])
def test_that_a_figure_names_everybody_behind_it(qtbot: QtBot, theme: Theme, opens: bool) -> None:
    left_out = Counted("c2", "Bo Dahl", date(1960, 1, 2), ExclusionReason.PARENTAL_LEAVE, date(2007, 6, 1))
    behind = Behind((Counted("c1", "Amina Yusuf", date(1972, 3, 14)),), (left_out,), 1)
    dialog = FigureDialog(theme, Figure(_result(7, GOAL, 2, 71.0), behind), opens_citizens=opens)
    qtbot.addWidget(dialog)
    dialog.show()
    for colours in (DARK, LIGHT):
        theme.use(colours)
        assert not dialog.grab().isNull()
    shown = texts(dialog)
    assert {"70 %", "7 af 10", "90 %", "2", "Tæller ikke med endnu · 1", "Undtaget · 1"} <= set(shown)
    assert {"14.03.1972", "02.01.1960", "Barsel til 01.06.2007", "1 i spærrede sager vises ikke."} <= set(shown)
    links = [each for each in dialog.findChildren(QPushButton) if each.text() == "Amina Yusuf"]
    assert bool(links) is opens
    if links:
        with qtbot.waitSignal(dialog.citizen_wanted) as wanted:
            links[0].click()
        assert wanted.args == ["c1"]


def test_that_a_card_opens_its_figure_and_a_citizen_from_there(at_work: AtWork) -> None:
    at_work.press("Vis tal")
    assert at_work.page.day is not None
    card = at_work.page.day.cards.findChildren(FigureCard)[1]
    card.click()
    dialog = _opened(at_work)
    assert isinstance(dialog, FigureDialog)
    assert any(text.startswith("Tæller ikke med endnu") for text in texts(dialog))
    with at_work.desk.store.reading() as session:
        (listed,) = session.scalars(select(UsageLogRow).where(UsageLogRow.purpose == BEHIND))
    assert (listed.kind, listed.count > 0) == (UsageKind.LISTED, True)
    dialog.reject()


def test_that_the_weeks_are_said_in_words() -> None:
    weeks = [WeekLoad(date(2007, 3, 19), 12, 3, 2), WeekLoad(date(2007, 3, 26), 4, 0, 0)]
    assert forecast_words(weeks, 10) == (
        "16 opgaver falder til i de næste 2 uger, flest i uge 12: 12. Heraf er 3 overskredet. "
        "Du har tid til 10 om ugen. Der mangler tid til uge 12: 2."
    )
    assert forecast_words([WeekLoad(date(2007, 3, 19), 0, 0, None)], None) == "Der falder intet til i de næste uger."


def test_that_own_results_change_with_the_period_and_keep_ones_time(at_work: AtWork) -> None:
    assert at_work.page.work is not None
    at_work.page.work.show_own_results()
    dialog = _opened(at_work)
    assert isinstance(dialog, OwnResultsDialog)
    own = read_own_results(at_work.desk.store, at_work.desk.author, TODAY)
    at_work.press("Dette kvartal", dialog)
    quarter = next(work for period, work in own.work.items() if period == "quarter")
    assert dialog._labels["talks"].text() == str(quarter.talks)
    assert quarter.talks > 0
    dialog.slots.set_state("mange")
    at_work.press("Gem", dialog)
    assert dialog.slots.error() == "Skriv et helt tal."
    dialog.slots.set_value(5)
    at_work.press("Gem", dialog)
    assert read_own_results(at_work.desk.store, at_work.desk.author, TODAY).capacity == 5
    assert any("Du har tid til 5 om ugen." in text for text in texts(dialog))
    dialog.slots.set_value(None)
    at_work.press("Gem", dialog)
    assert read_own_results(at_work.desk.store, at_work.desk.author, TODAY).capacity is None
    dialog.reject()


def test_that_a_phone_note_is_begun_without_a_row(at_work: AtWork, qtbot: QtBot) -> None:
    asked: list[tuple[CaseAction, tuple[str, ...]]] = []
    at_work.page.actions_on_many.connect(lambda action, cases: asked.append((action, cases)))
    someone = next(each for each in at_work.page.shown_items() if each.case_id)
    assert at_work.page.menus is not None
    at_work.page.menus.write_phone_note()
    picker = _opened(at_work)
    assert isinstance(picker, CitizenPicker)
    picker.text.setText("qqqq")
    qtbot.waitUntil(lambda: "Ingen borger svarer til det." in texts(picker))
    picker.text.setText(someone.citizen)
    qtbot.waitUntil(lambda: picker.hits.count() > 0)
    assert f"født {someone.born:%d.%m.%Y}" in picker.hits.item(0).text()
    at_work.press("Vælg", picker)
    assert asked == [(CaseAction.PHONE_NOTE, (someone.case_id,))]
