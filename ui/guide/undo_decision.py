"""After an offer was chosen: say what was made, with a way back for as long as nothing has left the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.operation import Road

if TYPE_CHECKING:
    from app.cases.drafts import DraftKey
    from app.changes import Done
    from ui.shell.workplace import Workplace

_REASON: Final = "Fortrudt lige efter valget."


def offer_undo(workplace: Workplace, key: DraftKey, done: Done) -> None:
    """Say it again with the way back, where the form that was saved was a choice."""
    from app.guide.take_back import TakeBackDecision, take_back_decision
    from ui.guide.decide_form import CHOSEN, DECISION_FORM

    if key.form != DECISION_FORM:
        return

    def undo() -> None:
        work = workplace.desk.use(take_back_decision, TakeBackDecision(done.id, _REASON))
        workplace.run(Road.WRITE, work, lambda _: workplace.say("Valget er taget tilbage med alt, det førte til."))

    workplace.say(" ".join((CHOSEN, *done.notices)), undo)
