"""The caseload comes in: persons, benefits, matches, holders, sickness and households."""

from __future__ import annotations

from datetime import date

import pytest

from app.cases.addresses import split_address
from app.cases.change_citizen import ChangeCitizen, change_citizen
from app.cases.details import CitizenDetails
from app.cases.holders import HandOver, hand_over
from app.work import Work
from db.errors import Refused
from db.rows.cases import SicknessCaseRow
from db.rows.local import ChangesetRow, ImportFindingRow, ImportRunRow, UsageLogRow
from db.rows.organisation import AddressRangeRow, CaseworkerRow, HousingAreaRow, OrgUnitRow
from db.rows.people import (
    BenefitPeriodRow,
    CaseHoldingRow,
    CitizenRow,
    HouseholdMemberRow,
    HouseholdRow,
    MatchAssessmentRow,
)
from db.values.people import BenefitType, CprMark, HouseholdPart, UsageKind
from tests.helpers.desk import TODAY
from tests.helpers.import_office import ANNA, BO, CITIZENS, ImportOffice, counts, failing_number

TOMORROW = date(2007, 3, 21)


def test_that_a_caseload_is_taken_in(office: ImportOffice) -> None:
    report = office.take_lines("borgere", CITIZENS, ANNA, BO)
    assert (report.read, *counts(report)) == (2, 2, 0, 0, 0)
    anna = office.desk.row(CitizenRow, name="Anna Test")
    assert (anna.cpr, anna.cpr_mark, anna.born) == ("6101751001", CprMark.REPLACEMENT, date(1975, 1, 1))
    assert (anna.author, anna.sort_name) == (office.desk.me, "test\x1fanna")
    benefit = office.desk.row(BenefitPeriodRow, case_id=anna.id)
    assert (benefit.benefit, benefit.from_on) == (BenefitType.CASH_ASSISTANCE, date(2007, 2, 1))
    holding = office.desk.row(CaseHoldingRow, case_id=anna.id)
    assert (holding.worker_id, holding.unit_id, holding.to_on) == (office.desk.me, office.desk.unit, None)
    assert report.changes.cases == {anna.id, office.desk.row(CitizenRow, name="Bo Prøve").id}
    assert office.desk.rows(ChangesetRow)[-1].use_case == "import borgere"
    assert office.desk.row(ImportRunRow).rows_new == 2
    (used,) = [row for row in office.desk.rows(UsageLogRow) if row.kind is UsageKind.IMPORTED]
    assert used.count == 2
    changed = [row.case_id for row in office.desk.rows(UsageLogRow) if row.kind is UsageKind.CHANGED]
    assert set(changed) == report.changes.cases


def test_that_the_same_file_twice_changes_nothing(office: ImportOffice) -> None:
    office.with_citizens()
    tables = (CitizenRow, BenefitPeriodRow, CaseHoldingRow, CaseworkerRow, OrgUnitRow, ChangesetRow)
    before = {table: office.desk.count(table) for table in tables}
    written = [row.written_at for row in office.desk.rows(CitizenRow)]
    report = office.take_lines("borgere", CITIZENS, ANNA, BO, day=TOMORROW)
    assert counts(report) == (0, 0, 2, 0)
    assert {table: office.desk.count(table) for table in tables} == before
    assert [row.written_at for row in office.desk.rows(CitizenRow)] == written


def test_that_a_dry_run_tells_the_same_and_writes_nothing(office: ImportOffice) -> None:
    lines = (CITIZENS, ANNA, (*BO[:4], "Ny enhed", "N. Ny"), (*ANNA[:3], "31-02-2007", *ANNA[4:]))
    before = office.desk.contents()
    dry = office.take_lines("borgere", *lines, dry_run=True)
    assert office.desk.contents() == before
    real = office.take_lines("borgere", *lines)
    assert counts(dry) == counts(real) == (2, 0, 0, 1)
    assert (dry.faults, dry.notices) == (real.faults, real.notices)
    assert [notice.text for notice in real.notices] == [
        "Linje 3: Enheden kendtes ikke og er oprettet.",
        "Linje 3: Tovholderen kendtes ikke og er oprettet.",
    ]


