"""Files in through the window: nothing is written before the person has seen what will happen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.cases.workers import CreateWorker, SetMe, create_worker, set_me
from app.changes import Changes
from app.clock import FixedClock
from app.ids import NewId
from app.reference.seed import reference_id, seed_reference
from app.work import working
from db.rows.people import CitizenRow
from db.store.store import Store
from db.values.people import Role
from ui.imports.import_dialog import ImportDialog
from ui.imports.import_run import ImportSetting
from ui.imports.kind_guess import guess_kind, in_order
from ui.operation import Runner, SynchronousRunner, ThreadRunner

HEADINGS = "cpr;navn;ydelse;ydelse_fra;enhed;tovholder"
ROW = "{cpr};Amina Yusuf;kontanthjælp;01-01-2007;Jobcenter Musvågevej;M. Holm"
# A replacement number: the day is 60 too high, so that it is nobody's.
CPR = "740372" + "1234"


@pytest.fixture
def setting(empty_store: Store, clock: FixedClock, make_id: NewId) -> ImportSetting:
    with working(empty_store, author=None, clock=clock, make_id=make_id, use_case="test") as work:
        seed_reference(work)
        work.session.flush()
        unit = reference_id("org_unit", "musvaagevej")
        worker = create_worker(work, CreateWorker("M. Holm", unit, Role.CASEWORKER)).id
        set_me(work, SetMe(worker))
    return ImportSetting(empty_store, worker, clock, make_id)


@pytest.fixture
def opened(qtbot: QtBot, setting: ImportSetting) -> Iterator[Callable[[Runner], ImportDialog]]:
    runners: list[Runner] = []

    def open_dialog(runner: Runner) -> ImportDialog:
        runners.append(runner)
        dialog = ImportDialog(runner, setting)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    yield open_dialog
    for runner in runners:
        runner.stop()


def _file(folder: Path, name: str = "borgere-marts.csv", row: str = ROW) -> Path:
    path = folder / name
    path.write_text(f"{HEADINGS}\n{row.format(cpr=CPR)}\n", encoding="utf-8")
    return path


def _press(dialog: ImportDialog, text: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == text)
    assert button.isEnabled(), text
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _enabled(dialog: ImportDialog, text: str) -> bool:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == text).isEnabled()


def _citizens(store: Store) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(CitizenRow)) or 0


def test_that_a_file_is_tried_before_it_can_be_taken_in(
    opened: Callable[[Runner], ImportDialog], setting: ImportSetting, tmp_path: Path
) -> None:
    runner = SynchronousRunner()
    dialog = opened(runner)
    told: list[Changes] = []
    runner.changes.changes_made.connect(lambda changes, _: told.append(changes))
    dialog.choose_files([_file(tmp_path)])
    assert not _enabled(dialog, "Indlæs")
    _press(dialog, "Se, hvad der vil ske")
    assert "1 række læst: 1 ville blive oprettet" in dialog.report_text()
    assert _citizens(setting.store) == 0
    _press(dialog, "Indlæs")
    assert "1 blev oprettet" in dialog.report_text()
    assert _citizens(setting.store) == 1
    assert len(told) == 1


def test_that_a_row_that_cannot_be_read_is_named_and_kept_for_correction_when_asked(
    opened: Callable[[Runner], ImportDialog], tmp_path: Path
) -> None:
    dialog = opened(SynchronousRunner())
    path = _file(tmp_path, row=ROW.replace("01-01-2007", "i går"))
    dialog.choose_files([path])
    _press(dialog, "Se, hvad der vil ske")
    assert "Linje 2, kolonnen »ydelse_fra«" in dialog.report_text()
    assert "Amina" not in dialog.report_text()
    dialog._keep.setChecked(True)
    _press(dialog, "Indlæs")
    assert (tmp_path / "borgere-marts-afvist.csv").exists()


def test_that_a_file_of_unknown_kind_must_be_given_one(
    opened: Callable[[Runner], ImportDialog], tmp_path: Path
) -> None:
    dialog = opened(SynchronousRunner())
    dialog.choose_files([_file(tmp_path, "udtræk.csv")])
    assert not _enabled(dialog, "Se, hvad der vil ske")
    kind = dialog.findChildren(QComboBox)[0]
    kind.setCurrentIndex(kind.findData("borgere"))
    _press(dialog, "Se, hvad der vil ske")
    assert "1 række læst" in dialog.report_text()


def test_that_a_file_that_cannot_be_read_says_why_and_leaves_the_choice(
    opened: Callable[[Runner], ImportDialog], tmp_path: Path
) -> None:
    dialog = opened(SynchronousRunner())
    dialog.choose_files([tmp_path / "borgere.csv"])
    _press(dialog, "Se, hvad der vil ske")
    assert dialog.report_text()
    assert _enabled(dialog, "Vælg filer …")


def test_that_cancelling_leaves_the_store_as_it_was_and_the_dialog_open(
    opened: Callable[[Runner], ImportDialog], setting: ImportSetting, tmp_path: Path, qtbot: QtBot
) -> None:
    runner = ThreadRunner()
    dialog = opened(runner)
    dialog.choose_files([_file(tmp_path)])
    _press(dialog, "Se, hvad der vil ske")
    qtbot.waitUntil(lambda: _enabled(dialog, "Indlæs"), timeout=20_000)
    hold = threading.Event()
    from ui.operation import Operation, Road

    # Something else is being written; the import waits its turn, and is cancelled while it waits.
    runner.start(Operation(dialog), Road.WRITE, lambda: hold.wait(10))
    _press(dialog, "Indlæs")
    _press(dialog, "Afbryd")
    assert dialog.isVisible()
    hold.set()
    qtbot.waitUntil(lambda: "afbrudt" in dialog.report_text(), timeout=20_000)
    assert _citizens(setting.store) == 0
    dialog.reject()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("borgere.csv", "borgere"),
        ("Samtaler marts.xlsx", "samtaler"),
        ("komma_tilbudsforløb_2007.csv", "tilbudsforløb"),
        ("TILBUDSFORLOEB.CSV", "tilbudsforløb"),
        ("udtræk.csv", None),
    ],
)
def test_that_the_kind_is_guessed_from_the_name(name: str, kind: str | None) -> None:
    assert guess_kind(Path(name)) == kind


def test_that_citizens_are_taken_in_before_what_hangs_on_them() -> None:
    files = ((Path("s.csv"), "samtaler"), (Path("b.csv"), "borgere"))
    assert [kind for _, kind in in_order(files)] == ["borgere", "samtaler"]
