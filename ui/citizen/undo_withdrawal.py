"""After something was withdrawn: say so, with a way back where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cases.restore import Restore, may_be_restored, restore
from ui.operation import Road

if TYPE_CHECKING:
    from app.cases.drafts import DraftKey
    from app.changes import Done
    from ui.shell.workplace import Workplace


def offer_undo(workplace: Workplace, key: DraftKey, done: Done) -> None:
    """Ask whether the withdrawal can be taken back, and offer it if so."""
    kind, _, row_id = (key.about_id or "").partition("/")
    desk = workplace.desk

    def undo() -> None:
        work = desk.use(restore, Restore(kind, row_id))
        workplace.run(Road.WRITE, work, lambda _: workplace.say("Oplysningen står der igen."))

    def say(*, possible: bool) -> None:
        if possible:
            workplace.say(" ".join(("Oplysningen er trukket tilbage.", *done.notices)), undo)

    read = desk.read(lambda session: may_be_restored(session, kind, row_id))
    workplace.run(Road.READ, read, lambda possible: say(possible=possible))