def test_that_an_impossible_birth_date_is_refused_with_line_and_column(office: ImportOffice) -> None:
    report = office.take_lines("borgere", CITIZENS, ANNA, ("993275-1001", *BO[1:]))
    assert counts(report) == (1, 0, 0, 1)
    (fault,) = report.faults
    assert (fault.line, fault.column) == (3, "cpr")
    assert "dato" in fault.wrong
    assert "9932751001" not in fault.text.replace("-", "")
    assert BO[1] not in fault.text


def test_that_a_number_that_fails_modulus_11_is_accepted_marked_and_told(office: ImportOffice) -> None:
    report = office.take_lines("borgere", CITIZENS, (failing_number(), *ANNA[1:]))
    assert counts(report) == (1, 0, 0, 0)
    assert office.desk.row(CitizenRow).cpr_mark is CprMark.FAILS_MODULUS_11
    assert office.desk.row(CitizenRow).born.year == 1870
    assert "Linje 2: CPR-nummeret består ikke modulus 11" in report.notices[0].text


def test_that_a_lost_first_zero_finds_the_same_citizen(office: ImportOffice) -> None:
    office.take_lines("borgere", CITIZENS, (failing_number(), *ANNA[1:]))
    report = office.take_lines("borgere", CITIZENS, (failing_number()[1:], *ANNA[1:]))
    assert counts(report) == (0, 0, 1, 0)


def test_that_a_citizen_twice_in_a_file_counts_once_and_contradictions_are_refused(office: ImportOffice) -> None:
    report = office.take_lines("borgere", CITIZENS, ANNA, ANNA, BO, (*BO[:3], "16-01-2007", *BO[4:]))
    assert (report.read, report.repeated, *counts(report)) == (4, 1, 2, 0, 0, 1)
    assert report.faults[0].line == 5
    assert "Linje 4" in report.faults[0].wrong


def test_that_strict_refuses_the_whole_file_for_one_bad_row(office: ImportOffice) -> None:
    before = office.desk.contents()
    report = office.take_lines("borgere", CITIZENS, ANNA, ("", *BO[1:]), strict=True)
    assert report.stopped
    assert counts(report) == (1, 0, 0, 1)
    assert office.desk.contents() == before


def test_that_an_empty_holder_is_a_case_without_one_in_its_unit(office: ImportOffice) -> None:
    office.take_lines("borgere", CITIZENS, (*ANNA[:5], ""))
    holding = office.desk.row(CaseHoldingRow)
    assert (holding.worker_id, holding.unit_id) == (None, office.desk.unit)


def test_that_a_new_holder_ends_the_old_holding(office: ImportOffice) -> None:
    office.take_lines("borgere", (*CITIZENS, "tovholder_fra"), (*ANNA, "01-02-2007"))
    report = office.take_lines(
        "borgere", (*CITIZENS, "tovholder_fra"), (*ANNA[:5], "A. Lind", "15-03-2007"), day=TOMORROW
    )
    assert counts(report) == (0, 1, 0, 0)
    old, new = office.desk.rows(CaseHoldingRow)
    assert (old.to_on, new.from_on, new.worker_id) == (date(2007, 3, 14), date(2007, 3, 15), office.desk.colleague)


def test_that_a_new_benefit_ends_the_running_one(office: ImportOffice) -> None:
    office.with_citizens()
    changed = (*ANNA[:2], "revalideringsydelse", "01-03-2007", *ANNA[4:])
    assert counts(office.take_lines("borgere", CITIZENS, changed, BO, day=TOMORROW)) == (0, 1, 1, 0)
    case_id = office.desk.row(CitizenRow, name="Anna Test").id
    old, new = office.desk.rows(BenefitPeriodRow, case_id=case_id)
    assert (old.to_on, new.from_on, new.to_on) == (date(2007, 2, 28), date(2007, 3, 1), None)
    assert counts(office.take_lines("borgere", CITIZENS, changed, BO, day=TOMORROW)) == (0, 0, 2, 0)


