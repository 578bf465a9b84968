"""From extract files to a registered talk, in the real window on a real store, with its clicks counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.clock import FixedClock
from app.ids import seeded_ids
from app.queue.filters import Whose
from app.queue.item import QueueItem
from app.transfer.systems import Subject
from app.transfer.waiting import TransferItem
from db.rows.talks import NoteRow, PortalReportRow, TalkRow
from db.values.talks import NoteKind, ReportState, TalkForm
from tests.journeys.extracts.running import _KEY_STORE, FILES, IMPORTED_ON, make_store, queue_on
from tests.journeys.hand import Hand
from tests.ui.conftest import theme
from ui.command_line.queue_rows import queue_row
from ui.imports.import_file import FileState
from ui.imports.import_page import ImportPage
from ui.lists.row_model import Role
from ui.operation import ThreadRunner
from ui.shell.main_window import MainWindow
from ui.shell.navigation import QUEUE_PAGE
from ui.start_flow import StartFlow
from ui.start_options import StartOptions
from ui.talks.talk_dialog import TalkDialog
from ui.talks.talk_fields import MatchAnswer
from ui.theme.theme import Theme
from ui.transfer.transfer_page import TransferPage

__all__ = ["theme"]

TODAY = date.fromisoformat(IMPORTED_ON)
# DESIGN.md's measure of a screen: a talk is registered in at most so many clicks and stretches of typing.
MOST = 8
# To the page and back, and for each file to put it there and to take it in.
MOST_TO_TAKE_IN = 6
EXTRACTS = ("borgere.csv", "samtaler.csv")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    made = tmp_path / "lager"
    make_store(made)
    return made


@pytest.fixture
def flow(store: Path, qtbot: QtBot, theme: Theme) -> Iterator[StartFlow]:
    keyring.set_keyring(_KEY_STORE)
    theme.apply()
    window = MainWindow(theme)
    qtbot.addWidget(window)
    made = StartFlow(window, ThreadRunner(window), StartOptions(store), FixedClock(TODAY), seeded_ids(3))
    window.show()
    made.begin()
    yield made
    made.close()
    window.close()


def _shown(flow: StartFlow) -> list[dict[str, object]]:
    return [queue_row(each) for each in flow.page().shown_items()]


def _take_in(flow: StartFlow, qtbot: QtBot) -> None:
    """Take the extracts in through the window, and go back to the list, which has filled by itself."""
    qtbot.waitUntil(lambda: flow.workplace is not None, timeout=20_000)
    assert flow.workplace is not None
    hand = Hand("Take in two extracts of a known shape", MOST_TO_TAKE_IN)
    imports = flow.workplace.window.navigation.button("imports")
    qtbot.waitUntil(imports.isVisible, timeout=20_000)
    hand.click(imports)
    page = flow.workplace.show_page("imports")
    assert isinstance(page, ImportPage)
    for name in EXTRACTS:
        page.add([FILES / name])
        hand.count += 1
        file = next(each for each in page.files.bench.files if each.path.name == name)
        take_in = page.files.panel.take_in
        qtbot.waitUntil(lambda: file.state is FileState.TRIED and take_in.isVisible(), timeout=20_000)  # noqa: B023 - it is waited for at once.
        hand.press(page.files.panel, "Indlæs")
        qtbot.waitUntil(lambda: file.state is FileState.TAKEN, timeout=20_000)  # noqa: B023 - it is waited for at once.
        assert file.report is not None
        assert (file.report.refused, file.report.new > 0) == (0, True)
    hand.click(flow.workplace.window.navigation.button(QUEUE_PAGE))
    hand.done()


def _assert_waiting_for_other_systems(flow: StartFlow, qtbot: QtBot, case_id: str) -> None:
    """The talk stands on the page *Overfør* with its ticks, and nothing is ticked."""
    assert flow.workplace is not None
    page = flow.workplace.show_page("transfer")
    assert isinstance(page, TransferPage)

    def shown() -> list[TransferItem]:
        items = (page.list.model().index(row, 0).data(Role.ROW) for row in range(page.list.model().rowCount()))
        return [each for each in items if isinstance(each, TransferItem) and each.case_id == case_id]

    qtbot.waitUntil(lambda: bool(shown()), timeout=20_000)
    (item,) = [each for each in shown() if each.day == TODAY]
    assert (item.subject, item.mine, item.today) == (Subject.TALK, True, True)
    assert [tick.name for tick in item.ticks] == ["KOMMA", "Arbejdsmarkedsportalen"]
    assert item.waiting == item.ticks


def _choose(flow: StartFlow, hand: Hand, kind: str, citizen: str) -> None:
    """Click the line of the list that says so."""
    view = flow.page().view
    for number in range(view.model().rowCount()):
        item = view._queue.row(number)
        if isinstance(item, QueueItem) and (item.kind, item.citizen) == (kind, citizen):
            index = view.model().index(number, 0)
            hand.choose(view, index)
            return
    raise AssertionError(citizen)


def _talk_dialog(flow: StartFlow, qtbot: QtBot) -> TalkDialog:
    assert flow.workplace is not None
    forms = flow.workplace.forms
    qtbot.waitUntil(lambda: forms.dialog is not None and forms.dialog.isVisible(), timeout=20_000)
    assert isinstance(forms.dialog, TalkDialog)
    return forms.dialog


def test_that_an_overdue_talk_is_registered_in_eight_clicks(flow: StartFlow, store: Path, qtbot: QtBot) -> None:
    _take_in(flow, qtbot)
    _all_rows(flow)
    imported = _sorted(queue_on(store, IMPORTED_ON))
    qtbot.waitUntil(lambda: _sorted(_shown(flow)) == imported, timeout=20_000)
    overdue = next(
        each
        for each in flow.page().shown_items()
        if each.kind == "CONTACT_DUE" and each.match is not None and each.due_on < TODAY
    )
    case_id = overdue.case_id
    hand = Hand("W3 Register a talk from the queue", MOST)
    _choose(flow, hand, overdue.kind, overdue.citizen)
    hand.press(flow.page(), "Registrér samtale")
    dialog = _talk_dialog(flow, qtbot)
    qtbot.waitUntil(dialog.fields.note.has_focus)
    hand.write(dialog.focusWidget(), "Talte om praktik i rengøring.")
    hand.click(dialog.fields.form.button(TalkForm.INDIVIDUAL))
    hand.click(dialog.fields.match.button(MatchAnswer.KEPT))
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    hand.write(dialog.focusWidget(), "Besøger to virksomheder")
    hand.press(dialog, "+2 måneder")
    hand.press(dialog, "Gem samtale")
    hand.done()

    def gone() -> bool:
        return all((each.case_id, each.kind) != (case_id, "CONTACT_DUE") for each in flow.page().shown_items())

    qtbot.waitUntil(gone, timeout=20_000)
    assert flow.workplace is not None
    assert flow.workplace.forms.dialog is None
    assert flow.store is not None
    with flow.store.reading() as session:
        talk = session.scalars(select(TalkRow).where(TalkRow.case_id == case_id, TalkRow.held_on == TODAY)).one()
        note = session.scalars(select(NoteRow).where(NoteRow.about_id == talk.id)).one()
        report = session.scalars(select(PortalReportRow).where(PortalReportRow.subject_id == talk.id)).one()
    assert (talk.form, talk.match_kept, talk.next_step_towards_work) == (
        TalkForm.INDIVIDUAL,
        True,
        "Besøger to virksomheder",
    )
    assert talk.next_contact_on == date(2007, 5, 20)
    assert (note.kind, note.text) == (NoteKind.TALK, "Talte om praktik i rengøring.")
    assert report.state is ReportState.TO_SEND
    _assert_waiting_for_other_systems(flow, qtbot, case_id or "")
    flow.workplace.show_page(QUEUE_PAGE)
    assert _sorted(_shown(flow)) == _sorted(queue_on(store, IMPORTED_ON)) != imported


def _all_rows(flow: StartFlow) -> None:
    """Show everybody's rows, as the command does."""
    QTest.mouseClick(flow.page()._whose[Whose.ALL], Qt.MouseButton.LeftButton)


def _sorted(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    return sorted(rows, key=lambda row: (str(row["case_id"]), str(row["kind"]), str(row["due_on"]), str(row["reason"])))
