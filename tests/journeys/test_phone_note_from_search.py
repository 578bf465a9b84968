"""Somebody rings: Ctrl+K, the name, N, the text, save. Counted, in the real window on a real store."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.rows.local import UsageLogRow
from db.rows.talks import NoteRow
from db.store.store import Store
from db.values.people import UsageKind
from db.values.talks import NoteKind
from tests.journeys.hand import Hand
from tests.ui.items import TODAY
from ui.search.search_palette import SearchPalette
from ui.search.search_room import room_of
from ui.start_flow import StartFlow
from ui.talks.phone_note_dialog import PhoneNoteDialog

# A phone note from whatever stands on the screen, with a promise to ring back.
MOST = 6

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _search(flow: StartFlow, qtbot: QtBot, hand: Hand, text: str) -> SearchPalette:
    assert flow.workplace is not None
    search = room_of(flow.workplace).search
    window = flow.workplace.window
    qtbot.waitUntil(window.isActiveWindow)
    hand.key(window, Qt.Key.Key_K, CONTROL)
    palette = search.palette
    assert palette is not None
    qtbot.waitUntil(palette.isActiveWindow)
    assert palette.field.hasFocus()
    hand.write(palette.field, text)
    qtbot.waitUntil(lambda: palette.marked_hit() is not None, timeout=20_000)
    return palette


def _note_form(flow: StartFlow, qtbot: QtBot) -> PhoneNoteDialog:
    assert flow.workplace is not None
    forms = flow.workplace.forms
    qtbot.waitUntil(lambda: forms.dialog is not None and forms.dialog.isVisible(), timeout=20_000)
    assert isinstance(forms.dialog, PhoneNoteDialog)
    qtbot.waitUntil(forms.dialog.text.has_focus)
    return forms.dialog


def _store(flow: StartFlow) -> Store:
    assert flow.store is not None
    return flow.store


def _notes(flow: StartFlow, case_id: str) -> list[tuple[str, bool]]:
    with _store(flow).reading() as session:
        query = select(NoteRow.text, NoteRow.call_back).where(
            NoteRow.case_id == case_id, NoteRow.kind == NoteKind.PHONE, NoteRow.noted_on == TODAY
        )
        return [(row.text, row.call_back) for row in session.execute(query)]


def _plain(flow: StartFlow) -> tuple[str, str]:
    """The case and the name of a citizen whose name anybody can type."""
    items = flow.page().shown_items()
    item = next(each for each in items if each.case_id and each.citizen.isascii() and "n" in each.citizen.lower())
    return item.case_id or "", item.citizen


def test_that_a_phone_note_is_written_from_anywhere_in_five_strokes(demo: StartFlow, qtbot: QtBot) -> None:
    case_id, name = _plain(demo)
    hand = Hand("Phone note from anywhere", MOST)
    palette = _search(demo, qtbot, hand, name)
    hand.key(palette.field, Qt.Key.Key_N, ALT)
    dialog = _note_form(demo, qtbot)
    hand.write(dialog.focusWidget(), "Ringede om praktik i rengøring".replace("ø", "oe"))
    hand.key(dialog, Qt.Key.Key_Return, CONTROL)
    assert hand.count == 5
    hand.done()
    qtbot.waitUntil(lambda: bool(_notes(demo, case_id)), timeout=20_000)
    assert _notes(demo, case_id) == [("Ringede om praktik i rengoering", False)]


def test_that_a_note_with_a_promise_to_ring_back_takes_six_and_stands_in_the_queue(
    demo: StartFlow, qtbot: QtBot
) -> None:
    case_id, name = _plain(demo)
    hand = Hand("Phone note with a promise to ring back", MOST)
    palette = _search(demo, qtbot, hand, name)
    hand.key(palette.field, Qt.Key.Key_N, ALT)
    dialog = _note_form(demo, qtbot)
    hand.write(dialog.focusWidget(), "Vil ringes op om varslet")
    hand.click(dialog.call_back.button("yes"))
    hand.press(dialog, "Gem notat")
    hand.done()

    def rings_back() -> bool:
        return any((each.kind, each.case_id) == ("CALLBACK", case_id) for each in demo.page().shown_items())

    qtbot.waitUntil(rings_back, timeout=20_000)
    assert _notes(demo, case_id) == [("Vil ringes op om varslet", True)]
    with _store(demo).reading() as session:
        searched = list(session.scalars(select(UsageLogRow).where(UsageLogRow.kind == UsageKind.SEARCHED)))
    # One row for the whole search, and not a word of what was typed.
    assert len(searched) == 1
    assert searched[0].case_id is None
    assert name not in searched[0].purpose


def test_that_the_letter_alone_does_it_from_the_list(demo: StartFlow, qtbot: QtBot) -> None:
    case_id, name = _plain(demo)
    hand = Hand()
    palette = _search(demo, qtbot, hand, name)
    hand.key(palette.field, Qt.Key.Key_Down)
    hand.key(palette.list, Qt.Key.Key_N)
    dialog = _note_form(demo, qtbot)
    hand.write(dialog.focusWidget(), "Kort besked")
    hand.press(dialog, "Gem notat")
    assert hand.count <= MOST
    qtbot.waitUntil(lambda: _notes(demo, case_id) == [("Kort besked", False)], timeout=20_000)