@pytest.mark.parametrize(
    ("headings", "cells", "expected"),
    [
        (("match", "match_dato"), ("4", "05-03-2007"), date(2007, 3, 5)),
        (("match", "tovholder_fra"), ("4", "10-02-2007"), date(2007, 2, 10)),
        (("match",), ("4",), date(2007, 2, 1)),
    ],
)
def test_that_a_match_without_a_date_counts_from_holder_or_benefit(
    office: ImportOffice, headings: tuple[str, ...], cells: tuple[str, ...], expected: date
) -> None:
    office.take_lines("borgere", (*CITIZENS, *headings), (*ANNA, *cells))
    match = office.desk.row(MatchAssessmentRow)
    assert (match.category, match.assessed_on) == (4, expected)
    again = office.take_lines("borgere", (*CITIZENS, *headings), (*ANNA, *cells), day=TOMORROW)
    assert counts(again) == (0, 0, 1, 0)


def test_that_spouses_come_under_one_roof_wherever_they_stand_in_the_file(office: ImportOffice) -> None:
    headings = (*CITIZENS, "aegtefaelle_cpr")
    report = office.take_lines("borgere", headings, (*ANNA, BO[0]), (*BO, ANNA[0]))
    assert counts(report) == (2, 0, 0, 0)
    household = office.desk.row(HouseholdRow)
    members = office.desk.rows(HouseholdMemberRow)
    assert {row.household_id for row in members} == {household.id}
    assert [row.part for row in members] == [HouseholdPart.SPOUSE] * 2
    assert counts(office.take_lines("borgere", headings, (*ANNA, BO[0]), (*BO, ANNA[0]))) == (0, 0, 2, 0)
    apart = office.take_lines("borgere", (*headings, "lever adskilt"), (*ANNA, BO[0], "x"), (*BO, "", ""), day=TOMORROW)
    assert counts(apart) == (0, 1, 1, 0)
    assert sum(row.lives_apart for row in office.desk.rows(HouseholdMemberRow)) == 1


def test_that_a_spouse_without_a_case_is_told(office: ImportOffice) -> None:
    report = office.take_lines("borgere", (*CITIZENS, "ægtefælle_cpr"), (*ANNA, BO[0]))
    assert "Ægtefællen har ingen sag" in report.notices[0].text
    assert BO[0] not in report.notices[0].text


def test_that_a_sick_recipient_of_cash_assistance_gets_a_period_of_sickness(office: ImportOffice) -> None:
    headings = (*CITIZENS, "sygemeldt_fra", "raskmeldt")
    office.take_lines("borgere", headings, (*ANNA, "01-03-2007", ""))
    report = office.take_lines("borgere", headings, (*ANNA, "01-03-2007", "15-03-2007"), day=TOMORROW)
    assert counts(report) == (0, 1, 0, 0)
    sickness = office.desk.row(SicknessCaseRow)
    assert (sickness.first_absence_on, sickness.recovered_on) == (date(2007, 3, 1), date(2007, 3, 15))
    assert sickness.employer is None


