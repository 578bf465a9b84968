"""Extracts through the window: columns chosen once, a fault at its cell, and those who are no longer there settled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.clock import FixedClock
from app.ids import seeded_ids
from app.imports.applying.plan import FindingKind
from db.rows.people import CaseClosingRow, CitizenRow
from tests.journeys.extracts.running import _KEY_STORE, FILES, make_store
from tests.journeys.hand import Hand
from tests.journeys.test_register_talk import TODAY
from tests.ui.conftest import theme
from ui.forms.short_dialog import ShortDialog
from ui.imports.import_file import FileState, ImportFile
from ui.imports.import_page import ImportPage
from ui.lists.row_model import Role
from ui.operation import ThreadRunner
from ui.shell.main_window import MainWindow
from ui.start_flow import StartFlow
from ui.start_options import StartOptions
from ui.theme.theme import Theme

__all__ = ["theme"]

# Five columns are chosen with two strokes each, and then it is looked at and taken in.
MOST_FOR_A_NEW_SHAPE = 12
# Nothing but taking it in.
MOST_FOR_A_KNOWN_SHAPE = 1
# The list, all of them, how they ended, and saved.
MOST_TO_SETTLE = 5

RENAMED = {"cpr": "Personnummer", "ydelse": "Ydelsesart", "ydelse_fra": "Siden", "tovholder": "Sagsbehandler",
           "navn": "Borgerens navn"}  # fmt: skip


@pytest.fixture
def flow(tmp_path: Path, qtbot: QtBot, theme: Theme) -> Iterator[StartFlow]:
    store = tmp_path / "lager"
    make_store(store)
    keyring.set_keyring(_KEY_STORE)
    theme.apply()
    window = MainWindow(theme)
    qtbot.addWidget(window)
    made = StartFlow(window, ThreadRunner(window), StartOptions(store), FixedClock(TODAY), seeded_ids(3))
    window.show()
    made.begin()
    qtbot.waitUntil(lambda: made.workplace is not None, timeout=20_000)
    yield made
    made.close()
    window.close()


def _extract(folder: Path, name: str, *, wrong: bool = False, without: int = 0) -> Path:
    """The caseload in the words of another system, perhaps with a day that is none, or without its last citizens."""
    lines = (FILES / "borgere.csv").read_bytes().decode("cp1252").splitlines()
    headings = [RENAMED.get(heading, heading) for heading in lines[0].split(";")]
    rows = lines[1 : len(lines) - without]
    if wrong:
        rows[0] = rows[0].replace("01-08-2006", "31-06-2006", 1)
    path = folder / name
    path.write_text("\n".join((";".join(headings), *rows)) + "\n", encoding="utf-8")
    return path


def _file(page: ImportPage, path: Path) -> ImportFile:
    return next(file for file in page.files.bench.files if file.path == path)


def _citizens(flow: StartFlow) -> int:
    assert flow.store is not None
    with flow.store.reading() as session:
        return session.scalar(select(func.count()).select_from(CitizenRow)) or 0


def _closed(flow: StartFlow) -> int:
    assert flow.store is not None
    with flow.store.reading() as session:
        return session.scalar(select(func.count()).select_from(CaseClosingRow)) or 0


def _tried(file: ImportFile, page: ImportPage, qtbot: QtBot) -> None:
    take_in = page.files.panel.take_in
    qtbot.waitUntil(lambda: file.state is FileState.TRIED and take_in.isVisible(), timeout=20_000)


def _take_in(file: ImportFile, page: ImportPage, qtbot: QtBot, hand: Hand) -> None:
    hand.press(page.files.panel, "Indlæs")
    qtbot.waitUntil(lambda: file.state is FileState.TAKEN, timeout=20_000)


def _choose_columns(page: ImportPage, path: Path, qtbot: QtBot) -> int:
    """A file of a shape that was never seen, with a day that is in no calendar; the answer is all its citizens."""
    panel = page.files.panel
    page.add([path])
    file = _file(page, path)
    qtbot.waitUntil(lambda: file.state is FileState.CHOOSING and panel.columns.isVisible(), timeout=20_000)
    assert panel.columns.lines["cpr"].fault.text() == "! Skal vælges."
    hand = Hand("Take in an extract of a new shape", MOST_FOR_A_NEW_SHAPE)
    for field, heading in RENAMED.items():
        box = panel.columns.lines[field].box
        panel.columns.ensureWidgetVisible(box)
        box.setFocus()
        hand.count += 1
        hand.write(box, heading[:6])
        box.activated.emit(box.currentIndex())
        assert box.currentText() == heading
    hand.press(panel, "Se, hvad der vil ske")
    _tried(file, page, qtbot)
    view = panel.preview.list
    headings = [column.heading for column in view.rows.columns()]
    cell = view.rows.index(0, headings.index("ydelse_fra (Siden)"))
    assert cell.data() == "31-06-2006"
    assert "findes ikke i kalenderen" in str(cell.data(Role.FAULT))
    assert file.report is not None
    assert file.report.refused == 1
    _take_in(file, page, qtbot, hand)
    hand.done()
    return file.report.new + 1


def _correct(page: ImportPage, refused: Path, qtbot: QtBot) -> None:
    """The refused row is put right in its file, which needs no choice of columns any more."""
    corrected = refused.read_text(encoding="utf-8-sig").replace("31-06-2006", "01-08-2006")
    refused.write_text(corrected, encoding="utf-8")
    page.add([refused])
    file = _file(page, refused)
    _tried(file, page, qtbot)
    hand = Hand()
    _take_in(file, page, qtbot, hand)
    assert hand.count <= MOST_FOR_A_KNOWN_SHAPE


def _take_in_full(page: ImportPage, path: Path, qtbot: QtBot) -> int:
    """A full extract; the answer is how many are no longer in it."""
    panel = page.files.panel
    page.add([path])
    file = _file(page, path)
    _tried(file, page, qtbot)
    panel.full.setChecked(True)
    QTest.mouseClick(panel.try_it, Qt.MouseButton.LeftButton)
    _tried(file, page, qtbot)
    _take_in(file, page, qtbot, Hand())
    assert file.report is not None
    return sum(1 for finding in file.report.findings if finding.kind is FindingKind.NO_LONGER_THERE)


def _end_all(flow: StartFlow, page: ImportPage, qtbot: QtBot) -> set[str]:
    """End the cases of all who are no longer in the extract; the answer is whose."""
    assert flow.workplace is not None
    missing, hand = page.missing, Hand("End those no longer in the extract", MOST_TO_SETTLE)
    page.show_list(FindingKind.NO_LONGER_THERE)
    hand.count += 1
    qtbot.waitUntil(missing.isVisible, timeout=20_000)
    hand.press(missing, "Markér alle")
    ended = {finding.case_id for finding in missing.list.marked()}
    hand.press(missing, "Afslut sag …")
    dialog = flow.workplace.window.findChild(ShortDialog)
    assert dialog is not None
    dialog.form.fields["reason"].set_state("moved_away")
    hand.count += 1
    hand.click(dialog.save)
    hand.done()
    qtbot.waitUntil(lambda: missing.list.rows.rowCount() == 0, timeout=20_000)
    return ended


def test_that_extracts_come_in_through_the_window_and_nobody_is_ended_unasked(
    flow: StartFlow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert flow.workplace is not None
    page = flow.workplace.show_page("imports")
    assert isinstance(page, ImportPage)

    everyone = _choose_columns(page, _extract(tmp_path, "borgere-marts.csv", wrong=True), qtbot)
    assert _citizens(flow) == everyone - 1
    _correct(page, tmp_path / "borgere-marts-afvist.csv", qtbot)
    assert _citizens(flow) == everyone
    qtbot.waitUntil(lambda: bool(flow.page().shown_items()), timeout=20_000)

    gone = _take_in_full(page, _extract(tmp_path, "borgere-fuldt.csv", without=2), qtbot)
    assert gone >= 1
    qtbot.waitUntil(lambda: page.missing.list.rows.rowCount() == gone, timeout=20_000)
    assert _closed(flow) == 0
    ended = _end_all(flow, page, qtbot)
    assert _closed(flow) == gone == len(ended)
    qtbot.waitUntil(lambda: not {each.case_id for each in flow.page().shown_items()} & ended, timeout=20_000)
