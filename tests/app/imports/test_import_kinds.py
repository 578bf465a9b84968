"""Every other kind comes in, is recognised the second time, and confirms what was registered here."""

from __future__ import annotations

from datetime import date

import pytest

from app.cases.assess_match import AssessMatch, assess_match
from app.talks.hold_talk import HoldTalk, hold_talk
from db.rows.cases import ApplicationCaseRow, CaseStepRow, SicknessCaseRow, YouthAlertRow
from db.rows.local import ImportFindingRow
from db.rows.orders import OutcomeCheckRow, PlacementRow
from db.rows.people import CaseHoldingRow, CitizenRow
from db.rows.plans import JobPlanRow
from db.rows.talks import NoteRow, PortalReportRow, TalkRow
from db.values.cases import ApplicationCaseState, CaseStepKind, SicknessGroup, WaitingFor
from db.values.offers import OfferKind, OutcomeKind, PlacementState
from db.values.people import MatchBasis
from db.values.plans import PlanState
from db.values.talks import NoteKind, ReportState, TalkForm, TalkPurpose
from tests.helpers.desk import TODAY
from tests.helpers.import_office import ANNA, BO, ImportOffice, counts

TOMORROW = date(2007, 3, 21)
TALKS = ("cpr", "dato", "form", "formål", "afholdt_af", "opfylder_pligt", "indberettet", "notat")
TALK = (ANNA[0], "12-03-2007", "individuel", "kontakt", "M. Holm", "ja", "14-03-2007", "Vil gerne i køkken.")

