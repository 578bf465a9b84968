"""What is exported comes in again unchanged, is safe in a spreadsheet, and leaves its line in the log."""

from __future__ import annotations

import errno
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.cases.addresses import split_address
from app.cases.change_citizen import ChangeCitizen, change_citizen
from app.cases.details import CitizenDetails
from app.clock import FixedClock
from app.exports.export import export_file, export_name, export_queue, export_targets
from app.exports.queue_table import HEADINGS as QUEUE_HEADINGS
from app.exports.queue_table import LANES
from app.exports.request import ExportReport, ExportRequest
from app.imports.tables import read_table
from app.imports.writing import write_csv, write_table
from app.queue.item import Lane, QueueItem
from app.reference.seed import seed_reference
from app.results.measure import Indicator, Measure, Shape
from app.results.results import CITY, Result
from app.results.targets import Target
from app.work import working
from db.errors import Refused, Unavailable
from db.rows.local import UsageLogRow
from db.rows.people import CitizenRow
from db.rows.talks import PortalReportRow
from db.values.people import UsageKind
from db.values.talks import ReportState
from tests.helpers.desk import TODAY
from tests.helpers.import_office import ANNA, BO, CITIZENS, ImportOffice, counts

TOMORROW = date(2007, 3, 21)

_FULL = (
    "cpr", "navn", "adresse", "postnr", "by", "telefon", "email", "sprog", "tolk", "ægtefælle_cpr", "børn_hjemme",
    "uddannelse", "henvendt", "ydelse", "ydelse_fra", "match", "match_dato", "match_begrundelse", "enhed", "tovholder",
    "tovholder_fra", "sygemeldt_fra", "raskmeldt",
)  # fmt: skip
_ANNA = (
    ANNA[0], "Anna Test", "Mjølnerparken 42, 2. tv.", "2200", "København N", "+45 00 00 00 00", "=anna", "somali", "ja",
    BO[0], "2", "nej", "15-01-2007", "kontanthjælp", "01-02-2007", "4", "05-02-2007", '@sprog; "hjem"', "Nyropsgade",
    "M. Holm", "03-02-2007", "01-03-2007", "",
)  # fmt: skip
_FILES = {
    "borgere": (_FULL, _ANNA),
    "samtaler": (
        ("cpr", "dato", "form", "formål", "afholdt_af", "opfylder_pligt", "indberettet", "notat"),
        (ANNA[0], "12-03-2007", "hjemmebesøg", "match", "En Anden", "nej", "ja", "=første linje"),
        (BO[0], "13-03-2007", "telefon", "", "M. Holm", "", "nej", ""),
        (BO[0], "14-03-2007", "brev", "andet", "", "ja", "15-03-2007", "To ord"),
    ),
    "tilbudsforløb": (
        ("cpr", "tilbud_nr", "leverandør", "tilbud", "slags", "fra", "til", "status", "resultat", "resultat_3mdr"),
        (ANNA[0], "T-1", "Kursus A/S", "Køkken", "løntilskud", "01-07-2006", "01-09-2006", "gennemført", "job", "syg"),
        (BO[0], "T-2", "", "", "", "01-04-2007", "", "planlagt", "", ""),
    ),
    "jobplaner": (
        ("cpr", "plan_nr", "version", "gælder_fra", "underskrevet", "næste_gennemgang", "lukket"),
        (ANNA[0], "P-1", "1", "01-02-2007", "02-02-2007", "", ""),
        (ANNA[0], "P-1", "2", "01-03-2007", "02-03-2007", "01-08-2007", "10-03-2007"),
    ),
    "ansøgningssager": (
        ("cpr", "sag_nr", "slags", "ansøgt", "arvet", "tilstand", "skridt", "skridt_start", "frist", "udført"),
        (ANNA[0], "S-1", "førtidspension", "01-12-2006", "ja", "i gang", "partshøring", "01-03-2007", "15-03-2007", ""),
        (ANNA[0], "S-1", "førtidspension", "01-12-2006", "ja", "i gang", "indstilling", "", "", "16-03-2007"),
        (BO[0], "S-2", "fleksjob", "01-01-2007", "nej", "urørt", "", "", "", ""),
    ),
    "sygedagpenge": (
        ("cpr", "første_fraværsdag", "arbejdsgiver", "gruppe", "raskmeldt"),
        (BO[0], "15-01-2007", "Bageri", "8-ugers", "01-03-2007"),
    ),
    "unge-varsler": (
        ("cpr", "navn", "skole", "uddannelse", "modtaget", "årsag"),
        ("640190-1004", "Ung Test", "Teknisk Skole", "Tømrer", "10-03-2007", "fravær"),
    ),
}  # fmt: skip


