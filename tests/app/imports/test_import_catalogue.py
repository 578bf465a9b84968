"""Offers, their results and vacancies come in; what does not fit is named at its cell with what would be right."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.imports.applying.persons import person_values
from app.imports.applying.plan import FindingKind
from app.imports.missing_offers import (
    BringOffersBack,
    WithdrawOffers,
    bring_offers_back,
    missing_offers,
    withdraw_offers,
)
from app.imports.settling import KeepFindings, keep_findings
from app.reference.seed import seed_reference
from app.work import working
from db.rows.local import ImportFindingRow, UsageLogRow
from db.rows.offers import (
    IndustryRow,
    JobOrderRow,
    OfferCriterionRow,
    OfferIndustryRow,
    OfferQuestionRow,
    OfferResultRow,
    OfferRow,
    OfferStartRow,
    OfferTargetGroupRow,
    ProviderRow,
)
from db.rows.orders import OfferOrderRow
from db.rows.people import CitizenRow
from db.values.offers import AgeBand, OfferKind, OrderState, OutcomeKind
from db.values.people import BenefitType, UsageKind
from tests.helpers.desk import TODAY
from tests.helpers.import_office import ImportOffice, counts

TOMORROW = date(2007, 3, 21)

OFFER = {
    "tilbud_nr": "T-1",
    "titel": "Køkken og dansk",
    "leverandør": "Køkkenvejen ApS",
    "slags": "virksomhedspraktik",
    "brancher": "Køkken og fødevarer, rengoering",
    "målgrupper": "match 4, sprog, under-30",
    "match_fra": "3",
    "match_til": "5",
    "sprogniveau": "modul 2",
    "timer_pr_uge": "15",
    "uger": "13",
    "pris_pr_uge": "1.234,50",
    "pladser": "20",
    "ledige_pladser": "4",
    "pladser_dato": "01-03-2007",
    "næste_start": "02-04-2007",
    "formål": "At prøve tempo i et rigtigt køkken.",
    "indhold": "To ugers introduktion.",
    "krav": '"Kan møde tre dage; Vil arbejde med mad"',
    "kan_afklare": "Q01, q4",
    "kontrakt_til": "31-12-2008",
}
RESULT = ("T-1", "4", "kontanthjælp", "30-49", "02-2007", "ja", "job", "")
RESULTS = ("tilbud_nr", "match", "ydelse", "aldersgruppe", "afsluttet", "gennemført", "resultat_3mdr", "resultat_6mdr")
ORDER = {"ordre_nr": "J-1", "titel": "Køkkenmedhjælper", "branche": "køkken", "sted": "Nørrebro", "frist": "01-04-2007"}


def offers(office: ImportOffice, *changes: dict[str, str], **options: object) -> tuple[tuple[int, ...], list[str]]:
    """Take offers in that differ from the first by what is told: the counts, and what was wrong."""
    rows = [{**OFFER, **change} for change in changes or ({},)]
    report = office.take_lines("tilbud", tuple(OFFER), *(tuple(row.values()) for row in rows), **options)
    return counts(report), [fault.text for fault in report.faults]


@pytest.fixture
def catalogue(office: ImportOffice) -> ImportOffice:
    """An office that knows the list of industries."""
    desk = office.desk
    with working(desk.store, author=None, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="seed") as work:
        seed_reference(work)
    return office


def test_that_an_offer_comes_in_whole_and_twice_changes_nothing(catalogue: ImportOffice) -> None:
    assert offers(catalogue, dry_run=True) == ((1, 0, 0, 0), [])
    assert offers(catalogue) == ((1, 0, 0, 0), [])
    desk = catalogue.desk
    offer = desk.row(OfferRow)
    assert (offer.offer_no, offer.kind, offer.price_per_week) == ("T-1", OfferKind.COMPANY_PLACEMENT, 123_450)
    assert (offer.match_from, offer.match_to, offer.free_places_on) == (3, 5, date(2007, 3, 1))
    assert desk.row(ProviderRow).id == offer.provider_id
    names = {row.id: row.name for row in desk.rows(IndustryRow)}
    assert {names[row.industry_id] for row in desk.rows(OfferIndustryRow)} == {
        "Køkken og fødevarer",
        "Rengøring og service",
    }
    assert {row.target_group for row in desk.rows(OfferTargetGroupRow)} == {"match-4", "language", "under-30"}
    assert {row.text for row in desk.rows(OfferCriterionRow)} == {"Kan møde tre dage", "Vil arbejde med mad"}
    assert {row.code for row in desk.rows(OfferQuestionRow)} == {"Q01", "Q04"}
    assert desk.row(OfferStartRow).starts_on == date(2007, 4, 2)
    # One finds it by its provider and its industry too, in any spelling.
    assert "kokkenvejen" in offer.search_text
    assert "rengoring" in offer.search_text
    # Nobody's data was touched.
    assert UsageKind.IMPORTED not in {row.kind for row in desk.rows(UsageLogRow)}

    assert offers(catalogue, day=TOMORROW) == ((0, 0, 1, 0), [])


def test_that_a_later_file_changes_what_it_says_and_leaves_what_it_does_not(catalogue: ImportOffice) -> None:
    offers(catalogue)
    change = {
        "titel": "Køkken",
        "brancher": "køkken",
        "målgrupper": "",
        "krav": "Kan møde tre dage",
        "næste_start": "16-04-2007",
        "ledige_pladser": "",
    }
    assert offers(catalogue, change, day=TOMORROW) == ((0, 1, 0, 0), [])
    desk = catalogue.desk
    offer = desk.row(OfferRow)
    assert (offer.title, offer.free_places) == ("Køkken", 4)
    assert len(desk.rows(OfferIndustryRow, gone=False)) == 1
    assert len(desk.rows(OfferTargetGroupRow, gone=False)) == 3
    assert [row.text for row in desk.rows(OfferCriterionRow, gone=False)] == ["Kan møde tre dage"]
    assert [row.starts_on for row in desk.rows(OfferStartRow, gone=False)] == [date(2007, 4, 16)]
    assert offers(catalogue, change, day=TOMORROW) == ((0, 0, 1, 0), [])


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("brancher", "køkken, rengørring", "»rengørring«"),
        ("brancher", "køkken, rengørring", "Mon der menes »Rengøring og service«?"),
        ("brancher", "Rumfart", "Bygge og anlæg, Industri"),
        ("målgrupper", "match 4, match 7", "»match 7«"),
        ("målgrupper", "pensionister", "match 1, match 2"),
        ("slags", "virksomhedspraktikk", "Mon der menes »virksomhedspraktik«?"),
        ("pris_pr_uge", "-650", "»-650« er en negativ pris."),
        ("pris_pr_uge", "gratis", "prisen i kroner"),
        ("leverandør", "", "Den skal udfyldes"),
        ("match_til", "1", "Slutter før match_fra"),
        ("ledige_pladser", "21", "flere ledige pladser end pladser"),
        ("kan_afklare", "Q01, kok", "Q01, Q04"),
        ("pladser_dato", "01-04-2007", "i fremtiden"),
    ],
)
def test_that_a_cell_that_does_not_fit_is_named_with_what_would_be_right(
    catalogue: ImportOffice, heading: str, cell: str, said: str
) -> None:
    found, (fault,) = offers(catalogue, {heading: cell})
    assert found == (0, 0, 0, 1)
    assert f"Linje 2, kolonnen »{heading}«" in fault
    assert said in fault
    assert catalogue.desk.count(OfferRow) == 0


def test_that_a_contract_that_ends_before_the_start_is_told_and_does_not_stop_the_offer(
    catalogue: ImportOffice,
) -> None:
    row = {**OFFER, "kontrakt_til": "30-03-2007"}
    report = catalogue.take_lines("tilbud", tuple(row), tuple(row.values()))
    assert counts(report) == (1, 0, 0, 0)
    assert any("udløber før næste start" in notice.text for notice in report.notices)


def test_that_a_mapping_renames_each_word_of_a_list(catalogue: ImportOffice) -> None:
    mapping = catalogue.folder / "oversættelse.toml"
    mapping.write_text('[values.brancher]\n"KØK" = "Køkken og fødevarer"\n', encoding="utf-8")
    assert offers(catalogue, {"brancher": "KØK, handel"}, mapping=mapping) == ((1, 0, 0, 0), [])
    assert catalogue.desk.count(OfferIndustryRow) == 2


def test_that_an_offer_missing_in_a_full_extract_is_listed_and_comes_back_by_itself(catalogue: ImportOffice) -> None:
    offers(catalogue, {}, {"tilbud_nr": "T-2"}, {"tilbud_nr": "T-3"})
    # A row that is refused is in the extract all the same.
    rows = [{**OFFER}, {**OFFER, "tilbud_nr": "T-3", "pris_pr_uge": "-1"}]
    report = catalogue.take_lines("tilbud", tuple(OFFER), *(tuple(row.values()) for row in rows), full=True)
    (finding,) = report.findings
    assert (finding.kind, finding.own_value, finding.case_id) == (FindingKind.OFFER_NO_LONGER_THERE, "T-2", None)
    desk = catalogue.desk
    assert [row.withdrawn_on for row in desk.rows(OfferRow)] == [None, None, None]
    assert desk.row(ImportFindingRow).settled_on is None
    offers(catalogue, {"tilbud_nr": "T-2"}, day=TOMORROW)
    assert desk.row(ImportFindingRow).settled_on == TOMORROW


def test_that_identical_results_are_counted_and_the_larger_count_holds(catalogue: ImportOffice) -> None:
    offers(catalogue)

    def take(*rows: tuple[str, ...], headings: tuple[str, ...] = RESULTS) -> tuple[int, ...]:
        return counts(catalogue.take_lines("resultater", headings, *rows))

    assert take(RESULT, RESULT) == (2, 0, 0, 0)
    assert take(RESULT, RESULT) == (0, 0, 2, 0)
    assert take(RESULT) == (0, 0, 1, 0)
    assert take(RESULT, RESULT, RESULT) == (1, 0, 2, 0)
    row = catalogue.desk.rows(OfferResultRow)[0]
    assert (row.ended_on, row.ended_month_only, row.completed) == (date(2007, 2, 1), True, True)
    assert (row.match, row.benefit, row.age_band) == (4, BenefitType.CASH_ASSISTANCE, AgeBand.FROM_30)
    assert (row.outcome_3_months, row.outcome_6_months) == (OutcomeKind.JOB, None)
    # A day is not the month it lies in.
    assert take((*RESULT[:4], "01-02-2007", *RESULT[5:])) == (1, 0, 0, 0)


def test_that_an_answer_that_came_later_completes_a_row_and_a_column_that_is_not_there_is_not_compared(
    catalogue: ImportOffice,
) -> None:
    offers(catalogue)
    catalogue.take_lines("resultater", (*RESULTS, "sprog"), (*RESULT, "somali"), (*RESULT, "tyrkisk"))
    # Our own export leaves the language out.
    assert counts(catalogue.take_lines("resultater", RESULTS, RESULT, RESULT)) == (0, 0, 2, 0)
    later = (*RESULT[:7], "uddannelse")
    assert counts(catalogue.take_lines("resultater", RESULTS, later, RESULT)) == (0, 1, 1, 0)
    assert counts(catalogue.take_lines("resultater", RESULTS, later, RESULT)) == (0, 0, 2, 0)
    outcomes = [row.outcome_6_months for row in catalogue.desk.rows(OfferResultRow)]
    assert sorted(outcomes, key=str) == [None, OutcomeKind.EDUCATION]


def test_that_a_result_for_an_offer_that_is_not_here_is_refused_with_its_number(catalogue: ImportOffice) -> None:
    offers(catalogue)
    report = catalogue.take_lines("resultater", RESULTS, ("T-9", *RESULT[1:]), ("Anna Test", *RESULT[1:]), RESULT)
    assert counts(report) == (1, 0, 0, 2)
    first, second = report.faults
    assert (first.line, first.column) == (2, "tilbud_nr")
    assert "»T-9«" in first.wrong
    assert "tilbud" in first.right
    assert "Anna" not in second.text
    future = catalogue.take_lines("resultater", RESULTS, (*RESULT[:4], "04-2007", *RESULT[5:]))
    assert future.faults[0].column == "afsluttet"


def test_that_vacancies_come_in_by_their_number(catalogue: ImportOffice) -> None:
    def take(**change: str) -> tuple[tuple[int, ...], list[str]]:
        row = {**ORDER, **change}
        report = catalogue.take_lines("jobordrer", tuple(row), tuple(row.values()))
        return counts(report), [fault.text for fault in report.faults]

    assert take() == ((1, 0, 0, 0), [])
    assert take() == ((0, 0, 1, 0), [])
    assert take(frist="08-04-2007") == ((0, 1, 0, 0), [])
    assert take(branche="rumfart")[1][0].startswith("Linje 2, kolonnen »branche«: Branchen »rumfart« kendes ikke.")
    assert catalogue.desk.row(JobOrderRow).apply_by == date(2007, 4, 8)


def test_that_the_preview_shows_rows_and_faults_of_a_file_about_nobody(catalogue: ImportOffice) -> None:
    rows = [OFFER, {**OFFER, "tilbud_nr": "T-2", "pris_pr_uge": "-1"}]
    report = catalogue.take_lines(
        "tilbud", tuple(OFFER), *(tuple(r.values()) for r in rows), dry_run=True, preview=True
    )
    assert report.preview is not None
    good, bad = report.preview.rows
    assert good.cells[0] == "T-1"
    assert bad.fault_at("pris_pr_uge") is not None


def test_that_ten_thousand_rows_come_in_within_ten_seconds(catalogue: ImportOffice, tmp_path: Path) -> None:
    offers(catalogue)
    path = tmp_path / "mange.csv"
    lines = (
        ";".join((*RESULT[:4], f"{1 + n % 12:02}-2006", "ja" if n % 4 else "nej", *RESULT[6:])) for n in range(10_000)
    )
    path.write_text("\n".join((";".join(RESULTS), *lines)), encoding="utf-8")
    begun = time.monotonic()
    assert counts(catalogue.take("resultater", path)) == (10_000, 0, 0, 0)
    assert time.monotonic() - begun < 10
    begun = time.monotonic()
    assert counts(catalogue.take("resultater", path)) == (0, 0, 10_000, 0)
    assert time.monotonic() - begun < 10


def test_that_a_missing_offer_is_withdrawn_only_when_asked_and_can_be_brought_back(catalogue: ImportOffice) -> None:
    offers(catalogue, {}, {"tilbud_nr": "T-2"}, {"tilbud_nr": "T-3"})
    offers(catalogue, full=True)
    desk = catalogue.desk

    def listed() -> dict[str, str]:
        with desk.memory.reading() as session:
            return {each.offer_no: each.id for each in missing_offers(session)}

    def withdrawn() -> list[str]:
        return [row.offer_no for row in desk.rows(OfferRow) if row.withdrawn_on is not None]

    first = listed()
    assert list(first) == ["T-2", "T-3"]
    offer_id = desk.row(OfferRow, offer_no="T-2").id
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="order") as work:
        case = work.add(CitizenRow(**person_values("610175-1001", "Anna Test"))).id
        work.add(OfferOrderRow(case_id=case, order_no="2007-A", version=1, state=OrderState.DRAFT, offer_id=offer_id))
    done = desk.do(withdraw_offers, WithdrawOffers((first["T-2"],)))
    assert "1 bestilling" in done.notices[0]
    assert withdrawn() == ["T-2"]
    assert list(listed()) == ["T-3"]
    desk.refuses(withdraw_offers, WithdrawOffers((first["T-2"],)), code="settled", field="ids")
    desk.do(bring_offers_back, BringOffersBack((first["T-2"],)))
    assert withdrawn() == []
    desk.do(keep_findings, KeepFindings((first["T-2"],)))
    # What was kept is not asked again; an offer that was withdrawn and is in the extract again can be chosen again.
    offers(catalogue, full=True, day=TOMORROW)
    assert list(listed()) == ["T-3"]
    desk.do(withdraw_offers, WithdrawOffers((first["T-3"],)))
    offers(catalogue, {}, {"tilbud_nr": "T-3"}, day=TOMORROW)
    assert withdrawn() == []
