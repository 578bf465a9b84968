"""The pictures of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialog

from ui.settings.access_forms import change_passphrase_form
from ui.settings.backup_card import BackupCard, restore_dialog
from ui.settings.offer import SETTINGS_PAGE
from ui.settings.settings_page import SettingsPage
from ui.shell.offer import Scene

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def _page(workplace: Workplace) -> SettingsPage:
    page = workplace.show_page(SETTINGS_PAGE)
    assert isinstance(page, SettingsPage)  # noqa: S101 - this room makes it.
    page.area.verticalScrollBar().setValue(0)
    return page


def _card(workplace: Workplace) -> BackupCard:
    card = _page(workplace).backups
    assert card is not None  # noqa: S101 - pictures are drawn with work done on the spot.
    return card


def _settings(workplace: Workplace) -> QWidget:
    card = _card(workplace)
    if not card.table.rows.rowCount():
        card.make.click()
        workplace.window.notice.hide()
    return workplace.window


def _backups(workplace: Workplace) -> QWidget:
    _settings(workplace)
    _card(workplace).table.selectRow(0)
    bar = _page(workplace).area.verticalScrollBar()
    bar.setValue(bar.maximum())
    return workplace.window


def _passphrase(workplace: Workplace) -> QWidget:
    dialog = change_passphrase_form(workplace, _page(workplace))
    dialog.open()
    return dialog


def _restore(workplace: Workplace) -> QWidget:
    _backups(workplace)
    table = _card(workplace).table
    dialog = restore_dialog(workplace, table.rows.row(0), 14, table)
    dialog.open()
    return dialog


def _close(workplace: Workplace) -> None:
    for dialog in _page(workplace).findChildren(QDialog):
        dialog.close()
        dialog.deleteLater()


SCENES: Final = (
    Scene("indstillinger", _settings),
    Scene("indstillinger-sikkerhedskopier", _backups, small=True),
    Scene("skift-adgangssaetning", _passphrase, _close),
    Scene("gendan-sikkerhedskopi", _restore, _close),
)
