"""Ctrl+K: whom and what it finds, what the keyboard does, and what the log says of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.cases.names import search_text
from app.cases.restrict_case import RestrictCase, restrict_case
from db.rows.local import UsageLogRow
from db.rows.people import CitizenRow
from db.values.people import UsageKind
from ui.operation import Operation, Road, SynchronousRunner
from ui.pictured_case import row_in_queue
from ui.search.search_palette import SearchPalette
from ui.search.search_room import room_of
from ui.search.search_rows import CitizenResult, DoingResult, Heading
from ui.shell.case_action import CaseAction
from ui.shell.offer import RoomOffer, Subject
from ui.shell.rooms import ROOMS
from ui.shell.workplace import Workplace
from ui.talks.phone_note_dialog import PhoneNoteDialog
from ui.talks.talk_dialog import TalkDialog
from ui.team.conflict_dialog import ConflictDialog

ALT = Qt.KeyboardModifier.AltModifier


def opened(workplace: Workplace) -> SearchPalette:
    workplace.search()
    palette = room_of(workplace).search.palette
    assert palette is not None
    return palette


def form_of(workplace: Workplace) -> QWidget | None:
    return workplace.forms.dialog


def names(palette: SearchPalette) -> list[str]:
    return [row.hit.name for row in palette.list.rows() if isinstance(row, CitizenResult)]


def titles(palette: SearchPalette) -> list[str]:
    return [row.title for row in palette.list.rows() if isinstance(row, DoingResult)]


def headings(palette: SearchPalette) -> list[str]:
    return [row.title for row in palette.list.rows() if isinstance(row, Heading)]


def logged(workplace: Workplace, kind: UsageKind) -> list[int]:
    with workplace.desk.store.reading() as session:
        query = select(UsageLogRow.count).where(UsageLogRow.kind == kind).order_by(UsageLogRow.seq)
        return list(session.scalars(query))


def somebody(workplace: Workplace) -> CitizenRow:
    """A citizen whose name has letters that are typed in more than one way, or else an n."""
    with workplace.desk.store.reading() as session:
        rows = list(session.scalars(select(CitizenRow).order_by(CitizenRow.sort_name)))
    return next((row for row in rows if "ø" in row.name), rows[0])


def test_that_citizens_are_found_as_one_types_and_the_log_gets_one_row(workplace: Workplace) -> None:
    one = somebody(workplace)
    before = logged(workplace, UsageKind.SEARCHED)
    palette = opened(workplace)
    spellings = (one.name, one.name.upper(), one.name.replace("ø", "oe"), search_text(one.name.split()[-1]))
    for text in (*spellings, f"{one.born:%d.%m.%Y}", f"{one.born:%d%m%y}", one.born.isoformat(), one.cpr):
        palette.field.setText(text)
        assert one.name in names(palette), text
    assert logged(workplace, UsageKind.SEARCHED) == before
    assert one.id in room_of(workplace).search._shown
    count = len(room_of(workplace).search._shown)
    QTest.keyClick(palette, Qt.Key.Key_Escape)
    assert room_of(workplace).search.palette is None
    assert logged(workplace, UsageKind.SEARCHED) == [*before, count]
    # The program may go while the search is open.
    palette = opened(workplace)
    palette.field.setText(one.name)
    shown = len(room_of(workplace).search._shown)
    workplace.before_lock.emit()
    before = [*before, count]
    count = shown
    assert logged(workplace, UsageKind.SEARCHED) == [*before, count]
    # Going to a page shows nobody and leaves no row.
    palette = opened(workplace)
    palette.field.setText("om tov")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert workplace.shown_page() == "about"
    assert logged(workplace, UsageKind.SEARCHED) == [*before, count]


def test_that_a_restricted_case_is_not_found_nor_kept_among_the_recent(workplace: Workplace) -> None:
    row = row_in_queue(workplace, "CONTACT_DUE")
    case = row.case_id or ""
    workplace.do(CaseAction.PHONE_NOTE, Subject((case,)))
    assert workplace.forms.dialog is not None
    workplace.forms.dialog.reject()
    palette = opened(workplace)
    assert row.citizen in names(palette)
    palette.reject()
    request = RestrictCase(case, "Kollega", ("somebody else",), workplace.desk.clock.today())
    workplace.run(Road.WRITE, workplace.desk.use(restrict_case, request), lambda _: None)
    workplace.current_case = case
    palette = opened(workplace)
    assert row.citizen not in names(palette)
    palette.field.setText(row.citizen)
    assert row.citizen not in names(palette)
    palette.field.setText("phone")
    palette.field.setText("telefonnotat")
    assert all(row.citizen not in str(each) for each in palette.list.rows())
    palette.reject()


def test_that_letters_act_in_the_list_and_are_typed_in_the_field(qtbot: QtBot, workplace: Workplace) -> None:
    one = somebody(workplace)
    palette = opened(workplace)
    qtbot.waitUntil(palette.isActiveWindow)
    palette.field.setText(one.name)
    assert palette.strip.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.hasFocus()
    # A letter that does nothing goes on typing, Up goes back to the field.
    QTest.keyClick(palette.list, Qt.Key.Key_X)
    assert palette.field.hasFocus()
    assert palette.field.text().endswith("x")
    QTest.keyClick(palette.field, Qt.Key.Key_Backspace)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.list, Qt.Key.Key_Up)
    assert palette.field.hasFocus()
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.list, Qt.Key.Key_N)
    assert room_of(workplace).search.palette is None
    assert isinstance(workplace.forms.dialog, PhoneNoteDialog)
    workplace.forms.dialog.reject()
    palette = opened(workplace)
    palette.field.setText(one.name)
    QTest.keyClick(palette.field, Qt.Key.Key_S, ALT)
    assert isinstance(form_of(workplace), TalkDialog)
    key = workplace.forms.key()
    assert key is not None
    assert key.case_id == one.id


def test_that_only_what_somebody_does_is_offered(qtbot: QtBot, workplace: Workplace) -> None:
    bare = Workplace(workplace.desk, workplace.window, rooms=tuple(room for room in ROOMS if room.commands))
    palette = opened(bare)
    one = somebody(workplace)
    palette.field.setText(one.name)
    assert palette.strip.action_of("C") is CaseAction.COPY_CPR
    for letter, action in (("N", CaseAction.PHONE_NOTE), ("S", CaseAction.HOLD_TALK), ("I", CaseAction.SUMMON)):
        assert (palette.strip.action_of(letter) is not None) == (action in bare.offered())
    QTest.keyClicks(palette.field, "x")
    assert palette.strip.isHidden()
    palette.reject()


def test_that_enter_goes_to_the_citizens_page_and_remembers_them(workplace: Workplace) -> None:
    shown: list[str] = []
    page = RoomOffer(show_citizen=lambda _workplace, case: shown.append(case))
    own = Workplace(workplace.desk, workplace.window, rooms=(*(room for room in ROOMS if not room.show_citizen), page))
    one = somebody(workplace)
    palette = opened(own)
    palette.field.setText(one.name)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert shown == [one.id]
    palette = opened(own)
    assert headings(palette)[0] == "Senest åbnet"
    assert names(palette) == [one.name]
    palette.reject()
    own.current_case = one.id
    palette = opened(own)
    assert headings(palette)[0] == "Valgt borger"
    assert names(palette) == [one.name]
    palette.field.setText("telefonn")
    (row,) = [row for row in palette.list.rows() if isinstance(row, DoingResult)]
    assert (row.title, row.second) == ("Telefonnotat", one.name)
    palette.reject()


def test_that_an_action_may_be_chosen_before_its_citizen(workplace: Workplace) -> None:
    one = somebody(workplace)
    workplace.current_case = None
    palette = opened(workplace)
    QTest.keyClicks(palette.field, "telefonnot")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen_action() is CaseAction.PHONE_NOTE
    assert palette.field.text() == ""
    assert titles(palette) == []
    QTest.keyClick(palette, Qt.Key.Key_Escape)
    assert palette.chosen_action() is None
    assert "Min produktion" in titles(palette)
    QTest.keyClicks(palette.field, "telefonnot")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    palette.field.setText(one.name)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert isinstance(workplace.forms.dialog, PhoneNoteDialog)


def test_that_pages_and_commands_are_found_by_the_beginnings_of_their_words(workplace: Workplace) -> None:
    palette = opened(workplace)
    every = titles(palette)
    assert every[0] == "Min produktion"
    assert {"Skjul skærmen", "Vejledning", "Skift mellem lys og mørk", "Regler", "Om Tovholder"} <= set(every)
    assert "Søg" not in every
    for text, title in (("prod", "Min produktion"), ("skaerm", "Skjul skærmen"), ("moerk", "Skift mellem lys og mørk")):
        palette.field.setText(text)
        assert title in titles(palette), text
    palette.field.setText("qqqq")
    assert headings(palette) == ["Ingen fundet. Prøv en del af navnet, fødselsdatoen eller hele CPR-nummeret."]
    palette.field.setText("q")
    assert headings(palette) == ["Skriv mindst 2 bogstaver af navnet."]
    palette.reject()


class LateRunner(SynchronousRunner):
    """Holds what is read back until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[tuple[Operation, Road, Callable[[], object]]] = []

    def start(self, operation: Operation, road: Road, work: Callable[[], object]) -> None:
        if road is Road.READ:
            self.held.append((operation, road, work))
        else:
            super().start(operation, road, work)

    def let_go(self, number: int) -> None:
        super().start(*self.held[number])