def test_that_the_housing_area_follows_the_address_unless_it_is_named(office: ImportOffice) -> None:
    def areas(work: Work, _: None) -> object:
        first = work.add(HousingAreaRow(name="Mjølnerparken"))
        work.add(HousingAreaRow(name="Tingbjerg"))
        return work.add(AddressRangeRow(area_id=first.id, street="Mjølnerparken"))

    office.desk.do(areas, None)  # type: ignore[arg-type] # no use case of the product.
    headings = (*CITIZENS, "adresse", "postnr", "by", "boligområde")
    home = ("Mjølnerparken 42, 2. tv.", "2200", "København N")
    report = office.take_lines("borgere", headings, (*ANNA, *home, ""), (*BO, *home, "tingbjerg"))
    names = {row.id: row.name for row in office.desk.rows(HousingAreaRow)}
    persons = office.desk.rows(CitizenRow)
    assert [names[row.housing_area_id or ""] for row in persons] == ["Mjølnerparken", "Tingbjerg"]
    assert (persons[0].street, persons[0].house_number, persons[0].floor_and_door) == ("Mjølnerparken", "42", "2. tv.")
    assert not report.notices
    unknown = office.take_lines("borgere", headings, (*ANNA, *home, "Ukendtby"), day=TOMORROW)
    assert counts(unknown) == (0, 0, 1, 0)
    assert "Boligområdet kendes ikke" in unknown.notices[0].text


def test_that_an_empty_cell_erases_nothing_and_protection_is_lifted_only_by_a_written_no(office: ImportOffice) -> None:
    headings = (*CITIZENS, "telefon", "adressebeskyttet", "tolk")
    office.take_lines("borgere", headings, (*ANNA, "+45 00 00 00 00", "x", "x"))
    assert counts(office.take_lines("borgere", headings, (*ANNA, "", "", "x"), day=TOMORROW)) == (0, 0, 1, 0)
    office.take_lines("borgere", headings, (*ANNA, "", "nej", ""), day=TOMORROW)
    person = office.desk.row(CitizenRow)
    assert (person.phone, person.address_protected, person.interpreter_needed) == ("+45 00 00 00 00", False, False)


def test_that_what_was_changed_here_after_the_extract_wins_and_is_listed(office: ImportOffice) -> None:
    office.take_lines("borgere", (*CITIZENS, "telefon"), (*ANNA, "1111"))
    case_id = office.desk.row(CitizenRow).id
    details = CitizenDetails("Anna Test", split_address(""), phone="2222")
    office.desk.do(change_citizen, ChangeCitizen(case_id, details), day=TOMORROW)
    report = office.take_lines(
        "borgere", (*CITIZENS, "telefon"), (*ANNA, "3333"), day=date(2007, 3, 22), extract_on=TODAY
    )
    assert counts(report) == (0, 0, 1, 0)
    assert office.desk.row(CitizenRow).phone == "2222"
    finding = office.desk.row(ImportFindingRow)
    assert (finding.finding, finding.field, finding.own_value, finding.extract_value) == (
        "differs", "telefon", "2222", "3333",
    )  # fmt: skip
    assert "2222" not in repr(report.findings)
    office.take_lines("borgere", (*CITIZENS, "telefon"), (*ANNA, "3333"), day=date(2007, 3, 22), extract_on=TODAY)
    assert office.desk.count(ImportFindingRow) == 1


def test_that_a_later_extract_beats_what_was_changed_here_before_it(office: ImportOffice) -> None:
    office.with_citizens()
    case_id = office.desk.row(CitizenRow, name="Anna Test").id
    request = HandOver(case_id, office.desk.colleague, office.desk.other_unit, TODAY, "Ferie")
    office.desk.do(hand_over, request)
    kept = office.take_lines("borgere", CITIZENS, ANNA, BO)
    assert counts(kept) == (0, 0, 2, 0)
    assert {finding.heading for finding in kept.findings} == {"tovholder", "enhed"}
    assert counts(office.take_lines("borgere", CITIZENS, ANNA, BO, day=TOMORROW)) == (0, 1, 1, 0)
    holder = next(row for row in office.desk.rows(CaseHoldingRow, case_id=case_id) if row.to_on is None)
    assert holder.worker_id == office.desk.me