def _export(office: ImportOffice, kind: str, path: Path, *, day: date = TODAY, **options: Any) -> ExportReport:
    return export_file(
        office.desk.store,
        ExportRequest(kind, path, **options),
        author=office.desk.me,
        clock=FixedClock(day),
        make_id=office.desk.make_id,
    )


def _cells(text: str) -> str:
    """A cell as a CSV file holds it."""
    return '"' + text.replace('"', '""') + '"'


def _filled(office: ImportOffice, kind: str) -> None:
    office.with_citizens()
    lines = [[_cells(cell) for cell in line] for line in _FILES[kind]]
    report = office.take_lines(kind, *lines)
    assert report.refused == 0, report.faults


@pytest.mark.parametrize("kind", _FILES)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_that_what_is_exported_comes_in_again_unchanged(office: ImportOffice, kind: str, ending: str) -> None:
    _filled(office, kind)
    path = office.folder / f"ud.{ending}"
    written = _export(office, kind, path)
    report = office.take(kind, path, day=TOMORROW)
    assert report.read == written.rows > 0
    assert counts(report) == (0, 0, report.read, 0), (report.faults, report.findings)
    assert not report.ignored_columns


@pytest.mark.parametrize("kind", _FILES)
def test_that_what_is_exported_makes_the_same_store_elsewhere(office: ImportOffice, tmp_path: Path, kind: str) -> None:
    _filled(office, kind)
    _export(office, "borgere", office.folder / "borgere.csv")
    _export(office, kind, office.folder / "ud.csv")
    (tmp_path / "other").mkdir()
    other = ImportOffice(tmp_path / "other")
    other.take("borgere", office.folder / "borgere.csv")
    assert other.take(kind, office.folder / "ud.csv").refused == 0
    _export(other, kind, other.folder / "ud.csv")
    assert sorted((other.folder / "ud.csv").read_bytes().splitlines()) == sorted(
        (office.folder / "ud.csv").read_bytes().splitlines()
    )
    other.desk.memory.close()


def test_that_a_csv_is_what_danish_spreadsheets_expect(office: ImportOffice) -> None:
    _filled(office, "borgere")
    path = office.folder / "ud.csv"
    _export(office, "borgere", path)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfcpr;navn;")
    assert content.endswith(b"\r\n")
    text = content.decode("utf-8-sig")
    assert "610175-1001;Anna Test" in text
    assert ";'+45 00 00 00 00;'=anna;" in text
    assert '"\'@sprog; ""hjem"""' in text
    assert ";01-02-2007;" in text


def test_that_a_sheet_holds_no_formula_and_no_link(office: ImportOffice) -> None:
    import zipfile

    office.take_lines("borgere", (*CITIZENS, "telefon", "email"), (*ANNA, "=1+1", "http://example.invalid/x"))
    path = office.folder / "ud.xlsx"
    _export(office, "borgere", path)
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet
    assert "=1+1" in read_table(path).rows[0].cells


def test_that_every_citizen_who_goes_out_is_logged(office: ImportOffice) -> None:
    office.with_citizens()
    _export(office, "borgere", office.folder / "ud.csv")
    logged = [row for row in office.desk.rows(UsageLogRow) if row.kind is UsageKind.EXPORTED]
    assert {row.case_id for row in logged} == {row.id for row in office.desk.rows(CitizenRow)}
    assert {row.purpose for row in logged} == {"Eksport af borgere"}


def test_that_a_file_that_cannot_be_written_is_told_and_not_logged(office: ImportOffice) -> None:
    office.with_citizens()
    before = office.desk.contents()
    with pytest.raises(Unavailable) as unavailable:
        _export(office, "borgere", office.folder / "nowhere" / "ud.csv")
    assert unavailable.value.code == "file_not_writable"
    assert office.desk.contents() == before


def test_that_mine_are_the_cases_that_i_hold(office: ImportOffice) -> None:
    office.with_citizens()
    path = office.folder / "ud.csv"
    assert _export(office, "borgere", path, mine=True).rows == 1
    assert "Anna" in path.read_text(encoding="utf-8-sig")


