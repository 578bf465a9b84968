"""The lock keeps everything, gives way to another process, and lets nobody in but the person."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.cases.drafts import DraftKey, KeepDraft, keep_draft
from app.cases.place import Place, read_place
from db.keys import key_file_state, unlock_with_keyring, unlock_with_passphrase
from db.store.store import Store
from tests.ui.demo_store import copy_demo, demo_key
from tests.ui.unlock.started import PASSPHRASE, Starter, make_own_store, start
from ui.command_line.program import Program
from ui.lock_mark import LOCK_MARK, is_locked, mark_locked, mark_unlocked
from ui.operation import Road
from ui.pictured_case import case_in_queue
from ui.places import demo_store
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.unlock.covered_page import CoveredPage
from ui.unlock.reopen_page import ReopenPage
from ui.unlock.start_page import StartPage
from ui.unlock.unlock_page import UnlockPage

__all__ = ["start"]


def test_that_the_lock_covers_the_screen_closes_the_store_and_gives_way_once(start: Starter, directory: Path) -> None:
    run = start(copy_demo(directory), demo=True)
    workplace = run.workplace()
    told: list[bool] = []
    workplace.before_lock.connect(lambda: told.append(run.flow.store is not None))
    workplace.show_page("settings")
    workplace.do(CaseAction.PHONE_NOTE, Subject((case_in_queue(workplace, "CONTACT_DUE"),)))
    run.until(lambda: workplace.forms.dialog is not None and workplace.forms.dialog.isVisible())
    key = workplace.forms.key()
    run.window.open_manual()
    run.flow.lock()
    # At once, before anything is kept: nothing of the work is on the screen.
    assert isinstance(run.window.gate(), CoveredPage)
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [run.window]
    run.flow.lock()
    run.until(lambda: bool(run.left))
    assert run.left == [None]
    assert told == [True]
    assert run.flow.store is None
    assert is_locked(directory)
    assert (directory / LOCK_MARK).read_bytes() == b""
    with Store.open(directory, demo_key()) as store, store.reading() as session:
        assert read_place(session) == Place("settings", None, key)


def test_that_the_demo_is_opened_again_by_a_button_and_comes_back_to_page_and_form(
    start: Starter, directory: Path
) -> None:
    first = start(copy_demo(directory), demo=True)
    workplace = first.workplace()
    case = case_in_queue(workplace, "CONTACT_DUE")
    workplace.show_page("settings")
    workplace.do(CaseAction.PHONE_NOTE, Subject((case,)))
    first.until(lambda: workplace.forms.dialog is not None)
    first.press("Lås")
    first.until(lambda: bool(first.left))

    second = start(directory, demo=True)
    second.gate(ReopenPage)
    second.press("Åbn igen")
    again = second.workplace()
    second.until(lambda: again.forms.dialog is not None)
    assert again.forms.key() == DraftKey("phone_note", case)
    assert again.shown_page() == "settings"
    assert not is_locked(directory)


def test_that_a_form_that_was_still_being_read_does_not_come_up_over_the_lock(start: Starter, directory: Path) -> None:
    run = start(copy_demo(directory), demo=True)
    workplace = run.workplace()
    shown: list[bool] = []
    run.flow.left.connect(
        lambda: shown.append(workplace.forms.dialog is not None and workplace.forms.dialog.isVisible())
    )
    workplace.do(CaseAction.PHONE_NOTE, Subject((case_in_queue(workplace, "CONTACT_DUE"),)))
    run.flow.lock()
    run.until(lambda: bool(run.left))
    assert shown == [False]


def test_that_the_demo_of_the_first_page_is_what_the_next_process_opens(start: Starter, directory: Path) -> None:
    run = start(directory)
    run.gate(StartPage)
    copy_demo(demo_store())
    run.press("Prøv med opdigtede borgere")
    run.workplace()
    run.flow.lock()
    run.until(lambda: bool(run.left))
    assert run.left == [["demo"]]
    assert is_locked(demo_store())


def test_that_a_locked_store_asks_although_the_keyring_would_open_it(
    start: Starter, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_own_store(directory)
    first = start(directory)
    first.workplace()
    first.flow.lock()
    first.until(lambda: bool(first.left))
    assert unlock_with_keyring(directory)
    second = start(directory)
    page = second.gate(UnlockPage)
    assert isinstance(page, UnlockPage)
    second.write("Adgangssætning", "forkert passende lang")
    second.press("Lås op")
    second.until(lambda: "forkert" in page.shown_wrong())
    assert is_locked(directory)
    # The command line is no way round it.
    asked: list[object] = []

    def ask(descriptor: int | None) -> str:
        asked.append(descriptor)
        return PASSPHRASE

    monkeypatch.setattr("ui.command_line.program.ask_passphrase", ask)
    program = Program(directory)
    program.open_store(writing=False)
    program.close()
    assert asked == [None]
    second.unlock()
    assert not is_locked(directory)
    second.flow.close()
    # Unlocked once, the keyring opens it at the next start as before.
    start(directory).workplace()


@pytest.mark.usefixtures("no_keyring")
def test_that_a_store_without_a_keyring_is_unlocked_by_the_passphrase_alone(start: Starter, directory: Path) -> None:
    make_own_store(directory)
    assert key_file_state(directory).keyring_backend is None
    run = start(directory)
    page = run.gate(UnlockPage)
    field = next(each for each in page.findChildren(QLineEdit) if each.isVisible())
    assert run.window.focusWidget() is field
    run.press("Lås op")
    assert isinstance(page, UnlockPage)
    assert "Skriv adgangssætningen" in page.shown_wrong()
    run.unlock()


def test_that_a_window_that_may_not_write_locks_all_the_same(start: Starter, directory: Path) -> None:
    copy_demo(directory)
    with Store.open(directory, demo_key()):
        run = start(directory, demo=True)
        run.workplace()
        run.flow.lock()
        run.until(lambda: bool(run.left))
    assert is_locked(directory)


def test_that_a_mark_that_cannot_be_written_still_reaches_the_next_process(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TOVHOLDER_LOCKED", raising=False)
    missing = directory / "borte"
    mark_locked(missing)
    assert is_locked(missing)
    mark_unlocked(missing)
    assert not is_locked(missing)


def test_that_a_draft_whose_form_nobody_offers_any_more_is_left_alone(start: Starter, directory: Path) -> None:
    make_own_store(directory)
    first = start(directory)
    workplace = first.workplace()
    gone = DraftKey("gone_form", "case-1")
    workplace.run(Road.WRITE, workplace.desk.use(keep_draft, KeepDraft(gone, "{}")), lambda _: None)
    workplace.forms._key = gone
    first.flow.lock()
    first.until(lambda: bool(first.left))
    second = start(directory)
    second.gate(UnlockPage)
    again = second.unlock()
    assert again.forms.dialog is None
    second.flow.close()
    key = unlock_with_passphrase(directory, PASSPHRASE)
    with Store.open(directory, key, write=False) as store, store.reading() as session:
        assert read_place(session) is None