def test_that_a_full_extract_lists_who_is_missing_and_closes_nothing(office: ImportOffice) -> None:
    office.with_citizens()
    other = ("630180-1003", "Eva Anden", "dagpenge", "01-01-2007", "Musvågevej", "A. Lind")
    office.take_lines("borgere", CITIZENS, other)
    before = [(row.case_id, row.to_on) for row in office.desk.rows(CaseHoldingRow)]
    report = office.take_lines("borgere", CITIZENS, ANNA, full=True)
    bo = office.desk.row(CitizenRow, name="Bo Prøve")
    assert [(finding.kind, finding.case_id) for finding in report.findings] == [("no_longer_there", bo.id)]
    assert [(row.case_id, row.to_on) for row in office.desk.rows(CaseHoldingRow)] == before
    assert office.desk.row(ImportFindingRow).case_id == bo.id
    office.take_lines("borgere", CITIZENS, ANNA, BO, full=True)
    assert office.desk.row(ImportFindingRow).settled_on == TODAY


def test_that_a_refused_row_does_not_make_its_citizen_missing(office: ImportOffice) -> None:
    office.with_citizens()
    report = office.take_lines("borgere", CITIZENS, ANNA, (*BO[:3], "i går", *BO[4:]), full=True)
    assert not report.findings


def test_that_full_is_for_the_caseload_only(office: ImportOffice) -> None:
    with pytest.raises(Refused) as refused:
        office.take_lines("samtaler", ("cpr", "dato", "form"), full=True)
    assert refused.value.code == "full_not_possible"


def test_that_an_extract_of_tomorrow_is_refused(office: ImportOffice) -> None:
    with pytest.raises(Refused) as refused:
        office.take_lines("borgere", CITIZENS, ANNA, extract_on=TOMORROW)
    assert refused.value.code == "extract_in_future"


def test_that_the_refused_rows_can_be_corrected_and_taken_in_again(office: ImportOffice) -> None:
    refused = office.folder / "afviste.csv"
    report = office.take_lines(
        "borgere",
        (*CITIZENS, "telefon"),
        (*ANNA, "+45 1"),
        (*BO[:3], "31-02-2007", *BO[4:], "+45 2"),
        refused_to=refused,
    )
    assert counts(report) == (1, 0, 0, 1)
    text = refused.read_bytes().decode("utf-8-sig")
    assert text.splitlines()[0] == ";".join((*CITIZENS, "telefon", "afvist_fordi"))
    assert "Anna" not in text
    assert "ydelse_fra: »31-02-2007« findes ikke i kalenderen." in text
    assert ";'+45 2;" in text
    refused.write_bytes(text.replace("31-02-2007;", "28-02-2007;").encode("utf-8-sig"))
    again = office.take("borgere", refused)
    assert counts(again) == (1, 0, 0, 0)
    assert not again.ignored_columns
    assert office.desk.row(CitizenRow, name="Bo Prøve").phone == "+45 2"


def test_that_a_mapping_takes_in_a_foreign_extract(office: ImportOffice) -> None:
    mapping = office.folder / "komma.toml"
    mapping.write_text(
        '[columns]\n"PNR" = "cpr"\n"YDART" = "ydelse"\n[values.ydelse]\n"KTHJ" = "kontanthjælp"\n', encoding="utf-8"
    )
    headings = ("PNR", "navn", "YDART", *CITIZENS[3:])
    report = office.take_lines("borgere", headings, (*ANNA[:2], "KTHJ", *ANNA[3:]), mapping=mapping)
    assert counts(report) == (1, 0, 0, 0)
    assert office.desk.row(BenefitPeriodRow).benefit is BenefitType.CASH_ASSISTANCE


def test_that_no_person_is_named_in_any_fault_or_in_the_report_as_text(office: ImportOffice) -> None:
    shifted = (CITIZENS, ("Anna Test", "610175-1001", "Anna Test", "Anna Test", "Nyropsgade", "x"))
    report = office.take_lines("borgere", *shifted)
    assert counts(report) == (0, 0, 0, 1)
    told = repr(report) + "".join(fault.text for fault in report.faults)
    assert "Anna" not in told
    assert "1001" not in told
