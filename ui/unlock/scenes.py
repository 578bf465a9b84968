"""The pictures of the ways in that one comes to from others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from db.store.backup import Backup
from ui.settings.backup_text import BackupRow
from ui.shell.offer import Scene
from ui.unlock.new_passphrase_page import NewPassphrasePage
from ui.unlock.reopen_page import ReopenPage
from ui.unlock.restore_page import RestorePage
from ui.unlock.unlock_page import UnlockPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace
    from ui.unlock.gate_page import GatePage


def _gate(make: Callable[[Workplace], GatePage]) -> Callable[[Workplace], QWidget]:
    def show(workplace: Workplace) -> QWidget:
        workplace.window.show_gate(make(workplace))
        return workplace.window

    return show


def _restore(workplace: Workplace) -> GatePage:
    page = RestorePage(workplace.theme)
    folder = Path("Sikkerhedskopier") / "000012-2007-03-19-1605"
    backup = Backup(folder, 12, "2007-03-19-1605")
    page.show_backups(folder, (BackupRow(backup, "I går kl. 16.05", "", "5,7 MB"),))
    return page


def _back_to_work(workplace: Workplace) -> None:
    workplace.window.show_work()


SCENES: Final = (
    Scene("gendan", _gate(_restore), _back_to_work),
    Scene("ny-adgangssaetning", _gate(lambda workplace: NewPassphrasePage(workplace.theme)), _back_to_work),
    Scene("laast", _gate(lambda workplace: UnlockPage(workplace.theme, returning=True)), _back_to_work, small=True),
    Scene("laast-demo", _gate(lambda workplace: ReopenPage(workplace.theme)), _back_to_work),
)
