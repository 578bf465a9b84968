"""Who has what: spreading and taking it back, cover, the leader's lists, and the unit for citizens in offers."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cases.caseload import read_whole_caseload
from app.cases.change_holders import (
    ChangeHolders,
    Share,
    TakeBackHolders,
    change_holders,
    holdings_in,
    take_back_holders,
)
from app.cases.covers import TakeBackCover, covers, take_back_cover
from app.cases.drafts import DraftKey, KeepDraft, keep_draft
from app.cases.exclusion_list import exclusion_lines
from app.cases.exclusions import Exclude, exclude
from app.cases.holder_form import HOLDER_FORM, open_holder_form
from app.cases.holders import AssignHolder, HandOver, assign_holder, hand_over
from app.cases.offer_unit import SetOfferUnit, due_hand_overs, offer_unit, set_offer_unit
from app.cases.restrict_case import RestrictCase, restrict_case
from app.cases.restriction_list import restriction_lines
from app.cases.spread_plan import CaseToSpread, load_changes, spread_plan
from app.cases.workers import SetCover, set_cover
from app.cases.workload import Workload, read_units, read_workloads
from app.clock import FixedClock
from app.work import Work, working
from db.errors import Refused
from db.rows.orders import PlacementRow
from db.rows.people import CaseHoldingRow
from db.store.store import Store
from db.values.offers import PlacementState
from db.values.people import ExclusionReason
from tests.helpers.desk import TODAY, Desk, make_desk

JANUARY = date(2007, 1, 2)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    with Store.create(tmp_path / "store", secrets.token_bytes(32)) as store:
        yield make_desk(store)


def three(desk: Desk) -> list[str]:
    """Two cases of mine and one of nobody."""
    cases = [desk.citizen(f"Navn {no}", cpr=f"610175-100{no}") for no in range(1, 4)]
    for case in cases[:2]:
        desk.do(assign_holder, AssignHolder(case, desk.me, desk.unit, JANUARY))
    return cases


def at_work(desk: Desk) -> AbstractContextManager[Work]:
    clock = FixedClock(TODAY)
    return working(desk.store, author=desk.me, clock=clock, make_id=desk.make_id, use_case="test")


def holder_of(desk: Desk, case: str) -> str | None:
    with desk.store.raw_reader() as connection:
        return next(row.holder_id for row in read_whole_caseload(connection, TODAY) if row.case_id == case)


def test_that_many_cases_go_to_several_holders_in_one_save_and_come_back(office: Desk) -> None:
    first, second, nobodys = three(office)
    before = office.contents()["case_holding"]
    shares = (
        Share(office.colleague, office.other_unit, (first, nobodys)),
        Share(None, office.unit, (second,)),
    )
    done = office.do(change_holders, ChangeHolders(shares, TODAY, "Ny fordeling", TODAY))
    assert [holder_of(office, case) for case in (first, second, nobodys)] == [office.colleague, None, office.colleague]
    assert {row.letter_sent_on for row in office.rows(CaseHoldingRow, reason="Ny fordeling")} == {TODAY}
    assert done.changes.cases == {first, second, nobodys}
    office.do(take_back_holders, TakeBackHolders(holdings_in(done)))
    assert [holder_of(office, case) for case in (first, second, nobodys)] == [office.me, office.me, None]
    # What was there before is as it was; the change is still to be read in the history.
    standing = [row for row in office.rows(CaseHoldingRow) if row.withdrawn_on is None]
    assert len(standing) == len(before)
    assert {row.to_on for row in standing} == {None}


def test_that_what_was_handed_on_in_the_meantime_is_not_taken_back(office: Desk) -> None:
    first, second, _ = three(office)
    request = ChangeHolders((Share(office.colleague, office.other_unit, (first, second)),), TODAY, "Ferie")
    done = office.do(change_holders, request)
    office.do(hand_over, HandOver(first, office.me, office.unit, TODAY, "Alligevel ikke"))
    back = TakeBackHolders(holdings_in(done))
    office.refuses(take_back_holders, back, code="changed_since", field=None)


def test_that_a_case_nobody_has_needs_no_reason_and_any_other_does(office: Desk) -> None:
    first, _, nobodys = three(office)
    office.do(change_holders, ChangeHolders((Share(office.me, office.unit, (nobodys,)),), TODAY, ""))
    assert holder_of(office, nobodys) == office.me
    request = ChangeHolders((Share(office.colleague, office.other_unit, (first,)),), TODAY, " ")
    office.refuses(change_holders, request, code="missing", field="reason")
    office.refuses(change_holders, ChangeHolders((), TODAY, "x"), code="missing", field="case_ids")


def test_that_a_change_is_all_or_nothing(office: Desk) -> None:
    first, second, _ = three(office)
    office.do(restrict_case, RestrictCase(second, "Ansat", (office.me,), TODAY))
    request = ChangeHolders((Share(office.colleague, office.other_unit, (first, second)),), TODAY, "Ferie")
    office.refuses(change_holders, request, code="closed_to_worker", field="to_worker_id")
    assert holder_of(office, first) == office.me


def test_that_the_form_knows_its_cases_from_the_draft_and_brings_no_other_back(office: Desk) -> None:
    first, second, nobodys = three(office)
    key = DraftKey(HOLDER_FORM)
    with working(
        office.store, author=office.me, clock=FixedClock(TODAY), make_id=office.make_id, use_case="draft"
    ) as work:
        state = f'{{"fields": {{"reason": "Ferie", "cases": ["{first}", "{second}"]}}}}'
        keep_draft(work, KeepDraft(key, state))
    with working(
        office.store, author=office.me, clock=FixedClock(TODAY), make_id=office.make_id, use_case="open"
    ) as work:
        again = open_holder_form(work, key, ())
        assert [case.case_id for case in again.cases] == [first, second]
        assert again.draft == state
        assert again.head is None
        other = open_holder_form(work, key, (first, nobodys))
        assert other.draft is None
        # They lie in no unit together, so that there is none to lay them in.
        assert other.unit_id is None
        assert open_holder_form(work, DraftKey(HOLDER_FORM, first), ()).head is not None
        with pytest.raises(Refused):
            open_holder_form(work, DraftKey(HOLDER_FORM), ("gone",))


def test_that_workloads_count_restricted_cases_too_and_weigh_them(office: Desk) -> None:
    first, _, _ = three(office)
    office.do(restrict_case, RestrictCase(first, "Ansat", (office.colleague,), TODAY))
    with office.store.raw_reader() as connection:
        loads = {load.name: load for load in read_workloads(connection, TODAY)}
    assert (loads["M. Holm"].cases, loads["M. Holm"].weight) == (2, 200)
    assert (loads["A. Lind"].cases, loads["A. Lind"].unit_name) == (0, "Musvågevej")


LOADS = {name: Workload(name, name, None, None, 10, weight) for name, weight in (("a", 1000), ("b", 500), ("c", 500))}


def test_that_couples_stay_with_one_holder_and_the_weight_becomes_even() -> None:
    cases = [
        CaseToSpread("1", "a", 150, "home"),
        CaseToSpread("2", "a", 150, "home"),
        CaseToSpread("3", "a", 200),
        CaseToSpread("4", "a", 100),
    ]
    shares = spread_plan(cases, ("b", "c"), LOADS)
    assert shares == {"b": ("1", "2"), "c": ("3", "4")}
    changes = {change.worker_id: change for change in load_changes(cases, shares, LOADS)}
    assert (changes["a"].cases_after, changes["a"].weight_after) == (6, 400)
    assert (changes["b"].cases_after, changes["b"].weight_after) == (12, 800)
    assert spread_plan(cases, (), LOADS) == {}


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b", None]), st.integers(0, 300), st.sampled_from([None, "x", "y"])),
        max_size=20,
    ),
    st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, unique=True),
)
def test_that_every_case_is_spread_once_and_no_weight_is_lost(
    drawn: list[tuple[str | None, int, str | None]], workers: list[str]
) -> None:
    cases = [CaseToSpread(str(no), holder, weight, home) for no, (holder, weight, home) in enumerate(drawn)]
    shares = spread_plan(cases, workers, LOADS)
    assert sorted(case for share in shares.values() for case in share) == sorted(case.case_id for case in cases)
    changes = load_changes(cases, shares, LOADS)
    unheld = sum(case.weight for case in cases if case.holder_id is None)
    assert sum(change.weight_after - change.weight_before for change in changes) == unheld


def test_that_a_cover_is_listed_until_it_has_ended_and_can_be_taken_back(office: Desk) -> None:
    done = office.do(set_cover, SetCover(office.me, office.colleague, office.unit, date(2007, 3, 19), TODAY))
    with office.store.reading() as session:
        (cover,) = covers(session, TODAY)
        assert (cover.for_name, cover.by_name, cover.runs_on(TODAY)) == ("M. Holm", "A. Lind", True)
        assert not cover.runs_on(TODAY + timedelta(days=1))
        assert covers(session, TODAY + timedelta(days=1)) == ()
    office.do(take_back_cover, TakeBackCover(done.id))
    with office.store.reading() as session:
        assert covers(session, TODAY) == ()
    office.refuses(take_back_cover, TakeBackCover(done.id), code="unknown_row", field="cover_id")


def test_that_the_list_of_exclusions_says_who_why_and_by_whom(office: Desk) -> None:
    first, second, third = three(office)
    office.do(exclude, Exclude(first, ExclusionReason.OTHER, TODAY, date(2007, 6, 1), "Rejse"))
    office.do(exclude, Exclude(second, ExclusionReason.IN_HOSPITAL, JANUARY, date(2007, 3, 19)))
    office.do(exclude, Exclude(third, ExclusionReason.IN_PRISON, TODAY, date(2007, 5, 1)))
    office.do(restrict_case, RestrictCase(third, "Ansat", (office.colleague,), TODAY))
    with office.store.reading() as session:
        (line,) = exclusion_lines(session, worker_id=office.me, today=TODAY)
    assert (line.name, line.reason, line.reason_text) == ("Navn 1", ExclusionReason.OTHER, "Rejse")
    assert (line.until_on, line.by_name, line.written_on) == (date(2007, 6, 1), "M. Holm", TODAY)


def test_that_the_list_of_restrictions_tells_nothing_of_what_one_may_not_open(office: Desk) -> None:
    first, second, _ = three(office)
    office.do(restrict_case, RestrictCase(first, "Min nabo", (office.me,), TODAY))
    office.do(restrict_case, RestrictCase(second, "Hemmelig grund", (office.colleague,), TODAY))
    with office.store.reading() as session:
        seen, masked = restriction_lines(session, worker_id=office.me, today=TODAY)
    assert (seen.name, seen.readers, seen.reason) == ("Navn 1", ("M. Holm",), "Min nabo")
    assert (masked.case_id, masked.born, masked.name, masked.readers) == (None, None, "Spærret sag", ())
    assert "Hemmelig" not in repr(masked)
    assert "Navn 2" not in repr(masked)


def test_that_citizens_in_an_offer_go_to_its_unit_and_back_to_the_holder_before(office: Desk) -> None:
    first, second, _ = three(office)

    def stay(case: str, *, state: PlacementState) -> str:
        with working(
            office.store, author=office.me, clock=FixedClock(TODAY), make_id=office.make_id, use_case="stay"
        ) as work:
            row = PlacementRow(case_id=case, offer_no="T1", title="Køkken", from_on=date(2007, 3, 1), state=state)
            return work.add(row).id

    def due() -> list[tuple[str, bool, str | None]]:
        with office.store.reading() as session:
            unit = offer_unit(session)
        if unit is None:
            return []
        with office.store.raw_reader() as connection:
            rows = read_whole_caseload(connection, TODAY)
            names = read_units(connection)
            loads = read_workloads(connection, TODAY, rows=rows)
            return [
                (each.name, each.back, each.to_name)
                for each in due_hand_overs(connection, rows, (unit, names[unit]), loads)
            ]

    stay(first, state=PlacementState.RUNNING)
    stay(second, state=PlacementState.PLANNED)
    # As long as nobody has said that there is such a unit, nothing is asked.
    assert due() == []
    office.refuses(set_offer_unit, SetOfferUnit("no-unit"), code="unknown_unit", field="unit_id")
    office.do(set_offer_unit, SetOfferUnit(office.other_unit))
    assert due() == [("Navn 1", False, "A. Lind")]
    share = Share(office.colleague, office.other_unit, (first,))
    office.do(change_holders, ChangeHolders((share,), TODAY, "Borgeren er i tilbud"))
    assert due() == []
    with office.store.writing() as session:
        for row in session.query(PlacementRow).filter_by(case_id=first):
            row.state, row.ended_on = PlacementState.COMPLETED, TODAY
    assert due() == [("Navn 1", True, "M. Holm")]
    office.do(set_offer_unit, SetOfferUnit(None))
    assert due() == []
