"""A store comes back from a backup where there is none, or where the present one has no way in."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from db.keys import KEY_FILE_NAME, unlock_with_passphrase
from db.store.backup import back_up, backups_of
from db.store.store import Store
from tests.db.damage import flip_a_bit
from tests.ui.demo_store import copy_demo, demo_key
from tests.ui.items import TODAY
from tests.ui.unlock.started import PASSPHRASE, Starter, make_own_store, start
from ui import opening
from ui.lock_mark import is_locked
from ui.unlock.new_passphrase_page import NewPassphrasePage
from ui.unlock.restore_page import RestorePage
from ui.unlock.start_page import StartPage

__all__ = ["start"]


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup on a stick, of a store that is gone."""
    old = tmp_path / "gammel maskine"
    make_own_store(old)
    with Store.open(old, unlock_with_passphrase(old, PASSPHRASE)) as store:
        made = back_up(store, label="2007-03-19-1605")
    return made.directory.rename(tmp_path / "000001-2007-03-19-1605")


@pytest.mark.usefixtures("no_keyring")
def test_that_a_new_machine_gets_its_store_from_a_backup(start: Starter, directory: Path, backup: Path) -> None:
    run = start(directory)
    run.gate(StartPage)
    run.press("Gendan fra sikkerhedskopi")
    page = run.gate(RestorePage)
    assert isinstance(page, RestorePage)
    run.press("Gendan")
    assert "Vælg mappen" in page.shown_wrong()
    page.folder_chosen.emit(backup.parent / "gammel maskine" / "backups")
    run.until(lambda: "ingen sikkerhedskopi" in page.shown_wrong())
    page.folder_chosen.emit(backup)
    run.until(lambda: page._backup.count() == 1)
    assert page._backup.currentText().startswith("I går kl. 16.05 · ")
    run.write("Adgangssætning", "forkert passende lang")
    run.press("Gendan")
    run.until(lambda: "forkert" in page.shown_wrong())
    assert not (directory / "tovholder.db").exists()
    run.write("Adgangssætning", PASSPHRASE)
    run.press("Gendan")
    workplace = run.workplace()
    assert workplace.window.navigation.status.text().endswith("M. Holm")
    assert unlock_with_passphrase(directory, PASSPHRASE)


@pytest.mark.usefixtures("no_keyring")
def test_that_a_damaged_backup_is_told_of_and_leaves_nothing_on_the_machine(
    start: Starter, directory: Path, backup: Path
) -> None:
    flip_a_bit(backup / "tovholder.db", 4096 * 3 + 200)
    run = start(directory)
    run.gate(StartPage)
    run.press("Gendan fra sikkerhedskopi")
    page = run.gate(RestorePage)
    assert isinstance(page, RestorePage)
    page.folder_chosen.emit(backup)
    run.until(lambda: page._backup.count() == 1)
    run.write("Adgangssætning", PASSPHRASE)
    run.press("Gendan")
    run.until(lambda: "beskadiget" in page.shown_wrong())
    assert not (directory / "tovholder.db").exists()
    assert not (directory / KEY_FILE_NAME).exists()
    run.press("Tilbage")
    run.gate(StartPage)


def test_that_the_invented_peoples_backup_does_not_become_a_store_of_ones_own(
    start: Starter, directory: Path, tmp_path: Path
) -> None:
    demo = copy_demo(tmp_path / "demo")
    with Store.open(demo, demo_key()) as store:
        made = back_up(store, label=date(2007, 3, 20).isoformat())
    run = start(directory)
    run.gate(StartPage)
    run.press("Gendan fra sikkerhedskopi")
    page = run.gate(RestorePage)
    assert isinstance(page, RestorePage)
    page.folder_chosen.emit(made.directory)
    run.until(lambda: "opdigtede" in page.shown_wrong())


@pytest.mark.slow
@pytest.mark.usefixtures("no_keyring")
@pytest.mark.parametrize("fault", ["damaged", "missing"])
def test_that_a_store_without_a_key_file_is_brought_back_by_its_backup_and_the_code(
    start: Starter, directory: Path, fault: str
) -> None:
    code = make_own_store(directory)
    with Store.open(directory, unlock_with_passphrase(directory, PASSPHRASE)) as store:
        made = back_up(store, label="2007-03-20-0842")
    if fault == "damaged":
        (directory / KEY_FILE_NAME).write_bytes(b"{}")
    else:
        (directory / KEY_FILE_NAME).unlink()
    run = start(directory)
    page = run.gate(RestorePage)
    assert isinstance(page, RestorePage)
    page.folder_chosen.emit(made.directory)
    run.until(lambda: page._backup.count() == 1)
    run.press("Glemt? Brug gendannelseskoden")
    run.write("Gendannelseskode", code)
    run.press("Gendan")
    run.gate(NewPassphrasePage)
    run.press("Åbn uden at skifte")
    run.workplace()
    # What was there is put aside and not lost.
    assert "before-restore" in [each.label for each in backups_of(directory)]


def test_that_a_store_that_is_whole_can_be_chosen_as_it_is(tmp_path: Path, directory: Path) -> None:
    make_own_store(directory)
    copied = shutil.copytree(directory, tmp_path / "kopi")
    (row,) = opening.find_backups(copied, date(2007, 3, 20))
    assert row.backup.directory == copied


def test_that_an_older_backup_takes_the_stores_place_in_a_new_process(start: Starter, directory: Path) -> None:
    copy_demo(directory)
    with Store.open(directory, demo_key()) as store:
        made = back_up(store, label="2007-03-19-1605")
    run = start(directory, demo=True)
    workplace = run.workplace()
    workplace.show_page("settings")
    workplace.restore_wanted.emit(made)
    run.until(lambda: bool(run.left))
    assert not is_locked(directory)
    labels = [each.label for each in backups_of(directory)]
    assert labels[-1] == "before-restore"
    # The demo opens again by itself.
    start(directory, demo=True).workplace()


def test_that_a_damaged_backup_leaves_the_store_as_it_was_and_the_window_open(start: Starter, directory: Path) -> None:
    copy_demo(directory)
    with Store.open(directory, demo_key()) as store:
        made = back_up(store, label="2007-03-19-1605")
    flip_a_bit(made.directory / "tovholder.db", 4096 * 3 + 200)
    run = start(directory, demo=True)
    workplace = run.workplace()
    run.until(lambda: len(backups_of(directory)) == 2)
    before = run.flow.page().shown_items()
    workplace.restore_wanted.emit(made)
    run.until(lambda: "beskadiget" in run.window.notice.text())
    assert run.window.gate() is None
    assert not run.left
    # Nothing of it is lost, and it can still be written to.
    assert run.flow.store is not None
    assert set(before) <= set(opening.read_queue(run.flow.store, TODAY).items)
    run.flow.store.claim()
    run.flow.lock()
    run.until(lambda: bool(run.left))
