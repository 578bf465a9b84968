"""The program's settings: what holds while nothing is set, what cannot be set, and what a closed day changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from app.cases.screen_settings import (
    IDLE_MINUTES,
    ScreenSettings,
    SetClosedDays,
    SetIdleMinutes,
    SetSlotsPerWeek,
    SetTheme,
    ThemeChoice,
    read_screen_settings,
    set_closed_days,
    set_idle_minutes,
    set_slots_per_week,
    set_theme,
)
from app.cases.settings import write_setting
from app.changes import Done
from app.queue.closed_days import closed_days_of, rule_book_of
from app.queue.reading.rows import Connection
from app.rules.book import standard_rule_book
from app.rules.calendar import LocalHolidays
from app.work import Work
from tests.helpers.desk import Desk

CONSTITUTION_DAY = date(2007, 6, 5)


def _settings(desk: Desk) -> ScreenSettings:
    with desk.memory.reading() as session:
        return read_screen_settings(session)


def test_that_settings_hold_without_being_set_and_are_read_back_once_they_are(desk: Desk) -> None:
    assert _settings(desk) == ScreenSettings()
    done = desk.do(set_theme, SetTheme(ThemeChoice.DARK))
    assert ("setting", "theme") in done.changes.rows
    desk.do(set_idle_minutes, SetIdleMinutes(25))
    desk.do(set_slots_per_week, SetSlotsPerWeek(30))
    assert _settings(desk) == ScreenSettings(ThemeChoice.DARK, 25, 30)
    desk.do(set_slots_per_week, SetSlotsPerWeek(None))
    assert _settings(desk).slots_per_week is None


@pytest.mark.parametrize("minutes", [None, 0, 61])
def test_that_the_lock_cannot_be_set_out_of_force(desk: Desk, minutes: int | None) -> None:
    desk.refuses(set_idle_minutes, SetIdleMinutes(minutes), code="idle_out_of_range", field="idle_minutes")


@pytest.mark.parametrize(("written", "read"), [("0", 1), ("999", 60), ("aldrig", 10), ("", 10)])
def test_that_a_lock_that_was_put_out_of_force_in_the_store_still_locks(desk: Desk, written: str, read: int) -> None:
    def write(work: Work, request: str) -> Done:
        write_setting(work, IDLE_MINUTES, request)
        return Done("")

    desk.do(write, written)
    assert _settings(desk).idle_minutes == read


def test_that_too_many_talks_a_week_are_refused(desk: Desk) -> None:
    desk.refuses(set_slots_per_week, SetSlotsPerWeek(201), code="slots_out_of_range", field="slots_per_week")


def test_that_deadlines_are_counted_by_the_days_that_were_set(desk: Desk) -> None:
    with desk.memory.reading() as session:
        connection = cast("Connection", session.connection().connection.driver_connection)
        assert closed_days_of(connection) is None
        assert rule_book_of(connection) is standard_rule_book()
    assert standard_rule_book().calendar.is_working_day(CONSTITUTION_DAY)
    days = replace(LocalHolidays(), constitution_day=True)
    assert desk.do(set_closed_days, SetClosedDays(days)).changes
    assert _settings(desk).closed_days == days
    with desk.memory.reading() as session:
        book = rule_book_of(cast("Connection", session.connection().connection.driver_connection))
    assert not book.calendar.is_working_day(CONSTITUTION_DAY)
    assert standard_rule_book().with_closed_days(days).calendar.local == days
    assert book.with_set(book.rule_sets[-1]).calendar.local == days
