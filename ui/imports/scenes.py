"""The pictures of the room of imports: a file from choosing its columns to what it leaves to be decided."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any, Final

from app.cases.cpr import Cpr
from app.imports.applying.caseload import CaseloadReader
from app.imports.applying.plan import FindingKind
from app.imports.applying.standing import Standing
from app.imports.findings import OpenFinding
from app.imports.kinds.citizens import CITIZENS, CitizenRecord
from ui.imports.findings_desk import PAGE
from ui.imports.import_file import FileState
from ui.imports.import_page import ImportPage
from ui.operation import Road
from ui.shell.offer import Scene

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace

_FOLDERS: Final[list[Path]] = []
_HEADINGS: Final = ("cpr", "navn", "adresse", "telefon", "ydelse", "ydelse_fra", "match", "enhed", "tovholder")
_FOREIGN: Final = ("PNR", "Navn", "Adr", "Tlf", "Ydelsesart", "Siden", "Matchgruppe", "enhed", "Sagsbehandler")
# Days that are 60 too high: nobody's numbers.
_NEW: Final = ("651275-1024", "Maja Vinther", "Tomsgårdsvej 3, 1. tv", "", "kontanthjælp", "01-03-2007", "3")


def _page(workplace: Workplace) -> ImportPage:
    """The page, empty again, and taking files although the citizens are invented."""
    page = workplace.show_page(PAGE)
    assert isinstance(page, ImportPage)  # noqa: S101 - the room's own page.
    page.allow(allowed=True)
    for file in tuple(page.files.bench.files):
        page.files.bench.remove(file)
    page.files.allow(allowed=True)
    page.show_view(0)
    return page


def _records(workplace: Workplace) -> list[CitizenRecord]:
    found: list[CitizenRecord] = []

    def read(session: Any) -> list[CitizenRecord]:  # noqa: ANN401 - a session is no type of this floor.
        return [record for _, record in CaseloadReader(Standing(session)).records() if not record.address_protected]

    workplace.run(Road.READ, workplace.desk.read(read), found.extend)
    return found[:14]


def _file(name: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    folder = Path(mkdtemp())
    _FOLDERS.append(folder)
    path = folder / name
    path.write_text("\n".join(";".join(row) for row in (headings, *rows)) + "\n", encoding="utf-8")
    return path


def _rows(workplace: Workplace) -> list[list[str]]:
    places = [CITIZENS.headings().index(heading) for heading in _HEADINGS]
    rows = [[CITIZENS.write(record)[place] for place in places] for record in _records(workplace)]
    for row in rows[:3]:
        row[3] = "35 00 00 00"
    return [*rows[:5], [*_NEW, *rows[0][7:]], *rows[5:]]


def _empty(workplace: Workplace) -> QWidget:
    _page(workplace)
    return workplace.window


def _columns(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.add([_file("udtraek-marts.csv", _FOREIGN, _rows(workplace))])
    file = page.files.bench.files[0]
    if file.kind is None:
        file.use_kind(CITIZENS.name)
    file.chosen |= {"cpr": 0, "navn": 1, "ydelse": 5, "tovholder": 8}
    page.files.panel.show_file(file, has_next=False)
    return workplace.window


def _faults(workplace: Workplace) -> QWidget:
    page, rows = _page(workplace), _rows(workplace)
    rows[1][5] = "31-02-2007"
    rows[4][4] = "kontanhjælp"
    rows[7][6] = "7"
    page.add([_file("borgere-marts.csv", _HEADINGS, rows), _file("samtaler-marts.csv", ("cpr", "dato", "form"), ())])
    page.files.list.go_to(0)
    page.files.panel.preview.list.go_to(1)
    return workplace.window


def _report(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.add([_file("borgere-marts.csv", _HEADINGS, _rows(workplace)), _file("samtaler-marts.csv", ("cpr",), ())])
    page.files.list.go_to(0)
    file = page.files.bench.files[0]
    if file.report is not None:
        file.report, file.state = replace(file.report, dry_run=False), FileState.TAKEN
    page.files.panel.show_file(file, has_next=True)
    page.files.list.viewport().update()
    return workplace.window


def _differing(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    today = workplace.desk.clock.today()
    values = (
        ("telefon", "35 11 22 33", "35 44 55 66"),
        ("adresse", "Mjølnerparken 42, 2. tv", "Mjølnerparken 28, st. th"),
        ("match", "3", "4"),
        ("tolk", "ja", "nej"),
        ("tovholder", "M. Holm", "A. Lind"),
    )
    findings = tuple(
        OpenFinding(
            str(number), FindingKind.DIFFERS, "borgere", str(number), record.name, Cpr.parse(record.cpr).born,
            record.holder, record.unit, heading, own, other, today - timedelta(days=number), today - timedelta(days=7),
        )
        for number, (record, (heading, own, other)) in enumerate(zip(_records(workplace)[4:], values, strict=False))
    )  # fmt: skip
    page.show_findings(findings, (), ())
    page.show_list(FindingKind.DIFFERS)
    page.differing.list.setFocus()
    return workplace.window


def _offers(workplace: Workplace) -> QWidget:
    from app.guide.catalogue import read_catalogue
    from app.imports.missing_offers import MissingOffer

    page = _page(workplace)
    with workplace.desk.store.raw_reader() as connection:
        offers = read_catalogue(connection).offers[3:7]
    day = workplace.desk.clock.today() - timedelta(days=7)
    missing = tuple(
        MissingOffer(offer.id, offer.id, offer.offer_no, offer.title, offer.provider, drafts, day)
        for drafts, offer in enumerate(offers)
    )
    page.show_findings((), missing, ())
    page.show_list(FindingKind.OFFER_NO_LONGER_THERE)
    page.offers.list.setFocus()
    return workplace.window


def _close(workplace: Workplace) -> None:
    page = workplace.show_page(PAGE)
    if isinstance(page, ImportPage):
        page.show_findings((), (), ())
        page.allow(allowed=not workplace.demo)
    while _FOLDERS:
        shutil.rmtree(_FOLDERS.pop(), ignore_errors=True)


SCENES: Final = (
    Scene("indlaes", _empty, _close),
    Scene("indlaes-tilbud", _offers, _close),
    Scene("indlaes-kolonner", _columns, _close),
    Scene("indlaes-fejl", _faults, _close),
    Scene("indlaes-rapport", _report, _close),
    Scene("indlaes-afviger", _differing, _close),
)
