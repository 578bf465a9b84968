"""Sickness follow-up, on sickness benefit and on cash assistance."""

from __future__ import annotations

from typing import Any

import pytest

from app.queue.facts import SicknessFact
from app.queue.item import Lane
from db.values.cases import SicknessGroup
from db.values.people import BenefitType
from tests.app.queue.edges import Edge, edge_test, kinds_on, row
from tests.helpers.built_facts import benefit, citizen, day, match, talk
from tests.helpers.changed_facts import replace

GIVEN = SicknessFact("sickness-1", day("2007-03-09"), day("2007-03-09"), SicknessGroup.FOUR_WEEKS)


def _sick(kind: BenefitType = BenefitType.SICKNESS_BENEFIT, **changes: Any) -> Any:
    return citizen(benefits=(benefit("2006-01-01", None, kind),), sicknesses=(replace(GIVEN, **changes),))


def _followed_up(*on: str, group: SicknessGroup | None = SicknessGroup.FOUR_WEEKS, **more: Any) -> Any:
    return _sick(follow_ups=tuple(map(day, on)), group=group, **more)


LONG: dict[str, Any] = {"first_absence_on": day("2006-04-07"), "follow_ups": (day("2007-03-01"),)}

EDGES = [
    Edge(
        "SICK_FIRST",
        "eight weeks, to Store Bededag",
        _sick(),
        opens="2007-04-06",
        amber="2007-04-20",
        due="2007-05-04",
        act_by="2007-05-03",
        answered=[_followed_up("2007-05-04"), _sick(recovered_on=day("2007-05-01"))],
    ),
    Edge(
        "SICK_FIRST",
        "to the end of the month",
        _sick(first_absence_on=day("2007-01-03")),
        opens="2007-01-31",
        amber="2007-02-14",
        due="2007-02-28",
    ),
    Edge(
        "SICK_FOLLOWUP_4W",
        "to Good Friday",
        _followed_up("2007-02-09", "2007-03-09"),
        opens="2007-03-27",
        amber="2007-04-01",
        due="2007-04-06",
        act_by="2007-04-04",
        occurrence="2007-03-09",
        answered=[_followed_up("2007-03-09", "2007-04-06"), _followed_up("2007-03-09", recovered_on=day("2007-04-06"))],
    ),
    Edge(
        "SICK_FOLLOWUP_4W",
        "to the end of the month",
        _followed_up("2007-01-31"),
        opens="2007-02-18",
        amber="2007-02-23",
        due="2007-02-28",
        occurrence="2007-01-31",
    ),
    Edge(
        "SICK_FOLLOWUP_8W",
        "to the end of the month",
        _followed_up("2007-03-05", group=SicknessGroup.EIGHT_WEEKS),
        opens="2007-04-16",
        amber="2007-04-23",
        due="2007-04-30",
        occurrence="2007-03-05",
        answered=[_followed_up("2007-04-30", group=SicknessGroup.EIGHT_WEEKS)],
    ),
    Edge(
        "SICK_FOLLOWUP_8W",
        "for who is in no group, to the first of May",
        _followed_up("2007-03-06", group=None),
        opens="2007-04-17",
        amber="2007-04-24",
        due="2007-05-01",
        act_by="2007-04-30",
        occurrence="2007-03-06",
    ),
    Edge(
        "SICK_FORM_RETURN",
        "eight days, to Good Friday; then it is ours",
        _sick(form_sent_on=day("2007-03-29")),
        opens="2007-03-29",
        amber="2007-04-04",
        due="2007-04-06",
        act_by="2007-04-04",
        on_due=Lane.WAITING,
        answered=[_sick(form_sent_on=day("2007-03-29"), form_returned_on=day("2007-04-02"))],
    ),
    Edge(
        "SICK_FORM_RETURN",
        "by the form's own date, over the end of the month",
        _sick(form_sent_on=day("2007-03-26"), form_due_on=day("2007-04-02")),
        opens="2007-03-26",
        amber="2007-03-31",
        due="2007-04-02",
        on_due=Lane.WAITING,
    ),
    Edge(
        "RISK_MISSING",
        "fourteen days after the notice, to Good Friday",
        _sick(notified_on=day("2007-03-23")),
        opens="2007-03-30",
        amber="2007-04-03",
        due="2007-04-06",
        act_by="2007-04-04",
        answered=[_sick(notified_on=day("2007-03-23"), risk_assessed_on=day("2007-04-02"))],
    ),
    Edge(
        "RISK_MISSING",
        "to the end of the month",
        _sick(notified_on=day("2007-02-14")),
        opens="2007-02-21",
        amber="2007-02-25",
        due="2007-02-28",
    ),
    Edge(
        "BENEFIT_LIMIT",
        "the 364th day, Good Friday; seen from week 39, amber from week 46",
        _sick(**LONG),
        opens="2007-01-05",
        amber="2007-02-23",
        due="2007-04-06",
        act_by="2007-04-04",
        answered=[_sick(**LONG, extension_decided_on=day("2007-04-02")), _sick(**LONG, recovered_on=day("2007-04-02"))],
    ),
    Edge(
        "BENEFIT_LIMIT",
        "ten weeks earlier when ten were used before, at the end of the month",
        _sick(first_absence_on=day("2006-07-10"), earlier_weeks_used=10),
        opens="2007-01-29",
        amber="2007-03-19",
        due="2007-04-30",
    ),
]

test_edges = edge_test(EDGES)


def test_that_a_sick_recipient_of_cash_assistance_is_followed_up_and_keeps_the_contact_course() -> None:
    case = citizen(
        benefits=(benefit("2006-01-01"),),
        matches=(match("2006-01-05"),),
        talks=(talk("2007-02-06"),),
        sicknesses=(replace(GIVEN, form_sent_on=day("2007-04-20")),),
    )
    found = kinds_on(case, "2007-04-25")
    assert {"SICK_FIRST", "RISK_MISSING", "SICK_FORM_RETURN", "CONTACT_DUE"} <= found
    assert "BENEFIT_LIMIT" not in found


@pytest.mark.parametrize("kind", [BenefitType.UNEMPLOYMENT_BENEFIT, BenefitType.NONE])
def test_that_sickness_on_other_benefits_is_not_ours(kind: BenefitType) -> None:
    assert not kinds_on(_sick(kind, form_sent_on=day("2007-04-20")), "2007-05-04")


def test_that_the_earlier_weeks_stand_in_the_reason() -> None:
    found = row(_sick(first_absence_on=day("2006-07-10"), earlier_weeks_used=10), "2007-04-30", "BENEFIT_LIMIT")
    assert found is not None
    assert found.reason.startswith("Første fraværsdag var 10. juli 2006, og 10 uger var brugt før.")
