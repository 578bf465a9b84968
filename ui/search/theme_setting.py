"""From the setting `theme` to the theme in force."""

from __future__ import annotations

from typing import Any

from app.cases.settings import read_setting
from app.cases.settings_of_screen import THEME, ThemeChoice, theme_choice
from ui.theme.theme import Theme
from ui.theme.tokens import DARK, LIGHT


def read_theme(session: Any) -> ThemeChoice | None:  # noqa: ANN401 - a session, which ui does not know.
    """What was chosen; None where nothing ever was, so that nothing need be drawn anew."""
    return None if read_setting(session, THEME) is None else theme_choice(session)


def apply_theme(theme: Theme, choice: ThemeChoice) -> None:
    """Let the program look so."""
    if choice is ThemeChoice.SYSTEM:
        theme.follow_desktop()
    else:
        theme.keep(DARK if choice is ThemeChoice.DARK else LIGHT)


def opposite(theme: Theme) -> ThemeChoice:
    """The other one than what is seen."""
    return ThemeChoice.LIGHT if theme.colours.dark else ThemeChoice.DARK
