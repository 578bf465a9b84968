"""The foot of the navigation says how the store is doing, in words and by a dot."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from db.store.backup import back_up
from db.store.store import Store
from tests.ui.demo_store import copy_demo, demo_key
from tests.ui.unlock.started import Starter, start
from ui.last_backup import LastBackup, backup_words, is_old, last_backup

__all__ = ["start"]

TODAY = date(2007, 3, 20)


def test_that_the_last_backup_is_named_by_day_and_time() -> None:
    assert backup_words(LastBackup(TODAY, time(8, 42)), TODAY) == "Sikkerhedskopi i dag kl. 8.42"
    assert backup_words(LastBackup(date(2007, 3, 19), time(16, 5)), TODAY) == "Sikkerhedskopi i går kl. 16.05"
    assert backup_words(LastBackup(date(2007, 3, 12)), TODAY) == "Sikkerhedskopi 12. marts"
    assert backup_words(LastBackup(date(2006, 12, 1)), TODAY) == "Sikkerhedskopi 1. december 2006"
    assert backup_words(None, TODAY) == "Ingen sikkerhedskopi endnu"


def test_that_seven_days_are_well_and_eight_are_not() -> None:
    assert not is_old(LastBackup(date(2007, 3, 13)), TODAY)
    assert is_old(LastBackup(date(2007, 3, 12)), TODAY)
    assert is_old(None, TODAY)


def test_that_the_dot_is_green_once_the_days_backup_is_made_and_amber_where_another_window_writes(
    start: Starter, directory: Path, tmp_path: Path
) -> None:
    run = start(copy_demo(directory), demo=True)
    run.workplace()
    status = run.window.navigation.status
    run.until(lambda: "Sikkerhedskopi i dag kl. 8.00" in status.text())
    assert status.tone() == "green"
    assert status.text().startswith("Opdigtede borgere\n")
    assert status.text().endswith("M. Holm")
    run.flow.close()
    found = last_backup(directory)
    assert found == LastBackup(TODAY, time(8, 0))
    other = copy_demo(tmp_path / "andet")
    with Store.open(other, demo_key()) as store:
        back_up(store, label="2007-03-01")
        second = start(other, demo=True)
        second.workplace()
        status = second.window.navigation.status
        second.until(lambda: "andet vindue" in status.text())
        assert status.tone() == "amber"
        assert "Sikkerhedskopi 1. marts" in status.text()
