"""The page of a citizen: what it shows, what it keeps to itself, and how it follows what happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.cases.attach_document import AttachDocument, attach_document
from app.cases.change_citizen import ChangeCitizen, change_citizen
from app.cases.close_case import CloseCase, close_case
from app.cases.find import search
from app.cases.holders import HandOver, hand_over
from app.cases.household_view import household_of
from app.cases.restrict_case import RestrictCase, restrict_case
from app.cases.timeline import TimelineEntry
from app.talks.notes import WriteNote, write_note
from db.rows.local import UsageLogRow
from db.rows.organisation import CaseworkerRow
from db.rows.people import CitizenRow
from db.values.people import ClosingReason, UsageKind
from db.values.talks import NoteKind
from tests.helpers.window import button_saying, texts
from ui import opening
from ui.citizen.citizen_view import CitizenView
from ui.citizen.document_copy import write_copy
from ui.citizen.side_panel import Tab
from ui.citizen.timeline_groups import Group
from ui.citizen.timeline_model import TimelineModel
from ui.pictured_case import case_in_queue
from ui.shell.case_action import WORDS, CaseAction
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.offer import Subject
from ui.shell.workplace import Workplace

TODAY = date(2007, 3, 20)


@pytest.fixture
def case(workplace: Workplace) -> str:
    return case_in_queue(workplace, "CONTACT_DUE")


@pytest.fixture
def page(workplace: Workplace, case: str) -> CitizenView:
    workplace.show_citizen(case)
    shown = workplace.show_page("citizen")
    assert isinstance(shown, CitizenView)
    return shown


def name_of(workplace: Workplace, case: str) -> str:
    with workplace.desk.store.reading() as session:
        return session.scalars(select(CitizenRow.name).where(CitizenRow.id == case)).one()


def logged(workplace: Workplace, purpose: str) -> list[tuple[UsageKind, str | None]]:
    with workplace.desk.store.reading() as session:
        rows = session.scalars(select(UsageLogRow).where(UsageLogRow.purpose == purpose)).all()
        return [(row.kind, row.case_id) for row in rows]


def colleague(workplace: Workplace) -> str:
    with workplace.desk.store.reading() as session:
        others = select(CaseworkerRow.id).where(CaseworkerRow.id != workplace.desk.author)
        return session.scalars(others).first() or ""


def use(workplace: Workplace, use_case: Callable[..., object], request: object) -> None:
    """As another window or an import would: the page is told of the change."""
    done = workplace.desk.use(use_case, request)()
    workplace.desk.runner.changes.changes_made.emit(done.changes, None)  # type: ignore[attr-defined] # Done


def test_that_the_page_says_who_it_is_and_what_is_due_first(workplace: Workplace, page: CitizenView, case: str) -> None:
    assert page.name.full_text() == name_of(workplace, case)
    assert logged(workplace, "Borgerens side") == [(UsageKind.OPENED, case)]
    heads = texts(page.head)
    assert "Tovholder" in heads
    assert "Telefon" in heads
    primary = [each for each in page.head.findChildren(QPushButton) if each.property("role") == "primary"]
    assert [each.text() for each in primary if each.isVisible()] == ["Registrér samtale"]
    overview = texts(page.side)
    assert any(text.endswith("dage over") for text in overview)
    assert any(text.startswith("Kilde: ") for text in overview)
    QTest.mouseClick(primary[0], Qt.MouseButton.LeftButton)
    key = workplace.forms.key()
    assert key is not None
    assert (key.form, key.case_id) == ("talk", case)


def test_that_the_cpr_is_shown_on_demand_logged_and_hidden_again(
    workplace: Workplace, page: CitizenView, case: str
) -> None:
    with workplace.desk.store.reading() as session:
        cpr = session.scalars(select(CitizenRow.cpr).where(CitizenRow.id == case)).one()
    written = f"{cpr[:6]}-{cpr[6:]}"
    assert not any(cpr[6:] in text for text in texts(page))
    QTest.mouseClick(page.head.show_cpr, Qt.MouseButton.LeftButton)
    assert written in texts(page.head)
    assert logged(workplace, "CPR-nummer vist") == [(UsageKind.CPR_REVEALED, case)]
    page.head._timer.timeout.emit()
    assert written not in texts(page.head)
    assert page.head.show_cpr.isVisible()
    QTest.mouseClick(page.head.show_cpr, Qt.MouseButton.LeftButton)
    workplace.show_page(QUEUE_PAGE)
    workplace.show_page("citizen")
    assert written not in texts(page.head)


def test_that_a_protected_address_is_shown_on_demand_only(workplace: Workplace, page: CitizenView, case: str) -> None:
    dossier = page.dossier()
    assert dossier is not None
    street = dossier.page.details.address.street or ""
    assert any(street in text for text in texts(page.head))
    details = replace(dossier.page.details, address_protected=True)
    use(workplace, change_citizen, ChangeCitizen(case, details))
    assert not any(street in text for text in texts(page))
    assert "Adressebeskyttelse" in texts(page.head)
    QTest.mouseClick(page.head.show_address, Qt.MouseButton.LeftButton)
    assert any(street in text for text in texts(page.head))
    assert logged(workplace, "Beskyttet adresse vist") == [(UsageKind.OPENED, case)]


def test_that_the_timeline_filters_searches_and_opens_an_entry(page: CitizenView) -> None:
    everything = page.timeline.entries()
    page.timeline.group.setCurrentIndex(page.timeline.group.findData(Group.NOTES))
    notes = page.timeline.entries()
    assert notes
    assert {entry.kind for entry in notes} == {"note"}
    word = (notes[0].text or "").split()[0]
    page.timeline.search.setText(word.upper())
    assert notes[0] in page.timeline.entries()
    page.timeline.search.setText("findes ikke nogen steder")
    assert page.timeline.entries() == ()
    assert "Intet i tidslinjen passer." in texts(page.timeline)
    page.timeline.search.clear()
    page.timeline.group.setCurrentIndex(0)
    assert page.timeline.entries() == everything
    page.timeline.choose(everything.index(notes[0]))
    assert notes[0].text in texts(page.timeline._detail)
    assert page.timeline.withdraw.isVisible()


def test_that_the_list_opens_nothing_by_itself_and_an_entry_by_enter(page: CitizenView, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.window().isActiveWindow)
    page.setFocus()
    assert page.timeline.view.hasFocus()
    assert not page.timeline.detail_shown()
    QTest.keyClick(page.timeline.view, Qt.Key.Key_Return)
    assert page.timeline.detail_shown()
    assert page.timeline.chosen() == page.timeline.entries()[0]
    QTest.keyClick(page.timeline.view, Qt.Key.Key_Down)
    assert page.timeline.chosen() == page.timeline.entries()[1]


def test_that_the_timelines_model_is_one_of_qts(qtmodeltester: ModelTester) -> None:
    model = TimelineModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt's
    note, talk = TimelineEntry(TODAY, "note", "1", "Notat", "Tekst"), TimelineEntry(TODAY, "talk", "2", "Samtale")
    model.show_entries([note, talk])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt's
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "20.03.2007. Notat. Tekst"


def test_that_a_withdrawn_note_is_struck_out_and_comes_back_by_undo(
    workplace: Workplace, page: CitizenView, case: str
) -> None:
    use(workplace, write_note, WriteNote(case, "Skrevet på den forkerte.", TODAY, NoteKind.PHONE))
    place = next(n for n, each in enumerate(page.timeline.entries()) if each.text == "Skrevet på den forkerte.")
    page.timeline.choose(place)
    QTest.mouseClick(page.timeline.withdraw, Qt.MouseButton.LeftButton)
    dialog = workplace.forms.dialog
    assert dialog is not None
    dialog.submit()
    assert dialog.form.errors() == {"reason": "Skriv, hvorfor oplysningen trækkes tilbage."}
    dialog.form.fields["reason"].set_state("Forkert borger")
    dialog.submit()
    entry = page.timeline.entries()[place]
    assert entry.withdrawn is not None
    assert entry.withdrawn.reason == "Forkert borger"
    assert any(text.startswith("Trukket tilbage 20.03.2007 af ") for text in texts(page.timeline._detail))
    assert not page.timeline.withdraw.isVisible()
    assert "trukket tilbage" in workplace.window.notice.text()
    QTest.mouseClick(button_saying(workplace.window.notice, "Fortryd"), Qt.MouseButton.LeftButton)
    assert page.timeline.entries()[place].withdrawn is None


def test_that_back_goes_to_the_page_or_the_citizen_one_came_from(workplace: Workplace, qtbot: QtBot) -> None:
    desk = workplace.desk
    with desk.store.reading() as session:
        couples = [
            (hit.case_id, view.others[0].case_id)
            for hit in search(session, "hersi", worker_id=desk.author, today=TODAY)
            if (view := household_of(session, hit.case_id, worker_id=desk.author, today=TODAY)) and view.others
        ]
    first, spouse = couples[0]
    workplace.show_citizen(first)
    page = workplace.show_page("citizen")
    assert isinstance(page, CitizenView)
    page.side.show_tab(Tab.HOUSEHOLD)
    assert name_of(workplace, spouse) in texts(page.side)
    QTest.mouseClick(button_saying(page.side, "Åbn sag"), Qt.MouseButton.LeftButton)
    assert page.case_id() == spouse
    qtbot.waitUntil(workplace.window.isActiveWindow)
    QTest.keyClick(page.timeline.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.case_id() == first
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert workplace.shown_page() == QUEUE_PAGE


def test_that_a_household_that_lives_apart_shows_no_deadlines_and_says_why(workplace: Workplace) -> None:
    from app.cases.households import SetLivesApart, set_lives_apart

    desk = workplace.desk
    with desk.store.reading() as session:
        case = next(hit.case_id for hit in search(session, "amina hersi", worker_id=desk.author, today=TODAY))
    workplace.show_citizen(case)
    page = workplace.show_page("citizen")
    assert isinstance(page, CitizenView)
    page.side.show_tab(Tab.HOUSEHOLD)
    phone = next(other.phone for other in page.dossier().page.household.others)  # type: ignore[union-attr] # is there
    assert any(phone in text for text in texts(page.side) if phone)
    use(workplace, set_lives_apart, SetLivesApart(case, lives_apart=True))
    shown = texts(page.side)
    assert "Samordning slået fra: de lever adskilt." in shown
    assert "Vises ikke, mens samordningen er slået fra." in shown
    assert not any(phone in text for text in shown if phone)


def test_that_the_menu_offers_what_somebody_does_and_nothing_twice(page: CitizenView, workplace: Workplace) -> None:
    offered = [action.text() for action in page.head.buttons.menu.actions() if action.text()]
    assert len(offered) == len(set(offered))
    assert {WORDS[CaseAction.MERGE_CITIZENS], WORDS[CaseAction.CHANGE_DETAILS], "Tættere kontakt"} <= set(offered)
    assert "Genåbn sag" not in offered
    assert "Afslut sag" not in offered
    assert button_saying(page.head, "Afslut sag").isVisible()
    about_the_case = {CaseAction.EXCLUDE, CaseAction.RESTRICT, CaseAction.DECLARE_CONFLICT, CaseAction.CHANGE_HOLDER}
    assert {WORDS[each] for each in about_the_case} <= set(offered)
    # As high as a small screen with the line of a desktop.
    assert page.head.buttons.menu.sizeHint().height() <= 728


def test_that_a_case_that_is_shut_to_the_worker_leaves_nothing_on_the_screen_and_the_typed_text(
    workplace: Workplace, page: CitizenView, case: str
) -> None:
    workplace.do(CaseAction.PHONE_NOTE, Subject((case,)))
    dialog = workplace.forms.dialog
    assert dialog is not None
    dialog.form.fields["text"].set_state("Det, jeg nåede at skrive.")
    name = name_of(workplace, case)
    use(workplace, restrict_case, RestrictCase(case, "Familie", (colleague(workplace),), TODAY))
    assert page.closed_text() == "Sagen er spærret. Tal med din leder."
    assert page.name.full_text() == ""
    assert page.timeline.entries() == ()
    assert not any(name in text for text in texts(page))
    assert dialog.message().startswith("Sagen er spærret.")
    assert "kan kopieres" in dialog.message()
    dialog.submit()
    assert workplace.forms.dialog is dialog
    assert dialog.message().startswith("Sagen er spærret.")
    assert dialog.form.fields["text"].state() == "Det, jeg nåede at skrive."
    with workplace.desk.store.reading() as session:
        from db.rows.talks import NoteRow

        assert not session.scalars(select(NoteRow).where(NoteRow.text == "Det, jeg nåede at skrive.")).all()


def test_that_a_case_that_is_given_away_says_so_on_the_page_and_in_the_open_form(
    workplace: Workplace, page: CitizenView, case: str
) -> None:
    dossier = page.dossier()
    assert dossier is not None
    assert dossier.page.holder is not None
    assert dossier.page.holder.worker_id == workplace.desk.author
    workplace.do(CaseAction.PHONE_NOTE, Subject((case,)))
    dialog = workplace.forms.dialog
    assert dialog is not None
    request = HandOver(case, colleague(workplace), dossier.page.holder.unit_id, TODAY, "Flyttet")
    use(workplace, hand_over, request)
    assert workplace.window.notice.text().startswith("Sagen er overført. Tovholder er nu ")
    assert "er tovholder for sagen nu." in dialog.message()
    dialog.form.fields["text"].set_state("Skrevet alligevel.")
    dialog.submit()
    assert workplace.forms.dialog is None


def test_that_a_case_that_is_ended_while_a_form_stands_open_says_so_and_keeps_the_text(
    workplace: Workplace, page: CitizenView, case: str
) -> None:
    del page
    workplace.do(CaseAction.PHONE_NOTE, Subject((case,)))
    dialog = workplace.forms.dialog
    assert dialog is not None
    dialog.form.fields["text"].set_state("Det, jeg nåede at skrive.")
    use(workplace, close_case, CloseCase(case, TODAY, ClosingReason.EDUCATION))
    assert dialog.message().startswith("Sagen er blevet afsluttet, mens skemaet stod åbent.")
    assert "kan kopieres" in dialog.message()
    assert dialog.isVisible()
    assert dialog.form.fields["text"].state() == "Det, jeg nåede at skrive."


def test_that_a_long_name_is_cut_and_pushes_nothing_out(workplace: Workplace, page: CitizenView) -> None:
    dossier = page.dossier()
    assert dossier is not None
    name = "Maria-Magdalena " * 7 + "Andersen"
    workplace.window.resize(1366, 768)
    page.show_dossier(replace(dossier, page=replace(dossier.page, details=replace(dossier.page.details, name=name))))
    assert len(name) == 120
    assert page.name.full_text() == name
    assert page.name.text().endswith("…")
    assert page.name.accessibleName() == name
    assert workplace.window.width() == 1366
    assert page.header.minimumSizeHint().width() <= 1366 - 208
    search_button = next(each for each in page.header.findChildren(QPushButton) if each.property("role") == "search")
    assert search_button.geometry().right() <= page.header.width()
    assert search_button.width() >= search_button.sizeHint().width()


def test_that_a_document_is_copied_with_exactly_the_same_bytes(
    workplace: Workplace, page: CitizenView, case: str, tmp_path: Path
) -> None:
    content = b"%PDF-1.4\r\n\x00\xff"
    use(workplace, attach_document, AttachDocument(case, "Udtalelse", content, TODAY, "Praktikstedet"))
    page.side.show_tab(Tab.DOCUMENTS)
    assert "Udtalelse" in texts(page.side)
    assert "Modtaget 20.03.2007 fra Praktikstedet" in texts(page.side)
    dossier = page.dossier()
    assert dossier is not None
    write_copy(workplace, dossier.documents[0], tmp_path / "kopi.pdf")
    assert (tmp_path / "kopi.pdf").read_bytes() == content
    assert logged(workplace, "Dokument gemt som kopi") == [(UsageKind.EXPORTED, case)]
    write_copy(workplace, dossier.documents[0], tmp_path / "ingen mappe" / "kopi.pdf")
    assert workplace.window.notice.text().startswith("Kopien kunne ikke gemmes.")
    assert len(logged(workplace, "Dokument gemt som kopi")) == 1


def test_that_the_list_of_completeness_opens_what_mends_a_line(
    workplace: Workplace, page: CitizenView, case: str
) -> None:
    dossier = page.dossier()
    assert dossier is not None
    use(workplace, change_citizen, ChangeCitizen(case, replace(dossier.page.details, phone=None)))
    page.side.show_tab(Tab.COMPLETENESS)
    assert "Uden telefonnummer kan borgeren kun nås med brev." in texts(page.side)
    QTest.mouseClick(button_saying(page.side, "Ret oplysninger"), Qt.MouseButton.LeftButton)
    key = workplace.forms.key()
    assert key is not None
    assert key.form == "citizen_details"


def test_that_tab_goes_through_the_page_and_comes_round_and_every_button_has_a_name(
    workplace: Workplace, page: CitizenView
) -> None:
    workplace.theme.apply()
    page.timeline.view.setFocus()
    seen = []
    for _ in range(80):
        focused = page.window().focusWidget()
        assert focused is not None
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if page.window().focusWidget() is page.timeline.view:
            break
    else:
        raise AssertionError("Tab never comes round")
    assert page.back in seen
    assert page.head.show_cpr in seen
    for each in page.findChildren(QPushButton):
        if each.isVisible():
            assert each.text() or each.accessibleName()
            assert each.height() >= 24, each.text()


def test_that_deadlines_come_from_the_queue_at_hand_and_are_computed_only_while_there_is_none(
    workplace: Workplace, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = opening.read_queue(workplace.desk.store, TODAY)
    computed: list[date] = []

    def compute(_store: object, today: date) -> opening.Queue:
        computed.append(today)
        return queue

    monkeypatch.setattr(opening, "read_queue", compute)
    workplace.queue_now = lambda: queue
    workplace.show_citizen(case)
    page = workplace.show_page("citizen")
    assert isinstance(page, CitizenView)
    own = {item.label for item in queue.items if item.case_id == case}
    assert own
    assert own <= set(texts(page.side.overview))
    assert computed == []
    workplace.queue_now = lambda: None
    workplace.show_citizen(case)
    assert own <= set(texts(page.side.overview))
    assert computed == [TODAY]
