"""The ways into the store are changed in the window, by one who knows the passphrase."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from db.errors import Refused
from db.keys import key_file_state, unlock_with_passphrase, unlock_with_recovery_code
from tests.helpers.window import press
from tests.ui.unlock.started import PASSPHRASE
from ui.forms.text_fields import TextLine
from ui.settings.access_dialog import AccessDialog
from ui.settings.code_dialog import CodeDialog
from ui.settings.offer import SETTINGS_PAGE
from ui.settings.settings_page import SettingsPage
from ui.shell.workplace import Workplace

NEW = "grøn ko på række 8"
WRONG = "forkert passende lang"

pytestmark = pytest.mark.slow


def _page(workplace: Workplace) -> SettingsPage:
    page = workplace.show_page(SETTINGS_PAGE)
    assert isinstance(page, SettingsPage)
    return page


def _dialog(workplace: Workplace) -> AccessDialog:
    return next(each for each in workplace.window.findChildren(AccessDialog) if each.isVisible())


def _fill(dialog: AccessDialog, **texts: str) -> None:
    for name, text in texts.items():
        field = dialog.form.fields[name]
        assert isinstance(field, TextLine)
        field.set_value(text)


def test_that_the_passphrase_is_changed_by_one_who_knows_it_and_by_nobody_else(own: Workplace) -> None:
    own.command("change_passphrase")
    dialog, directory = _dialog(own), own.desk.store.directory
    _fill(dialog, old=WRONG, new=NEW, repeated=NEW + "x")
    press(dialog, "Skift adgangssætning")
    assert "ikke ens" in dialog.form.errors()["repeated"]
    _fill(dialog, repeated=NEW)
    press(dialog, "Skift adgangssætning")
    assert "forkert" in dialog.form.errors()["old"]
    _fill(dialog, old=PASSPHRASE, new="kort", repeated="kort")
    press(dialog, "Skift adgangssætning")
    assert "12 tegn" in dialog.form.errors()["new"]
    assert unlock_with_passphrase(directory, PASSPHRASE)
    _fill(dialog, new=NEW, repeated=NEW)
    press(dialog, "Skift adgangssætning")
    assert not dialog.isVisible()
    assert own.window.notice.text() == "Adgangssætningen er skiftet."
    assert unlock_with_passphrase(directory, NEW)


def test_that_a_full_disk_keeps_the_form_open_and_the_old_passphrase_in_force(
    own: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.command("change_passphrase")
    dialog = _dialog(own)
    _fill(dialog, old=PASSPHRASE, new=NEW, repeated=NEW)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        press(dialog, "Skift adgangssætning")
    assert "disken er fuld" in dialog.message()
    assert dialog.isVisible()
    assert dialog.form.fields["new"].isEnabled()
    assert unlock_with_passphrase(own.desk.store.directory, PASSPHRASE)
    dialog.reject()


def test_that_a_new_recovery_code_is_shown_until_it_is_on_paper_and_the_old_one_is_dead(
    own: Workplace, qtbot: QtBot
) -> None:
    page = _page(own)
    assert page.lock is not None
    QTest.mouseClick(page.lock.code, Qt.MouseButton.LeftButton)
    dialog = _dialog(own)
    _fill(dialog, passphrase=WRONG)
    press(dialog, "Lav ny kode")
    assert "forkert" in dialog.form.errors()["passphrase"]
    _fill(dialog, passphrase=PASSPHRASE)
    press(dialog, "Lav ny kode")
    shown = next(each for each in own.window.findChildren(CodeDialog) if each.isVisible())
    code = next(each.text() for each in shown.findChildren(QLabel) if each.property("role") == "code")
    assert unlock_with_recovery_code(own.desk.store.directory, code.replace("\n", "-"))
    shown.reject()
    assert shown.isVisible()
    assert "vises kun nu" in shown.message()
    press(shown, "Udskriv …")
    shown.findChildren(QCheckBox)[0].setChecked(True)
    press(shown, "Luk")
    assert not shown.isVisible()


def test_that_the_keyring_is_turned_on_by_the_passphrase_and_off_without(own: Workplace) -> None:
    page = _page(own)
    card, directory = page.lock, own.desk.store.directory
    assert card is not None
    assert card.keyring.isChecked()
    card.keyring.click()
    assert not card.keyring.isChecked()
    assert key_file_state(directory).keyring_backend is None
    card.keyring.click()
    dialog = _dialog(own)
    assert not card.keyring.isChecked()
    _fill(dialog, passphrase=WRONG)
    press(dialog, "Slå til")
    assert not card.keyring.isChecked()
    _fill(dialog, passphrase=PASSPHRASE)
    press(dialog, "Slå til")
    assert card.keyring.isChecked()
    assert key_file_state(directory).keyring_backend is not None


@pytest.mark.usefixtures("no_keyring")
def test_that_a_machine_without_a_keyring_says_so_in_the_form(own: Workplace) -> None:
    page = _page(own)
    assert page.lock is not None
    assert not page.lock.keyring.isChecked()
    page.lock.keyring.click()
    dialog = _dialog(own)
    _fill(dialog, passphrase=PASSPHRASE)
    press(dialog, "Slå til")
    assert "ingen nøglering" in dialog.message()
    assert not page.lock.keyring.isChecked()
    dialog.reject()


def test_that_a_passphrase_is_kept_in_no_draft(own: Workplace) -> None:
    own.command("change_passphrase")
    dialog = _dialog(own)
    _fill(dialog, old=PASSPHRASE, new=NEW)
    assert PASSPHRASE not in dialog.form.to_json()
    assert NEW not in dialog.form.to_json()
    dialog.reject()
    with pytest.raises(Refused):
        unlock_with_passphrase(own.desk.store.directory, NEW)
