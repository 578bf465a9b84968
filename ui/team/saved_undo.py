"""After a form of the team was saved: the notice says it again, with a way back where there is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.cases.holder_form import HOLDER_FORM
from ui.operation import Road
from ui.team.team_forms import COVER_FORM, EXCLUSION_FORM, RESTRICTION_FORM
from ui.team.words import cases_words

if TYPE_CHECKING:
    from app.cases.drafts import DraftKey
    from app.changes import Done
    from ui.shell.workplace import Workplace


class SavedUndo(QObject):
    """Listens to the desk for forms, wherever a form was opened from."""

    def __init__(self, workplace: Workplace) -> None:
        """Listen from now on."""
        super().__init__(workplace)
        self._workplace = workplace
        workplace.forms.saved.connect(self._offer)

    def _offer(self, key: DraftKey, done: Done) -> None:
        from app.cases.change_holders import TakeBackHolders, holdings_in, take_back_holders
        from app.cases.covers import TakeBackCover, take_back_cover
        from app.cases.withdraw import Withdraw, withdraw

        use = self._workplace.desk.use
        match key.form:
            case name if name == HOLDER_FORM:
                words = self.tr("{cases} er overført.").format(cases=cases_words(len(done.changes.cases)))
                self._say(words, done, use(take_back_holders, TakeBackHolders(holdings_in(done))))
            case name if name == COVER_FORM:
                self._say(self.tr("Vikaren er gemt."), done, use(take_back_cover, TakeBackCover(done.id)))
            case name if name == EXCLUSION_FORM:
                words = self.tr("Borgeren er undtaget fra resultatmålene.")
                self._say(words, done, use(withdraw, Withdraw("exclusion", done.id, "Fortrudt")))
            case name if name == RESTRICTION_FORM:
                words = self.tr("Sagen er spærret.")
                self._say(words, done, use(withdraw, Withdraw("restricted_case", done.id, "Fortrudt")))

    def _say(self, words: str, done: Done, back: Callable[[], object]) -> None:
        def undo() -> None:
            said = self.tr("Det er fortrudt.")
            self._workplace.run(Road.WRITE, back, lambda _: self._workplace.say(said), self)

        self._workplace.say(" ".join((words, *done.notices)), undo)
