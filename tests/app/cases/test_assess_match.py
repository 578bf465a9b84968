"""Match assessments: their reason, their report, their history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.assess_match import AssessMatch, MatchChange, assess_match
from db.rows.people import MatchAssessmentRow
from db.rows.talks import PortalReportRow
from db.values.people import MatchBasis
from db.values.talks import ReportState, ReportSubject
from tests.helpers.desk import Desk


@pytest.fixture
def request_(desk: Desk) -> AssessMatch:
    basis = (MatchBasis.SKILLS, MatchBasis.HEALTH)
    return AssessMatch(desk.citizen(), 4, date(2007, 3, 20), basis, "Kan arbejde ti timer om ugen.")


def test_that_an_assessment_is_written_with_its_report(desk: Desk, request_: AssessMatch) -> None:
    done = desk.do(assess_match, request_)
    row, report = desk.row(MatchAssessmentRow), desk.row(PortalReportRow)
    assert (row.category, row.basis, row.assessed_by) == (4, "skills,health", desk.me)
    assert (report.subject, report.subject_id, report.state) == (ReportSubject.MATCH, row.id, ReportState.TO_SEND)
    assert report.counted_from == date(2007, 3, 20)
    assert not done.notices


def test_that_coming_closer_to_work_is_noticed_and_the_history_kept(desk: Desk, request_: AssessMatch) -> None:
    desk.do(assess_match, replace(request_, assessed_on=date(2007, 1, 10)))
    done = desk.do(assess_match, replace(request_, category=3))
    assert done.notices == ("Opmatchning fra match 4 til 3.",)
    assert [row.category for row in desk.rows(MatchAssessmentRow)] == [4, 3]


def test_that_a_change_away_from_work_is_no_opmatchning() -> None:
    assert not MatchChange(3, 4).is_up
    assert MatchChange(3, 4).text == "Nedmatchning fra match 3 til 4."


def test_that_an_earlier_assessment_is_compared_with_what_held_then(desk: Desk, request_: AssessMatch) -> None:
    desk.do(assess_match, request_)
    assert not desk.do(assess_match, replace(request_, category=2, assessed_on=date(2007, 1, 1))).notices


@pytest.mark.parametrize(("changes", "code", "field"), [
    ({"reason": "  "}, "missing", "reason"),
    ({"basis": ()}, "missing", "basis"),
    ({"basis": (MatchBasis.HEALTH,)}, "health_only", "basis"),
    ({"category": 6}, "no_such_category", "category"),
    ({"category": 0}, "no_such_category", "category"),
    ({"assessed_on": date(2007, 3, 21)}, "in_the_future", "assessed_on"),
    ({"next_assessment_on": date(2007, 3, 1)}, "wrong_order", "next_assessment_on"),
    ({"case_id": "x"}, "unknown_case", "case_id"),
])  # fmt: skip
def test_that_a_poor_assessment_is_refused(
    desk: Desk, request_: AssessMatch, changes: dict[str, object], code: str, field: str
) -> None:
    desk.refuses(assess_match, replace(request_, **changes), code=code, field=field)  # type: ignore[arg-type] # fields by name
