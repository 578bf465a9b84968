"""The caseload out of a real encrypted store: what stands in a row, whom it leaves out, and how it is chosen."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.cases.addresses import split_address
from app.cases.assess_match import AssessMatch, assess_match
from app.cases.benefits import StartBenefit, start_benefit
from app.cases.case_weight import weight_words
from app.cases.caseload import read_caseload, read_whole_caseload
from app.cases.caseload_choice import CaseloadChoice, Filters, Scope
from app.cases.caseload_index import CaseloadIndex
from app.cases.caseload_row import CaseColumn, CaseloadRow, Deadline
from app.cases.close_case import CloseCase, close_case
from app.cases.holders import AssignHolder, assign_holder
from app.cases.households import JoinHousehold, SetLivesApart, join_household, set_lives_apart
from app.cases.restrict_case import RestrictCase, restrict_case
from app.talks.notes import WriteNote, write_note
from db.rows.people import CitizenRow
from db.store.store import Store
from db.values.people import BenefitType, ClosingReason, MatchBasis
from db.values.talks import NoteKind
from tests.helpers.desk import Desk, make_desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    with Store.create(tmp_path / "store", secrets.token_bytes(32)) as store:
        yield make_desk(store)


def rows(desk: Desk, worker: str | None = None) -> dict[str, CaseloadRow]:
    with desk.store.raw_reader() as connection:
        return {row.name: row for row in read_caseload(connection, worker or desk.me, TODAY)}


@pytest.fixture
def index(office: Desk) -> Iterator[CaseloadIndex]:
    """Five citizens: two of mine, one of a colleague's, one of nobody's, one ended."""
    names = ("Aase Ødum", "Bo Ågård", "Carl Zahle", "Dora Æbelø", "Erik Aaberg")
    cases = [office.citizen(name, cpr=f"61017{no}-100{no}") for no, name in enumerate(names)]
    own, others = (office.me, office.unit), (office.colleague, office.other_unit)
    for case, (worker, unit) in zip(cases, (own, own, others, (None, office.other_unit), own), strict=True):
        office.do(assign_holder, AssignHolder(case, worker, unit, date(2007, 1, 2)))
    office.do(close_case, CloseCase(cases[4], TODAY, ClosingReason.PENSION))
    office.do(assess_match, AssessMatch(cases[1], 4, TODAY, (MatchBasis.HEALTH, MatchBasis.SKILLS), "Kan løfte lidt."))
    office.do(write_note, WriteNote(cases[0], "Ringede.", date(2007, 3, 1), NoteKind.PHONE))
    with office.store.raw_reader() as connection:
        made = CaseloadIndex(read_caseload(connection, office.me, TODAY), office.me, office.unit)
    yield made
    made.close()


def names(index: CaseloadIndex, choice: CaseloadChoice) -> list[str]:
    return [index.rows[number].name for number in index.choose(choice).rows]


ALL = CaseloadChoice(Scope.ALL)


def test_that_a_scope_has_its_cases_and_their_number(index: CaseloadIndex) -> None:
    expected = {
        Scope.MINE: ["Bo Ågård", "Aase Ødum"],
        Scope.TEAM: ["Bo Ågård", "Aase Ødum"],
        Scope.ALL: ["Carl Zahle", "Dora Æbelø", "Aase Ødum", "Bo Ågård"],
        Scope.UNASSIGNED: ["Dora Æbelø"],
        Scope.CLOSED: ["Erik Aaberg"],
    }
    counts = index.counts()
    for scope, shown in expected.items():
        assert sorted(names(index, CaseloadChoice(scope))) == sorted(shown)
        assert counts[scope] == len(shown)


def test_that_names_stand_in_danish_order_both_ways(index: CaseloadIndex) -> None:
    danish = ["Carl Zahle", "Dora Æbelø", "Aase Ødum", "Bo Ågård"]
    assert names(index, ALL) == danish
    assert names(index, replace(ALL, descending=True)) == danish[::-1]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ødum", ["Aase Ødum"]), ("odum", ["Aase Ødum"]), ("aage", []), ("agard bo", ["Bo Ågård"]), ("%", []), ("_", []),
     ("61", []), ("01.1961", []), ("zah dora", [])],
)  # fmt: skip
def test_that_typing_finds_parts_of_the_name_in_any_spelling(
    index: CaseloadIndex, typed: str, found: list[str]
) -> None:
    assert names(index, replace(ALL, text=typed)) == found


def test_that_a_birth_date_is_found_as_it_is_written(index: CaseloadIndex) -> None:
    born = index.rows[0].born
    for typed in (f"{born:%d.%m.%Y}", f"{born:%d%m%y}"):
        assert names(index, replace(ALL, scope=Scope.CLOSED, text=typed)) or names(index, replace(ALL, text=typed))


def test_that_filters_narrow_the_list_together(index: CaseloadIndex) -> None:
    def found(filters: Filters) -> list[str]:
        return names(index, replace(ALL, filters=filters))

    assert found(Filters(matches=(4, 5))) == ["Bo Ågård"]
    assert found(Filters(without_match=True)) == ["Carl Zahle", "Dora Æbelø", "Aase Ødum"]
    # Nothing ever done is longer than any number of days.
    assert found(Filters(idle_over=18)) == ["Carl Zahle", "Dora Æbelø", "Aase Ødum"]
    assert found(Filters(idle_over=19)) == ["Carl Zahle", "Dora Æbelø"]
    assert found(Filters(idle_over=18, matches=(4,))) == []


def test_that_rows_without_the_key_stand_last_in_either_direction(index: CaseloadIndex) -> None:
    ordered = replace(ALL, sort_by=CaseColumn.MATCH)
    for descending in (False, True):
        assert names(index, replace(ordered, descending=descending))[0] == "Bo Ågård"
    index.know_deadlines(
        {
            index.rows[number].case_id: Deadline(TODAY, date(2007, 3, day), "Kontaktsamtale")
            for number, day in ((0, 22), (1, 21))
        }
    )
    by_deadline = names(index, replace(ALL, sort_by=CaseColumn.DEADLINE))
    assert by_deadline[:2] == [index.rows[1].name, index.rows[0].name]
    index.know_deadlines({})
    assert names(index, replace(ALL, sort_by=CaseColumn.DEADLINE)) == names(index, ALL)


@pytest.mark.parametrize("column", list(CaseColumn))
def test_that_every_column_sorts_without_losing_anybody(index: CaseloadIndex, column: CaseColumn) -> None:
    for together in (False, True):
        for descending in (False, True):
            choice = CaseloadChoice(Scope.ALL, sort_by=column, descending=descending, together=together)
            assert sorted(index.choose(choice).rows) == sorted(index.choose(ALL).rows)


def test_that_a_choice_comes_back_from_a_saved_view_and_nonsense_does_no_harm() -> None:
    choice = CaseloadChoice(
        Scope.TEAM, "", Filters((1, 4), "cash_assistance", "area", 30, True, True, True), CaseColumn.IDLE, True, True
    )
    assert CaseloadChoice.from_json(choice.to_json()) == choice
    assert CaseloadChoice.from_json('{"scope": "moon", "matches": 3, "idle_over": "x"}') == CaseloadChoice()


def test_that_a_row_says_what_stands_in_the_store(office: Desk) -> None:
    case = office.citizen("Samira Lund", interpreter_needed=True, language="somali")
    office.do(assign_holder, AssignHolder(case, office.me, office.unit, date(2007, 1, 2)))
    office.do(start_benefit, StartBenefit(case, BenefitType.CASH_ASSISTANCE, date(2006, 5, 1)))
    office.do(assess_match, AssessMatch(case, 5, date(2007, 2, 1), (MatchBasis.HEALTH, MatchBasis.SKILLS), "Kan lidt."))
    row = rows(office)["Samira Lund"]
    assert (row.match, row.benefit, row.holder_name, row.unit_name) == (5, "cash_assistance", "M. Holm", "Nyropsgade")
    assert (row.language, row.needs_interpreter, row.idle_days) == ("somali", True, 47)
    # One for the case, a half for match 5, a quarter for the interpreter.
    assert weight_words(row.weight) == "1,75"
    assert (row.has_plan, row.placement, row.closed_on) == (False, None, None)


def test_that_a_restricted_case_is_seen_by_its_readers_only_and_still_counted(office: Desk) -> None:
    case = office.citizen("Samira Lund")
    spouse = office.citizen("Omar Lund", cpr="610175-1002")
    office.do(assign_holder, AssignHolder(spouse, office.me, office.unit, TODAY))
    office.do(join_household, JoinHousehold(case, spouse, TODAY))
    office.do(restrict_case, RestrictCase(case, "Ansat i huset", (office.colleague,), TODAY))
    assert set(rows(office)) == {"Omar Lund"}
    assert set(rows(office, office.colleague)) == {"Omar Lund", "Samira Lund"}
    # Whom the spouse lives with is not told either.
    assert rows(office)["Omar Lund"].lives_with == "Spærret sag"
    with office.store.raw_reader() as connection:
        assert len(read_whole_caseload(connection, TODAY)) == 2


def test_that_a_couple_stands_together_and_not_where_joint_functions_are_off(office: Desk) -> None:
    address = "Mjølnerparken 42, 2. tv., 2200 København N"
    first = office.citizen("Fatma Kaya", address=address)
    office.citizen("Lis Møller", cpr="610175-1002")
    second = office.citizen("Omar Øster", cpr="610175-1003", address=address)
    office.do(assign_holder, AssignHolder(first, office.me, office.unit, TODAY))
    office.do(join_household, JoinHousehold(second, first, TODAY))

    def shown() -> tuple[list[str], int]:
        with office.store.raw_reader() as connection:
            made = CaseloadIndex(read_caseload(connection, office.me, TODAY), office.me, office.unit)
        found = made.choose(CaseloadChoice(Scope.ALL, together=True))
        made.close()
        return [made.rows[number].name for number in found.rows], len(found.together)

    assert shown() == (["Fatma Kaya", "Omar Øster", "Lis Møller"], 2)
    office.do(set_lives_apart, SetLivesApart(first, lives_apart=True))
    assert shown() == (["Fatma Kaya", "Lis Møller", "Omar Øster"], 0)
    assert rows(office)["Fatma Kaya"].lives_with == "Omar Øster · samordning slået fra"


def test_that_a_protected_address_is_in_no_row_and_switches_joint_functions_off(office: Desk) -> None:
    address = "Hemmeligvej 7, 1. th., 2200 København N"
    first = office.citizen("Fatma Kaya", address=address, address_protected=True)
    second = office.citizen("Omar Kaya", cpr="610175-1003", address=address)
    office.do(assign_holder, AssignHolder(first, office.me, office.unit, TODAY))
    office.do(join_household, JoinHousehold(second, first, TODAY))
    assert split_address(address).line
    found = rows(office)
    assert "Hemmeligvej" not in repr(found)
    assert found["Omar Kaya"].household is None


def test_that_nobody_withdrawn_or_merged_is_listed(office: Desk) -> None:
    kept, gone, merged = (office.citizen(f"Navn {no}", cpr=f"610175-100{no}") for no in range(1, 4))
    with office.store.writing() as session:
        for case, field, value in ((gone, "gone", True), (merged, "merged_into", kept)):
            setattr(session.get(CitizenRow, case), field, value)
    assert set(rows(office)) == {"Navn 1"}