def test_that_a_protected_address_stands_in_no_list(office: ImportOffice) -> None:
    _filled(office, "borgere")
    case_id = office.desk.row(CitizenRow, name="Anna Test").id
    address = split_address("Mjølnerparken 42, 2. tv., 2200 København N")
    details = CitizenDetails("Anna Test", address, address_protected=True)
    office.desk.do(change_citizen, ChangeCitizen(case_id, details))
    path = office.folder / "ud.csv"
    _export(office, "borgere", path)
    text = path.read_text(encoding="utf-8-sig")
    assert "Mjølnerparken" not in text
    assert counts(office.take("borgere", path, day=TOMORROW)) == (0, 0, 2, 0)


def test_that_citizens_who_could_not_come_in_again_are_counted(office: ImportOffice) -> None:
    office.desk.citizen()
    report = _export(office, "borgere", office.folder / "ud.csv")
    assert report.rows == 0
    assert report.notices == ("1 borgere uden ydelse eller enhed er ikke med.",)


def test_that_reports_are_marked_only_when_told(office: ImportOffice) -> None:
    _filled(office, "samtaler")
    path = office.folder / "ud.csv"
    assert _export(office, "indberetning", path).rows == 1
    assert "samtale;13-03-2007;telefon" in path.read_text(encoding="utf-8-sig")
    states = [row.state for row in office.desk.rows(PortalReportRow)]
    assert states.count(ReportState.TO_SEND) == 1
    assert _export(office, "indberetning", path, mark_sent=True).rows == 1
    assert {row.state for row in office.desk.rows(PortalReportRow)} == {ReportState.SENT}
    assert _export(office, "indberetning", path).rows == 0


def test_that_only_reports_can_be_marked(office: ImportOffice) -> None:
    with pytest.raises(Refused) as refused:
        _export(office, "borgere", office.folder / "ud.csv", mark_sent=True)
    assert refused.value.code == "not_by_mark"


def test_that_names_are_found_without_danish_letters() -> None:
    assert export_name("koe") == "kø"
    assert export_name("Resultatmaal") == "resultatmål"
    with pytest.raises(Refused):
        export_name("katte")


def _item(case_id: str | None) -> QueueItem:
    return QueueItem(
        key=f"CONTACT_DUE/{case_id}/x/",
        kind="CONTACT_DUE",
        label="Samtale",
        case_id=case_id,
        citizen="Anna Test",
        born=date(1975, 1, 1),
        due_on=date(2007, 5, 5),
        act_by=date(2007, 5, 3),
        opens_on=TODAY,
        amber_on=TODAY,
        lane=Lane.LATER,
        consequence=1,
        rule="koebenhavn-2007:CONTACT_DUE",
        source="kap. 7",
        reason="=Samtale mindst hver 3. måned.",
        counted_from=date(2007, 2, 5),
        event_id="x",
    )


def test_that_the_queue_goes_out_as_it_stands_and_is_logged(office: ImportOffice) -> None:
    case_id = office.desk.citizen("Anna Test")
    path = office.folder / "ud.csv"
    clock, make_id = FixedClock(TODAY), office.desk.make_id
    items = [_item(case_id), _item(case_id), _item(None)]
    report = export_queue(office.desk.store, items, path, author=office.desk.me, clock=clock, make_id=make_id)
    assert report.rows == 3
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == ";".join(QUEUE_HEADINGS)
    assert lines[1].startswith("Senere;05-05-2007;03-05-2007;Samtale;Anna Test;01-01-1975;'=Samtale mindst")
    assert [row.case_id for row in office.desk.rows(UsageLogRow) if row.kind is UsageKind.EXPORTED] == [case_id]
    assert set(LANES) == set(Lane)


def test_that_targets_go_out_with_decimal_commas(office: ImportOffice) -> None:
    measure = Measure(Indicator.CONTACT_RATE, Shape.SHARE, TODAY, holds=("a", "b"), misses=("c",))
    target = Target("contact_rate", "city", None, 95.0, date(2007, 12, 31))
    path = office.folder / "ud.csv"
    assert export_targets([Result(measure, CITY, target, 82.5, None, 1)], path).rows == 1
    line = path.read_text(encoding="utf-8-sig").splitlines()[1]
    assert line == "Kontaktforløbsgrad, holdt;Hele lageret;2;3;0;66,7;95;31-12-2007;82,5;;1;procent;20-03-2007"


