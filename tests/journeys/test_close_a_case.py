"""From the row in the queue to an ended case, in the real window, with its clicks counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.queue.item import QueueItem
from db.rows.people import CaseClosingRow
from db.values.people import ClosingReason
from tests.journeys.hand import Hand
from ui.citizen.citizen_view import CitizenView
from ui.citizen.plain_dialog import PlainDialog
from ui.start_flow import StartFlow

MOST = 8


def test_that_a_case_is_ended_in_eight_clicks_from_the_queue(demo: StartFlow, qtbot: QtBot) -> None:
    workplace = demo.workplace
    assert workplace is not None
    view = demo.page().view
    rows = [view._queue.row(number) for number in range(view.model().rowCount())]
    number, item = next(
        (number, row) for number, row in enumerate(rows) if isinstance(row, QueueItem) and row.kind == "CONTACT_DUE"
    )
    hand = Hand("Close a case from the queue", MOST)
    hand.choose(view, view.model().index(number, 0))
    hand.press(demo.page(), "Åbn sag")

    def page() -> CitizenView:
        shown = workplace.show_page("citizen")
        assert isinstance(shown, CitizenView)
        return shown

    qtbot.waitUntil(lambda: workplace.shown_page() == "citizen")
    qtbot.waitUntil(lambda: page().name.full_text() == item.citizen, timeout=10_000)
    qtbot.waitUntil(lambda: page().head.buttons.primary is not None, timeout=10_000)
    hand.press(page(), "Afslut sag")
    qtbot.waitUntil(lambda: workplace.forms.dialog is not None and workplace.forms.dialog.isVisible(), timeout=10_000)
    dialog = workplace.forms.dialog
    assert isinstance(dialog, PlainDialog)
    qtbot.waitUntil(dialog.form.fields["reason"].has_focus)
    # The list is gone through by typing its first letters.
    hand.write(dialog.form.fields["reason"].focus_widget(), "Ord")
    assert dialog.form.fields["reason"].state() == "ordinary_job"
    employer = dialog.form.fields["employer"].focus_widget()
    hand.go_to(dialog.form.fields["employer"])
    hand.write(employer, "Bageriet")
    QTest.keyClick(employer, Qt.Key.Key_Tab)
    hand.write(dialog.form.fields["weekly_hours"].focus_widget(), "37")
    hand.press(dialog, "Afslut sag")
    hand.done()

    def gone() -> bool:
        return all(each.case_id != item.case_id for each in demo.page().shown_items())

    qtbot.waitUntil(gone, timeout=20_000)
    qtbot.waitUntil(lambda: page().head.buttons.primary is not None)
    assert demo.store is not None
    with demo.store.reading() as session:
        closing = session.scalars(select(CaseClosingRow).where(CaseClosingRow.case_id == item.case_id)).one()
    assert (closing.reason, closing.employer, closing.weekly_hours) == (ClosingReason.ORDINARY_JOB, "Bageriet", 37)
