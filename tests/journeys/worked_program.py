"""The program itself with a worker at it, started by a test as a process of its own.

`python -m tests.journeys.worked_program --store … --today …`. The first process registers half a talk and locks; the
process that the lock starts, with the same command line, unlocks and writes down what it finds. What each has to say
stands in a file of the folder that the environment names; how far they are is told by which of them are there. What
is typed comes from such a file too, so that the second process has never heard of it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.journeys.hand import Hand
from ui import window_start
from ui.main import main
from ui.shell.case_action import CaseAction
from ui.shell.main_window import MainWindow
from ui.shell.offer import Subject
from ui.start_flow import StartFlow
from ui.start_options import StartOptions
from ui.talks.talk_dialog import TalkDialog
from ui.talks.talk_fields import MatchAnswer
from ui.unlock.unlock_page import UnlockPage

FOLDER = "TOVHOLDER_TEST_FOLDER"
PLACE_IN_NOTE = 10
PASSPHRASE = "otte grønne cykler ved søen"

Steps = Iterator[Callable[[], bool]]


def _say(name: str, **what: Any) -> None:
    path = Path(os.environ[FOLDER]) / f"{name}.json"
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(what), encoding="utf-8")
    beside.rename(path)


def _unlock(window: MainWindow, hand: Hand) -> Steps:
    yield lambda: isinstance(window.gate(), UnlockPage)
    gate = window.gate()
    assert isinstance(gate, UnlockPage)
    field = next(each for each in gate.findChildren(QLineEdit) if each.isVisible())
    _say(
        "gate" if (Path(os.environ[FOLDER]) / "locked.json").exists() else "first-gate",
        pid=os.getpid(),
        arguments=sys.argv[1:],
        focused=field.hasFocus() or window.focusWidget() is field,
    )
    yield lambda: not (Path(os.environ[FOLDER]) / "wait").exists()
    hand.write(field, PASSPHRASE)
    hand.key(field, Qt.Key.Key_Return)


def _first(window: MainWindow, flow: StartFlow) -> Steps:
    hand = Hand()
    yield from _unlock(window, hand)
    yield lambda: flow.workplace is not None and bool(flow.page().shown_items())
    workplace = flow.workplace
    assert workplace is not None
    row = next(each for each in flow.page().shown_items() if each.kind == "CONTACT_DUE")
    case = row.case_id
    assert case is not None
    workplace.show_page("settings")
    workplace.do(CaseAction.HOLD_TALK, Subject((case,)))
    yield lambda: workplace.forms.dialog is not None and workplace.forms.dialog.isVisible()
    dialog = workplace.forms.dialog
    assert isinstance(dialog, TalkDialog)
    dialog.fields.match.button(MatchAnswer.KEPT).click()
    dialog.fields.note.take_focus()
    QTest.keyClicks(dialog.focusWidget(), (Path(os.environ[FOLDER]) / "note.txt").read_text(encoding="utf-8"))
    dialog.fields.note.put_cursor(PLACE_IN_NOTE)
    handle = dialog.windowHandle()
    _say("locked", case=case, citizen=row.citizen, at=time.monotonic(), pid=os.getpid())
    QTest.keyClick(handle, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    yield lambda: False


def _second(window: MainWindow, flow: StartFlow) -> Steps:
    hand = Hand()
    yield from _unlock(window, hand)
    yield lambda: flow.workplace is not None and flow.workplace.forms.dialog is not None
    assert flow.workplace is not None
    dialog, key = flow.workplace.forms.dialog, flow.workplace.forms.key()
    assert isinstance(dialog, TalkDialog)
    assert key is not None
    yield dialog.isVisible
    _say(
        "back",
        count=hand.count,
        page=flow.workplace.shown_page(),
        case=key.case_id,
        note=dialog.fields.note.value(),
        match=str(dialog.fields.match.value()),
        in_note=dialog.fields.note.has_focus(),
        cursor=dialog.fields.note.cursor_place(),
        words=dialog.windowTitle(),
    )
    flow.close()
    os._exit(0)


def _drive(steps: Steps, window: MainWindow) -> None:
    timer = QTimer(window)
    waiting: list[Callable[[], bool]] = []

    def step() -> None:
        try:
            if not waiting or waiting[-1]():
                waiting[:] = [next(steps)]
        except BaseException as error:  # noqa: BLE001 - the test that waits must hear of it.
            _say("failed", error=repr(error))
            os._exit(1)

    timer.timeout.connect(step)
    timer.start(10)


def _begin(window: MainWindow, options: StartOptions) -> StartFlow:
    flow = _REAL(window, options)
    came_back = (Path(os.environ[FOLDER]) / "locked.json").exists()
    _drive((_second if came_back else _first)(window, flow), window)
    return flow


_REAL = window_start.begin_work

if __name__ == "__main__":
    window_start.begin_work = _begin
    raise SystemExit(main())
