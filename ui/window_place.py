"""Where the window stood: the one thing that is kept outside the store, since it tells nothing about anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSettings

if TYPE_CHECKING:
    from ui.shell.main_window import MainWindow

_KEY: Final = "geometry"


def put_back(window: MainWindow) -> None:
    """Put the window where it was; one that was never kept stays where it is."""
    kept = _settings().value(_KEY)
    if isinstance(kept, QByteArray):
        window.restoreGeometry(kept)


def keep(window: MainWindow) -> None:
    """Note where it is now."""
    settings = _settings()
    settings.setValue(_KEY, window.saveGeometry())
    settings.sync()


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "tovholder", "window")
