"""Qt's own words in Danish."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


def load_danish() -> None:
    """Let the buttons and menus that Qt brings itself be Danish."""
    translator = QTranslator(QCoreApplication.instance())
    if translator.load("qtbase_da", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QCoreApplication.installTranslator(translator)
