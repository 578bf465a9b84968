"""Files in through the window: nothing is written before the person has seen what will happen."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.changes import Changes
from app.imports.applying.plan import FindingKind, Outcome
from db.rows.local import ImportRunRow
from tests.ui.imports.conftest import AMINA, BENT, Bench
from ui.imports.import_file import FileState
from ui.imports.import_page import ImportPage
from ui.lists.row_model import Role
from ui.operation import Operation, Road
from ui.queue.own_dialog import OwnDialog
from ui.shell.workplace import Workplace

FOREIGN = "PNR;Navn;Ydelsesart;Siden;enhed;Sagsbehandler"


def press(within: QWidget, words: str) -> None:
    button = next(each for each in within.findChildren(QPushButton) if each.text() == words and each.isVisible())
    assert button.isEnabled(), words
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def runs(bench: Bench) -> int:
    with bench.workplace.desk.store.reading() as session:
        return session.scalar(select(func.count()).select_from(ImportRunRow)) or 0


def test_that_a_file_is_looked_at_by_itself_and_taken_in_by_one_click(bench: Bench) -> None:
    told: list[Changes] = []
    bench.workplace.desk.runner.changes.changes_made.connect(lambda changes, _: told.append(changes))
    file = bench.add(AMINA, BENT, name="udtræk.csv")
    panel = bench.page.files.panel
    assert (file.state, file.kind.name if file.kind else None) == (FileState.TRIED, "borgere")
    assert panel.preview.title.text() == "Det sker, når du indlæser: 2 rækker borgere, udtræk pr. 20.03.2007"
    assert [(row.line, row.outcome) for row in panel.preview.shown_rows()] == [(2, Outcome.NEW), (3, Outcome.NEW)]
    assert bench.citizens() == 0
    press(panel, "Indlæs")
    assert (file.state, bench.citizens(), len(told)) == (FileState.TAKEN, 2, 1)
    assert panel.preview.title.text().startswith("Indlæst: 2 rækker borgere")
    # A second time it changes nothing, and both are among the former ones.
    bench.page.add([file.path])
    press(panel, "Indlæs")
    bench.page.show_view(4)
    assert bench.page.runs.rows.rowCount() == runs(bench) == 2


def test_that_columns_are_chosen_once_and_faults_are_told_at_once(bench: Bench) -> None:
    file = bench.add(AMINA, name="udtræk.csv", headings=FOREIGN)
    panel = bench.page.files.panel
    assert (file.state, file.kind) == (FileState.CHOOSING, None)
    panel.kind.set_value("borgere")
    lines = panel.columns.lines
    assert lines["cpr"].fault.text() == "! Skal vælges."
    assert lines["navn"].examples.text() == "Amina Yusuf"
    assert not panel.try_it.isEnabled()
    for field, heading in (
        ("cpr", "PNR"),
        ("ydelse", "Siden"),
        ("ydelse_fra", "Siden"),
        ("tovholder", "Sagsbehandler"),
    ):
        box = lines[field].box
        box.setCurrentIndex(box.findText(heading))
        box.activated.emit(box.currentIndex())
    assert lines["ydelse"].fault.text() == "! Kolonnen er valgt to gange."
    assert lines["cpr"].examples.text() == "740372-····"
    box = lines["ydelse"].box
    box.setCurrentIndex(box.findText("Ydelsesart"))
    box.activated.emit(box.currentIndex())
    assert not lines["ydelse"].fault.text()
    press(panel, "Se, hvad der vil ske")
    press(panel, "Indlæs")
    assert bench.citizens() == 1
    # The next file of the same shape needs no choice, whatever it is called.
    again = bench.add(BENT, name="april.csv", headings=FOREIGN)
    assert again.state is FileState.TRIED


def test_that_a_fault_stands_at_its_cell_and_refused_rows_go_to_a_file(bench: Bench, tmp_path: Path) -> None:
    bench.add(AMINA, BENT.replace("01-02-2007", "i går"))
    panel = bench.page.files.panel
    view = panel.preview.list
    headings = [column.heading for column in view.rows.columns()]
    # What is wrong stands next to whom it is about.
    assert headings[:5] == ["Linje", "Resultat", "cpr", "navn", "ydelse_fra"]
    cell = view.rows.index(1, 4)
    assert cell.data() == "i går"
    assert "kan ikke læses som en dato" in str(cell.data(Role.FAULT))
    assert "fejl: " in str(cell.data(Qt.ItemDataRole.AccessibleTextRole))
    assert view.rows.index(0, 4).data(Role.FAULT) is None
    view.go_to(1)
    assert panel.preview.fault.text().startswith("Linje 3, kolonnen »ydelse_fra«")
    panel.preview.only_faults.setChecked(True)
    assert [row.line for row in panel.preview.shown_rows()] == [3]
    press(panel, "Indlæs")
    assert bench.citizens() == 1
    refused = tmp_path / "borgere-marts-afvist.csv"
    text = refused.read_text(encoding="utf-8-sig").replace("i går", "01-02-2007")
    refused.write_text(text, encoding="utf-8")
    bench.page.add([refused])
    assert bench.file(refused).state is FileState.TRIED
    press(panel, "Indlæs")
    assert bench.citizens() == 2


def test_that_refused_rows_are_not_written_when_that_is_not_wanted(bench: Bench, tmp_path: Path) -> None:
    bench.add(AMINA.replace("01-01-2007", "i går"))
    bench.page.files.panel.preview.keep_refused.setChecked(False)
    press(bench.page.files.panel, "Indlæs")
    assert [path.name for path in tmp_path.glob("*.csv")] == ["borgere-marts.csv"]


def test_that_another_kind_day_or_extent_is_looked_at_anew(bench: Bench) -> None:
    file = bench.add(AMINA)
    panel = bench.page.files.panel
    panel.day.set_state("19.03.2007")
    assert (file.state, file.report) == (FileState.CHOOSING, None)
    panel.full.setChecked(True)
    press(panel, "Se, hvad der vil ske")
    assert file.report is not None
    assert f"{file.report.extract_on:%d.%m}" == "19.03"
    panel.day.set_state("21.03.2007")
    press(panel, "Se, hvad der vil ske")
    assert file.message == "Udtrækkets dato ligger i fremtiden."
    assert file.state is FileState.CHOOSING
    panel.day.set_state("snart")
    assert not panel.try_it.isEnabled()
    panel.kind.set_value("samtaler")
    assert not panel.full.isVisible()
    assert panel.columns.lines["dato"].fault.text() == "! Skal vælges."


def test_that_several_files_are_gone_through_citizens_first(bench: Bench) -> None:
    talks = bench.write("740372-1234;01-03-2007;telefon", name="samtaler.csv", headings="cpr;dato;form")
    citizens = bench.write(AMINA)
    bench.page.add([talks, citizens])
    files = bench.page.files
    assert [file.path for file in files.bench.files] == [citizens, talks]
    # The talk is refused until its citizen is there.
    talk = bench.file(talks)
    assert talk.report is not None
    assert talk.report.refused == 1
    files.list.go_to(0)
    press(files.panel, "Indlæs")
    press(files.panel, "Næste fil")
    assert talk.report.refused == 0
    press(files.panel, "Indlæs")
    assert talk.state is FileState.TAKEN
    files.list.go_to(0)
    press(files, "Fjern")
    assert [file.path for file in files.bench.files] == [talks]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("borgere.csv", b"%PDF-1.7 ...", "Filen er en PDF"),
        ("borgere.csv", b"", "Filen er tom"),
        ("borgere.csv", "cpr;navn\n".encode("utf-16"), "UTF-16"),
        ("borgere.csv", b"cpr;navn\n\x81\xc3\xa6\n", "blander to tegnsæt"),
        ("borgere.xlsx", b"PK\x03\x04broken", "ikke et regneark"),
        ("borgere.csv", None, "Filen findes ikke"),
    ],
)
def test_that_a_bad_file_says_why_and_leaves_everything_else(
    bench: Bench, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    bench.page.add([path])
    file = bench.file(path)
    assert file.state is FileState.BROKEN
    assert said in file.message
    assert said in bench.page.files.panel._message.text()
    assert bench.page.files.choose.isEnabled()
    assert not bench.page.files.panel.take_in.isVisible()


def test_that_a_file_that_goes_or_changes_between_looking_and_taking_is_told(bench: Bench) -> None:
    file = bench.add(AMINA)
    file.path.unlink()
    press(bench.page.files.panel, "Indlæs")
    assert "findes ikke" in bench.page.files.panel._message.text()
    assert bench.citizens() == 0
    bench.add(BENT)
    press(bench.page.files.panel, "Indlæs")
    assert bench.citizens() == 1


def test_that_cancelling_leaves_the_store_as_it_was(threaded: Bench, qtbot: QtBot) -> None:
    file = threaded.add(AMINA)
    panel = threaded.page.files.panel
    qtbot.waitUntil(lambda: file.state is FileState.TRIED and panel.take_in.isVisible(), timeout=20_000)
    hold = threading.Event()
    # Something else is being written; the import waits its turn, and is cancelled while it waits.
    threaded.workplace.desk.runner.start(Operation(threaded.page), Road.WRITE, lambda: hold.wait(10))
    press(panel, "Indlæs")
    press(panel, "Afbryd")
    hold.set()
    qtbot.waitUntil(lambda: "afbrudt" in file.message, timeout=20_000)
    qtbot.waitUntil(panel.take_in.isVisible, timeout=20_000)
    assert (threaded.citizens(), runs(threaded), file.state) == (0, 0, FileState.TRIED)


@pytest.mark.slow
def test_that_a_hundred_thousand_rows_can_be_looked_at_and_cancelled(threaded: Bench, qtbot: QtBot) -> None:
    rows = [f"740372-{number % 9000 + 1000};Amina {number};kontanthjælp;i går;x;y" for number in range(100_000)]
    file = threaded.add(*rows)
    panel = threaded.page.files.panel
    qtbot.waitUntil(lambda: file.state is FileState.TRYING, timeout=20_000)
    qtbot.waitUntil(panel.cancel.isVisible, timeout=20_000)
    press(panel, "Afbryd")
    qtbot.waitUntil(lambda: file.state is FileState.CHOOSING, timeout=60_000)
    assert "afbrudt" in file.message
    press(panel, "Se, hvad der vil ske")
    qtbot.waitUntil(lambda: file.state is FileState.TRIED, timeout=120_000)
    assert file.report is not None
    assert file.report.refused == 100_000
    assert len(panel.preview.shown_rows()) == 20_000


def test_that_files_dropped_on_the_window_come_to_the_page(bench: Bench) -> None:
    path = bench.write(AMINA)
    bench.workplace.show_page("queue")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window = bench.workplace.window
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(window, QDropEvent(QPoint(5, 5), *how))
    assert bench.workplace.shown_page() == "imports"
    assert bench.file(path).state is FileState.TRIED


def test_that_what_an_import_leaves_is_settled_on_its_lists(bench: Bench) -> None:
    bench.add(AMINA, BENT)
    panel = bench.page.files.panel
    press(panel, "Indlæs")
    file = bench.add(AMINA, name="borgere-april.csv")
    panel.full.setChecked(True)
    press(panel, "Se, hvad der vil ske")
    assert "1 er ikke længere i udtrækket" in panel.preview._notes.text()
    press(panel, "Indlæs")
    press(panel, "1 er ikke længere i udtrækket")
    missing = bench.page.missing
    assert missing.isVisible()
    assert bench.workplace.window.navigation._counts["imports"].text() == "1"
    (finding,) = [missing.list.rows.row(0)]
    assert finding.citizen == "Bent Sørensen"
    press(missing, "Behold")
    assert missing.list.rows.rowCount() == 0
    assert missing.list.empty_text()
    QTest.mouseClick(bench.workplace.window.notice._undo, Qt.MouseButton.LeftButton)
    press(missing, "Markér alle")
    press(missing, "Afslut sag …")
    dialog = bench.workplace.window.findChild(OwnDialog)
    assert dialog is not None
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.form.errors() == {"reason": "Vælg en årsag."}
    dialog.form.fields["reason"].set_state("moved_away")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert missing.list.rows.rowCount() == 0
    assert "Sagen er afsluttet." in bench.workplace.window.notice.text()
    # The ended case is in the next extract: that is listed, and the extract's word can be taken.
    bench.page.add([bench.write(AMINA, BENT, name="borgere-maj.csv")])
    press(panel, "Indlæs")
    bench.page.show_list(FindingKind.DIFFERS)
    assert bench.page.differing.list.rows.row(0).heading == "afsluttet"
    press(bench.page.differing, "Tag udtrækkets værdi")
    assert bench.page.differing.list.rows.rowCount() == 0
    assert file.state is FileState.TAKEN


def test_that_the_store_of_invented_people_takes_no_files_and_says_why(workplace: Workplace, tmp_path: Path) -> None:
    page = workplace.show_page("imports")
    assert isinstance(page, ImportPage)
    assert page.refusal.isVisible()
    assert not page.files._begin.isEnabled()
    path = tmp_path / "borgere.csv"
    path.write_text("cpr\n", encoding="utf-8")
    page.add([path])
    assert page.files.bench.files == []


def test_that_the_empty_queue_leads_to_the_page(bench: Bench, qtbot: QtBot) -> None:
    bench.workplace.show_page("queue")
    bench.workplace.window.activateWindow()
    qtbot.waitUntil(bench.workplace.window.isActiveWindow)
    assert bench.workplace.window.navigation.button("imports").toolTip() == "Indlæs filer (Ctrl+I)"
    QTest.keyClick(bench.workplace.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert bench.workplace.shown_page() == "imports"


def test_that_tab_goes_round_the_page(bench: Bench) -> None:
    bench.add(AMINA, BENT.replace("01-02-2007", "i går"))
    page = bench.page
    first = page.files.list
    first.setFocus()
    seen = []
    for _ in range(80):
        focused = page.window().focusWidget()
        assert focused is not None
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if page.window().focusWidget() is first:
            break
    else:
        raise AssertionError("Tab never comes round")
    assert page.files.panel.preview.list in seen
    assert page.files.panel.take_in in seen


def test_that_a_file_of_offers_is_recognised_and_a_missing_offer_is_withdrawn_only_when_asked(bench: Bench) -> None:
    headings = "tilbud_nr;titel;leverandør;slags;pris_pr_uge;brancher"
    first, second = "T-1;Køkken;Køkkenvejen;virksomhedspraktik;650;køkken", "T-2;Mentor;Mentorlinjen;mentor;480;andet"
    file = bench.add(first, second, "T-3;Kørsel;Lagersporet;andet;-5;rumfart", name="udtræk.csv", headings=headings)
    panel = bench.page.files.panel
    assert (file.state, file.kind.name if file.kind else None) == (FileState.TRIED, "tilbud")
    assert panel.preview.title.text() == "Det sker, når du indlæser: 3 rækker tilbud, udtræk pr. 20.03.2007"
    # What is wrong stands at its cell, beside whom it is about.
    names = [column.heading for column in panel.preview.list.rows.columns()]
    assert names[:5] == ["Linje", "Resultat", "tilbud_nr", "titel", "pris_pr_uge"]
    assert "negativ pris" in str(panel.preview.list.rows.index(2, 4).data(Role.FAULT))
    press(panel, "Indlæs")
    assert panel.preview.title.text().startswith("Indlæst: 3 rækker tilbud")

    full = bench.add(first, name="tilbud-april.csv", headings=headings)
    assert panel.full.isVisible()
    assert panel.full.text() == "Fuldt udtræk: alle tilbud står i filen"
    panel.full.setChecked(True)
    press(panel, "Se, hvad der vil ske")
    press(panel, "Indlæs")
    assert full.state is FileState.TAKEN
    press(panel, "1 tilbud er ikke længere i udtrækket")
    view = bench.page.offers
    assert view.isVisible()
    assert (view.list.rows.rowCount(), view.list.rows.row(0).offer_no) == (1, "T-2")
    press(view, "Markér alle")
    press(view, "Træk tilbage")
    assert view.list.rows.rowCount() == 0
    bench.workplace.window.notice._undo.click()
    assert view.list.rows.rowCount() == 1
    press(view, "Markér alle")
    press(view, "Behold")
    assert view.list.rows.rowCount() == 0
