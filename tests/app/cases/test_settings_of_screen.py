"""How the program looks is kept in the store, and a new version is told of once."""

from __future__ import annotations

from datetime import date

from app.cases.settings import write_setting
from app.cases.settings_of_screen import THEME, ThemeChoice, choose_theme, note_version, theme_choice
from app.clock import FixedClock
from app.work import working
from db.rows.local import ChangesetRow
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


def test_that_the_choice_of_light_or_dark_is_kept_and_nonsense_follows_the_desktop(desk: Desk) -> None:
    before = desk.count(ChangesetRow)

    def chosen() -> ThemeChoice:
        with desk.memory.reading() as session:
            return theme_choice(session)

    assert chosen() is ThemeChoice.SYSTEM
    desk.do(choose_theme, ThemeChoice.DARK)
    assert chosen() is ThemeChoice.DARK
    desk.do(choose_theme, ThemeChoice.SYSTEM)
    assert chosen() is ThemeChoice.SYSTEM
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="x") as work:
        write_setting(work, THEME, "lyserød")
    assert chosen() is ThemeChoice.SYSTEM
    assert desk.count(ChangesetRow) == before


def test_that_a_new_version_is_told_of_once_and_never_the_first_time(desk: Desk) -> None:
    told = []
    for version in ("1.0", "1.0", "1.1", "1.1", "1.2"):
        with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="x") as work:
            told.append(note_version(work, version))
    assert told == [None, None, "1.0", None, "1.1"]
