"""*Spærret sag*: once a case is closed to the worker, the citizen is named on no page, in no list and in no file."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.cases.addresses import split_address
from app.cases.change_citizen import ChangeCitizen, change_citizen
from app.cases.details import details_of
from app.cases.exclusions import Exclude, exclude
from app.cases.households import JoinHousehold, join_household
from app.cases.restrict_case import RestrictCase, restrict_case
from app.changes import Done
from app.clock import FixedClock, danish_time
from app.demo.store import DEMO_PASSPHRASE
from app.exports.export import NAMES
from app.ids import seeded_ids
from app.queue.filters import Whose
from app.queue.item import QueueItem
from app.talks.group_meetings import CreateGroupMeeting, InviteToGroup, create_group_meeting, invite_to_group
from app.talks.hold_talk import HoldTalk, hold_talk
from app.talks.notes import WriteNote, write_note
from app.talks.summon import Meeting, Summon, summon
from app.work import Work, working
from db.rows.organisation import CaseworkerRow
from db.rows.people import CitizenRow
from db.store.store import Store
from db.values.people import ExclusionReason
from db.values.talks import NoteKind, TalkForm, TalkPurpose
from tests.ui.conftest import theme
from tests.ui.demo_store import copy_demo, demo_key
from tests.ui.items import TODAY
from ui import opening
from ui.cases.cases_page import CasesPage
from ui.citizen.citizen_view import CitizenView
from ui.citizen.side_panel import Tab
from ui.main import main
from ui.operation import Road, SynchronousRunner
from ui.search.search_room import room_of
from ui.shell.main_window import MainWindow
from ui.shell.navigation import QUEUE_PAGE
from ui.start_flow import StartFlow
from ui.start_options import StartOptions
from ui.theme.elided_label import ElidedLabel
from ui.theme.theme import Theme

__all__ = ["theme"]

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
    *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 8),
)
NAME = "Zarathustra Hemmeligdal"
STREET = "Hemmelighedsvej 17"
# Every page on which such a citizen stands, before the case is closed to the worker.
NAMED_ON = {"queue", "cases", "week", "groups", "transfer", "team", "spouse", "search"}
NAMED_IN = {"borgere", "indberetning", "kø", "queue", "queue --json"}
NUMBERED_IN = {"borgere", "samtaler", "indberetning"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_demo(tmp_path / "demo")


@pytest.fixture
def flow(folder: Path, qtbot: QtBot, theme: Theme) -> Iterator[StartFlow]:
    """The window on the invented people's store; work is done on the spot, so that a page is whole when looked at."""
    window = MainWindow(theme)
    qtbot.addWidget(window)
    made = StartFlow(window, SynchronousRunner(), StartOptions(folder, demo=True), FixedClock(TODAY), seeded_ids(3))
    window.show()
    made.begin()
    qtbot.waitUntil(lambda: made.workplace is not None and bool(made.page().shown_items()), timeout=20_000)
    yield made
    made.close()
    window.close()


def _well_known(work: Work, case_id: str, spouse: str) -> Done:
    """Everything that puts a citizen on lists."""
    me = work.author
    unit = work.session.scalars(select(CaseworkerRow.unit_id).where(CaseworkerRow.id == me)).one()
    assert unit is not None
    held = date(2007, 3, 19)
    hold_talk(work, HoldTalk(case_id, held, TalkForm.INDIVIDUAL, "Note.", "Trin", date(2007, 5, 1), match_kept=True))
    write_note(work, WriteNote(case_id, "Ring.", held, NoteKind.PHONE, call_back=True))
    for day in (TODAY, date(2007, 3, 22)):
        meeting = Meeting(TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, day, time(10), staff_worker_id=me)
        summon(work, Summon(case_id, meeting))
    starts = datetime(2007, 3, 23, 9, tzinfo=danish_time())
    group = create_group_meeting(work, CreateGroupMeeting(unit, "Job", TalkPurpose.CONTACT, starts, held_by=me)).id
    invite_to_group(work, InviteToGroup(group, (case_id,)))
    exclude(work, Exclude(case_id, ExclusionReason.IN_HOSPITAL, TODAY, date(2007, 4, 20)))
    citizen = work.session.get(CitizenRow, case_id)
    assert citizen is not None
    details = replace(details_of(citizen), name=NAME, address=split_address(STREET), address_protected=True)
    change_citizen(work, ChangeCitizen(case_id, details))
    if spouse:
        join_household(work, JoinHousehold(spouse, case_id, date(2007, 1, 1)))
    return Done(case_id, work.changes())


def _colleague(work: Work) -> str:
    return work.session.scalars(select(CaseworkerRow.id).where(CaseworkerRow.id != work.author)).first() or ""


def _do(flow: StartFlow, change: Callable[[Work], Done]) -> None:
    """Do something as the worker at the window, and let every page hear of it."""
    assert flow.workplace is not None
    flow.workplace.run(Road.WRITE, flow.workplace.desk.write("prepare", change), lambda _done: None)


