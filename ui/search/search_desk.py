"""What stands behind the search: it asks the store, knows whom one has had, and logs once what was shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QPoint, QTimer

from app.cases.find import Hit, hits_of, note_search, search
from ui.operation import Operation, Road
from ui.search.citizen_keys import actions_about, more_about
from ui.search.search_palette import SearchPalette
from ui.search.search_rows import Citizens, DoingResult, Group, asks_for_citizens, rows_for
from ui.shell.case_action import WORDS, CaseAction
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.offer import Subject
from ui.theme.icons import Icon
from ui.theme.tokens import Size

if TYPE_CHECKING:
    from ui.forms.case_dialog import CaseDialog
    from ui.shell.workplace import Workplace

_MOST_RECENT: Final = 6

# Pages and commands do not wait for a reader that is busy with something else.
_PATIENCE_MS: Final = 150


class SearchDesk(QObject):
    """Opens the palette over the window. Whom one has had is kept in memory only, as ids."""

    def __init__(self, workplace: Workplace) -> None:
        """Take note from now on of whom the worker opens."""
        super().__init__(workplace)
        self.palette: SearchPalette | None = None
        self._workplace = workplace
        self._recent: list[str] = []
        self._shown: set[str] = set()
        self._question = 0
        self._near = Citizens()
        self._groups: tuple[Group, ...] = ()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show_without_citizens)
        workplace.before_lock.connect(self._close)
        workplace.citizen_shown.connect(self._remember)
        workplace.forms.opened.connect(self._remember_form)

    def open(self) -> None:
        """Show the palette with an empty field."""
        if self.palette is not None:
            self.palette.field.setFocus()
            return
        workplace = self._workplace
        window = workplace.window
        palette = self.palette = SearchPalette(workplace.theme, actions_about(workplace), window)
        palette.asked.connect(self._ask)
        palette.hit_opened.connect(lambda hit: self._leave_for(lambda: workplace.show_citizen(hit.case_id), hit))
        palette.action_wanted.connect(lambda action, hit: self._leave_for(partial(self._do, action, hit), hit))
        palette.doing_chosen.connect(self._do_chosen)
        palette.finished.connect(self._closed)
        self._shown.clear()
        self._near = Citizens()
        current = workplace.current_case
        self._groups = self._make_groups(None)
        self._ask("")
        self._read_near(current)
        palette.move(window.mapToGlobal(QPoint((window.width() - Size.PALETTE[0]) // 2, Size.PALETTE_TOP)))
        palette.open()
        palette.field.setFocus()

    def recent(self) -> tuple[str, ...]:
        """The cases that were opened last, newest first."""
        return tuple(self._recent)

    def _ask(self, text: str) -> None:
        """Show what fits at once where no citizen is asked for; otherwise when the store has answered."""
        self._question += 1
        self._patience.stop()
        if self.palette is None:
            return
        if not asks_for_citizens(text):
            self._show(text, self._near)
            return
        self.palette.wait()
        self._patience.start(_PATIENCE_MS)
        question = self._question
        worker, today = self._workplace.desk.author, self._workplace.desk.clock.today()

        def find(session: Any) -> tuple[Hit, ...] | None:  # noqa: ANN401 - a session, which ui does not know.
            # One has typed on since: nobody waits for this any more.
            if question != self._question:
                return None
            return search(session, text, worker_id=worker, today=today, best_first=True)

        def answer(hits: tuple[Hit, ...] | None) -> None:
            if hits is not None and question == self._question:
                self._patience.stop()
                self._show(text, Citizens(hits))

        self._read(find, answer)

    def _show(self, text: str, citizens: Citizens, *, waiting: bool = False) -> None:
        palette = self.palette
        if palette is None:
            return
        groups = () if palette.chosen_action() is not None else self._groups
        self._shown.update(hit.case_id for hit in citizens.found)
        today = self._workplace.desk.clock.today()
        palette.show_rows(rows_for(text, citizens, groups, today, waiting=waiting), waiting=waiting)

    def _show_without_citizens(self) -> None:
        if self.palette is not None:
            self._show(self.palette.field.text(), Citizens(), waiting=True)

    def _read_near(self, current: str | None) -> None:
        """Read the names of whom one is likely to want; the store leaves out who may not be opened any more."""
        ids = [*([current] if current else []), *(each for each in self._recent if each != current)]
        if not ids:
            return
        worker, today = self._workplace.desk.author, self._workplace.desk.clock.today()

        def answer(hits: tuple[Hit, ...]) -> None:
            now = tuple(hit for hit in hits if hit.case_id == current)
            self._near = Citizens(current=now, recent=tuple(hit for hit in hits if hit.case_id != current))
            self._groups = self._make_groups(now[0] if now else None)
            if self.palette is not None and not asks_for_citizens(self.palette.field.text()):
                self._show(self.palette.field.text(), self._near)

        self._read(lambda session: hits_of(session, ids, worker_id=worker, today=today), answer)

    def _read(self, read: Callable[[Any], Any], answer: Callable[[Any], None]) -> Operation:
        workplace = self._workplace
        return workplace.run(Road.READ, workplace.desk.read(read), answer, self)

    def _make_groups(self, current: Hit | None) -> tuple[Group, ...]:
        workplace = self._workplace
        pages = [DoingResult("Min produktion", Icon.QUEUE, partial(workplace.show_page, QUEUE_PAGE), keys="Ctrl+1")]
        pages += [
            DoingResult(page.title, page.icon, partial(workplace.show_page, page.name), keys=page.keys)
            for page in workplace.pages()
        ]
        commands = tuple(
            DoingResult(each.title, Icon.OPEN, partial(each.do, workplace), keys=each.keys, words=each.words)
            for each in workplace.commands()
            if each.name != "search"
        )
        about = tuple(self._about(action, current) for action in (*actions_about(workplace), *more_about(workplace)))
        return (
            Group("Om en borger", about, only_when_typed=True),
            Group("Skærme", tuple(pages)),
            Group("Kommandoer", commands),
        )

    def _about(self, action: CaseAction, current: Hit | None) -> DoingResult:
        """Something about the citizen in front; where there is none, one is asked for."""
        if current is not None:
            return DoingResult(WORDS[action], Icon.CITIZEN, partial(self._do, action, current), current.name)
        return DoingResult(WORDS[action], Icon.CITIZEN, partial(self._choose_for, action), "vælg borger", stays=True)

    def _choose_for(self, action: CaseAction) -> None:
        if self.palette is not None:
            self.palette.choose_for(action)

    def _do_chosen(self, row: DoingResult) -> None:
        if row.stays:
            row.do()
        else:
            self._leave_for(row.do)

    def _do(self, action: CaseAction, hit: Hit) -> None:
        if action is CaseAction.OPEN_CITIZEN and self._workplace.shows_citizens():
            self._workplace.show_citizen(hit.case_id)
        else:
            self._workplace.do(action, Subject((hit.case_id,)))

    def _leave_for(self, do: Callable[[], object], hit: Hit | None = None) -> None:
        """Close the palette first, so that what comes has the keyboard and the log its row before it."""
        if hit is not None:
            self._remember(hit.case_id)
        if self.palette is not None:
            self.palette.accept()
        do()

    def _closed(self) -> None:
        self._question += 1
        self._patience.stop()
        if self.palette is not None:
            self.palette.deleteLater()
            self.palette = None
        count = len(self._shown)
        self._shown.clear()
        if count:
            desk = self._workplace.desk
            self._workplace.run(Road.WRITE, desk.open(lambda work: note_search(work, count)), lambda _: None, self)

    def _close(self) -> None:
        """The program goes: whom the search has shown is logged all the same."""
        if self.palette is not None:
            self.palette.done(0)

    def _remember(self, case_id: str) -> None:
        self._recent = [case_id, *(each for each in self._recent if each != case_id)][:_MOST_RECENT]

    def _remember_form(self, _dialog: CaseDialog) -> None:
        key = self._workplace.forms.key()
        if key is not None and key.case_id is not None:
            self._remember(key.case_id)
