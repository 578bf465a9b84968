"""Summon a citizen, note that they did not come, and give a new time; clicks counted, letters read back."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.documents.keep import document_bytes
from app.queue.item import Lane, QueueItem
from db.rows.talks import SummonsRow
from db.values.talks import AttendanceKind
from tests.helpers.window import button_saying
from tests.journeys.hand import Hand
from ui.start_flow import StartFlow
from ui.talks.attendance_dialog import AttendanceDialog
from ui.talks.letters_dialog import LettersDialog
from ui.talks.rebook_dialog import RebookDialog
from ui.talks.summon_dialog import SummonDialog

MOST_TO_SUMMON = 8
MOST_TO_NOTE = 2
MOST_TO_REBOOK = 3


def _choose(flow: StartFlow, hand: Hand, item: QueueItem) -> None:
    view = flow.page().view
    for number in range(view.model().rowCount()):
        if view._queue.row(number) == item:
            hand.choose(view, view.model().index(number, 0))
            return
    raise AssertionError(item.kind)


def _line(flow: StartFlow, kind: str) -> QueueItem:
    """The first line of a kind that is not agreed."""
    view = flow.page().view
    rows = (view._queue.row(number) for number in range(view.model().rowCount()))
    return next(row for row in rows if isinstance(row, QueueItem) and row.kind == kind and row.agreed is None)


def _letters(flow: StartFlow, qtbot: QtBot) -> LettersDialog:
    window = flow.page().window()

    def shown() -> list[LettersDialog]:
        return [each for each in window.findChildren(LettersDialog) if each.isVisible() and each.paper.sheets()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=20_000)
    return shown()[0]


def _summonses(flow: StartFlow, case_id: str | None) -> list[SummonsRow]:
    assert flow.store is not None
    with flow.store.reading() as session:
        query = select(SummonsRow).where(SummonsRow.case_id == case_id).order_by(SummonsRow.written_at, SummonsRow.id)
        return list(session.scalars(query))


def _pdf(flow: StartFlow, digest: str | None) -> str:
    assert flow.store is not None
    with flow.store.reading() as session:
        pdf = document_bytes(session, digest or "")
    assert pdf is not None
    return " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())


def test_that_a_citizen_is_summoned_with_a_letter_in_eight_clicks(
    demo: StartFlow, qtbot: QtBot, tmp_path: Path
) -> None:
    workplace = demo.workplace
    assert workplace is not None
    row = _line(demo, "CONTACT_DUE")
    hand = Hand("W3 Summon one with a printed letter from the queue", MOST_TO_SUMMON)
    _choose(demo, hand, row)
    hand.press(demo.page(), "Indkald")
    qtbot.waitUntil(lambda: workplace.forms.dialog is not None and workplace.forms.dialog.isVisible(), timeout=20_000)
    dialog = workplace.forms.dialog
    assert isinstance(dialog, SummonDialog)
    qtbot.waitUntil(lambda: bool(dialog.preview.paper.sheets()), timeout=20_000)
    hand.press(dialog, "ma. 26.3")
    at = dialog.fields.meets_at.focus_widget()
    hand.click(at)
    assert isinstance(at, QLineEdit)
    at.selectAll()
    hand.write(at, "13")
    hand.press(dialog, "Gem og udskriv")
    letters = _letters(demo, qtbot)
    hand.click(letters.print)
    qtbot.waitUntil(lambda: letters.asked is not None and letters.asked.isVisible(), timeout=20_000)
    hand.done()
    assert letters.asked is not None
    letters.asked.reject()
    letters.reject()
    (summons,) = [each for each in _summonses(demo, row.case_id) if each.meets_on == date(2007, 3, 26)]
    assert summons.meets_at == "13:00"
    assert "Mandag den 26. marts 2007 kl. 13.00" in _pdf(demo, summons.document_hash)

    def agreed() -> bool:
        found = [each for each in demo.page().shown_items() if each.key == row.key]
        return [each.lane for each in found] == [Lane.AGREED]

    qtbot.waitUntil(agreed, timeout=20_000)
    assert not list(tmp_path.rglob("*.pdf"))


def test_that_absence_is_noted_in_two_clicks_and_a_new_time_given_in_three(demo: StartFlow, qtbot: QtBot) -> None:
    workplace = demo.workplace
    assert workplace is not None
    row = _line(demo, "SUMMONS_OUTCOME")
    _choose(demo, Hand(), row)
    hand = Hand("W3 Note a no-show from the row", MOST_TO_NOTE)
    hand.press(demo.page(), "Mødt eller udeblevet")
    window = demo.page().window()

    def asked() -> list[AttendanceDialog]:
        return [each for each in window.findChildren(AttendanceDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(asked()), timeout=20_000)
    dialog = asked()[0]
    hand.click(dialog.answers[AttendanceKind.ABSENT])
    hand.done()
    qtbot.waitUntil(lambda: "rimelig grund" in dialog.follows(), timeout=20_000)
    hand = Hand("W3 Give a new time after a no-show", MOST_TO_REBOOK)
    hand.press(dialog, "Ny tid")
    qtbot.waitUntil(lambda: workplace.forms.dialog is not None and workplace.forms.dialog.isVisible(), timeout=20_000)
    rebooking = workplace.forms.dialog
    assert isinstance(rebooking, RebookDialog)
    assert rebooking.meets_at.value() == time(10, 30)
    hand.press(rebooking, "Gem og udskriv")
    letters = _letters(demo, qtbot)
    hand.press(letters, "Luk")
    hand.done()
    found = sorted(_summonses(demo, row.case_id), key=lambda each: each.meets_on)
    old, new = (each for each in found if each.meets_on >= date(2007, 3, 19))
    assert (old.attendance, old.rebooked_to) == (AttendanceKind.ABSENT, new.id)
    assert (new.meets_on, new.meets_at) == (date(2007, 3, 26), "10:30")
    assert "Ny tid Mandag den 26. marts 2007 kl. 10.30" in _pdf(demo, new.document_hash)
    qtbot.waitUntil(lambda: all(each.key != row.key for each in demo.page().shown_items()), timeout=20_000)


def test_that_a_new_time_from_the_row_takes_three_clicks(demo: StartFlow, qtbot: QtBot) -> None:
    workplace = demo.workplace
    assert workplace is not None
    row = _line(demo, "SUMMONS_OUTCOME")
    hand = Hand("W3 Re-book from the queue", MOST_TO_REBOOK)
    _choose(demo, hand, row)
    hand.press(demo.page(), "Ny tid")
    qtbot.waitUntil(lambda: workplace.forms.dialog is not None and workplace.forms.dialog.isVisible(), timeout=20_000)
    rebooking = workplace.forms.dialog
    assert rebooking is not None
    hand.click(button_saying(rebooking, "Gem og udskriv"))
    hand.done()
    letters = _letters(demo, qtbot)
    hand.key(letters, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: any(each.rebooked_to for each in _summonses(demo, row.case_id)), timeout=20_000)