def _texts(window: QWidget) -> Iterator[str]:
    """Whatever a page shows or says to a screen reader, hidden parts and all."""
    for widget in [window, *window.findChildren(QWidget)]:
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        if isinstance(widget, ElidedLabel):
            yield widget.full_text()
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount()):
                columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
                for index in (model.index(row, column) for column in range(columns)):
                    yield from (str(index.data(role)) for role in _ROLES)


def _named_on(flow: StartFlow, spouse: str, needle: str) -> set[str]:
    """The pages that name it."""
    workplace = flow.workplace
    assert workplace is not None
    found = set()

    def look(name: str, shown: QWidget) -> None:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if any(needle in text for text in _texts(shown)):
            found.add(name)

    flow.page()._whose[Whose.ALL].click()
    QApplication.processEvents()
    if any(needle in repr(item) for item in flow.page().shown_items()):
        found.add("queue")
    look("queue", workplace.show_page(QUEUE_PAGE))
    for page in workplace.pages():
        if page.in_navigation:
            look(page.name, workplace.show_page(page.name))
    workplace.show_citizen(spouse)
    citizen = workplace.show_page("citizen")
    assert isinstance(citizen, CitizenView)
    # A tab is made anew when it is brought to the front, so that each has been there before they are looked at.
    for tab in Tab:
        citizen.side.show_tab(tab)
    look("spouse", citizen)
    search = room_of(workplace).search
    search.open()
    assert search.palette is not None
    search.palette.field.setText(NAME.split(maxsplit=1)[0])
    look("search", search.palette)
    search.palette.close()
    return found


def _named_in(folder: Path, to: Path, needle: str) -> set[str]:
    """What the command line says or writes that names it."""
    to.mkdir()
    commands = {name: ["export", name, "-o", str(to / f"{number}.csv")] for number, name in enumerate(NAMES)}
    commands["queue"], commands["queue --json"] = ["queue"], ["queue", "--json"]
    found = set()
    for name, command in commands.items():
        out = io.StringIO()
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(out):
            patch.setattr("sys.stdin", io.StringIO(f"{DEMO_PASSPHRASE}\n"))
            assert main(["--store", str(folder), "--today", TODAY.isoformat(), *command]) == 0, out.getvalue()
        written = to / command[-1] if name in NAMES else None
        if needle in out.getvalue() + (written.read_text(encoding="utf-8-sig") if written else ""):
            found.add(name)
    return found


def _with_area(flow: StartFlow, case_id: str) -> set[str]:
    """The lists that tell in which housing area the citizen lives."""
    assert flow.workplace is not None
    cases = flow.workplace.show_page("cases")
    assert isinstance(cases, CasesPage)
    found = {"queue" for item in flow.page().shown_items() if item.case_id == case_id and item.area_name}
    shown = [row for row in cases.view.rows.shown() if row.case_id == case_id]
    assert len(shown) == 1
    return found | {"cases" for row in shown if row.area_id or row.area_name}


def _two(items: Iterable[QueueItem], me: str) -> tuple[str, str]:
    """Two of the worker's citizens who live alone and in a housing area."""
    own = [item for item in items if item.worker_id == me and item.match and item.area_name and not item.household_key]
    cases = list(dict.fromkeys(item.case_id or "" for item in own))
    return cases[0], cases[-1]


def test_that_a_closed_case_is_named_on_no_page_and_a_protected_address_on_none_at_all(flow: StartFlow) -> None:
    workplace = flow.workplace
    assert workplace is not None
    case_id, spouse = _two(flow.page().shown_items(), workplace.desk.author)
    _do(flow, lambda work: _well_known(work, case_id, spouse))
    assert _named_on(flow, spouse, NAME) >= NAMED_ON
    assert _named_on(flow, spouse, STREET) == set()
    assert _with_area(flow, case_id) == set()
    _do(flow, lambda work: restrict_case(work, RestrictCase(case_id, "Nabo", (_colleague(work),), TODAY)))
    assert _named_on(flow, spouse, NAME) == set()


def test_that_a_closed_case_is_named_in_no_file_and_a_protected_address_in_none_at_all(
    folder: Path, tmp_path: Path
) -> None:
    with Store.open(folder, demo_key()) as store:
        me = opening.settle(store).worker_id or ""
        case_id, spouse = _two(opening.read_queue(store, TODAY).items, me)
        clock, make_id = FixedClock(TODAY), seeded_ids(3)
        with working(store, author=me, clock=clock, make_id=make_id, use_case="prepare") as work:
            _well_known(work, case_id, spouse)
            number = work.session.scalars(select(CitizenRow.cpr).where(CitizenRow.id == case_id)).one()
    assert _named_in(folder, tmp_path / "names", NAME) == NAMED_IN
    assert _named_in(folder, tmp_path / "streets", STREET.split(maxsplit=1)[0]) == set()
    assert _named_in(folder, tmp_path / "numbers", number[-4:]) >= NUMBERED_IN
    with (
        Store.open(folder, demo_key()) as store,
        working(store, author=me, clock=clock, make_id=make_id, use_case="prepare") as work,
    ):
        restrict_case(work, RestrictCase(case_id, "Nabo", (_colleague(work),), TODAY))
    assert _named_in(folder, tmp_path / "closed names", NAME) == set()
    assert not _named_in(folder, tmp_path / "closed numbers", number[-4:]) & NUMBERED_IN
