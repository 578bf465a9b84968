"""What is set is saved by itself, holds at once, and is shown again."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.cases.own_details import read_own_details
from app.cases.screen_settings import ScreenSettings, ThemeChoice, read_screen_settings
from app.cases.workers import me
from app.changes import Changes
from app.queue.closed_days import rule_book_of
from db.store.backup import back_up, backups_of
from db.values.people import Role
from tests.db.damage import flip_a_bit
from tests.ui.items import TODAY
from ui.queue.figure_read import read_own_results
from ui.settings.access_dialog import AccessDialog
from ui.settings.offer import SETTINGS_PAGE
from ui.settings.settings_page import SettingsPage
from ui.settings.settings_read import saves_after
from ui.shell.workplace import Workplace
from ui.theme.tokens import DARK, LIGHT


def _page(workplace: Workplace) -> SettingsPage:
    page = workplace.show_page(SETTINGS_PAGE)
    assert isinstance(page, SettingsPage)
    return page


def _settings(workplace: Workplace) -> ScreenSettings:
    with workplace.desk.store.reading() as session:
        return read_screen_settings(session)


def _press(within: QPushButton) -> None:
    QTest.mouseClick(within, Qt.MouseButton.LeftButton)


def _dialog(page: SettingsPage) -> AccessDialog:
    return next(each for each in page.findChildren(AccessDialog) if each.isVisible())


def _button(dialog: AccessDialog, words: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == words)


def test_that_look_week_and_closed_days_are_saved_as_they_are_chosen(workplace: Workplace, qtbot: QtBot) -> None:
    page = _page(workplace)
    card = page.work
    assert card is not None
    changed: list[Changes] = []
    workplace.desk.runner.changes.changes_made.connect(lambda changes, _: changed.append(changes))
    _press(card.theme.button(ThemeChoice.DARK))
    # One sees at once what one has chosen; it is saved a moment later.
    assert workplace.theme.colours is DARK
    card.slots.set_value(30)
    card.days.set_value(["constitution_day"])
    qtbot.waitUntil(lambda: len(changed) == 3)
    found = _settings(workplace)
    assert (found.theme, found.slots_per_week) == (ThemeChoice.DARK, 30)
    assert card.status.text() == "Gemt"
    # It is the same number that Mine resultater counts by.
    assert read_own_results(workplace.desk.store, workplace.desk.author, TODAY).capacity == 30
    with workplace.desk.store.raw_reader() as connection:
        calendar = rule_book_of(connection).calendar
    assert not calendar.is_working_day(date(2007, 6, 5))
    assert calendar.is_working_day(date(2007, 5, 1))
    # The search may choose another; the card follows and does not save it again.
    workplace.theme.choose("light")
    from app.cases.screen_settings import SetTheme, set_theme
    from ui.operation import Road

    workplace.run(Road.WRITE, workplace.desk.use(set_theme, SetTheme(ThemeChoice.LIGHT)), lambda _: None)
    assert card.theme.value() == ThemeChoice.LIGHT
    assert workplace.theme.colours is LIGHT
    assert len(changed) == 4


def test_that_a_lock_out_of_range_is_told_of_at_its_field_and_not_saved(workplace: Workplace, qtbot: QtBot) -> None:
    page = _page(workplace)
    card = page.lock
    assert card is not None
    for text, word in (("0", "fra 1 til 60"), ("90", "højst"), ("x", "helt tal")):
        card.minutes.set_state(text)
        card.saver.flush()
        assert word in card.minutes.error()
    assert _settings(workplace).idle_minutes == 10
    card.minutes.set_value(5)
    assert not card.minutes.error()
    # Locking saves what waits.
    workplace.before_lock.emit()
    assert _settings(workplace).idle_minutes == 5


def test_that_ones_own_details_are_saved_and_shown_in_the_foot(workplace: Workplace, qtbot: QtBot) -> None:
    page = _page(workplace)
    card = page.person
    assert card is not None
    card.name.set_value("")
    card.saver.flush()
    assert "Skriv dit navn" in card.name.error()
    card.name.set_value("Mette Holm")
    card.phone.set_value("01 23 45 99")
    card.role.set_value(Role.LEADER)
    card.saver.flush()
    with workplace.desk.store.reading() as session:
        found = read_own_details(session)
    assert found is not None
    assert (found.name, found.phone, found.role) == ("Mette Holm", "01 23 45 99", Role.LEADER)
    assert "Mette Holm" in workplace.window.navigation.status.text()


def test_that_somebody_else_sits_down_by_way_of_the_lock(workplace: Workplace, qtbot: QtBot) -> None:
    page = _page(workplace)
    card = page.person
    assert card is not None
    before = workplace.desk.author
    _press(card.other)
    dialog = _dialog(page)
    with qtbot.waitSignal(workplace.lock_wanted, timeout=5000):
        _press(_button(dialog, "Skift og lås"))
    with workplace.desk.store.reading() as session:
        now = me(session)
    assert now is not None
    assert now.id != before


def test_that_a_backup_is_made_by_hand_listed_and_told_of_in_the_foot(workplace: Workplace, qtbot: QtBot) -> None:
    store = workplace.desk.store
    back_up(store, label="2007-03-12-0903")
    back_up(store, label="before-restore")
    page = _page(workplace)
    card = page.backups
    assert card is not None
    model = card.table.rows
    assert model.row(0).why == "før en gendannelse"
    assert model.row(1).when == "12. marts kl. 9.03"
    _press(card.make)
    assert model.rowCount() == 3
    assert model.row(0).when == "I dag kl. 8.00"
    assert model.row(0).size.endswith(" MB")
    assert "Sikkerhedskopi i dag kl. 8.00" in workplace.window.navigation.status.text()
    assert "lavet og efterset" in workplace.window.notice.text()
    assert card.status.text() == ""
    # Read again whenever the page comes to the front.
    workplace.show_page("queue")
    back_up(store, label="2007-03-20-0930")
    _page(workplace)
    assert model.rowCount() == 4


def test_that_restoring_says_what_will_be_lost_and_asks_the_frame(workplace: Workplace, qtbot: QtBot) -> None:
    store = workplace.desk.store
    made = back_up(store, label="2007-03-19-1605")
    page = _page(workplace)
    card = page.backups
    assert card is not None
    assert not card.restore.isEnabled()
    card.table.selectRow(0)
    saves = saves_after(store, card.table.rows.row(0))
    assert saves is not None
    _press(card.restore)
    dialog = _dialog(page)
    said = " ".join(label.text() for label in dialog.findChildren(type(card.status)))
    assert ("ikke gemt noget" in said) if saves == 0 else (f"gemt {saves} gange" in said or "én gang" in said)
    assert "lægges til side" in said
    with qtbot.waitSignal(workplace.restore_wanted, timeout=5000) as asked:
        _press(_button(dialog, "Gendan og start igen"))
    assert asked.args == [made]


def test_that_the_demos_passphrase_stays_public(workplace: Workplace) -> None:
    page = _page(workplace)
    card = page.lock
    assert card is not None
    for press in (card.change, card.code):
        _press(press)
        assert not [each for each in page.findChildren(AccessDialog) if each.isVisible()]
        assert "offentlig" in workplace.window.notice.text()
    card.keyring.click()
    assert not card.keyring.isChecked()


def test_that_a_damaged_store_makes_no_backup_and_says_so(workplace: Workplace) -> None:
    page = _page(workplace)
    card = page.backups
    assert card is not None
    store = workplace.desk.store
    store.close()
    flip_a_bit(store.path, 4096 * 6 + 100)
    _press(card.make)
    assert "beskadiget" in workplace.window.notice.text()
    assert card.make.isEnabled()
    assert backups_of(store.directory) == ()


@pytest.mark.parametrize("keys", ["Ctrl+L"])
def test_that_the_lock_is_a_command_with_its_key(workplace: Workplace, qtbot: QtBot, keys: str) -> None:
    command = next(each for each in workplace.commands() if each.name == "lock")
    assert (command.title, command.keys) == ("Lås", keys)
    with qtbot.waitSignal(workplace.lock_wanted, timeout=5000):
        command.do(workplace)
