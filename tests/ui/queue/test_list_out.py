"""The list on paper and in a file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtGui import QPainter, QPicture
from PySide6.QtPrintSupport import QPrinter
from sqlalchemy import select

from app.queue.facets import Facet
from app.queue.item import Lane
from db.rows.local import UsageLogRow
from db.values.people import UsageKind
from tests.ui.items import TODAY, item, items
from tests.ui.queue.conftest import AtWork
from ui.queue.list_out import PRINTED
from ui.queue.printed_list import PrintedList, cells, draw_page


def _logged(at_work: AtWork, kind: UsageKind) -> list[UsageLogRow]:
    with at_work.desk.store.reading() as session:
        return list(session.scalars(select(UsageLogRow).where(UsageLogRow.kind == kind)))


def test_that_no_lane_stands_alone_at_the_foot_of_a_page() -> None:
    printed = PrintedList(items(), TODAY, "M. Holm", ("Mine",))
    pages = printed.pages(5)
    assert [len(page) for page in pages] == [4, 4, 5, 2]
    assert not any(isinstance(page[-1], Lane) for page in pages)
    flat = [row for page in pages for row in page if not isinstance(row, Lane)]
    assert tuple(flat) == items()
    assert PrintedList((), TODAY, "", ()).pages(5) == ((),)


def test_that_a_row_is_printed_without_number_and_address() -> None:
    assert cells(item(8), TODAY) == (
        "28.03", "Nadia Karim", "08.01.1981", "Kontaktsamtale · Indkaldt 28.03 kl. 10", "2", "Kontanthjælp", "M. Holm",
    )  # fmt: skip


def test_that_the_list_is_printed_with_head_and_foot_and_logged_first(at_work: AtWork, tmp_path: Path) -> None:
    page = at_work.page
    page.use_filters({Facet.MATCH: frozenset({"4"})})
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "liste.pdf"))
    assert page.out is not None
    page.out.print_on(page.printed(), printer)
    assert page.notice.text().startswith("Listen er sendt til printeren")
    assert (tmp_path / "liste.pdf").read_bytes().startswith(b"%PDF")
    logged = _logged(at_work, UsageKind.PRINTED)
    assert {row.case_id for row in logged} == {each.case_id for each in page.view.items() if each.case_id}
    assert {row.purpose for row in logged} == {PRINTED}


def _drawn(printed: PrintedList, lines: int, number: int) -> str:
    """The text of one page, as it is painted."""
    picture = QPicture()
    painter = QPainter(picture)
    draw_page(painter, (760.0, 520.0), printed, printed.pages(lines), number)
    painter.end()
    # Texts stand in it as UTF-16, at even and at odd places.
    painted = bytes(cast("memoryview", picture.data()))
    return "".join(part.decode("utf-16-be", errors="ignore") for part in (painted, painted[1:]))


def test_that_every_page_says_whose_list_it_is_and_of_how_many_pages(at_work: AtWork) -> None:
    at_work.page.use_filters({Facet.MATCH: frozenset({"4"})})
    printed = at_work.page.printed()
    pages = printed.pages(6)
    whole = ""
    for number in range(1, len(pages) + 1):
        text = _drawn(printed, 6, number)
        for words in ("tirsdag 20. marts 2007", "M. Holm · Mine · Match 4", f"Side {number} af {len(pages)}", "Opgave"):
            assert words in text
        whole += text
    assert all(each.citizen in whole for each in printed.items)
    assert not re.search(r"\d{6}-?\d{4}", whole)


def test_that_a_file_that_cannot_be_written_is_said_and_logs_nothing(at_work: AtWork, tmp_path: Path) -> None:
    assert at_work.page.out is not None
    at_work.page.out.write(at_work.page.view.items(), tmp_path / "væk" / "liste.xlsx")
    assert at_work.page.notice.text() == (
        "Filen kan ikke skrives, og intet er ændret. Mappen findes ikke. Vælg en anden mappe."
    )
    assert _logged(at_work, UsageKind.EXPORTED) == []


def test_that_exactly_the_shown_lines_go_out_and_the_name_says_nobody(at_work: AtWork, tmp_path: Path) -> None:
    page = at_work.page
    page.use_filters({Facet.LANE: frozenset({"overdue"})})
    assert page.out is not None
    page.out.write(page.view.items(), tmp_path / "min-produktion-2007-03-20.xlsx")
    count = len(page.view.items())
    assert page.notice.text() == (
        f"{count} linjer er skrevet til min-produktion-2007-03-20.xlsx. Filen er ikke krypteret."
    )
    assert (tmp_path / "min-produktion-2007-03-20.xlsx").read_bytes().startswith(b"PK")


def test_that_the_head_of_the_paper_says_the_kind_as_well(at_work: AtWork) -> None:
    from app.queue.filters import Chosen, Group, Whose

    at_work.page.choose_view(Chosen(Whose.MINE, Group.PLANS))
    printed = at_work.page.printed()
    assert printed.filters == ("Mine", "Jobplaner")
    assert printed.today == date(2007, 3, 20)
