"""The pictures of the room of imports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ui.imports.import_dialog import ImportDialog
from ui.imports.import_run import ImportSetting
from ui.shell.offer import Scene

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def _dialog(workplace: Workplace) -> QWidget:
    desk = workplace.desk
    dialog = ImportDialog(
        desk.runner, ImportSetting(desk.store, desk.author, desk.clock, desk.make_id), workplace.window
    )
    dialog.choose_files([Path("borgere-marts.csv"), Path("samtaler-marts.csv")])
    dialog.show()
    return dialog


def _close(workplace: Workplace) -> None:
    for dialog in workplace.window.findChildren(ImportDialog):
        dialog.close()


SCENES: Final = (Scene("indlaes", _dialog, _close),)
