"""How the worker wants the program to look, and what they have been told of: kept on this machine only."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from sqlalchemy.orm import Session

from app.cases.settings import read_setting, write_setting
from app.changes import Done
from app.work import Work

THEME: Final = "theme"
"""Light, dark or as the desktop says."""

SEEN_VERSION: Final = "seen_version"
"""The version whose news the worker has been told of."""


class ThemeChoice(StrEnum):
    """The values of the setting `theme`."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


def theme_choice(session: Session) -> ThemeChoice:
    """What was chosen; as the desktop says until something has been."""
    value = read_setting(session, THEME)
    return ThemeChoice(value) if value in set(ThemeChoice) else ThemeChoice.SYSTEM


def choose_theme(work: Work, choice: ThemeChoice) -> Done:
    """Keep the choice."""
    write_setting(work, THEME, choice.value)
    return Done(THEME)


def note_version(work: Work, version: str) -> str | None:
    """Remember that this version has been opened; give the one before it when it was another, else None.

    None the first time, too: to somebody who has just begun everything is new.
    """
    before = read_setting(work.session, SEEN_VERSION)
    if before == version:
        return None
    write_setting(work, SEEN_VERSION, version)
    return before