_EXAMPLES = {
    "samtaler": (TALKS, TALK),
    "tilbudsforløb": (
        ("cpr", "tilbud_nr", "leverandør", "tilbud", "slags", "bestilt", "fra", "til", "status", "resultat",
         "resultat_3mdr", "resultat_6mdr"),
        (ANNA[0], "T-1", "Kursus A/S", "Køkken", "virksomhedspraktik", "01-06-2006", "01-07-2006", "01-09-2006",
         "gennemført", "job", "deltidsjob", "ukendt"),
    ),
    "jobplaner": (
        ("cpr", "plan_nr", "version", "gælder_fra", "underskrevet", "næste_gennemgang"),
        (ANNA[0], "P-1", "1", "01-02-2007", "02-02-2007", "01-08-2007"),
    ),
    "ansøgningssager": (
        ("cpr", "sag_nr", "slags", "ansøgt", "arvet", "tilstand", "skridt", "skridt_start", "frist",
         "venter_på", "sendt"),
        (ANNA[0], "S-1", "førtidspension", "01-12-2006", "x", "i gang", "partshøring", "01-03-2007", "15-03-2007",
         "egen læge", "02-03-2007"),
    ),
    "sygedagpenge": (
        ("cpr", "første_fraværsdag", "arbejdsgiver", "skema_sendt", "skema_modtaget", "gruppe", "sidste_opfølgning"),
        (BO[0], "15-01-2007", "Bageri", "20-01-2007", "28-01-2007", "4-ugers", "01-03-2007"),
    ),
    "unge-varsler": (
        ("cpr", "navn", "skole", "uddannelse", "modtaget", "årsag"),
        ("640190-1004", "Ung Test", "Teknisk Skole", "Tømrer", "10-03-2007", "fravær"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", _EXAMPLES)
def test_that_a_kind_is_new_once_and_then_unchanged(office: ImportOffice, kind: str) -> None:
    office.with_citizens()
    dry = office.take_lines(kind, *_EXAMPLES[kind], dry_run=True)
    first = office.take_lines(kind, *_EXAMPLES[kind])
    assert counts(dry) == counts(first) == (1, 0, 0, 0), first.faults
    assert counts(office.take_lines(kind, *_EXAMPLES[kind], day=TOMORROW)) == (0, 0, 1, 0)


@pytest.mark.parametrize("kind", [kind for kind in _EXAMPLES if kind != "unge-varsler"])
def test_that_a_citizen_who_is_not_here_is_refused_with_line(office: ImportOffice, kind: str) -> None:
    report = office.take_lines(kind, *_EXAMPLES[kind])
    assert counts(report) == (0, 0, 0, 1)
    assert (report.faults[0].line, report.faults[0].column) == (2, "cpr")
    assert "borgere" in report.faults[0].right


def test_that_a_talk_brings_its_note_and_its_report(office: ImportOffice) -> None:
    office.with_citizens()
    office.take_lines("samtaler", TALKS, TALK)
    talk = office.desk.row(TalkRow)
    assert (talk.form, talk.purpose, talk.held_by) == (TalkForm.INDIVIDUAL, TalkPurpose.CONTACT, office.desk.me)
    note = office.desk.row(NoteRow)
    assert (note.kind, note.about_id, note.text) == (NoteKind.IMPORTED, talk.id, "Vil gerne i køkken.")
    report = office.desk.row(PortalReportRow)
    assert (report.state, report.reported_on, report.subject_id) == (ReportState.SENT, date(2007, 3, 14), talk.id)


def _held_here(office: ImportOffice, case_id: str) -> str:
    request = HoldTalk(
        case_id=case_id,
        held_on=date(2007, 3, 12),
        form=TalkForm.INDIVIDUAL,
        note="Aftalt praktik.",
        next_step_towards_work="Praktik",
        next_contact_on=date(2007, 6, 1),
        match_kept=True,
    )
    return office.desk.do(hold_talk, request).id


@pytest.mark.parametrize("purpose", ["kontakt", "match", ""])
def test_that_a_talk_made_here_is_confirmed_and_not_doubled(office: ImportOffice, purpose: str) -> None:
    office.with_citizens()
    case_id = office.desk.row(CitizenRow, name="Anna Test").id
    talk_id = _held_here(office, case_id)
    line = (*TALK[:3], purpose, "", "", "nej", "")
    report = office.take_lines("samtaler", TALKS, line, extract_on=date(2007, 3, 19))
    assert counts(report) == (0, 0, 1, 0)
    assert office.desk.row(TalkRow).id == talk_id
    assert [finding.heading for finding in report.findings] == (["formål"] if purpose == "match" else [])


def test_that_another_talk_of_the_day_with_its_own_purpose_is_a_talk_of_its_own(office: ImportOffice) -> None:
    office.with_citizens()
    warning = (*TALK[:3], "varsling", *TALK[4:])
    assert counts(office.take_lines("samtaler", TALKS, TALK, warning)) == (2, 0, 0, 0)
    assert counts(office.take_lines("samtaler", TALKS, warning, TALK, day=TOMORROW)) == (0, 0, 2, 0)


def test_that_a_later_report_of_a_talk_is_a_change(office: ImportOffice) -> None:
    office.with_citizens()
    office.take_lines("samtaler", TALKS, (*TALK[:6], "nej", ""))
    assert office.desk.row(PortalReportRow).state is ReportState.TO_SEND
    assert counts(office.take_lines("samtaler", TALKS, (*TALK[:6], "ja", ""), day=TOMORROW)) == (0, 1, 0, 0)
    assert office.desk.row(PortalReportRow).state is ReportState.SENT
    assert counts(office.take_lines("samtaler", TALKS, TALK, day=TOMORROW)) == (0, 1, 0, 0)


def test_that_a_talk_of_tomorrow_was_not_held(office: ImportOffice) -> None:
    office.with_citizens()
    report = office.take_lines("samtaler", TALKS, (TALK[0], "21-03-2007", *TALK[2:6], "", ""))
    assert report.faults[0].column == "dato"


def test_that_a_stay_ends_on_its_last_day_and_its_outcomes_are_kept(office: ImportOffice) -> None:
    office.with_citizens()
    headings, line = _EXAMPLES["tilbudsforløb"]
    running = (*line[:7], "01-10-2007", "i gang", "", "", "")
    office.take_lines("tilbudsforløb", headings, running)
    stay = office.desk.row(PlacementRow)
    assert (stay.to_on, stay.ended_on, stay.kind) == (date(2007, 10, 1), None, OfferKind.COMPANY_PLACEMENT)
    assert counts(office.take_lines("tilbudsforløb", headings, line, day=TOMORROW)) == (0, 1, 0, 0)
    stay = office.desk.row(PlacementRow)
    assert (stay.state, stay.ended_on, stay.result) == (PlacementState.COMPLETED, date(2006, 9, 1), OutcomeKind.JOB)
    checks = {row.months_after: row.outcome for row in office.desk.rows(OutcomeCheckRow)}
    assert checks == {3: OutcomeKind.PART_TIME_JOB, 6: OutcomeKind.UNKNOWN}
    changed = office.take_lines("tilbudsforløb", headings, (*line[:-1], "job"), day=TOMORROW)
    assert counts(changed) == (0, 1, 0, 0)


def test_that_an_ended_stay_needs_its_end(office: ImportOffice) -> None:
    office.with_citizens()
    headings, line = _EXAMPLES["tilbudsforløb"]
    report = office.take_lines("tilbudsforløb", headings, (*line[:7], "", *line[8:]))
    assert report.faults[0].column == "til"


def test_that_a_plan_is_in_force_when_signed_and_its_newest_version_replaces_the_others(office: ImportOffice) -> None:
    office.with_citizens()
    headings, line = _EXAMPLES["jobplaner"]
    second = (*line[:2], "2", "01-03-2007", "02-03-2007", "")
    unsigned = (BO[0], "P-2", "", "01-03-2007", "", "")
    office.take_lines("jobplaner", headings, line, second, unsigned)
    states = {(row.plan_no, row.version): row.state for row in office.desk.rows(JobPlanRow)}
    assert states == {("P-1", 1): PlanState.REPLACED, ("P-1", 2): PlanState.AGREED, ("P-2", 1): PlanState.DRAFT}
    signed = (*unsigned[:4], "05-03-2007", "")
    assert counts(office.take_lines("jobplaner", headings, signed, day=TOMORROW)) == (0, 1, 0, 0)
    plan = office.desk.row(JobPlanRow, plan_no="P-2")
    assert (plan.state, plan.agreed_on) == (PlanState.AGREED, date(2007, 3, 5))


def test_that_a_file_without_a_column_for_signatures_brings_plans_in_force(office: ImportOffice) -> None:
    office.with_citizens()
    office.take_lines("jobplaner", ("cpr", "plan_nr", "gælder_fra"), (ANNA[0], "P-1", "01-02-2007"))
    plan = office.desk.row(JobPlanRow)
    assert (plan.state, plan.agreed_on, plan.signed_on) == (PlanState.AGREED, date(2007, 2, 1), None)


def test_that_steps_of_one_case_come_row_by_row_and_must_agree_on_the_case(office: ImportOffice) -> None:
    office.with_citizens()
    headings, line = _EXAMPLES["ansøgningssager"]
    step = (*line[:6], "indstilling", "16-03-2007", "", "", "")
    other = (*line[:2], "fleksjob", *line[3:6], "afgørelse", "", "", "", "")
    report = office.take_lines("ansøgningssager", headings, line, step, other)
    assert counts(report) == (2, 0, 0, 1)
    assert report.faults[0].column == "sag_nr"
    case = office.desk.row(ApplicationCaseRow)
    assert (case.state, case.inherited) == (ApplicationCaseState.IN_PROGRESS, True)
    hearing, recommendation = office.desk.rows(CaseStepRow)
    assert (hearing.step, hearing.due_on, hearing.waiting_for) == (
        CaseStepKind.HEARING, date(2007, 3, 15), WaitingFor.GP,
    )  # fmt: skip
    assert recommendation.application_case_id == case.id


def test_that_sickness_brings_form_group_and_employer(office: ImportOffice) -> None:
    office.with_citizens()
    office.take_lines("sygedagpenge", *_EXAMPLES["sygedagpenge"])
    row = office.desk.row(SicknessCaseRow)
    assert (row.employer, row.group, row.form_returned_on) == ("Bageri", SicknessGroup.FOUR_WEEKS, date(2007, 1, 28))


def test_that_an_alert_for_somebody_unknown_makes_the_youth_unassigned(office: ImportOffice) -> None:
    report = office.take_lines("ungevarsler", *_EXAMPLES["unge-varsler"])
    youth = office.desk.row(CitizenRow)
    assert (youth.name, youth.born.year) == ("Ung Test", 1990)
    assert office.desk.row(YouthAlertRow).case_id == youth.id
    assert office.desk.count(CaseHoldingRow) == 0
    assert "oprettet uden tovholder" in report.notices[0].text


def test_that_a_match_made_here_after_the_extract_wins(office: ImportOffice) -> None:
    headings = ("cpr", "navn", "ydelse", "ydelse_fra", "enhed", "tovholder", "match", "match_dato")
    office.take_lines("borgere", headings, (*ANNA, "4", "01-02-2007"))
    case_id = office.desk.row(CitizenRow).id
    office.desk.do(assess_match, AssessMatch(case_id, 3, TODAY, (MatchBasis.SKILLS,), "Kan mere."))
    report = office.take_lines("borgere", headings, (*ANNA, "5", "10-03-2007"), day=TOMORROW, extract_on=TODAY)
    assert counts(report) == (0, 0, 1, 0)
    assert {row.field for row in office.desk.rows(ImportFindingRow)} == {"match", "match_dato"}
    same = office.take_lines("borgere", headings, (*ANNA, "4", "01-02-2007"), day=TOMORROW, extract_on=TODAY)
    assert not same.findings


def test_that_a_closed_plan_is_closed_here_too_and_brings_no_earlier_version_back(office: ImportOffice) -> None:
    office.with_citizens()
    headings = ("cpr", "plan_nr", "version", "gælder_fra", "underskrevet", "lukket")
    first = (ANNA[0], "P-1", "1", "01-02-2007", "01-02-2007", "")
    second = (ANNA[0], "P-1", "2", "01-03-2007", "01-03-2007", "10-03-2007")
    running = (BO[0], "P-2", "1", "01-02-2007", "01-02-2007", "")
    office.take_lines("jobplaner", headings, first, second, running)
    states = {(row.plan_no, row.version): row.state for row in office.desk.rows(JobPlanRow)}
    assert states == {("P-1", 1): PlanState.REPLACED, ("P-1", 2): PlanState.CLOSED, ("P-2", 1): PlanState.AGREED}
    report = office.take_lines("jobplaner", headings, first, second, (*running[:5], "12-03-2007"), day=TOMORROW)
    assert counts(report) == (0, 1, 2, 0)
    plan = office.desk.row(JobPlanRow, plan_no="P-2")
    assert (plan.state, plan.closed_on) == (PlanState.CLOSED, date(2007, 3, 12))


@pytest.mark.parametrize("closed", ["31-01-2007", "01-01-2099"])
def test_that_a_plan_is_closed_neither_before_it_begins_nor_in_the_future(office: ImportOffice, closed: str) -> None:
    office.with_citizens()
    headings = ("cpr", "plan_nr", "gælder_fra", "lukket")
    report = office.take_lines("jobplaner", headings, (ANNA[0], "P-1", "01-02-2007", closed))
    assert [fault.column for fault in report.faults] == ["lukket"]
