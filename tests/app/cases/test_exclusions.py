"""Exclusions from the indicators, and other contact courses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.contact_overrides import (
    EndContactOverride,
    SetContactOverride,
    end_contact_override,
    set_contact_override,
)
from app.cases.exclusions import EndExclusion, Exclude, end_exclusion, exclude
from db.rows.people import ContactOverrideRow, ExclusionRow
from db.values.people import ExclusionReason, FollowUpModel
from tests.helpers.desk import Desk


@pytest.fixture
def leave(desk: Desk) -> Exclude:
    return Exclude(desk.citizen(), ExclusionReason.PARENTAL_LEAVE, date(2007, 3, 1), date(2007, 9, 1))


def test_that_six_months_are_allowed_and_a_day_more_is_not(desk: Desk, leave: Exclude) -> None:
    too_long = replace(leave, until_on=date(2007, 9, 2))
    desk.refuses(exclude, too_long, code="too_long", field="until_on")
    desk.do(exclude, leave)
    assert desk.row(ExclusionRow).until_on == date(2007, 9, 1)


def test_that_six_months_end_with_the_month_where_it_is_shorter(desk: Desk, leave: Exclude) -> None:
    desk.do(exclude, replace(leave, from_on=date(2006, 8, 31), until_on=date(2007, 2, 28)))
    late = replace(leave, from_on=date(2006, 8, 31), until_on=date(2007, 3, 1))
    desk.refuses(exclude, late, code="too_long", field="until_on")


@pytest.mark.parametrize(("changes", "code", "field"), [
    ({"until_on": None}, "missing", "until_on"),
    ({"until_on": date(2007, 2, 28)}, "wrong_order", "until_on"),
    ({"reason": ExclusionReason.OTHER}, "missing", "reason_text"),
])  # fmt: skip
def test_that_an_open_or_unexplained_exclusion_is_refused(
    desk: Desk, leave: Exclude, changes: dict[str, object], code: str, field: str
) -> None:
    desk.refuses(exclude, replace(leave, **changes), code=code, field=field)  # type: ignore[arg-type] # fields by name


def test_that_an_exclusion_ends_earlier_but_never_later(desk: Desk, leave: Exclude) -> None:
    exclusion = desk.do(exclude, leave).id
    longer = EndExclusion(exclusion, date(2007, 9, 2))
    desk.refuses(end_exclusion, longer, code="too_long", field="until_on")
    desk.do(end_exclusion, EndExclusion(exclusion, date(2007, 4, 1)))
    assert desk.row(ExclusionRow).until_on == date(2007, 4, 1)


def test_that_a_closer_contact_replaces_the_one_before(desk: Desk) -> None:
    case = desk.citizen()
    first = SetContactOverride(case, FollowUpModel.INTENSIVE, 28, date(2007, 1, 1), "Ny i kontanthjælp")
    desk.do(set_contact_override, first)
    done = desk.do(set_contact_override, replace(first, interval_days=14, from_on=date(2007, 3, 1)))
    assert [(row.interval_days, row.until_on) for row in desk.rows(ContactOverrideRow)] == [
        (28, date(2007, 3, 1)),
        (14, None),
    ]
    desk.do(end_contact_override, EndContactOverride(done.id, date(2007, 6, 1)))
    assert desk.row(ContactOverrideRow, id=done.id).until_on == date(2007, 6, 1)


def test_that_a_contact_override_needs_a_reason_and_an_interval(desk: Desk) -> None:
    request = SetContactOverride(desk.citizen(), FollowUpModel.TELEPHONE, 28, date(2007, 1, 1), "")
    desk.refuses(set_contact_override, request, code="missing", field="reason")
    none = replace(request, reason="Bor langt væk", interval_days=0)
    desk.refuses(set_contact_override, none, code="not_positive", field="interval_days")
