"""What the room of talks does by itself: it sets letters for open forms, and shows them once they are kept."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ui.operation import Road

if TYPE_CHECKING:
    from app.cases.drafts import DraftKey
    from app.changes import Done
    from app.talks.invite import InviteMany
    from app.talks.letter_preview import Preview
    from app.talks.send_summons import SendSummonses
    from ui.forms.case_dialog import CaseDialog
    from ui.shell.workplace import Workplace
    from ui.talks.summon_dialog import SummonDialog


def begin(workplace: Workplace) -> None:
    """Listen to the desk for forms."""
    workplace.forms.opened.connect(lambda dialog: _opened(workplace, dialog))
    workplace.forms.saved.connect(lambda key, done: _saved(workplace, key, done))


def _opened(workplace: Workplace, dialog: CaseDialog) -> None:
    # Not imported for its own sake: another form than this would wait for it.
    module = sys.modules.get("ui.talks.summon_dialog")
    if module is not None and isinstance(dialog, module.SummonDialog):
        dialog.preview_wanted.connect(lambda request: _set_preview(workplace, dialog, request))
        dialog.ask_for_preview()


def _set_preview(workplace: Workplace, dialog: SummonDialog, request: SendSummonses | InviteMany) -> None:
    desk = workplace.desk

    def work() -> Preview:
        from app.talks.letter_preview import preview_letter
        from app.work import Work

        with desk.store.reading() as session:
            return preview_letter(Work(session, desk.author, desk.clock, desk.make_id), request)

    workplace.run(Road.READ, work, dialog.preview.show_preview, dialog)


def _saved(workplace: Workplace, key: DraftKey, done: Done) -> None:
    from app.talks.send_summons import Sent

    del key
    if isinstance(done, Sent) and done.letters:
        from ui.talks.letters_dialog import show_letters

        show_letters(workplace, done.letters)