def test_that_stale_answers_are_dropped_and_nothing_unseen_is_opened(workplace: Workplace) -> None:
    one = somebody(workplace)
    late = LateRunner()
    desk = type(workplace.desk)(
        workplace.desk.store, workplace.desk.author, workplace.desk.clock, workplace.desk.make_id, late
    )
    own = Workplace(desk, workplace.window)
    palette = opened(own)
    palette.field.setText("an")
    palette.field.setText(one.name)
    stale, fresh = len(late.held) - 2, len(late.held) - 1
    # What stands there is of an empty field; Enter and Alt with a letter must not act on it.
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    QTest.keyClick(palette.field, Qt.Key.Key_N, ALT)
    assert room_of(own).search.palette is palette
    assert own.forms.dialog is None
    late.let_go(stale)
    assert names(palette) == []
    late.let_go(fresh)
    assert names(palette)[0] == one.name
    palette.field.setText("min prod")
    room_of(own).search._patience.timeout.emit()
    assert "Min produktion" in titles(palette)
    assert headings(palette)[0] == "Søger efter borgere …"
    palette.reject()


def test_that_long_names_push_nothing_out(workplace: Workplace) -> None:
    one = somebody(workplace)
    long = "Annemargrethe " * 8 + "Zzzsen"
    with workplace.desk.store.writing() as session:
        row = session.get(CitizenRow, one.id)
        assert row is not None
        row.name, row.search_text = long, search_text(long)
    palette = opened(workplace)
    palette.field.setText("zzzsen")
    assert names(palette) == [long]
    _draw(palette)
    inside = [each for each in palette.strip.findChildren(QWidget) if each.isVisible()]
    assert all(each.mapTo(palette, each.rect().topRight()).x() <= palette.width() for each in inside)
    palette.reject()


def _draw(widget: QWidget) -> None:
    widget.grab()


def test_that_what_concerns_the_whole_case_is_found_by_its_words(workplace: Workplace) -> None:
    case_id = row_in_queue(workplace, "CONTACT_DUE").case_id
    assert case_id is not None
    workplace.show_citizen(case_id)
    palette = opened(workplace)
    for typed, title in (
        ("inhabil", "Jeg er inhabil"), ("undtag", "Undtag fra resultatmål"), ("spær", "Spær sagen"),
        ("skift tov", "Skift tovholder"), ("afslut", "Afslut sag"), ("klage", "Modtag klage"),
    ):  # fmt: skip
        palette.field.setText(typed)
        assert title in titles(palette), typed
    palette.field.setText("inhabil")
    row = next(each for each in palette.list.rows() if isinstance(each, DoingResult))
    palette.open_row(row)
    dialog = workplace.forms.dialog
    assert isinstance(dialog, ConflictDialog)
    assert workplace.forms.key() is not None
    dialog.give_up()
