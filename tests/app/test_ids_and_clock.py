"""Identities keep their order, and the day is the Danish one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.clock import FixedClock
from app.ids import seeded_ids, system_ids
from app.talks.local_time import instant_of, local_day

AT = datetime(2007, 3, 20, 8, tzinfo=UTC)


def test_that_ids_of_one_instant_sort_in_the_order_they_were_made() -> None:
    make_id = system_ids()
    made = [make_id(AT) for _ in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


@given(st.lists(st.integers(min_value=0, max_value=10_000_000), min_size=2, max_size=20).map(sorted))
def test_that_ids_of_later_instants_sort_later(milliseconds: list[int]) -> None:
    make_id = seeded_ids(1)
    made = [make_id(AT + timedelta(milliseconds=one)) for one in milliseconds]
    assert made == sorted(made)


def test_that_an_id_is_a_uuid_of_version_seven_and_tells_its_instant() -> None:
    made = seeded_ids(7)(AT)
    assert len(made) == 36
    assert made[14] == "7"
    assert made[19] in "89ab"
    assert int(made.replace("-", "")[:12], 16) == 1_174_377_600_000


def test_that_the_same_seed_gives_the_same_ids() -> None:
    first, second = seeded_ids(3), seeded_ids(3)
    assert [first(AT) for _ in range(5)] == [second(AT) for _ in range(5)]


def test_that_a_fixed_clock_stands_in_danish_time() -> None:
    # Denmark is one hour before UTC in winter and two in summer.
    assert FixedClock(date(2007, 3, 20), time(8)).now() == datetime(2007, 3, 20, 7, tzinfo=UTC)
    assert FixedClock(date(2007, 6, 20), time(8)).now() == datetime(2007, 6, 20, 6, tzinfo=UTC)


def test_that_an_hour_before_midnight_utc_it_is_tomorrow_in_denmark() -> None:
    assert local_day(datetime(2007, 3, 20, 23, 30, tzinfo=UTC)) == date(2007, 3, 21)
    assert instant_of(date(2007, 3, 21), time(0, 30)) == datetime(2007, 3, 20, 23, 30, tzinfo=UTC)