def test_that_a_disk_that_fills_up_leaves_the_file_that_was_there(
    office: ImportOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office.folder / "ud.csv"
    write_csv(path, [("a",)])
    before = path.read_bytes()

    def full(self: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Unavailable):
        write_csv(path, [("b",)])
    assert path.read_bytes() == before
    assert list(office.folder.iterdir()) == [path]


def test_that_a_file_goes_out_through_a_link_and_keeps_its_rights(office: ImportOffice) -> None:
    path = office.folder / "ud.csv"
    path.write_bytes(b"")
    path.chmod(0o640)
    link = office.folder / "link.csv"
    link.symlink_to(path)
    write_csv(link, [("a",)])
    assert link.is_symlink()
    assert path.read_bytes() == b"\xef\xbb\xbfa\r\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_that_a_table_is_not_written_under_the_name_of_something_else(office: ImportOffice) -> None:
    office.with_citizens()
    with pytest.raises(Refused) as refused:
        _export(office, "borgere", office.folder / "ud.pdf")
    assert refused.value.code == "unknown_ending"
    assert not (office.folder / "ud.pdf").exists()


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "Disken er fuld"), (errno.EACCES, "ikke ret til"), (errno.EIO, "Se efter")],
)
def test_that_a_file_that_cannot_be_written_says_why(
    office: ImportOffice, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def fail(self: Path, target: Path) -> Path:
        raise OSError(number, "text of the machine")

    path = office.folder / "ud.csv"
    path.write_text("før", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(Unavailable) as unavailable:
        write_table(path, [["a"]])
    assert said in unavailable.value.message
    assert "machine" not in unavailable.value.message
    assert [each.name for each in office.folder.iterdir() if "ud" in each.name] == ["ud.csv"]
    assert path.read_text(encoding="utf-8") == "før"


def test_that_a_folder_that_is_not_there_is_said(office: ImportOffice) -> None:
    with pytest.raises(Unavailable, match="Mappen findes ikke"):
        write_table(office.folder / "væk" / "ud.csv", [["a"]])


_CATALOGUE = {
    "tilbud": (
        ("tilbud_nr", "titel", "leverandør", "slags", "brancher", "målgrupper", "match_fra", "match_til",
         "pris_pr_uge", "næste_start", "formål", "krav", "kan_afklare", "kontrakt_til"),
        ("T-1", "Køkken", "Køkkenvejen", "virksomhedspraktik", "køkken, handel", "match 4, sprog", "3", "4",
         "650,50", "02-04-2007", "=første", "Kan møde; Vil lave mad", "Q01, Q04", "31-12-2008"),
        ("T-2", "Mentor", "Kompasrosen", "mentor", "", "", "", "", "0", "", "", "", "", ""),
    ),
    "resultater": (
        ("tilbud_nr", "match", "ydelse", "aldersgruppe", "sprog", "afsluttet", "gennemført", "resultat_6mdr"),
        ("T-1", "4", "kontanthjælp", "50+", "somali", "02-2007", "ja", "job"),
        ("T-1", "4", "kontanthjælp", "50+", "somali", "02-2007", "ja", "job"),
        ("T-1", "", "", "", "", "01-02-2007", "nej", ""),
    ),
    "jobordrer": (
        ("ordre_nr", "titel", "virksomhed", "branche", "sted", "timer", "starter", "frist", "kontakt"),
        ("J-1", "Kok", "Kantinen", "køkken", "Nørrebro", "30", "02-04-2007", "28-03-2007", "Lederen"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", _CATALOGUE)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_that_the_catalogue_comes_in_again_unchanged_and_names_no_language(
    office: ImportOffice, kind: str, ending: str
) -> None:
    desk = office.desk
    with working(desk.store, author=None, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="seed") as work:
        seed_reference(work)
    for each in dict.fromkeys(("tilbud", kind)):
        lines = [[_cells(cell) for cell in line] for line in _CATALOGUE[each]]
        report = office.take_lines(each, *lines)
        assert report.new == len(lines) - 1, report.faults
    path = office.folder / f"ud.{ending}"
    written = _export(office, kind, path)
    report = office.take(kind, path, day=TOMORROW)
    assert report.read == written.rows == len(_CATALOGUE[kind]) - 1
    assert counts(report) == (0, 0, report.read, 0), report.faults
    assert "somali" not in str(read_table(path))
    # It is about nobody, and belongs to nobody.
    assert not any(row.kind is UsageKind.EXPORTED for row in desk.rows(UsageLogRow))
    with pytest.raises(Refused) as refused:
        _export(office, kind, path, mine=True)
    assert refused.value.code == "not_by_case"
