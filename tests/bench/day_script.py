"""A scripted day at the window: one step a screen, in the order of a day. A further step is one more line below."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from app.queue.item import QueueItem
    from ui.queue.queue_page import QueuePage
    from ui.shell.case_action import CaseAction
    from ui.shell.workplace import Workplace

_ROWS: Final = 40
_OPENED: Final = 20
_PATIENCE_S: Final = 60.0
# What a person cannot do faster than: the pause between two things one does, and between two keys.
_PAUSE_S: Final = 0.15
_KEY_S: Final = 0.08


class Gap(NamedTuple):
    """Between two beats: how long the window did not answer, and how much of that it computed itself.

    On a machine that others use as well the first also holds the time that they were given.
    """

    waited: float
    worked: float


@dataclass(slots=True)
class Beat:
    """The gaps between the calls of a timer on the GUI's thread: milliseconds by the clock, and at work in them."""

    gaps: list[Gap] = field(default_factory=list)
    last: float = 0.0
    last_work: float = 0.0

    def begin(self) -> list[Gap]:
        self.gaps, self.last, self.last_work = [], time.perf_counter(), time.thread_time()
        return self.gaps

    def beat(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        self.gaps.append(Gap((now - self.last) * 1000, (work - self.last_work) * 1000))
        self.last, self.last_work = now, work


class Script:
    """A person at the window: does one thing after the other and lets the window answer in between."""

    def __init__(self, directory: Path, import_file: Path | None) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from app.clock import FixedClock
        from app.ids import seeded_ids
        from ui import window_start
        from ui.demo_day import DEMO_DAY
        from ui.operation import ThreadRunner
        from ui.shell.main_window import MainWindow
        from ui.start_flow import StartFlow
        from ui.start_options import StartOptions
        from ui.theme.theme import Theme
        from ui.theme.tokens import LIGHT

        made = window_start.make_application()
        assert isinstance(made, QApplication)
        self.application, self.import_file = made, import_file
        theme = Theme(made, LIGHT)
        theme.apply()
        self.window = MainWindow(theme)
        options = StartOptions(directory, demo=True)
        runner = ThreadRunner(self.window)
        self.flow = StartFlow(self.window, runner, options, FixedClock(DEMO_DAY), seeded_ids(3))
        self.flow.arrived.connect(window_start.settle_down)
        self.flow.arrived.connect(runner.let_window_go_first)
        self.beat = Beat()
        self.timer = QTimer()
        self.timer.setInterval(1)
        self.timer.timeout.connect(self.beat.beat)
        self.window.show()
        self.flow.begin()
        self.wait(lambda: self.flow.workplace is not None and bool(self.page.shown_items()))
        # The start is over when every screen has been imported.
        self.rest(5.0)

    @property
    def page(self) -> QueuePage:
        return self.flow.page()

    @property
    def workplace(self) -> Workplace:
        assert self.flow.workplace is not None
        return self.flow.workplace

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window work until something is so.

        In a loop of events of its own: only there is what was left to be deleted also deleted.
        """
        from PySide6.QtCore import QEventLoop, QTimer

        loop, timer, ends = QEventLoop(), QTimer(), time.perf_counter() + _PATIENCE_S
        timer.timeout.connect(lambda: loop.quit() if until() or time.perf_counter() > ends else None)
        timer.start(2)
        loop.exec()
        timer.stop()
        if not until():
            message = "the window did not come to it"
            raise TimeoutError(message)

    def rest(self, seconds: float = _PAUSE_S) -> None:
        """Let the window work for a while."""
        ends = time.perf_counter() + seconds
        self.wait(lambda: time.perf_counter() >= ends)

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication, QWidget

        for letter in text:
            window = QApplication.activeWindow() or self.window
            # Qt gives nothing where no widget has the focus, which its annotation leaves out.
            focused: object = window.focusWidget()
            QTest.keyClicks(focused if isinstance(focused, QWidget) else window, letter)
            self.rest(_KEY_S)

    def row(self, kind: str) -> QueueItem:
        """The first row of a kind in the whole store."""
        from app.queue.filters import Chosen, Whose

        self.page.choose_view(Chosen(Whose.ALL))
        row = next(each for each in self.page.shown_items() if each.kind == kind and each.match is not None)
        self.page.choose_view(Chosen(Whose.MINE))
        return row

    def open_form(self, action: CaseAction, item: QueueItem | None, case_id: str | None = None) -> None:
        """Open a form, let it be looked at, and leave it open."""
        from ui.shell.offer import Subject

        cases = (item.case_id,) if item is not None and item.case_id else (case_id,) if case_id else ()
        self.workplace.do(action, Subject(cases, item))
        self.wait(lambda: self.workplace.forms.dialog is not None)
        self.rest(0.3)

    def close_form(self) -> None:
        """Close the form; what was typed is kept first."""
        assert self.workplace.forms.dialog is not None
        self.workplace.forms.dialog.reject()
        self.wait(lambda: self.workplace.forms.dialog is None)
        self.rest()

    @contextmanager
    def measured(self) -> Iterator[list[Gap]]:
        """Collect the gaps meanwhile."""
        gaps = self.beat.begin()
        self.timer.start()
        yield gaps
        self.timer.stop()


def look_through_rows(script: Script) -> None:
    """Go down the list, row by row, as fast as a key repeats."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    for _ in range(_ROWS):
        QTest.keyClick(script.page.view, Qt.Key.Key_Down)
        script.rest()


def choose_kinds_and_scopes(script: Script) -> None:
    """Look at each kind and each scope."""
    page = script.page
    for button in (*page.kinds._buttons.values(), *page.tools.scopes.values()):
        if button.isVisible():
            button.click()
            script.rest()
    page.kinds.button(None).click()
    script.rest()


def narrow(script: Script) -> None:
    """Fold out the filters, press some, and take them off."""
    page = script.page
    page.tools.filters.click()
    script.rest()
    assert page.panel is not None
    for button in list(page.panel._options.values())[:8]:
        button.click()
        script.rest()
    page.panel.put_away()
    page.use_filters({})
    script.rest()


def fold(script: Script) -> None:
    """Fold and unfold what stands above the list."""
    from ui.queue.day_read import Part

    page = script.page
    script.wait(lambda: page.day is not None)
    assert page.day is not None
    for part in Part:
        for folded in (True, False):
            page.day._fold(part, folded=folded)
            script.rest()


def register_a_talk(script: Script) -> None:
    """Open the form from a row, fill it in and save; the queue is computed anew."""
    from db.values.talks import TalkForm
    from ui.demo_day import DEMO_DAY
    from ui.shell.case_action import CaseAction
    from ui.talks.talk_dialog import TalkDialog
    from ui.talks.talk_fields import MatchAnswer

    script.open_form(CaseAction.HOLD_TALK, script.row("CONTACT_DUE"))
    dialog = script.workplace.forms.dialog
    assert isinstance(dialog, TalkDialog)
    script.type("Talte om praktik.")
    dialog.fields.note.set_value("Talte om praktik i rengøring.")
    dialog.fields.form.button(TalkForm.INDIVIDUAL).click()
    script.rest()
    dialog.fields.match.button(MatchAnswer.KEPT).click()
    script.rest()
    dialog.form.fields["next_step_towards_work"].set_state("Besøger to virksomheder")
    dialog.form.fields["next_contact_on"].set_state(f"{DEMO_DAY + timedelta(days=60):%d.%m.%Y}")
    # A draft is kept meanwhile.
    script.rest(2.0)
    dialog.submit()
    script.wait(lambda: script.workplace.forms.dialog is None)
    script.rest(0.5)


def write_a_phone_note(script: Script) -> None:
    """Open it from a row, write and save."""
    from ui.shell.case_action import CaseAction
    from ui.talks.phone_note_dialog import PhoneNoteDialog

    script.open_form(CaseAction.PHONE_NOTE, script.row("CONTACT_DUE"))
    dialog = script.workplace.forms.dialog
    assert isinstance(dialog, PhoneNoteDialog)
    script.type("Ringede og spurgte.")
    dialog.text.set_value("Ringede og spurgte til pengene.")
    dialog.submit()
    script.wait(lambda: script.workplace.forms.dialog is None)
    script.rest(0.5)


def summon(script: Script) -> None:
    """Open the summons form, look at the letter, and leave it."""
    from ui.shell.case_action import CaseAction

    script.open_form(CaseAction.SUMMON, script.row("CONTACT_DUE"))
    script.rest(0.5)
    script.close_form()


def receive(script: Script) -> None:
    """Open the reception for one who is known and for one who is new."""
    from ui.shell.case_action import CaseAction

    script.open_form(CaseAction.RECEIVE, script.row("CONTACT_DUE"))
    script.close_form()
    script.open_form(CaseAction.RECEIVE, None)
    script.close_form()


def open_citizens(script: Script) -> None:
    """Open the pages of some citizens, one after the other."""
    cases = list(dict.fromkeys(each.case_id for each in script.page.shown_items() if each.case_id))
    for case_id in cases[:_OPENED]:
        script.workplace.show_citizen(case_id)
        script.rest(0.3)


def look_at_tabs(script: Script) -> None:
    """Look at every tab beside the timeline, for two citizens."""
    from ui.citizen.citizen_view import CitizenView
    from ui.citizen.side_panel import Tab

    view = script.workplace.show_page("citizen")
    assert isinstance(view, CitizenView)
    for case_id in list(dict.fromkeys(each.case_id for each in script.page.shown_items() if each.case_id))[:2]:
        script.workplace.show_citizen(case_id)
        script.rest(0.3)
        for tab in (*Tab, Tab.OVERVIEW):
            view.side._buttons[tab].click()
            script.rest()


def look_at_cases(script: Script) -> None:
    """The caseload: type into its filter, change whose cases are shown and how they are sorted."""
    from dataclasses import replace

    from app.cases.caseload_choice import Scope
    from app.cases.caseload_row import CaseColumn
    from ui.cases.cases_page import CasesPage

    page = script.workplace.show_page("cases")
    assert isinstance(page, CasesPage)
    script.wait(lambda: page.view.rows.rowCount() > 0)
    script.rest(0.5)
    page.choose(replace(page.choice, scope=Scope.ALL))
    page.text.setFocus()
    script.type("hansen")
    page.text.clear()
    script.rest()
    for column in (CaseColumn.DEADLINE, CaseColumn.CITIZEN):
        page.choose(replace(page.choice, sort_by=column))
        script.rest()
    page.choose(replace(page.choice, scope=Scope.MINE))
    script.rest()


def look_at_the_week(script: Script) -> None:
    """Go through some weeks."""
    from ui.talks.week_page import WeekPage

    page = script.workplace.show_page("week")
    assert isinstance(page, WeekPage)
    script.rest(0.3)
    for button in (page.after, page.after, page.this, page.before, page.this):
        button.click()
        script.rest()


def look_at_groups(script: Script) -> None:
    """The group meetings."""
    script.workplace.show_page("groups")
    script.rest(0.4)


def transfer(script: Script) -> None:
    """Go down what is to be written in other systems."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from ui.transfer.transfer_page import TransferPage

    page = script.workplace.show_page("transfer")
    assert isinstance(page, TransferPage)
    script.rest(0.4)
    page.all.click()
    script.rest()
    for _ in range(8):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
        script.rest()


def look_at_the_team(script: Script) -> None:
    """Every tab of the team."""
    from ui.team.team_page import TeamPage

    page = script.workplace.show_page("team")
    assert isinstance(page, TeamPage)
    script.rest(0.4)
    for tab in page._tabs:
        page.button(tab).click()
        script.rest()


def look_at_settings(script: Script) -> None:
    """The settings and what else is only searched for."""
    for name in ("settings", "rules", "whats_new", "about"):
        script.workplace.show_page(name)
        script.rest(0.4)


def search(script: Script) -> None:
    """Open the search, type a name, and leave it."""
    from ui.search.search_room import room_of

    script.workplace.show_page("queue")
    script.rest()
    for text in ("amina han", "telefon"):
        script.workplace.search()
        script.rest()
        script.type(text)
        palette = room_of(script.workplace).search.palette
        assert palette is not None
        palette.reject()
        script.rest()


def take_a_file_in(script: Script) -> None:
    """Try a file and take it in, while one goes on through the list.

    The page refuses it in the invented people's store; here there is nobody to protect.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from ui.imports.import_file import FileState
    from ui.imports.import_page import ImportPage

    page = script.workplace.show_page("imports")
    assert isinstance(page, ImportPage)
    script.rest(0.4)
    if script.import_file is None:
        return
    page.allow(allowed=True)
    page.add([script.import_file])
    file = page.files.bench.files[0]
    script.wait(lambda: file.state is FileState.TRIED)
    script.rest(0.3)
    page.files.bench.take_in(file)
    script.workplace.show_page("queue")
    while file.state is not FileState.TAKEN:
        QTest.keyClick(script.page.view, Qt.Key.Key_Down)
        script.rest()
    script.rest(1.0)


def compute_anew(script: Script) -> None:
    """Have the queue computed anew many times, as many saves do."""
    script.workplace.show_page("queue")
    for _ in range(10):
        script.flow._compute_anew()
        script.rest(0.1)


STEPS: Final[dict[str, Callable[[Script], None]]] = {
    "rows": look_through_rows,
    "kinds": choose_kinds_and_scopes,
    "filters": narrow,
    "fold": fold,
    "talk": register_a_talk,
    "phone": write_a_phone_note,
    "summon": summon,
    "reception": receive,
    "citizens": open_citizens,
    "tabs": look_at_tabs,
    "cases": look_at_cases,
    "week": look_at_the_week,
    "groups": look_at_groups,
    "transfer": transfer,
    "team": look_at_the_team,
    "settings": look_at_settings,
    "search": search,
    "import": take_a_file_in,
    "refresh": compute_anew,
}
"""The day, one after the other; it is gone through twice, and the second time is what is held against memory."""


def settle(script: Script) -> None:
    """Let everything end, with the list in front."""
    script.workplace.show_page("queue")
    script.rest(1.5)
    sys.stdout.flush()
